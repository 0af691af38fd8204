"""A row a line, each of which can be read without the others: as `jsonl_report`, and its input."""

from typing import BinaryIO

from screenr.formats.encode_rows import context_of
from screenr.formats.row_lines import RowLines, line_of
from screenr.formats.rows_text import TextSink
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.run import Run


def encoder(run: Run, view: View) -> Encoder:
    """Rows to lines, which all begin with what the run was made under."""
    start = line_of(context_of(run))[:-1] + b","
    return RowLines(run, view, start=start, end=b"\n").of


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Lines to a file."""
    del run, view
    return TextSink(stream)
