"""The sheets of a workbook beside its rows: how the run came out, and under what it was made."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from screenr.config import DEFAULT_MAX_AGE_DAYS
from screenr.formats import wording
from screenr.formats.safe import one_line
from screenr.models.run import Remark, Run, Tally
from screenr.version import __version__

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_Line = tuple[str | int, ...]  # one cell alone is a heading
_WRAPPED = 50  # cells of a wider column may have several lines


def write_summary(book: "Workbook", run: Run, tally: Tally, *, sheets: int) -> None:
    """Counts, hits by list, and what was not screened and why."""
    _write(book, "Summary", list(_summary(run, tally, sheets)), (30, 14, 90))


def write_lists(book: "Workbook", run: Run) -> None:
    """The policy, and the lists with their dates."""
    _write(book, "Lists and policy", list(_lists(run)), (30, 90, 14, 16, 16, 12, 24))


def _summary(run: Run, tally: Tally, sheets: int) -> Iterator[_Line]:
    yield ("Summary",)
    yield ("file", run.source)
    yield ("as of", run.as_of.isoformat())
    yield ("rows", tally.rows)
    yield ("screened", tally.screened)
    yield ("hits", tally.hits)
    yield ("clear", tally.clear)
    yield ("decided", tally.decided)
    yield ("NOT SCREENED", tally.errors)
    if sheets > 1:
        yield ("sheets of rows", sheets, "one sheet cannot hold them all")
    titles = {use.id: use.title for use in run.lists}
    if tally.by_list:
        yield ("Hits by list",)
        yield from ((name, count, titles.get(name, "")) for name, count in tally.most_hit())
    if tally.reasons:
        yield ("NOT SCREENED, and why",)
        yield from _remarks(tally.reasons)
    if tally.notes:
        yield ("Screened, with a note",)
        yield from _remarks(tally.notes)


def _remarks(remarks: Mapping[str, Remark]) -> Iterator[_Line]:
    for said, remark in sorted(remarks.items(), key=lambda item: (-item[1].count, item[1].lines)):
        more = ", …" if remark.count > len(remark.lines) else ""
        yield f"row {', '.join(map(str, remark.lines))}{more}", remark.count, said


def _lists(run: Run) -> Iterator[_Line]:
    report = run.report()
    yield ("Policy",)
    yield "lists", ", ".join(run.policy.lists)
    yield "threshold", f"{run.threshold:.2f}"
    yield "as of", run.as_of.isoformat()
    if run.policy.activities is not None:
        yield "activities", wording.activities_sentence(report)
    yield "clear means", wording.clear_sentence(report)
    yield from (("note", warning) for warning in run.warnings)
    yield "made by", f"screenr {__version__}"
    yield ("Lists",)
    yield "list", "title", "published", "last confirmed", "age in days", "entries", "remarks"
    given = run.policy.max_age_days
    limit = DEFAULT_MAX_AGE_DAYS if given is None else given
    for use in run.lists:
        age = "fixed by statute" if use.age_days is None else use.age_days
        marks = [wording.list_marks(use), "old" if (use.age_days or 0) > limit else ""]
        days = use.published.isoformat(), use.retrieved.isoformat()
        yield use.id, use.title, *days, age, use.entries, ", ".join(filter(None, marks))


def _write(book: "Workbook", name: str, lines: Sequence[_Line], widths: Sequence[int]) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "font_size": 13})
    top = book.add_format({"valign": "top", "align": "left"})
    wrapped = book.add_format({"valign": "top", "align": "left", "text_wrap": True})
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    for row, line in enumerate(_spaced(lines)):
        for at, value in enumerate(line):
            if isinstance(value, int):
                sheet.write_number(row, at, value, top)
                continue
            style = bold if len(line) == 1 else wrapped if widths[at] > _WRAPPED else top
            sheet.write_string(row, at, one_line(value), style)


def _spaced(lines: Sequence[_Line]) -> Iterator[_Line]:
    """An empty line before each heading but the first."""
    for at, line in enumerate(lines):
        if len(line) == 1 and at:
            yield ()
        yield line
