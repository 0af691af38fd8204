"""How a run came out, said on the standard error: nobody should have to count."""

from collections.abc import Iterator, Mapping

from screenr.errors import ExitCode
from screenr.models.run import Remark, Tally

_KINDS = 5  # of reasons and of notes that are named; the rows have them all


def exit_code(tally: Tally, *, fail_on_hit: bool) -> ExitCode:
    """What was not screened outranks a hit; hits end 1 only where that was asked for."""
    if tally.errors:
        return ExitCode.UNABLE
    return ExitCode.HIT if fail_on_hit and tally.hits else ExitCode.CLEAR


def summary(tally: Tally) -> Iterator[str]:
    """The count, the hits by list, what was not screened and why, and what was not understood."""
    parts = [
        f"{tally.rows:,} {'row' if tally.rows == 1 else 'rows'}",
        f"{tally.hits:,} {'hit' if tally.hits == 1 else 'hits'}",
        f"{tally.clear:,} clear",
        f"{tally.decided:,} decided" if tally.decided else "",
        f"{tally.errors:,} NOT SCREENED" if tally.errors else "",
    ]
    yield " · ".join(part for part in parts if part)
    if tally.by_list:
        yield "hits by list: " + ", ".join(f"{name} {count:,}" for name, count in tally.most_hit())
    yield from _told("not screened", tally.reasons)
    yield from _told("note", tally.notes)


def _told(what: str, remarks: Mapping[str, Remark]) -> Iterator[str]:
    ranked = sorted(remarks.items(), key=lambda item: (-item[1].count, item[1].lines))
    for text, remark in ranked[:_KINDS]:
        named = ", ".join(f"{line}" for line in remark.lines)
        more = ", …" if remark.count > len(remark.lines) else ""
        rows = "row" if remark.count == 1 else f"{remark.count:,} rows:"
        yield f"{what}: {text} ({rows} {named}{more})"
    if len(ranked) > _KINDS:
        yield f"{what}: {len(ranked) - _KINDS:,} more kinds, which stand in their rows"
