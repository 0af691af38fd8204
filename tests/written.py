"""Rows of a file written in a format as `batch` does, in as many chunks as a test asks for."""

import io
from collections.abc import Sequence

import factory

from screenr.formats.sinks import SINKS
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.finding import Finding
from screenr.models.row import Row, Screened
from screenr.models.run import Run, Tally

COLUMNS = ("vendor", "name")


def run_of(columns: Sequence[str] = COLUMNS) -> Run:
    return Run(
        as_of=factory.DAY,
        policy=factory.report().policy,
        threshold=0.85,
        lists=(factory.list_use(),),
        columns=tuple(columns),
        source="vendors.csv",
        warnings=("A sentence of warning.",),
    )


def screened(outcome: Finding | RowError, *cells: str, line: int = 2, note: str = "") -> Screened:
    return Screened(Row(line, cells), outcome, note)


def written(
    name: str,
    *chunks: Sequence[Screened],
    columns: Sequence[str] = COLUMNS,
    view: View | None = None,
) -> bytes:
    """What `name` makes of the chunks, each of which is encoded as by a process of its own."""
    run, view, tally, stream = run_of(columns), view or View(), Tally(), io.BytesIO()
    sink = SINKS[name].sink(stream, run, view)
    sink.begin()
    for chunk in chunks:
        sink.write(SINKS[name].encoder(run, view)(chunk))
        for each in chunk:
            tally.add(each)
    sink.close(tally)
    return stream.getvalue()
