"""The input with its answer on every row, for spreadsheets and programs; see `flat`."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from screenr.formats.flat import Flat
from screenr.formats.rows_text import TextSink
from screenr.formats.safe import FORMULA, cell, kept
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run

_SUSPECT = frozenset((*FORMULA, " "))  # a formula may hide behind spaces


def encoder(run: Run, view: View, *, delimiter: str = ",") -> Encoder:
    """Rows to lines; what is added is on one line, what was given keeps its line breaks."""
    flat = Flat(run, view)
    start, end = (_line(cells, delimiter).removesuffix("\n") for cells in (flat.clear, flat.end))

    def encode(rows: Iterable[Screened]) -> bytes:
        stream = io.StringIO()
        write = csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow
        for screened in rows:
            given = harmless(screened.row.cells)
            if screened.is_plainly_clear:  # nearly all are, and nearly all of it is the same
                write(given)
                stream.seek(stream.tell() - 1)  # over the end of the line
                stream.write(f"{delimiter}{start}{delimiter}{screened.row.line}{delimiter}{end}\n")
                continue
            for cells in flat.added(screened):
                write((*given, *map(cell, cells)))
        return stream.getvalue().encode()

    return encode


def sink(stream: BinaryIO, run: Run, view: View, *, delimiter: str = ",") -> Sink:
    """Lines to a file, under a header."""
    return TextSink(stream, _line(harmless(Flat(run, view).columns), delimiter))


def _line(cells: Sequence[str], delimiter: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return stream.getvalue()


def harmless(cells: Sequence[str]) -> Sequence[str]:
    """Cells that no spreadsheet takes for a formula and no terminal obeys.

    Nearly all rows are so already, and the test for it is what a row costs.
    """
    if "".join(cells).isprintable() and _SUSPECT.isdisjoint([cell[:1] for cell in cells]):
        return cells
    return [kept(cell) for cell in cells]
