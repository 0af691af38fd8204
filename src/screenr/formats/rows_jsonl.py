"""A row a line, each of which can be read without the others: as `jsonl_report`, and its input."""

from collections.abc import Iterable
from typing import BinaryIO

from screenr.formats.encode_rows import context_of
from screenr.formats.row_lines import RowLines, line_of
from screenr.formats.rows_text import TextSink
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run


def encoder(run: Run, view: View) -> Encoder:
    """Rows to lines, which all begin with what the run was made under."""
    start, lines = line_of(context_of(run))[:-1] + b",", RowLines(run, view)

    def encode_rows(rows: Iterable[Screened]) -> bytes:
        parts: list[bytes] = []
        for each in rows:
            parts += (start, lines.of(each)[1:], b"\n")
        return b"".join(parts)

    return encode_rows


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Lines to a file."""
    del run, view
    return TextSink(stream)
