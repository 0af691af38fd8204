"""One supplier file → its rows with their lines: the seam between the gate and the readers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from screenr.inputs import open_table
from screenr.inputs.columns import Given, find
from screenr.inputs.counterparties import reader_of
from screenr.inputs.source import Source
from screenr.inputs.table import Asked
from screenr.inputs.yaml_list import Row, read_yaml
from screenr.models.counterparty import RowError
from screenr.text.written import bytes_of, text_of

_YAML = frozenset({".yaml", ".yml"})


def read(path: Path, *, shown: str) -> Iterator[Row]:
    """The rows of a file with their lines; `UsageError` where it cannot be one of suppliers.

    A cell that is not understood refuses its row: what decides alone must not guess.
    """
    if path.suffix.lower() in _YAML:
        return read_yaml(text_of(bytes_of(path), shown), shown)
    return _table(path, shown)


def _table(path: Path, shown: str) -> Iterator[Row]:
    with Source(str(path)) as source:
        if not source.head:
            return
        table = open_table(source, Asked())
        read = reader_of(find(table.columns, Given()))
        for row in table.rows:
            found, note = read(row)
            if isinstance(found, RowError):
                yield row.line, found
            elif note:
                yield row.line, RowError(row.line, note)
            elif not any(map(str.isalnum, found.name)):
                yield row.line, RowError(row.line, "the name has neither letter nor digit")
            else:
                yield row.line, replace(found, ref=f"{shown}:{row.line}")
