"""A screened row as cells: those of the input, and beside them what was found.

`MATCH` says what a match gives to a table, column by column; a column more is a line more. The
cells are as they are: each format makes them harmless in its own way.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from screenr.effects.activities import doing, severity
from screenr.formats import wording
from screenr.formats.encode_v1 import DIGITS
from screenr.formats.set_aside import note_of
from screenr.formats.shown import ownership_of
from screenr.formats.view import View
from screenr.formats.wording import counted
from screenr.models.finding import Finding, Match
from screenr.models.row import Screened
from screenr.models.run import Run

PREFIX = "screenr_"


def _effects(match: Match, _: dt.date) -> str:
    """What is restricted, strictest first: the words to filter by; `summary` says it in full."""
    grouped: dict[str, list[str]] = {}
    for each in sorted(match.effects, key=lambda effect: -severity(effect.status)):
        if each.status != "none":
            grouped.setdefault(each.status, []).append(doing(each.activity))
    return ". ".join(f"{wording.status(code)}: {'; '.join(done)}" for code, done in grouped.items())


def _strictest(match: Match, _: dt.date) -> str:
    return max((each.status for each in match.effects), key=severity, default="")


MATCH: dict[str, Callable[[Match, dt.date], str]] = {
    "score": lambda match, _: f"{round(match.score, DIGITS)}",
    "grade": lambda match, _: match.comparison.grade or "",
    "relation": lambda match, _: match.comparison.relation or "",
    "list": lambda match, _: match.list.id,
    "designation": lambda match, _: match.designation.id,
    "listed_name": lambda match, _: match.designation.name,
    "matched_name": lambda match, _: match.matched_name,
    "matched_as": lambda match, _: match.matched_as,
    "listed": lambda match, _: wording.listed_words(match.designation.listed),
    "strictest": _strictest,
    "effects": _effects,
    "summary": lambda match, _: match.summary,
    "ownership": lambda match, day: ownership_of(match, day) or "",
    "countries": lambda match, _: ", ".join(match.designation.countries),
    "programs": lambda match, _: ", ".join(match.designation.programs),
    "citations": lambda match, _: wording.citation_words(match.designation.citations),
    "notes": lambda match, _: " ".join(match.notes),
    "supplementary_source": lambda match, _: match.source or "",
    "reason": lambda match, _: match.comparison.reason,
    "decision": lambda match, _: "" if match.decision is None else match.decision.sentence,
}
COLUMNS = ("status", *MATCH, "matches", "lists", "error", "note", "row", "as_of", "asked")


def added_columns(taken: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns beside those of the input.

    An input that was screened before has them already; then all of them get a number, so that it
    shows which belong together.
    """
    names = [f"{PREFIX}{column}" for column in COLUMNS]
    used = {name.casefold() for name in taken}
    number = 1
    added = names
    while not used.isdisjoint(added):
        number += 1
        added = [f"{name}_{number}" for name in names]
    return tuple(added)


class Flat:
    """Makes rows of cells; a counterparty has one, or with `all_matches` one a match."""

    def __init__(self, run: Run, view: View) -> None:
        self.columns = (*run.columns, *added_columns(run.columns))
        self._day = run.as_of
        self._most = view.limit if view.all_matches else 1
        self._no_match = ("",) * len(MATCH)
        # What is added to a plainly clear row before its line number, and after that of any row.
        self.clear = ("clear", *self._no_match, "0", "", "", "")
        self.end = (run.as_of.isoformat(), _asked(run))

    def rows(self, screened: Screened) -> Iterator[tuple[str, ...]]:
        """All cells of a row of the input, once for each match that is shown."""
        for added in self.added(screened):
            yield (*screened.row.cells, *added)

    def added(self, screened: Screened) -> list[tuple[str, ...]]:
        """The cells beside those of the input; never none, so that no row is lost."""
        outcome = screened.outcome
        if screened.is_plainly_clear:
            return [(*self.clear, f"{screened.row.line}", *self.end)]
        matches = outcome.matches if isinstance(outcome, Finding) else ()
        lists = "; ".join(dict.fromkeys(match.list.id for match in matches))
        note = note_of(screened)
        tail = (f"{len(matches)}", lists, screened.error, note, f"{screened.row.line}")
        shown = [self._match(match) for match in matches[: self._most]] or [self._no_match]
        return [(screened.status, *match, *tail, *self.end) for match in shown]

    def _match(self, match: Match) -> tuple[str, ...]:
        return tuple(tell(match, self._day) for tell in MATCH.values())


def _asked(run: Run) -> str:
    """Under what a row was screened, so that it can be read without the rest of the file."""
    days = sorted(use.published for use in run.lists)
    span = f" published {days[0]} to {days[-1]}" if days else ""
    rebuilt = sum(use.basis == "reconstructed" for use in run.lists)
    partial = sum(not use.complete for use in run.lists)
    parts = [
        f"{counted(len(run.lists), 'list')}{span}",
        f"{rebuilt} reconstructed" if rebuilt else "",
        f"{partial} not complete" if partial else "",
        f"threshold {run.threshold:.2f}",
        f"effects on {', '.join(run.policy.activities)}" if run.policy.activities else "",
    ]
    return "; ".join(part for part in parts if part)
