"""A file of counterparties as a header and rows of text, whatever it was written in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from screenr.errors import UsageError
from screenr.models.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user said of the file; what is None is found out.

    `header_row` is the line of the header, 0 where there is none. `sheet` is the name or number of
    one in a workbook.
    """

    kind: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows as they come, each as wide as `columns`, whose names differ from each other.

    `remarks` say how the file was read; `done` gives the share of it that was, where that is known.
    `after` gets what there is to say only when the last row has come.
    """

    columns: tuple[str, ...]
    rows: Iterator[Row]
    remarks: tuple[str, ...] = ()
    done: Callable[[], float | None] = lambda: None
    after: list[str] = field(default_factory=list)


def header_of(cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of columns that are all there and all differ, and what was changed for that."""
    names: list[str] = []
    used: set[str] = set()
    changed = []
    for number, cell in enumerate(cells, start=1):
        given = " ".join(cell.split())
        name, copy = given or f"column_{number}", 1
        while name.casefold() in used:
            copy += 1
            name = f"{given or f'column_{number}'}_{copy}"
        used.add(name.casefold())
        names.append(name)
        if name != given:
            changed.append(f"column {number} is called `{name}` here")
    return tuple(names), tuple(changed)


def fitted(cells: Sequence[str], width: int, *, joint: str) -> tuple[Sequence[str], str, str]:
    """Cells as wide as the header, the problem with them, and a note where there is none.

    A row that is too wide is shifted somewhere, so nobody knows which cell is the name. One that is
    too short lost its empty end, as spreadsheets write it.
    """
    if len(cells) == width:
        return cells, "", ""
    if len(cells) < width:
        return [*cells, *[""] * (width - len(cells))], "", "the row has fewer cells than the header"
    if not any(cell.strip() for cell in cells[width:]):
        return cells[:width], "", ""
    kept = [*cells[: width - 1], joint.join(cells[width - 1 :])]
    return kept, "the row has more cells than the header", ""


def without_blank_end(rows: Iterable[Row], after: list[str]) -> Iterator[Row]:
    """Rows without those that are empty to the end of the file.

    Spreadsheets write such rows by the thousand. Between others an empty row may be a counterparty
    that got lost, and is reported.
    """
    blank: list[int] = []
    width = 0
    for row in rows:
        if not any(row.cells) and not row.problem:
            blank.append(row.line)
            width = len(row.cells)
            continue
        if blank:
            yield from (Row(line, [""] * width, "the row is empty") for line in blank)
            blank.clear()
        yield row
    if blank:
        after.append(f"{len(blank)} empty rows at the end were left out, from row {blank[0]}")


def missing_library(what: str, module: str, extra: str) -> UsageError:
    """The error where an extra of the package is not installed."""
    return UsageError(
        f"{what} cannot be read: {module} is not installed",
        hint=f"python3 -m pip install 'screenr[{extra}]'",
    )
