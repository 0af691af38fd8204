"""How results leave the program: pure functions from a result to text, one module a format.

`FORMATS` is the registry of reports and `GATE_FORMATS` that of what the gate decided; a module is
imported when its format is asked for, because drawing a table costs more time than screening a
name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from screenr.formats.view import View
    from screenr.models.gate import GateResult
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


class GateFormat(NamedTuple):
    """A way to write what the gate decided; `endings` are the file names it belongs to."""

    module: str
    endings: tuple[str, ...]

    def gate(self, result: "GateResult", view: "View") -> str:
        """Render a gate result."""
        rendered = import_module(self.module).gate(result, view)
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
GATE_FORMATS: dict[str, GateFormat] = {
    "table": GateFormat("screenr.formats.gate_table", (".txt",)),
    "json": GateFormat("screenr.formats.gate_json", (".json",)),
    "markdown": GateFormat("screenr.formats.gate_markdown", (".md", ".markdown")),
    "sarif": GateFormat("screenr.formats.sarif", (".sarif",)),
    "junit": GateFormat("screenr.formats.junit", (".xml",)),
    "github": GateFormat("screenr.formats.github", ()),
}


def format_of_file(name: str) -> str | None:
    """The format whose ending `name` has; no ending means two formats."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    known: dict[str, Format | GateFormat] = {**FORMATS, **GATE_FORMATS}
    return next((key for key, each in known.items() if ending in each.endings), None)
