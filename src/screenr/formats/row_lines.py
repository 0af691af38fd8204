"""Screened rows as lines of JSON, whose every character may go to a terminal.

Nearly all rows of a file are clear, and nearly all of their lines is the same: it is encoded once,
with holes for the rest, which are filled in many lines at once.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, islice
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import Any

from pydantic_core import to_json

from screenr.formats.encode_rows import row_v1
from screenr.formats.encode_v1 import counterparty_v1
from screenr.formats.safe import json_text
from screenr.formats.view import View
from screenr.models.counterparty import Counterparty
from screenr.models.finding import Finding
from screenr.models.row import Row, Screened
from screenr.models.run import Run

_PLAIN = bytes(range(0x20, 0x7F))  # what of ASCII is shown as it stands
_HOLE = "\x00"  # which no value that is the same in all lines is
_TOGETHER = 100  # lines; where one holds what cannot be shown, each is encoded by itself
_BESIDE_NAME = 256


class RowLines:
    """Makes the lines of a run, as `row_v1` has them.

    Each begins with `start`, which takes the place of the brace, and ends with `end`.
    """

    def __init__(self, run: Run, view: View, *, start: bytes = b"{", end: bytes = b"") -> None:
        self._run, self._view, self._start, self._end = run, view, start, end
        clear = Screened(Row(0, run.columns), Finding(Counterparty(_HOLE, _HOLE)))
        line = _json(
            {
                **row_v1(clear, run, view),
                "counterparty": _HOLE,
                "row": _HOLE,
                "input": dict.fromkeys(run.columns, _HOLE),
            }
        )
        self._is_shown = _is_shown(line)
        self._clear = _with_holes((start + line[1:] + end).decode())

    def of(self, rows: Iterable[Screened]) -> bytes:
        """The lines of some rows, which are gone through once."""
        parts: list[bytes] = []
        for are_clear, group in groupby(rows, attrgetter("is_plainly_clear")):
            while are_clear and (clear := list(islice(group, _TOGETHER))):
                parts += self._together(clear)
            parts += map(self._line, group)
        return b"".join(parts)

    def _line(self, screened: Screened) -> bytes:
        line = line_of(row_v1(screened, self._run, self._view))
        return self._start + line[1:] + self._end

    def _together(self, clear: Sequence[Screened]) -> Iterable[bytes]:
        """The lines of rows that are plainly clear."""
        rows, outcomes, _ = zip(*clear, strict=True)
        parties = [outcome.counterparty for outcome in outcomes]
        values = [
            [quoted(party.ref) for party in parties],
            [_counterparty(party) for party in parties],
            [f"{row.line}" for row in rows],
            *([*map(quoted, cells)] for cells in zip(*(row.cells for row in rows), strict=True)),
        ]
        if not (self._is_shown and _is_shown("".join(map("".join, values)).encode())):
            return map(self._line, clear)
        step = len(self._clear)
        filled = self._clear * len(clear)
        for hole, column in zip(range(1, step, 2), values, strict=True):
            filled[hole::step] = column
        return ["".join(filled).encode()]


@lru_cache(_BESIDE_NAME)
def _beside_name(*others: Any) -> str:  # noqa: ANN401 -- the fields of a counterparty
    """The end of its JSON, which many have in common."""
    return _json(counterparty_v1(Counterparty("", "", *others))).decode().removeprefix('{"name":""')


def _counterparty(party: Counterparty) -> str:
    return f'{{"name":{quoted(party.name)}{_beside_name(*party[2:])}'


def line_of(document: object) -> bytes:
    """JSON on one line."""
    return _harmless(_json(document))


def _json(document: object) -> bytes:
    return to_json(document, inf_nan_mode="strings")  # ten times as fast as `json`


def _with_holes(document: str) -> list[str]:
    """JSON in parts, every second of which is a hole in the place of a value."""
    parts = document.split(f":{_json(_HOLE).decode()}")
    return [part for each in parts[:-1] for part in (f"{each}:", "")] + parts[-1:]


def _is_shown(text: bytes) -> bool:
    """Whether all that is not plain can be shown: of bytes that is soon asked."""
    return text.translate(None, _PLAIN).decode().isprintable()


def _harmless(line: bytes) -> bytes:
    """The line itself where all of it can be shown."""
    return line if _is_shown(line) else json_text(line.decode()).encode()
