"""A row a line, each of which can be read without the others: as `jsonl_report`, and its input."""

from collections.abc import Iterable
from typing import BinaryIO

from pydantic_core import to_json

from screenr.formats.encode_rows import context_of, row_v1
from screenr.formats.rows_text import TextSink
from screenr.formats.safe import json_text
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run

_ASCII = bytes(range(0x7F))
"""Characters that may go to a terminal: those below a space JSON itself escapes."""


def encoder(run: Run, view: View) -> Encoder:
    """Rows to lines, which all begin with what the run was made under."""
    start = line_of(context_of(run))[:-1] + b","

    def encode_rows(rows: Iterable[Screened]) -> bytes:
        parts: list[bytes] = []
        for each in rows:
            parts += (start, line_of(row_v1(each, run, view))[1:], b"\n")
        return b"".join(parts)

    return encode_rows


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Lines to a file."""
    del run, view
    return TextSink(stream)


def line_of(document: object) -> bytes:
    """JSON on one line, whose every character may go to a terminal."""
    line = to_json(document, inf_nan_mode="strings")  # ten times as fast as `json`
    others = line.translate(None, _ASCII)
    return line if others.decode().isprintable() else json_text(line.decode()).encode()
