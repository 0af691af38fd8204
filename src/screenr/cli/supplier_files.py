"""One supplier file → its rows with their lines: the seam between the gate and the readers."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from screenr.errors import ScreenrError, UsageError
from screenr.inputs.yaml_list import Row, counterparty_of, read_yaml
from screenr.models.counterparty import RowError
from screenr.text.written import bytes_of, text_of

_COLUMNS = {
    "name": "name",
    "alias": "aliases",
    "country": "countries",
    "id": "identifiers",
    "kind": "kind",
}


def read(path: Path, *, shown: str) -> Iterator[Row]:
    """The rows of a file, by its ending; `UsageError` where it cannot be one of suppliers."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UsageError(
            f"`{shown}` has an ending that is not known here",
            hint=f"supplier files end in {', '.join(_READERS)}",
        )
    return reader(text_of(bytes_of(path), shown), shown)


def _csv(text: str, shown: str) -> Iterator[Row]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [each.strip().lower() for each in next(rows, [])]
    if "name" not in header:
        raise UsageError(f"{shown}: no column `name`", hint=f"its columns: {', '.join(header)}")
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise ScreenrError(f"{shown}:{line}: not CSV: {error}") from None
        if row is None:
            return
        if not row:
            continue
        if len(row) > len(header):
            yield line, RowError(line, f"{len(row)} cells under {len(header)} columns")
            continue
        fields = {
            _COLUMNS[column]: [cell.strip()]
            for column, cell in zip(header, row, strict=False)
            if column in _COLUMNS and cell.strip()
        }
        yield line, counterparty_of(fields, line, ref=f"{shown}:{line}")


def _lines(text: str, shown: str) -> Iterator[Row]:
    for line, name in enumerate(text.split("\n"), start=1):
        if name.strip():
            yield line, counterparty_of({"name": [name.strip()]}, line, ref=f"{shown}:{line}")


_READERS: dict[str, Callable[[str, str], Iterator[Row]]] = {
    ".csv": _csv,
    ".txt": _lines,
    ".yaml": read_yaml,
    ".yml": read_yaml,
}
