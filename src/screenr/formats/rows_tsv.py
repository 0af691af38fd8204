"""As `rows_csv`, separated by tabs."""

from typing import BinaryIO

from screenr.formats import rows_csv
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.run import Run


def encoder(run: Run, view: View) -> Encoder:
    """Rows to lines."""
    return rows_csv.encoder(run, view, delimiter="\t")


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Lines to a file, under a header."""
    return rows_csv.sink(stream, run, view, delimiter="\t")
