"""Files that a test writes and reads as tables."""

from dataclasses import replace
from pathlib import Path

from screenr.inputs import open_table
from screenr.inputs.source import Source
from screenr.inputs.table import Asked, Table
from screenr.models.row import Row


def table_of(path: Path, asked: Asked | None = None) -> Table:
    """A file as a table whose rows were all read."""
    with Source(str(path)) as source:
        table = open_table(source, asked or Asked())
        return replace(table, rows=iter(list(table.rows)))


def written(folder: Path, name: str, content: str | bytes, *, encoding: str = "utf-8") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return path


def rows_of(path: Path, asked: Asked | None = None) -> list[Row]:
    """All rows of a file."""
    return list(table_of(path, asked).rows)


def cells_of(path: Path, asked: Asked | None = None) -> list[list[str]]:
    """The cells of all rows of a file."""
    return [list(row.cells) for row in rows_of(path, asked)]
