"""A run over a file as the HTML page of `html_report`, with the columns of the input.

The head of the page counts what comes after it, so the rows wait in a nameless temporary file.
"""

import shutil
import tempfile
import weakref
from collections.abc import Iterable
from typing import BinaryIO

from screenr.formats.html_report import bottom, drawn, top
from screenr.formats.html_rows import Block, Texts, encode
from screenr.formats.overview import Overview
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run, Tally


def encoder(run: Run, view: View) -> Encoder:
    """Rows to a block of the page's data."""

    def block(rows: Iterable[Screened]) -> Block:
        return encode(rows, run.as_of, limit=view.limit)

    return block


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Blocks to a page."""
    del view  # heeded by the encoder
    return HtmlSink(stream, run)


class HtmlSink:
    """Puts the blocks together; sentences that several of them name are written once."""

    def __init__(self, stream: BinaryIO, run: Run) -> None:
        self._stream, self._run = stream, run
        self._texts, self._counted = Texts(), Overview()
        self._rows = tempfile.TemporaryFile()  # noqa: SIM115 -- open from `begin` to `close`
        weakref.finalize(self, self._rows.close)  # also where the run ends early

    def begin(self) -> None:
        """Nothing can be written before all is counted."""

    def write(self, payload: Block) -> None:
        """Keep some rows."""
        self._counted.merge(payload.overview)
        self._rows.write(drawn(payload, self._texts).encode())

    def close(self, tally: Tally) -> None:
        """Write the page; what the charts need is counted here, and the tally has less."""
        del tally
        run = self._run
        report = run.report()
        about = [("file", run.source)]
        self._stream.write(top(report, self._counted, about).encode())
        self._rows.seek(0)
        shutil.copyfileobj(self._rows, self._stream)
        self._stream.write(bottom(report, run.columns).encode())
        self._rows.close()
