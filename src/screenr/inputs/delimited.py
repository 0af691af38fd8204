"""CSV and TSV as spreadsheets and databases write them.

The standard reader does the reading. What is here is what it does not do: find the delimiter (its
own sniffer takes the commonest letter for one), number the lines, and limit what one stray
quotation mark swallows: a record that makes no sense is undone, its first line is reported, and
reading goes on with the next.
"""

import csv
from collections.abc import Iterator, Sequence

from screenr.errors import UsageError
from screenr.inputs.encoding import NAMES
from screenr.inputs.source import Source
from screenr.inputs.table import Asked, Table, fitted, header_of, without_blank_end
from screenr.inputs.text_lines import (
    Lines,
    damage,
    encoding_for,
    head_of,
    is_whole,
    repaired,
    text_of,
)
from screenr.models.row import Row

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_LOOKED_AT = 50
_WIDEST = 10_000
_SEP = "sep="  # a first line that only Excel reads: it names the delimiter


def read(source: Source, asked: Asked) -> Table:
    """Open a delimited file."""
    encoding = encoding_for(source, asked.encoding)
    head = head_of(source, encoding)
    delimiter = asked.delimiter or delimiter_of(head) or ","
    lines = Lines(text_of(source, encoding))
    first = _header(_records(lines, delimiter), asked)
    if first is None:
        raise UsageError(f"`{source.name}` is empty", hint="nothing was screened")
    line, cells, problem, _ = first
    if problem:
        raise UsageError(f"line {line} should be the header, but {problem}")
    columns, changed = header_of(cells)
    if asked.header_row == 0:
        columns, changed = header_of([""] * len(cells))[0], ()
        lines.undo(lines.record)
    after: list[str] = []
    rows = _rows(lines, len(columns), encoding=encoding, delimiter=delimiter)
    shown = DELIMITERS.get(delimiter, repr(delimiter))
    how = f"read as {NAMES.get(encoding, encoding.upper())}"
    how += f", cells separated by {shown}" if len(columns) > 1 else ""
    return Table(
        columns=columns,
        rows=without_blank_end(rows, after),
        remarks=(how, *changed),
        after=after,
        done=source.done,
    )


def delimiter_of(head: Sequence[str]) -> str:
    """The delimiter of a text by its first lines; empty where it has one column."""
    lines = [line[:_WIDEST] for line in head[:_LOOKED_AT] if line.strip()]
    if lines and lines[0].lower().startswith(_SEP):
        return lines[0].strip()[len(_SEP) :][:1] or "\t"
    best, delimiter = (0.0, 0), ""
    for each in DELIMITERS:
        widths = [len(row) for row in csv.reader(lines, delimiter=each)]
        if widths and widths[0] > 1:
            alike = sum(width == widths[0] for width in widths) / len(widths)
            if (alike, widths[0]) > best:
                best, delimiter = (alike, widths[0]), each
    return delimiter


def _header(records: Iterator[Row], asked: Asked) -> Row | None:
    """The first record with anything in it, or the one of the line that was asked for."""
    for record in records:
        if asked.header_row and record.line < asked.header_row:
            continue
        if len(record.cells) <= 2 and record.cells[0].lower().startswith(_SEP):  # noqa: PLR2004 -- as split
            continue
        if asked.header_row is None and not any(cell.strip() for cell in record.cells):
            continue
        return record
    return None


def _records(lines: Lines, delimiter: str, *, width: int = 0) -> Iterator[Row]:
    """Records as the file has them, as wide as they are; empty lines are no records.

    `width` is that of the header, once it is known.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.record.clear()
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _undone(lines, line, delimiter, f"{error}")
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        if len(lines.record) > 1 and cells and _swallows(lines.record, cells, width, delimiter):
            yield _undone(lines, line, delimiter, "")
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
        elif cells:
            yield Row(line, cells)


def _undone(lines: Lines, line: int, delimiter: str, error: str) -> Row:
    is_one_line = len(lines.record) == 1
    text = lines.give_back()
    if "limit" in error and is_one_line:
        return Row(line, [text[:1000]], "a cell is longer than 131,072 characters")
    if is_one_line and text.count('"') % 2 == 0:  # marks inside a cell that were not doubled
        return Row(line, next(csv.reader([text], delimiter=delimiter), [text]))
    cells = text.rstrip("\r\n").split(delimiter)
    return Row(line, cells, "a quotation mark is opened and not closed")


def _swallows(record: Sequence[str], cells: Sequence[str], width: int, delimiter: str) -> bool:
    """Whether a record of several lines has whole rows within a cell of it.

    A mark that is opened in one row and closed in the next leaves as many cells as a row has; but
    then each of its lines alone has as many, which lines of an address hardly ever have.
    """
    if width and len(cells) != width:
        return True
    few = 3  # in a narrow table, a line of an address has as many commas as a row
    if len(cells) <= few:
        return False
    counts = [line.count(delimiter) for line in record]
    between = len(cells) - 1
    return any(count >= between for count in counts[1:-1]) or set(counts) == {between}


def _rows(lines: Lines, width: int, *, encoding: str, delimiter: str) -> Iterator[Row]:
    """Rows as wide as the header, one by one only where a block of lines is not all plain."""
    records = _records(lines, delimiter, width=width)
    one_by_one = _fitting(records, width, encoding=encoding, joint=delimiter)
    while True:
        first, block = lines.number + 1, lines.block()
        if block and is_whole(block, encoding):
            plain = _a_line_each(block, delimiter, width)
            yield from (Row(line, cells) for line, cells in enumerate(plain, first) if cells)
            if plain:
                continue
        lines.undo(block)
        row = next(one_by_one, None)
        if row is None:
            return
        yield row


def _a_line_each(block: Sequence[str], delimiter: str, width: int) -> list[list[str]]:
    """The records of some lines, where each is one and empty or as wide as asked; else none."""
    try:
        records = list(csv.reader(block, delimiter=delimiter, strict=True))
    except csv.Error:
        return []
    is_plain = len(records) == len(block) and {0, width}.issuperset(map(len, records))
    return records if is_plain else []


def _fitting(records: Iterator[Row], width: int, *, encoding: str, joint: str) -> Iterator[Row]:
    for record in records:
        cells = record.cells
        if wrong := damage("".join(cells), encoding):
            yield Row(record.line, fitted(repaired(cells), width, joint=joint)[0], wrong)
        elif len(cells) == width and not record.problem:
            yield record
        else:
            cells, problem, note = fitted(cells, width, joint=joint)
            problem = record.problem or problem
            yield Row(record.line, cells, problem, "" if problem else note)
