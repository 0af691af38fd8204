"""How results leave the program: pure functions from a result to text, one module a format.

`FORMATS` is the registry; a module is imported when its format is asked for, because drawing a
table costs more time than screening a name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from screenr.formats.view import View
    from screenr.models.report import Report


class Format(NamedTuple):
    """A way to write a report; `endings` are the file names it belongs to."""

    module: str
    endings: tuple[str, ...]

    def report(self, report: "Report", view: "View") -> str:
        """Render a report."""
        rendered = import_module(self.module).report(report, view)
        assert isinstance(rendered, str)  # noqa: S101 -- narrows what the import made Any
        return rendered


FORMATS: dict[str, Format] = {
    "table": Format("screenr.formats.table", (".txt",)),
    "json": Format("screenr.formats.json_report", (".json",)),
    "jsonl": Format("screenr.formats.jsonl_report", (".jsonl", ".ndjson")),
    "csv": Format("screenr.formats.csv_report", (".csv",)),
    "markdown": Format("screenr.formats.markdown", (".md", ".markdown")),
    "html": Format("screenr.formats.html_report", (".html", ".htm")),
}


def format_of_file(name: str) -> str | None:
    """The format whose ending `name` has."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return next((key for key, each in FORMATS.items() if ending in each.endings), None)
