"""Rows of comma-separated files as agencies publish them, every fault a value with its line."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from screenr.models.counterparty import RowError

_END_OF_FILE = "\x1a"  # OFAC's files still end in the mark of CP/M
_UNDECODABLE = "\ufffd"


def rows(stream: IO[bytes], columns: int) -> Iterator[tuple[int, list[str]] | RowError]:
    """Yield line number and cells of each row; one of another width or not UTF-8 is an error."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="")
    reader = csv.reader(text)
    try:
        for cells in reader:
            if not cells or (len(cells) == 1 and cells[0].strip() in {"", _END_OF_FILE}):
                continue
            if len(cells) != columns:
                yield RowError(reader.line_num, f"{len(cells)} columns in place of {columns}")
            elif any(_UNDECODABLE in cell for cell in cells):
                yield RowError(reader.line_num, "not UTF-8")
            else:
                yield reader.line_num, cells
    except csv.Error as error:
        yield RowError(reader.line_num, f"cannot be read from here on: {error}")
    finally:
        text.detach()
