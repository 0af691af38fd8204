"""Workbooks: XLSX, XLS and ODS, through python-calamine (extra `excel`).

A sheet is read whole, because that is how the library and the formats work.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from screenr.errors import UsageError
from screenr.inputs.cell_text import texts
from screenr.inputs.columns import has_name_column
from screenr.inputs.source import Source, unreadable
from screenr.inputs.table import (
    Asked,
    Table,
    fitted,
    header_of,
    missing_library,
    without_blank_end,
)
from screenr.inputs.text_lines import damage
from screenr.models.row import Row

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read(source: Source, asked: Asked) -> Table:
    """Open the sheet that was asked for, else the one that has counterparties."""
    try:
        import python_calamine
    except ImportError as error:
        raise missing_library("a workbook", "python-calamine", "excel") from error
    if not source.is_file:
        raise UsageError("a workbook is read from a file only", hint="save it, and name the file")
    errors = (python_calamine.CalamineError, OSError, ValueError)
    try:
        book = python_calamine.CalamineWorkbook.from_path(source.name)
        sheets = _sheets(book, asked.sheet)
    except errors as error:
        raise unreadable(source, error) from error
    name, rows = _chosen(sheets, asked, source)
    return _table(name, rows, asked, others=len(sheets) - 1)


def _sheets(book: "CalamineWorkbook", asked: str | None) -> dict[str, list[list[Any]]]:
    """The rows of the sheets that are not empty, or of the one that was asked for."""
    names = book.sheet_names
    if asked is not None:
        by_number = names[int(asked) - 1 : int(asked)] if asked.isdecimal() else []
        chosen = [asked] if asked in names else by_number
        if not chosen:
            raise UsageError(f"no sheet {asked!r}", hint=f"the sheets are {', '.join(names)}")
        names = chosen
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    return {name: rows for name, rows in sheets.items() if any(any(row) for row in rows)}


def _chosen(
    sheets: dict[str, list[list[Any]]], asked: Asked, source: Source
) -> tuple[str, list[list[Any]]]:
    if not sheets:
        raise UsageError(f"`{source.name}` is empty", hint="nothing was screened")
    fitting = [
        name for name, rows in sheets.items() if has_name_column(texts(_first(rows, asked)[1]))
    ]
    if len(fitting) > 1:
        raise UsageError(
            f"{len(fitting)} sheets have a column of names: {', '.join(fitting)}",
            hint="say which one with `--sheet`",
        )
    name = (fitting or list(sheets))[0]
    return name, sheets[name]


def _first(rows: Sequence[Sequence[object]], asked: Asked) -> tuple[int, Sequence[object]]:
    """The row of the header: its number, counted as the sheet counts, and its cells."""
    start = max(asked.header_row or 1, 1)
    return next(
        ((at, row) for at, row in enumerate(rows[start - 1 :], start=start) if any(texts(row))),
        (start, ()),
    )


def _table(name: str, rows: list[list[Any]], asked: Asked, *, others: int) -> Table:
    line, first = _first(rows, asked)
    cells = texts(first)[: _width(rows)]
    columns, changed = header_of(cells if asked.header_row != 0 else [""] * len(cells))
    start = line if asked.header_row != 0 else line - 1
    more = f" ({others} more not read)" if others else ""
    after: list[str] = []
    return Table(
        columns=columns,
        rows=without_blank_end(_rows(rows, start, len(columns)), after),
        remarks=(f"read the sheet `{name}`{more}", *changed),
        after=after,
    )


def _width(rows: Sequence[Sequence[object]]) -> int:
    """How many columns have anything in them; sheets have empty ones by the thousand."""
    width = 0
    for row in rows:
        end = len(row)
        while end > width and row[end - 1] in ("", None):
            end -= 1
        width = max(width, end)
    return width


def _rows(rows: Sequence[Sequence[object]], start: int, width: int) -> Iterator[Row]:
    for line, row in enumerate(rows[start:], start=start + 1):
        cells, problem, _ = fitted(texts(row), width, joint=" ")
        yield Row(line, cells, problem or damage("".join(cells), "utf-8"))
