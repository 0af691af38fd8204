"""The report for a person at a terminal: the verdict first, then one block a match."""

from typing import TYPE_CHECKING

from screenr.formats import lines, wording
from screenr.formats.safe import one_line, visible
from screenr.formats.set_aside import set_aside
from screenr.formats.shown import at_length, in_short, omission, overview, shown
from screenr.formats.terminal import STYLES, draw, indented, labeled, text
from screenr.formats.view import View
from screenr.models.finding import Finding
from screenr.models.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


def report(report: Report, view: View) -> str:
    """Render a report."""
    return draw(_parts(report, view), view)


def _parts(report: Report, view: View) -> "Iterator[RenderableType]":
    yield text(
        f"{wording.totals_sentence(report)} · as of {report.as_of.isoformat()}"
        f" · threshold {report.threshold:.2f}",
        "bold",
    )
    if report.policy.activities is not None:
        yield text(wording.activities_sentence(report))
    for finding in report.findings:
        yield text("")
        yield from _finding(finding, report, view)
    if report.errors:
        yield text("")
        yield text("NOT SCREENED", STYLES["error"])
        for error in report.errors:
            yield indented(f"row {error.row}: {one_line(error.message)}")
    yield text("")
    yield text(f"Lists: {' · '.join(wording.list_words(use) for use in report.lists)}", "dim")
    for warning in report.warnings:
        yield text(f"Note: {one_line(warning)}")


def _finding(finding: Finding, report: Report, view: View) -> "Iterator[RenderableType]":
    status = wording.FINDING_STATUS[finding.status]
    extra = lines.asked(finding.counterparty)
    head = text(f"{status}  ", STYLES[finding.status])
    head.append(visible(finding.counterparty.name), style="bold")
    head.append(f" ({visible(extra)})" if extra else "")
    head.append(f"  #{visible(finding.counterparty.ref)}", style="dim")
    if finding.matches:
        head.append(f"  {overview(finding)}")
    yield head
    if finding.error is not None:
        yield indented(one_line(finding.error))
    elif not finding.matches:
        yield indented(wording.clear_sentence(report))
    _, omitted = shown(finding, view.limit)
    matches, short = at_length(finding, view)
    for number, match in enumerate(matches, start=1):
        yield text("")
        yield text(f"{number}. {lines.match_title(match)}", "bold")
        yield from labeled(lines.match_lines(match, report.as_of, explain=view.explain))
    if short:
        yield text("")
        yield text(in_short(short), "bold")
        for number, match in enumerate(short, start=len(matches) + 1):
            yield indented(f"{number}. {lines.match_line(match)}")
    if omitted:
        yield text("")
        yield indented(omission(finding, omitted), STYLES["error"])
    if finding.lowered:
        yield from _set_aside(finding, view)


def _set_aside(finding: Finding, view: View) -> "Iterator[RenderableType]":
    if finding.matches:
        yield text("")
    for aside in set_aside(finding, view):
        yield indented(aside.said, "dim")
        if aside.evidence:
            yield from labeled([lines.Line("why", aside.evidence)])
