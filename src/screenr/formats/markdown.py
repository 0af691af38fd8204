"""The report as a Markdown page, for tickets and reviews."""

from collections.abc import Iterator

from screenr.formats import lines, wording
from screenr.formats.safe import markdown as escape
from screenr.formats.safe import visible
from screenr.formats.set_aside import set_aside
from screenr.formats.shown import at_length, in_short, omission, overview, shown
from screenr.formats.view import View
from screenr.models.finding import Finding
from screenr.models.report import Report


def report(report: Report, view: View) -> str:
    """Render a report."""
    return "\n".join(_blocks(report, view)) + "\n"


def _blocks(report: Report, view: View) -> Iterator[str]:
    yield "# Screening report\n"
    yield (
        f"**{wording.totals_sentence(report)}** · as of {report.as_of.isoformat()}"
        f" · threshold {report.threshold:.2f}\n"
    )
    if report.policy.activities is not None:
        yield f"{escape(wording.activities_sentence(report))}\n"
    for finding in report.findings:
        yield from finding_blocks(finding, report, view)
    if report.errors:
        yield "## NOT SCREENED\n"
        yield from (f"- row {error.row}: {escape(error.message)}" for error in report.errors)
        yield ""
    yield from list_blocks(report)


def list_blocks(report: Report) -> Iterator[str]:
    """The lists that were asked, and what must be known of them."""
    yield "## Lists\n"
    yield from (f"- {escape(wording.list_words(use))}: {escape(use.title)}" for use in report.lists)
    if report.warnings:
        yield "\n## Notes\n"
        yield from (f"- {escape(warning)}" for warning in report.warnings)


def finding_blocks(finding: Finding, report: Report, view: View) -> Iterator[str]:
    """One counterparty with its matches."""
    status = wording.FINDING_STATUS[finding.status]
    name = escape(visible(finding.counterparty.name))
    yield f"## {escape(finding.counterparty.ref)}. {name}: {status}\n"
    extra = lines.asked(finding.counterparty)
    if extra:
        yield f"{escape(extra)}\n"
    if finding.error is not None:
        yield f"{escape(finding.error)}\n"
    elif not finding.matches:
        yield f"{escape(wording.clear_sentence(report))}\n"
    _, omitted = shown(finding, view.limit)
    matches, short = at_length(finding, view)
    if len(finding.matches) > 1:
        yield f"{escape(overview(finding))}\n"
    for number, match in enumerate(matches, start=1):
        yield f"### {number}. {escape(lines.match_title(match))}\n"
        yield from bullets(lines.match_lines(match, report.as_of, explain=view.explain))
        yield ""
    if short:
        yield f"### {escape(in_short(short))}\n"
        for number, match in enumerate(short, start=len(matches) + 1):
            yield f"{number}. {escape(lines.match_line(match))}"
        yield ""
    if omitted:
        yield f"**{escape(omission(finding, omitted))}**\n"
    if finding.lowered:
        yield from _set_aside(finding, view)


def _set_aside(finding: Finding, view: View) -> Iterator[str]:
    for aside in set_aside(finding, view):
        yield f"- {escape(aside.said)}"
        yield from (f"  - {escape(each)}" for each in aside.evidence)
    yield ""


def bullets(account: list[lines.Line]) -> Iterator[str]:
    """Labeled lines as a list, and as a list in a list where a label has several items."""
    for line in account:
        if len(line.items) == 1:
            yield f"- **{line.label}** {escape(line.items[0])}"
            continue
        yield f"- **{line.label}**"
        yield from (f"  - {escape(item)}" for item in line.items)
