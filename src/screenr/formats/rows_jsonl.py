"""A row a line, each of which can be read without the others: as `jsonl_report`, and its input."""

from collections.abc import Sequence
from typing import BinaryIO

from pydantic_core import to_json

from screenr.formats.encode_rows import context_of, row_v1
from screenr.formats.rows_text import TextSink
from screenr.formats.safe import json_text
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run


def encoder(run: Run, view: View) -> Encoder:
    """Rows to lines, which all begin with what the run was made under."""
    start = line_of(context_of(run))[:-1]

    def encode_rows(rows: Sequence[Screened]) -> bytes:
        lines = [line_of(row_v1(each, run, view)) for each in rows]
        return "".join([f"{start},{line[1:]}\n" for line in lines]).encode()

    return encode_rows


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Lines to a file."""
    del run, view
    return TextSink(stream)


def line_of(document: object) -> str:
    """JSON on one line, whose every character may go to a terminal."""
    text = to_json(document, inf_nan_mode="strings").decode()  # ten times as fast as `json`
    return text if text.isprintable() else json_text(text)
