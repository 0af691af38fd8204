"""The input with its answer on every row, for spreadsheets and programs; see `flat`."""

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

from screenr.formats.flat import Flat, is_plainly_clear
from screenr.formats.rows_text import TextSink
from screenr.formats.safe import FORMULA, cell, kept
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run

_FORMULA = frozenset(FORMULA)


def encoder(run: Run, view: View, *, delimiter: str = ",") -> Encoder:
    """Rows to lines; what is added is on one line, what was given keeps its line breaks."""
    flat = Flat(run, view)

    def encode(rows: Sequence[Screened]) -> bytes:
        stream = io.StringIO()
        write = csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow
        for screened in rows:
            given = harmless(screened.row.cells)
            added = flat.added(screened)
            if is_plainly_clear(screened):
                write((*given, *added[0]))
            else:
                for cells in added:
                    write((*given, *map(cell, cells)))
        return stream.getvalue().encode()

    return encode


def sink(stream: BinaryIO, run: Run, view: View, *, delimiter: str = ",") -> Sink:
    """Lines to a file, under a header."""
    head = io.StringIO()
    columns = harmless(Flat(run, view).columns)
    csv.writer(head, delimiter=delimiter, lineterminator="\n").writerow(columns)
    return TextSink(stream, head.getvalue())


def harmless(cells: Sequence[str]) -> Sequence[str]:
    """Cells that no spreadsheet takes for a formula and no terminal obeys.

    Nearly all rows are so already, and the test for it is what a row costs.
    """
    if "".join(cells).isprintable() and _FORMULA.isdisjoint([cell[:1] for cell in cells]):
        return cells
    return [kept(cell) for cell in cells]
