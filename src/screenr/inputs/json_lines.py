"""An object a line. The columns are the keys, in the order in which they first come.

A file is read twice, the first time for its keys, because the columns of the output must be known
before its first row; a stream can be read only once, so its first lines decide.
"""

import json
from collections.abc import Iterable, Iterator

from screenr.errors import UsageError
from screenr.inputs.cell_text import text_of_value
from screenr.inputs.encoding import NAMES
from screenr.inputs.source import Source
from screenr.inputs.table import Asked, Table
from screenr.inputs.text_lines import Lines, damage, encoding_for, head_of, repaired, text_of
from screenr.models.row import Row


def read(source: Source, asked: Asked) -> Table:
    """Open JSON lines."""
    encoding = encoding_for(source, asked.encoding)
    looked_at: Iterable[str] = (
        text_of(source, encoding) if source.is_file else head_of(source, encoding)
    )
    is_array = "".join(head_of(source, encoding)[:1]).lstrip().startswith("[")
    columns = () if is_array else _keys(looked_at)
    if not columns:
        raise UsageError(
            f"`{source.name}` has no JSON object",
            hint='one object a line, such as {"name": "Acme"}; `jq -c .[]` makes them of an array',
        )
    return Table(
        columns=columns,
        rows=_rows(Lines(text_of(source, encoding)), columns, encoding),
        remarks=(f"read as {NAMES.get(encoding, encoding.upper())}, a JSON object a line",),
        done=source.done,
    )


def _keys(lines: Iterable[str]) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    for line in lines:
        found, _ = _object(line)
        keys.update(dict.fromkeys(found))
    return tuple(keys)


def _rows(lines: Lines, columns: tuple[str, ...], encoding: str) -> Iterator[Row]:
    width = len(columns)
    for text in lines:
        lines.record.clear()
        if not text.strip():
            continue
        found, problem = _object(text)
        problem = damage(text, encoding) or problem
        if problem and not found:
            yield Row(lines.number, [*repaired([text.strip()]), *[""] * (width - 1)], problem)
            continue
        cells = [text_of_value(found[key]) if key in found else "" for key in columns]
        if unknown := [key for key in found if key not in columns]:
            problem = problem or f"the key `{unknown[0]}` is in none of the first rows"
            cells[-1] += json.dumps({key: found[key] for key in unknown}, ensure_ascii=False)
        problem = problem or damage("".join(cells), encoding)  # escapes hide it in the text
        yield Row(lines.number, repaired(cells) if problem else cells, problem)


def _object(text: str) -> tuple[dict[str, object], str]:
    """The object of a line, its numbers as they are written; else why there is none."""
    try:
        found = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return {}, "the line is not JSON"
    if not isinstance(found, dict):
        return {}, "the line is not a JSON object"
    return found, ""
