"""A file of counterparties, whatever it is written in, as a table of text: one module a format.

What a file is, its content says; its ending only decides between kinds of text.
"""

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from screenr.errors import UsageError
from screenr.inputs.source import Source
from screenr.inputs.table import Asked, Table


class Input(NamedTuple):
    """A kind of file, its module, and the endings it comes with."""

    module: str
    endings: tuple[str, ...]


INPUTS: dict[str, Input] = {
    "csv": Input("screenr.inputs.delimited", (".csv",)),
    "tsv": Input("screenr.inputs.delimited", (".tsv", ".tab")),
    "jsonl": Input("screenr.inputs.json_lines", (".jsonl", ".ndjson", ".json")),
    "text": Input("screenr.inputs.plain_text", (".txt", ".list")),
    "workbook": Input("screenr.inputs.workbook", (".xlsx", ".xls", ".xlsm", ".ods")),
    "parquet": Input("screenr.inputs.parquet", (".parquet", ".pq")),
}


def open_table(source: Source, asked: Asked) -> Table:
    """Open a file as a table; `UsageError` where it is none."""
    from screenr.inputs.kind import kind_of

    if not source.head:
        raise UsageError(f"`{source.name}` is empty: nothing was screened")
    found = kind_of(source, asked)
    kind = asked.kind or found
    if kind in ("workbook", "parquet") and found != kind:
        raise UsageError(f"`{source.name}` is no {kind}", hint=f"it looks like {found}")
    table = import_module(INPUTS[kind].module).read(source, asked)
    assert isinstance(table, Table)  # noqa: S101 -- narrows what the import made Any
    return table


def kind_of_ending(name: str) -> str | None:
    """The kind that the ending of a file's name promises."""
    ending = Path(name).suffix.lower()
    return next((kind for kind, each in INPUTS.items() if ending in each.endings), None)
