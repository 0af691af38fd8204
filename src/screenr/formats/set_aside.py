"""Names that were met and set aside because something contradicts: shown, but quietly.

A birth date may be mistyped and a person may have moved, so whoever reads "clear" must be able to
see that a name stood on a list, and what kept it from being a match.
"""

from collections.abc import Iterator
from typing import NamedTuple

from screenr.formats.lines import evidence_sentence
from screenr.formats.safe import one_line
from screenr.formats.shown import IN_FULL
from screenr.formats.view import View
from screenr.models.finding import Finding, Match
from screenr.models.row import Screened

_IN_A_CELL = 3
_CONTRADICTING = frozenset({"country", "born"})


class Aside(NamedTuple):
    """What was set aside and why, in one line, and its evidence where it was asked for."""

    said: str
    evidence: tuple[str, ...] = ()


def set_aside(finding: Finding, view: View) -> Iterator[Aside]:
    """The best of them one by one, and how many more there are."""
    most = None if view.explain else IN_FULL
    kept = finding.lowered[: most if view.limit is None else view.limit]
    for match in kept:
        sentences = map(evidence_sentence, match.evidence) if view.explain else ()
        yield Aside(f"Set aside: {_told(match)}", tuple(map(one_line, sentences)))
    more = len(finding.lowered) - len(kept)
    if more:
        yield Aside(f"Set aside: {more} more (--limit N shows N of them)")


def set_aside_note(finding: Finding) -> str:
    """The best of them as the text of a cell; empty where there are none."""
    lowered = finding.lowered
    told = [f"set aside: {_told(match)}" for match in lowered[:_IN_A_CELL]]
    if len(lowered) > _IN_A_CELL:
        told.append(f"{len(lowered) - _IN_A_CELL} more set aside")
    return "; ".join(told)


def note_of(screened: Screened) -> str:
    """What a reader must know of a row: how it was read, and what was set aside."""
    outcome = screened.outcome
    if not isinstance(outcome, Finding) or not outcome.lowered:
        return screened.note
    return "; ".join(filter(None, (screened.note, set_aside_note(outcome))))


def _told(match: Match) -> str:
    listed = match.designation
    other = "" if match.matched_name == listed.name else f", met as {match.matched_name}"
    against = "; ".join(
        f"{each.feature} {each.listed}, the counterparty {each.query}"
        for each in match.evidence
        if each.feature in _CONTRADICTING and each.weight < 0
    )
    return one_line(f"{listed.name} ({listed.id}{other}) {match.score:.2f}: {against}")
