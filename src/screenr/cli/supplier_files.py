"""Supplier files → their rows with their lines: the seam between the gate and the readers."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from screenr.cli.project import shown
from screenr.cli.reading import Reading
from screenr.errors import UsageError
from screenr.inputs import open_table
from screenr.inputs.columns import find
from screenr.inputs.counterparties import Reader, reader_of
from screenr.inputs.source import STDIN, Source
from screenr.inputs.table import Table
from screenr.inputs.yaml_list import Row, read_yaml
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.gate import Position, SupplierFile, UnreadRow
from screenr.text.written import bytes_of, text_of

_YAML = frozenset({".yaml", ".yml"})
_STDIN_SHOWN = "stdin"


class Suppliers(NamedTuple):
    """All rows of all supplier files; `remarks` say how each was read."""

    files: tuple[SupplierFile, ...]
    rows: tuple[tuple[Position, Counterparty], ...]
    unread: tuple[UnreadRow, ...]
    remarks: tuple[str, ...]


class _Read(NamedTuple):
    """One file; its digest is of the very bytes that the rows came from."""

    rows: tuple[Row, ...]
    sha256: str
    remarks: tuple[str, ...] = ()


def suppliers(paths: Sequence[Path] | None, reading: Reading) -> Suppliers:
    """Read the files in the order given; a file given twice is read once.

    A cell that is not understood refuses its row: what decides alone must not guess.
    """
    if not paths:
        raise UsageError(
            "no supplier file was named",
            hint="`screenr gate suppliers.csv`; `screenr gate --init` writes a policy",
        )
    files, rows, unread, remarks = [], [], [], []
    for path in dict.fromkeys(paths):
        name = _STDIN_SHOWN if str(path) == STDIN else shown(path)
        found = _read(path, name, reading)
        for line, row in found.rows:
            position = Position(name, line)
            if isinstance(row, RowError):
                unread.append(UnreadRow(position, row.message))
            else:
                rows.append((position, row))
        files.append(SupplierFile(name, found.sha256, len(found.rows)))
        if found.remarks:
            remarks.append(f"{name}: {'; '.join(found.remarks)}")
    return Suppliers(tuple(files), tuple(rows), tuple(unread), tuple(remarks))


def _read(path: Path, name: str, reading: Reading) -> _Read:
    if path.suffix.lower() in _YAML:
        content = bytes_of(path)
        rows = tuple(read_yaml(text_of(content, name), name))
        return _Read(rows, hashlib.sha256(content).hexdigest())
    with Source(str(path)) as source:
        if not source.head:
            return _Read((), source.digest())
        table = open_table(source, reading.asked)
        columns = find(table.columns, reading.given)
        rows = tuple(_rows(table, reader_of(columns), name))
        told = (*table.remarks, *columns.told(table.columns), *table.after)
        return _Read(rows, source.digest(), told)


def _rows(table: Table, read: Reader, name: str) -> Iterator[Row]:
    for row in table.rows:
        found, note = read(row)
        if isinstance(found, RowError):
            yield row.line, found
        elif note:
            yield row.line, RowError(row.line, note)
        elif not any(map(str.isalnum, found.name)):
            yield row.line, RowError(row.line, "the name has neither letter nor digit")
        else:
            yield row.line, found._replace(ref=f"{name}:{row.line}")
