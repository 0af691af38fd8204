"""Runs over a file, and what a format makes of them, as `batch` does, in chunks as a test asks."""

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


def run_of(*columns: str) -> Run:
    return Run(
        as_of=factory.DAY,
        policy=factory.report().policy,
        threshold=0.85,
        lists=(factory.list_use(),),
        columns=columns or COLUMNS,
        source="vendors.csv",
        warnings=("A sentence of warning.",),
    )


def screened(outcome: Finding | RowError, *cells: str, line: int = 2, note: str = "") -> Screened:
    return Screened(Row(line, cells), outcome, note)


def few() -> list[Screened]:
    """A hit, a clear row and one that could not be read."""
    return [
        screened(factory.hit(name="Acme", ref="2"), "V1", "Acme", line=2),
        screened(factory.clear("Bakery", ref="3"), "V2", "Bakery", line=3),
        screened(RowError(4, "the name is empty"), "V3", "", line=4),
    ]


def text_in(name: str, document: bytes) -> str:
    """All text of a document in a format."""
    if name == "xlsx":
        import python_calamine

        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(document))
        return str([book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names])
    if name == "parquet":
        from pyarrow import parquet

        return str(parquet.read_table(io.BytesIO(document)).to_pylist())
    return document.decode().replace("\\", "")


def written(
    name: str,
    *chunks: Sequence[Screened],
    columns: Sequence[str] = COLUMNS,
    view: View | None = None,
) -> bytes:
    """What `name` makes of the chunks, each of which is encoded as by a process of its own."""
    run, view, tally, stream = run_of(*columns), view or View(), Tally(), io.BytesIO()
    sink = SINKS[name].sink(stream, run, view)
    sink.begin()
    for chunk in chunks:
        sink.write(SINKS[name].encoder(run, view)(chunk))
        for each in chunk:
            tally.add(each)
    sink.close(tally)
    return stream.getvalue()
