"""Parquet files, through pyarrow (extra `parquet`), a batch of rows at a time."""

from collections.abc import Iterator
from typing import Any

from screenr.errors import UsageError
from screenr.inputs.cell_text import texts
from screenr.inputs.source import Source, unreadable
from screenr.inputs.table import Asked, Table, header_of, missing_library
from screenr.inputs.text_lines import damage, repaired
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
                for together in zip(*map(_texts_of, batch.columns), strict=True):
                    self._line += 1
                    cells = list(together)
                    wrong = damage("".join(cells), "utf-8")
                    yield Row(self._line, repaired(cells) if wrong else cells, wrong)
        except (pa.ArrowException, OSError) as error:
            raise unreadable(self._source, error) from error


def _texts_of(column: Any) -> list[str]:  # noqa: ANN401 -- as above
    """The texts of a column, also of values that Python cannot hold: nanoseconds, the year 9999999.

    A string of Parquet should be UTF-8, and nobody checks it; what is not is marked as in a text.
    """
    import pyarrow as pa

    try:
        return texts(column.to_pylist())
    except (ValueError, OverflowError):
        pass
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        raw = column.cast(pa.large_binary()).to_pylist()
        return ["" if each is None else each.decode(errors="surrogateescape") for each in raw]
    return texts(column.cast(pa.string()).to_pylist())
