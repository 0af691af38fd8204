"""Version 1 of the wire as JSON: one document."""

import json

from screenr.formats.encode_v1 import report_v1
from screenr.formats.safe import json_text
from screenr.formats.view import View
from screenr.models.report import Report


def report(report: Report, view: View) -> str:
    """Render a report; the evidence is always in it."""
    return dumps(report_v1(report, limit=view.limit), indent=2) + "\n"


def dumps(document: object, *, indent: int | None = None) -> str:
    """JSON whose every character may go to a terminal; never NaN, which is not JSON."""
    return json_text(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent))
