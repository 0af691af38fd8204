"""Codes as words a person reads; the codes themselves stay in JSON and CSV.

The activities are worded by `screenr.effects`; a status that has no words here is shown as it is,
never dropped.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from screenr.effects import effect_sentence
from screenr.effects.activities import doing
from screenr.effects.in_force import license_scope
from screenr.formats.safe import one_line
from screenr.models.designation import Bounds, Citation, Designation, License
from screenr.models.finding import Effect, Match
from screenr.models.list_info import EffectRule
from screenr.models.report import ListUse, Report

STATUSES = {
    "none": "Not restricted",
    "see_entry": "Depends on the entry",
    "red_flag": "Red flag",
    "conditional": "Only on conditions",
    "denied_approval": "Approval denied",
    "presumed_prohibited": "Presumed prohibited",
    "license_required": "License required",
    "prohibited": "Prohibited",
    "unknown": "Not known",
}
MATCHED_AS = {
    "name": "name",
    "aka": "alias",
    "fka": "former name",
    "nka": "present name",
    "weak_aka": "weak alias",
    "supplementary": "not an official name",
}
FINDING_STATUS = {"hit": "HIT", "clear": "CLEAR", "decided": "DECIDED", "error": "NOT SCREENED"}
UNVERIFIED = "[unverified]"


_RULE_DAYS = {
    "listed": "the listing date",
    "effective": "the effective date",
    "until": "the end date of the entry",
}


def status(code: str) -> str:
    """A status in words."""
    return STATUSES.get(code, code.replace("_", " "))


def effect_item(
    effect: Effect, day: dt.date, *, terms: License | None = None, full: bool = True
) -> str:
    """What the listing does to one activity, since when, under what authority.

    The scope is left out where the rule has a sentence of its own and not the `full` account is
    asked for. The license terms of a BIS entry are its scope too; where they are shown beside the
    effect, they are not said twice.
    """
    if effect.sentence and not full:
        effect = replace(effect, scope="")
    if terms is not None and (said := license_scope(terms)) and said in effect.scope:
        effect = replace(effect, scope="see license")
    said = one_line(effect_sentence(effect, day)).removesuffix(".")
    return f"{said[:1].upper()}{said[1:]} ({effect.authority})."


def effect_items(
    effects: Iterable[Effect], day: dt.date, *, terms: License | None, full: bool
) -> list[str]:
    """The effects as sentences; short of the `full` account, like effects share one."""
    if full:
        return [effect_item(each, day, terms=terms) for each in effects]
    alike: dict[object, list[Effect]] = {}
    for each in effects:
        key = each if each.sentence else replace(each, activity="")
        alike.setdefault(key, []).append(each)
    return [
        effect_item(group[0], day, terms=terms, full=False) if len(group) == 1 else _shared(group)
        for group in alike.values()
    ]


def _shared(group: list[Effect]) -> str:
    first = group[0]
    since = f" since {first.since.isoformat()}" if first.since else ""
    until = f" until {first.until.isoformat()}" if first.until else ""
    mark = f" {UNVERIFIED}" if first.unverified else ""
    done = "; ".join(doing(each.activity) for each in group)
    scope = f" ({one_line(first.scope)})" if first.scope else ""
    return f"{status(first.status)}{since}{until}: {done}{scope} ({first.authority}).{mark}"


def rule_sentences(rules: Iterable[EffectRule], authority: str) -> list[str]:
    """The rules of a list, whose dates may hang on the designation's; what is free shares one."""
    free = [doing(each.activity) for each in rules if _is_free(each)]
    said = [_rule_sentence(each, authority) for each in rules if not _is_free(each)]
    return [*said, f"Not restricted by this list: {'; '.join(free)}."] if free else said


def _is_free(rule: EffectRule) -> bool:
    plain = EffectRule(activity=rule.activity, status="none", authority=rule.authority)
    return rule == plain


def _rule_sentence(rule: EffectRule, authority: str) -> str:
    said = one_line(rule.sentence) or f"{status(rule.status)}: {doing(rule.activity)}"
    start = f", from {_RULE_DAYS.get(str(rule.since), rule.since)}" if rule.since else ""
    end = f", until {_RULE_DAYS.get(str(rule.until), rule.until)}" if rule.until else ""
    scope = f": {one_line(rule.scope).rstrip('.')}" if rule.scope else ""
    only = [*rule.programs, *rule.designations, *rule.kinds]
    limits = f"; only for {', '.join(only)}" if only else ""
    if rule.without_programs:
        limits += f"; not for {', '.join(rule.without_programs)}"
    mark = f" {UNVERIFIED}" if rule.unverified else ""
    law = rule.authority or authority
    return f"{said[:1].upper()}{said[1:]}{start}{end}{scope}{limits} ({law}).{mark}"


def unrestricted(effects: tuple[Effect, ...]) -> str | None:
    """What the list leaves alone, in one line, because readers ask for it by name."""
    free = [doing(each.activity) for each in effects if each.status == "none"]
    return f"Not restricted by this list: {'; '.join(free)}." if free else None


def listed_words(listed: dt.date | Bounds) -> str:
    """When it was listed, no more exactly than is known."""
    if not isinstance(listed, Bounds):
        return listed.isoformat()
    if listed.after is None:
        return f"on or before {listed.by.isoformat()}"
    return f"after {listed.after.isoformat()}, on or before {listed.by.isoformat()}"


def dates(designation: Designation, *, in_force: bool) -> str:
    """The dates of a designation in one line."""
    parts = [listed_words(designation.listed)]
    for word, day in (
        ("effective", designation.effective),
        ("until", designation.until),
        ("removed", designation.delisted),
    ):
        if day is not None:
            parts.append(f"{word} {day.isoformat()}")
    if not in_force:
        parts.append("NOT IN FORCE on this day")
    return ", ".join(parts)


def verdict(match: Match) -> str:
    """Score, grade and relation, which never travel apart."""
    relation = {"same": "same party", "family": "family: a relative or a namesake"}
    words = [
        match.comparison.grade or "below the grades",
        relation.get(match.comparison.relation or "", "relation unclear"),
    ]
    return f"{match.score:.2f} {', '.join(words)}"


def met(match: Match) -> str:
    """The name that was met, and what that name is of the party."""
    if match.matched_as == "supplementary":
        source = f"; source: {match.source}" if match.source else ""
        return f"{match.matched_name} (not an official name{source})"
    return f"{match.matched_name} ({MATCHED_AS.get(match.matched_as, match.matched_as)})"


def license_lines(terms: License | None) -> list[str]:
    """License terms of a BIS entry, a line each."""
    if terms is None:
        return []
    lines = []
    if terms.requirement:
        lines.append(f"Required: {one_line(terms.requirement)}")
    if terms.policy:
        lines.append(f"Review: {one_line(terms.policy)}")
    if terms.footnote is not None:
        lines.append(f"Footnote {terms.footnote}")
    return lines


def citation_words(citations: tuple[Citation, ...]) -> str:
    """Notices in one line."""
    return "; ".join(
        each.cite if each.date is None else f"{each.cite} ({each.date.isoformat()})"
        for each in citations
    )


def list_words(use: ListUse) -> str:
    """A list and the day it was published, which is how far an answer reaches."""
    notes = [
        text
        for text, said in (
            ("reconstructed", use.basis == "reconstructed"),
            ("not complete", not use.complete),
        )
        if said
    ]
    mark = f" ({', '.join(notes)})" if notes else ""
    return f"{use.id} {use.published.isoformat()}{mark}"


def clear_sentence(report: Report) -> str:
    """What "clear" means, so that nobody reads it as "safe"."""
    return (
        f"No match at threshold {report.threshold:.2f} on the "
        f"{counted(len(report.lists), 'list')} below, as of {report.as_of.isoformat()}. "
        "This does not say that dealing with it is safe."
    )


def totals_sentence(report: Report) -> str:
    """How the run came out, in one line."""
    refused = report.count("error")
    errors = len(report.errors) + refused
    parts = [
        f"{len(report.findings) - refused} screened",
        counted(report.count("hit"), "hit"),
        f"{report.count('clear')} clear",
    ]
    if report.count("decided"):
        parts.append(f"{report.count('decided')} decided")
    if errors:
        parts.append(f"{errors} NOT SCREENED")
    return " · ".join(parts)


def counted(count: int, noun: str) -> str:
    """A number and its noun."""
    plural = "es" if noun.endswith("ch") else "s"
    return f"{count} {noun}{'' if count == 1 else plural}"
