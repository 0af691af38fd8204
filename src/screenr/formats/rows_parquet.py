"""A run over a file as a Parquet table, for programs: the columns of `flat`, the run as metadata.

The columns of the input are texts, as they were read. Of those added, scores and counts are numbers
and the day of the run is a date; where there is nothing to say they are null. When a party was
listed stays a text, because it may be bounds. The key `screenr` of the metadata is the report of
version 1 without its findings.
"""

import datetime as dt
import json
import weakref
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from screenr.formats.encode_rows import run_v1, totals_of
from screenr.formats.flat import COLUMNS, Flat
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run, Tally

if TYPE_CHECKING:
    import pyarrow as pa

METADATA = "screenr"
_GROUP = 20_000  # rows that are compressed together, and held until they are that many


def encoder(run: Run, view: View) -> Encoder:
    """Rows to a batch of columns."""
    import pyarrow as pa

    flat = Flat(run, view)
    schema = _schema(run, flat)
    first = len(run.columns)

    def encode(screened: Iterable[Screened]) -> Any:  # noqa: ANN401 -- pyarrow has no types
        rows = [cells for each in screened for cells in flat.rows(each)]
        columns = zip(*rows, strict=True) if rows else [()] * len(schema)
        arrays = [
            pa.array(_values(cells, name="" if at < first else COLUMNS[at - first]), field.type)
            for at, (cells, field) in enumerate(zip(columns, schema, strict=True))
        ]
        return pa.RecordBatch.from_arrays(arrays, schema=schema)

    return encode


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Batches to a file."""
    return ParquetSink(stream, run, _schema(run, Flat(run, view)))


class ParquetSink:
    """Gathers batches to groups of rows, because many small groups make a slow file."""

    def __init__(self, stream: BinaryIO, run: Run, schema: "pa.Schema") -> None:
        from pyarrow import parquet

        self._run, self._schema = run, schema
        self._waiting: list[pa.RecordBatch] = []
        self._writer = parquet.ParquetWriter(stream, schema, compression="zstd")
        # Where a run breaks off, its file is closed and gone before the writer could finish it.
        weakref.finalize(self, vars(self._writer).update, is_open=False)

    def begin(self) -> None:
        """The writer has begun the file already."""

    def write(self, payload: "pa.RecordBatch") -> None:
        """Write some rows, as soon as they are many."""
        self._waiting.append(payload)
        if sum(batch.num_rows for batch in self._waiting) >= _GROUP:
            self._flush()

    def close(self, tally: Tally) -> None:
        """Write the rest, and under what the run was made."""
        self._flush()
        document = {**run_v1(self._run), "source": self._run.source, "totals": totals_of(tally)}
        self._writer.add_key_value_metadata({METADATA: json.dumps(document)})
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._waiting:
            table = pa.Table.from_batches(self._waiting, self._schema)
            self._writer.write_table(table, row_group_size=table.num_rows)
            self._waiting = []


def _schema(run: Run, flat: Flat) -> "pa.Schema":
    import pyarrow as pa

    typed = {"score": pa.float64(), "matches": pa.int64(), "row": pa.int64(), "as_of": pa.date32()}
    types = [*[pa.string()] * len(run.columns), *(typed.get(name, pa.string()) for name in COLUMNS)]
    names = [_encodable(name) for name in flat.columns]
    return pa.schema(list(zip(names, types, strict=True)))


def _values(cells: Iterable[str], *, name: str) -> list[Any]:
    """The cells of a column as its type has them; `name` is empty for a column of the input."""
    match name:
        case "":
            return [_encodable(cell) for cell in cells]
        case "score":
            return [float(cell) if cell else None for cell in cells]
        case "matches" | "row":
            return [int(cell) if cell else None for cell in cells]
        case "as_of":
            return [dt.date.fromisoformat(cell) for cell in cells]
        case _:
            return [_encodable(cell) if cell else None for cell in cells]


def _encodable(text: str) -> str:
    """Text that UTF-8 can hold: half a surrogate pair is written as its escape."""
    return text.encode(errors="backslashreplace").decode() if not text.isascii() else text
