"""A name a line, without a header."""

from collections.abc import Iterator

from screenr.inputs.encoding import NAMES
from screenr.inputs.source import Source
from screenr.inputs.table import Asked, Table
from screenr.inputs.text_lines import Lines, damage, encoding_for, repaired, text_of
from screenr.models.row import Row

COLUMN = "name"


def read(source: Source, asked: Asked) -> Table:
    """Open a text file; lines without anything on them are no rows."""
    encoding = encoding_for(source, asked.encoding)
    how = f"read as {NAMES.get(encoding, encoding.upper())}, a name a line"
    return Table(
        columns=(COLUMN,),
        rows=_rows(Lines(text_of(source, encoding)), encoding),
        remarks=(how,),
        done=source.done,
    )


def _rows(lines: Lines, encoding: str) -> Iterator[Row]:
    for text in lines:
        lines.record.clear()
        name = text.strip()
        if name:
            wrong = damage(name, encoding)
            yield Row(lines.number, repaired([name]) if wrong else [name], wrong)
