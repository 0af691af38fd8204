"""What the gate decided, for an engineer at a terminal or in a build log.

The verdict comes first, then what fails, why and where, then what was not screened; what a decision
or the policy lets pass follows in short, and counterparties without a match are only counted.
"""

from typing import TYPE_CHECKING

from screenr.formats import gate_words, wording
from screenr.formats.lines import Line
from screenr.formats.safe import one_line
from screenr.formats.terminal import STYLES, draw, indented, labeled, text
from screenr.formats.view import View
from screenr.models.gate import EntryVerdict, GateEntry, GateResult, JudgedMatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

_STYLES: dict[str, str] = {
    "unable": STYLES["error"],
    "error": STYLES["error"],
    "fail": STYLES["hit"],
    "known": STYLES["decided"],
    "decided": STYLES["decided"],
    "notice": "",
    "pass": "bold green",
}
_ROWS = 20  # of those not screened; a file in a wrong encoding has a thousand, all for one reason

_NEXT = (
    "Next: review each match. Another party, or allowed here? `screenr decide` records who said so,"
    " why and until when, and the match passes."
)


def gate(result: GateResult, view: View) -> str:
    """Render a gate result."""
    return draw(_parts(result, view), view)


def _parts(result: GateResult, view: View) -> "Iterator[RenderableType]":
    yield text(gate_words.headline(result), _STYLES[result.verdict])
    yield text(gate_words.tally(result))
    yield text(gate_words.basis(result), "dim")
    for entry in gate_words.entries(result, "fail"):
        yield text("")
        yield from _entry(entry, result, view)
    yield from _not_screened(result)
    for verdict in ("known", "decided", "notice"):
        for entry in gate_words.entries(result, verdict):
            yield text("")
            yield from _entry(entry, result, view)
    yield text("")
    if result.count("fail"):
        yield text(_NEXT)
    yield from (text(f"Note: {note}") for note in gate_words.notes(result))
    lists = " · ".join(wording.list_words(use) for use in result.report.lists)
    yield text(f"Lists: {lists}", "dim")


def _not_screened(result: GateResult) -> "Iterator[RenderableType]":
    rows = list(gate_words.refused(result))
    if not rows and not result.problems:
        return
    yield text("")
    yield text("NOT SCREENED", _STYLES["error"])
    yield from (indented(one_line(problem)) for problem in result.problems)
    yield from (indented(f"{where}  {why}") for where, why in rows[:_ROWS])
    if left := rows[_ROWS:]:
        yield indented(f"and {wording.counted(len(left), 'more row')}; --format json names each")


def _entry(entry: GateEntry, result: GateResult, view: View) -> "Iterator[RenderableType]":
    head = text(f"{gate_words.ENTRY_VERDICTS[entry.verdict]}  ", _STYLES[entry.verdict])
    head.append(one_line(str(entry.position)))
    head.append(f"  {gate_words.asked(entry.counterparty)}", style="bold")
    worst = [each for each in entry.matches if each.verdict == entry.verdict]
    if len(worst) > 1:
        head.append(f"  {gate_words.lists_of(worst)}")
    yield head
    for verdict in gate_words.MATCH_ORDER:
        told, left = gate_words.parted(gate_words.matches(entry, verdict), view.limit)
        for judged in told:
            if verdict == "fail":
                yield from _failing(judged, result)
            else:
                yield from _passing(judged, entry.verdict)
        if left:
            yield indented(gate_words.others(left, verdict), _STYLES[verdict])


def _failing(judged: JudgedMatch, result: GateResult) -> "Iterator[RenderableType]":
    yield indented(gate_words.title(judged), "bold")
    told = [Line(label, (said,)) for label, said in gate_words.facts(judged, result) if said]
    yield from labeled(told, indent=5)


def _passing(judged: JudgedMatch, around: EntryVerdict) -> "Iterator[RenderableType]":
    # Beside failing matches of the same counterparty, those that pass say that they do.
    same = judged.verdict == around
    mark = "" if same else f"{gate_words.ENTRY_VERDICTS[judged.verdict]}  "
    yield indented(f"{mark}{gate_words.short(judged)}")
