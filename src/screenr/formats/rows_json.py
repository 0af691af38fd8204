"""Version 1 of the wire as one document, its findings a line each: a run is never held whole."""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from screenr.formats.encode_rows import row_v1, run_v1, totals_of
from screenr.formats.row_lines import RowLines, line_of
from screenr.formats.safe import json_text
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.row import Screened
from screenr.models.run import Run, Tally

_IN_MEMORY = 1 << 20
_BEFORE = b",\n  "


class Lines(NamedTuple):
    """Findings and rows that could not be read, each line with a comma before it."""

    findings: bytes
    errors: bytes


def encoder(run: Run, view: View) -> Encoder:
    """Rows to lines; those that could not be read stand apart, as in every report."""
    lines = RowLines(run, view, start=_BEFORE + b"{")

    def encode(rows: Iterable[Screened]) -> Lines:
        errors: list[bytes] = []

        def findings() -> Iterator[Screened]:
            for each in rows:
                if isinstance(each.outcome, RowError):
                    document = {"message": each.error, **row_v1(each, run, view)}
                    errors.extend((_BEFORE, line_of(document)))
                else:
                    yield each

        return Lines(lines.of(findings()), b"".join(errors))

    return encode


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Lines to a document."""
    del view
    return _Document(stream, run)


class _Document:
    def __init__(self, stream: BinaryIO, run: Run) -> None:
        self._stream, self._run = stream, run
        self._errors = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- closed at the end
        self._is_first = True

    def begin(self) -> None:
        """Write what is known before the first row."""
        text = json_text(json.dumps(run_v1(self._run), ensure_ascii=False, indent=2))
        self._stream.write(f'{text[:-2]},\n  "findings": ['.encode())

    def write(self, payload: Lines) -> None:
        """Write the findings; the errors follow at the end."""
        self._errors.write(payload.errors)
        # The first line has nothing before it that a comma could part it from.
        start = 1 if self._is_first and payload.findings else 0
        self._is_first = self._is_first and not payload.findings
        self._stream.write(payload.findings[start:])

    def close(self, tally: Tally) -> None:
        """Write the errors and the totals."""
        self._stream.write(b'\n  ],\n  "errors": [')
        self._errors.seek(0)
        self._errors.read(1)  # its first comma
        shutil.copyfileobj(self._errors, self._stream)
        self._errors.close()
        self._stream.write(f'\n  ],\n  "totals": {json.dumps(totals_of(tally))}\n}}\n'.encode())
