"""How a run over a file leaves the program, row by row: one module a format.

A format has two halves, because rows are screened in several processes. Its `encoder` turns rows
into a payload where they were screened; its `sink` takes the payloads in order, in the one process
that writes. What takes time belongs into the encoder. A payload must survive pickling.

A sink writes to a temporary file that its caller moves into place or throws away, so that a run
that ends early leaves nothing behind.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, BinaryIO, NamedTuple, Protocol, cast

from screenr.errors import UsageError
from screenr.formats.view import View
from screenr.models.row import Screened
from screenr.models.run import Run, Tally

Encoder = Callable[[Iterable[Screened]], Any]
"""Turns some rows into a payload; they are gone through once, and not held together."""


class Sink(Protocol):
    """Writes a run: `begin`, then `write` for each payload in order, then `close`."""

    def begin(self) -> None:
        """Write what comes before the first row."""

    def write(self, payload: Any) -> None:  # noqa: ANN401 -- each format has its own
        """Write what the encoder made of some rows."""

    def close(self, tally: Tally) -> None:
        """Write what comes after the last row; the stream stays open."""


class RowFormat(NamedTuple):
    """A way to write a run. `needs` are modules that an extra of the package brings.

    A `resumable` format's bytes depend on nothing but the rows: its sink begins where it is told.
    A table has the columns of `flat`. What is no text does a terminal no good.
    """

    module: str
    endings: tuple[str, ...]
    resumable: bool = False
    needs: tuple[str, ...] = ()
    extra: str = ""
    is_table: bool = False
    is_text: bool = True

    def encoder(self, run: Run, view: View) -> Encoder:
        """The half that works beside the screening."""
        return cast("Encoder", import_module(self.module).encoder(run, view))

    def sink(self, stream: BinaryIO, run: Run, view: View) -> Sink:
        """The half that writes."""
        return cast("Sink", import_module(self.module).sink(stream, run, view))


SINKS: dict[str, RowFormat] = {
    "csv": RowFormat("screenr.formats.rows_csv", (".csv",), resumable=True, is_table=True),
    "tsv": RowFormat("screenr.formats.rows_tsv", (".tsv", ".tab"), resumable=True, is_table=True),
    "jsonl": RowFormat("screenr.formats.rows_jsonl", (".jsonl", ".ndjson"), resumable=True),
    "json": RowFormat("screenr.formats.rows_json", (".json",)),
    "markdown": RowFormat("screenr.formats.rows_markdown", (".md", ".markdown")),
    "html": RowFormat("screenr.formats.rows_html", (".html", ".htm")),
    "xlsx": RowFormat(
        "screenr.formats.rows_xlsx",
        (".xlsx",),
        needs=("xlsxwriter",),
        extra="excel",
        is_table=True,
        is_text=False,
    ),
    "parquet": RowFormat(
        "screenr.formats.rows_parquet",
        (".parquet", ".pq"),
        needs=("pyarrow",),
        extra="parquet",
        is_table=True,
        is_text=False,
    ),
}


def sink_of_file(name: str) -> str | None:
    """The format whose ending `name` has."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return next((key for key, each in SINKS.items() if ending in each.endings), None)


def require(name: str) -> None:
    """Refuse a format whose library is not installed, before anything is screened."""
    missing = [module for module in SINKS[name].needs if find_spec(module) is None]
    if missing:
        raise UsageError(
            f"`{name}` cannot be written: {', '.join(missing)} is not installed",
            hint=f"python3 -m pip install 'screenr[{SINKS[name].extra}]'",
        )
