"""The report as one HTML page that needs nothing from outside and forbids it to itself.

The summary is plain HTML; the rows are data that the page's own script draws page by page, which
keeps ten thousand of them quick. Where scripts are stripped (a mail preview), hits and rows not
screened stand as plain lines. The content security policy names the one script and the one style
by their digests: whatever a name smuggled in could not run.
"""

import base64
import functools
import hashlib
from collections.abc import Iterable
from importlib import resources
from string import Template

from screenr.effects.activities import ACTIVITIES, doing
from screenr.formats import html_parts, wording
from screenr.formats.html_parts import text
from screenr.formats.html_rows import Block, Texts, clean, data, encode
from screenr.formats.overview import Overview
from screenr.formats.view import View
from screenr.models.report import Report
from screenr.models.row import Row, Screened
from screenr.version import __version__

_PLAIN = (
    "Shown without scripts: hits and rows not screened. The evidence and the clear rows are in this"
    " file too; open it in a browser that runs its script."
)


def report(report: Report, view: View) -> str:
    """Render a report."""
    none = Row(0, ())  # without a file there are no cells
    rows = [Screened(none, finding) for finding in report.findings]
    rows += [Screened(none, error) for error in report.errors]
    block = encode(rows, report.as_of, limit=view.limit)
    return "".join((top(report, block.overview), drawn(block, Texts()), bottom(report)))


def top(report: Report, counted: Overview, about: Iterable[tuple[str, str]] = ()) -> str:
    """The page down to where its rows begin; `about` are further facts of the run."""
    return _template()[0].substitute(
        policy=_policy(),
        version=text(__version__),
        title=text(f"Screening report: {_totals(counted)}, as of {report.as_of.isoformat()}"),
        style=_asset("report.css"),
        facts=html_parts.facts(report, about),
        tiles=html_parts.tiles(counted),
        notes=html_parts.notes(report),
        alarm=html_parts.alarm(counted),
        charts=html_parts.charts(counted),
        plain=text(_PLAIN),
    )


def drawn(block: Block, texts: Texts) -> str:
    """A block as a part of a page that has written `texts` already.

    The data are texts that are new, the numbers in the page of the texts that the rows name, rows.
    """
    before = len(texts)
    numbers = [texts.number(each) for each in block.texts]
    fresh = data(texts.since(before))
    return (
        f"{block.plain}"
        f'<script type="application/json" class="rows">[{fresh},{numbers},{block.rows}]</script>\n'
    )


def bottom(report: Report, columns: Iterable[str] = ()) -> str:
    """The rest of the page; `columns` are those of the input, whose cells the rows have."""
    run = {
        "statuses": wording.FINDING_STATUS,
        "columns": clean(list(columns)),
        "activities": [doing(each) for each in ACTIVITIES],
        "clear": wording.clear_sentence(report),
    }
    return _template()[1].substitute(
        lists=html_parts.lists(report),
        version=text(__version__),
        run=data(run),
        script=_asset("report.js"),
    )


def _totals(counted: Overview) -> str:
    errors = counted.statuses["error"]
    said = wording.counted(counted.statuses["hit"], "hit")
    return f"{said}, {errors} NOT SCREENED" if errors else said


@functools.cache
def _template() -> tuple[Template, Template]:
    top, bottom = _asset("report.html").split("$rows")
    return Template(top), Template(bottom)


@functools.cache
def _asset(name: str) -> str:
    return (resources.files("screenr.formats") / "assets" / name).read_text(encoding="utf-8")


def _policy() -> str:
    style, script = (_digest(_asset(name)) for name in ("report.css", "report.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}';"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
