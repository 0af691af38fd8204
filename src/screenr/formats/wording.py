"""Codes as words a person reads; the codes themselves stay in JSON and CSV.

The activities are worded by `screenr.effects`, whole effects by `effect_words`; a status that has
no words here is shown as it is, never dropped.
"""

import datetime as dt
from typing import TYPE_CHECKING

from screenr.effects.activities import doing
from screenr.effects.in_force import license_reach, license_requirement
from screenr.formats.safe import one_line
from screenr.models.designation import Bounds, Citation, Designation, License
from screenr.models.finding import Match, Relation
from screenr.models.report import ListUse, Report

if TYPE_CHECKING:
    from screenr.models.decision import Decision

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
RELATIONS = {"same": "same party", "family": "family: a relative or a namesake"}
UNVERIFIED = "[unverified]"


def status(code: str) -> str:
    """A status in words."""
    return STATUSES.get(code, code.replace("_", " "))


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
    if designation.effective not in (None, designation.listed):
        parts.append(f"effective {designation.effective}")
    if designation.until is not None:
        # What ends is the listing, or only the time in which NS-CMIC shares could be divested.
        what = "divestment window ends" if designation.order_end is None else "ends"
        parts.append(f"{what} {designation.until}")
    if designation.delisted is not None:
        parts.append(f"removed {designation.delisted}")
    if not in_force:
        parts.append("NOT IN FORCE on this day")
    return ", ".join(parts)


def verdict(match: Match) -> str:
    """Score, grade and relation, which never travel apart."""
    words = [
        match.comparison.grade or "below the grades",
        relation_words(match.comparison.relation) or "relation unclear",
    ]
    return f"{match.score:.2f} {', '.join(words)}"


def decided(decision: "Decision") -> str:
    """What a person decided, in two or three words."""
    return f"decided: {decision.verdict.replace('_', ' ')}"


def relation_words(relation: Relation | None) -> str:
    """What a match says of the two parties; empty where there is none."""
    return RELATIONS.get(relation or "", "")


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
    if requirement := license_requirement(terms):
        stop = "" if requirement.endswith(")") else "."
        lines.append(f"Required: {one_line(requirement)}{stop}")
    if reach := license_reach(terms):
        lines.append(f"Reach: {reach}.")
    if terms.policy:
        lines.append(f"Review: {one_line(terms.policy).rstrip(' .;')}.")
    return lines


def citation_words(citations: tuple[Citation, ...]) -> str:
    """Notices in one line."""
    return "; ".join(
        each.cite if each.date is None else f"{each.cite} ({each.date.isoformat()})"
        for each in citations
    )


def list_words(use: ListUse) -> str:
    """A list and the day it was published, which is how far an answer reaches."""
    marks = list_marks(use)
    return f"{use.id} {use.published.isoformat()}{f' ({marks})' if marks else ''}"


def list_marks(use: ListUse) -> str:
    """What limits an answer from this list; empty where nothing does."""
    notes = [
        text
        for text, said in (
            ("reconstructed", use.basis == "reconstructed"),
            ("not complete", not use.complete),
        )
        if said
    ]
    return ", ".join(notes)


def clear_sentence(report: Report) -> str:
    """What "clear" means, so that nobody reads it as "safe"."""
    return (
        f"No match at threshold {report.threshold:.2f} on the "
        f"{counted(len(report.lists), 'list')} below, as of {report.as_of.isoformat()}. "
        "This does not say that dealing with it is safe."
    )


def activities_sentence(report: Report) -> str:
    """Which effects a report was asked for; what else the listings restrict is not in it."""
    asked = report.policy.activities
    if asked is None:
        return ""
    return f"Only effects on these are shown: {'; '.join(doing(each) for each in asked)}."


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
