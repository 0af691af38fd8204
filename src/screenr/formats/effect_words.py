"""Effects as sentences: of one designation on a day, and of a list by its rules.

What is left alone is said as plainly as what is restricted, because that is what the press gets
wrong: NS-CMIC forces nobody to sell, and the Entity List bars no purchase.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from screenr.effects import effect_sentence
from screenr.effects.activities import doing, severity
from screenr.effects.in_force import license_scope
from screenr.formats.safe import one_line
from screenr.formats.wording import UNVERIFIED, status
from screenr.models.designation import Designation, License
from screenr.models.finding import Effect
from screenr.models.list_info import EffectRule

_RULE_DAYS = {
    "listed": "the listing date",
    "effective": "the effective date",
    "until": "the end date of the entry",
}


def effect_items(
    effects: Iterable[Effect], day: dt.date, *, listed: Designation, full: bool
) -> tuple[str, ...]:
    """What `effects` restrict, most decisive first, and then what the list leaves alone.

    Short of the `full` account, the scope is left out where a rule has a sentence of its own.
    """
    said = [each for each in effects if each.status != "none"]
    free = [each for each in effects if each.status == "none"]
    return (
        *_restrictions(said, day, terms=listed.license, full=full),
        *_free(free, day, listed=listed, full=full),
    )


def rule_sentences(rules: Iterable[EffectRule], authority: str) -> list[str]:
    """The rules of a list, whose dates may hang on the designation's; alike ones share one."""
    alike: dict[object, list[EffectRule]] = {}
    for each in rules:
        key = each if each.sentence else replace(each, activity="purchase_from")
        alike.setdefault(key, []).append(each)
    free = [group for group in alike.values() if _is_free(group[0])]
    said = [_rule_sentence(group, authority) for group in alike.values() if group not in free]
    left = [doing(each.activity) for group in free for each in group]
    return [*said, f"Not restricted by this list: {'; '.join(left)}."] if left else said


def _restrictions(
    effects: Sequence[Effect], day: dt.date, *, terms: License | None, full: bool
) -> list[str]:
    alike: dict[object, list[Effect]] = {}
    for each in sorted(effects, key=_decisive):
        key = each if each.sentence else replace(each, activity="")
        alike.setdefault(key, []).append(each)
    return [
        _one(group[0], day, terms=terms, full=full) if len(group) == 1 else _shared(group)
        for group in alike.values()
    ]


def _decisive(effect: Effect) -> tuple[bool, bool]:
    """Bars before cautions, and a rule in its own words before what only follows from it."""
    return severity(effect.status) < severity("denied_approval"), not effect.sentence


def _one(effect: Effect, day: dt.date, *, terms: License | None, full: bool) -> str:
    # The license terms of a BIS entry are its scope too; they stand beside the effect already.
    if effect.sentence and not full:
        effect = replace(effect, scope="")
    if terms is not None and (said := license_scope(terms)) and said in effect.scope:
        effect = replace(effect, scope="see license")
    return f"{_capital(one_line(effect_sentence(effect, day)).rstrip('.'))} ({effect.authority})."


def _shared(group: list[Effect]) -> str:
    first = group[0]
    since = f" since {first.since.isoformat()}" if first.since else ""
    until = f" until {first.until.isoformat()}" if first.until else ""
    mark = f" {UNVERIFIED}" if first.unverified else ""
    done = "; ".join(doing(each.activity) for each in group)
    scope = f" ({one_line(first.scope)})" if first.scope else ""
    return f"{status(first.status)}{since}{until}: {done}{scope} ({first.authority}).{mark}"


def _free(effects: Sequence[Effect], day: dt.date, *, listed: Designation, full: bool) -> list[str]:
    own = [each for each in effects if each.sentence or (full and each.scope)]
    rest = [each for each in effects if each not in own]
    if len(effects) > 1 and listed.kind not in ("person", "unknown"):
        rest = [each for each in rest if each.activity != "visa_entry"]  # a company enters nothing
    if full:
        said = [f"{_capital(one_line(effect_sentence(each, day)).rstrip('.'))}." for each in own]
    else:
        told = "; ".join(effect_sentence(replace(each, scope=""), day) for each in own)
        said = [f"{_capital(one_line(told))}."] if told else []
    left = "; ".join(doing(each.activity) for each in rest)
    return [*said, f"Not restricted by this list: {left}."] if left else said


def _is_free(rule: EffectRule) -> bool:
    plain = EffectRule(activity=rule.activity, status="none", authority=rule.authority)
    return rule == plain


def _rule_sentence(group: list[EffectRule], authority: str) -> str:
    rule = group[0]
    done = "; ".join(doing(each.activity) for each in group)
    said = one_line(rule.sentence) or f"{status(rule.status)}: {done}"
    start = f", from {_RULE_DAYS.get(str(rule.since), rule.since)}" if rule.since else ""
    end = f", until {_RULE_DAYS.get(str(rule.until), rule.until)}" if rule.until else ""
    scope = one_line(rule.scope).rstrip(".")
    if scope:
        scope = f": {scope}" if len(group) == 1 else f" ({scope})"
    only = [*rule.programs, *rule.designations, *rule.kinds]
    limits = f"; only for {', '.join(only)}" if only else ""
    if rule.without_programs:
        limits += f"; not for {', '.join(rule.without_programs)}"
    mark = f" {UNVERIFIED}" if rule.unverified else ""
    return f"{_capital(said)}{start}{end}{scope}{limits} ({rule.authority or authority}).{mark}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
