"""A finding a line, each of which can be read without the others."""

from collections.abc import Iterator

from screenr.formats.encode_v1 import DIGITS, finding_v1
from screenr.formats.json_report import dumps
from screenr.formats.view import View
from screenr.models.report import Report
from screenr.version import __version__

SCHEMA = "screenr/finding/1"


def report(report: Report, view: View) -> str:
    """Render a report."""
    return "".join(f"{line}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    context = {
        "schema": SCHEMA,
        "screenr": __version__,
        "as_of": report.as_of.isoformat(),
        "threshold": round(report.threshold, DIGITS),
        "activities": None if report.policy.activities is None else [*report.policy.activities],
        "lists": {use.id: use.published.isoformat() for use in report.lists},
        "reconstructed": [use.id for use in report.lists if use.basis == "reconstructed"],
        "warnings": list(report.warnings),
    }
    for finding in report.findings:
        body = finding_v1(finding, as_of=report.as_of, limit=view.limit)
        yield dumps({**context, **body})
    for error in report.errors:
        yield dumps({**context, "row": error.row, "status": "error", "error": error.message})
