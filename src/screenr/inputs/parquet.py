"""Parquet files, through pyarrow (extra `parquet`), a batch of rows at a time."""

from collections.abc import Iterator
from typing import Any

from screenr.errors import UsageError
from screenr.inputs.cell_text import texts
from screenr.inputs.source import Source, unreadable
from screenr.inputs.table import Asked, Table, header_of, missing_library
from screenr.inputs.text_lines import damage
from screenr.models.row import Row

_BATCH = 2_000


def read(source: Source, asked: Asked) -> Table:
    """Open a Parquet file; its column names are its header."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise missing_library("Parquet", "pyarrow", "parquet") from error
    if not source.is_file:
        raise UsageError("Parquet is read from a file only", hint="save it, and name the file")
    if asked.header_row is not None:
        raise UsageError("a Parquet file has its own header", hint="leave `--header-row` out")
    try:
        file = parquet.ParquetFile(source.name)
    except (pa.ArrowException, OSError) as error:
        raise unreadable(source, error) from error
    columns, changed = header_of(file.schema_arrow.names)
    read_rows = _Rows(file, source)
    return Table(
        columns=columns,
        rows=iter(read_rows),
        remarks=("read as Parquet", *changed),
        done=read_rows.done,
    )


class _Rows:
    def __init__(self, file: Any, source: Source) -> None:  # noqa: ANN401 -- pyarrow has no types
        self._file, self._source, self._line = file, source, 0

    def done(self) -> float | None:
        """The share that was read."""
        total = self._file.metadata.num_rows
        return self._line / total if total else None

    def __iter__(self) -> Iterator[Row]:
        import pyarrow as pa

        try:
            for batch in self._file.iter_batches(_BATCH):
                for values in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    self._line += 1
                    cells = texts(values)
                    yield Row(self._line, cells, damage("".join(cells), "utf-8"))
        except (pa.ArrowException, OSError) as error:
            raise unreadable(self._source, error) from error
