"""A row a match, and a row for each counterparty without one: no counterparty without a row."""

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from screenr.formats import wording
from screenr.formats.encode_v1 import DIGITS, iso
from screenr.formats.lines import effect_items, later_items
from screenr.formats.safe import cell
from screenr.formats.set_aside import set_aside_note
from screenr.formats.shown import ownership_of, shown
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.designation import Bounds
from screenr.models.finding import Finding, Match
from screenr.models.report import Report

if TYPE_CHECKING:
    from screenr.models.decision import Decision

COLUMNS = (
    "ref", "counterparty", "country", "status", "error", "omitted", "list", "designation", "name",
    "matched_name", "matched_as", "supplementary_source", "score", "grade", "relation", "reason",
    "listed", "listed_after", "listed_by", "effective", "until", "delisted", "in_force",
    "countries", "programs", "license", "effects", "upcoming", "ownership", "summary", "citations",
    "notes", "decision", "decision_reason", "decision_by", "decision_on", "decision_expires",
    "as_of", "threshold", "activities", "lists", "warnings", "lowered",
)  # fmt: skip


def report(report: Report, view: View) -> str:
    """Render a report."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(report, view):
        writer.writerow({column: cell(value) for column, value in row.items()})
    return stream.getvalue()


def _rows(report: Report, view: View) -> Iterator[dict[str, str]]:
    context = {
        "as_of": report.as_of.isoformat(),
        "threshold": f"{round(report.threshold, DIGITS)}",
        "activities": ", ".join(report.policy.activities or ()),
        "lists": "; ".join(wording.list_words(use) for use in report.lists),
        "warnings": " ".join(report.warnings),
    }
    for finding in report.findings:
        matches, omitted = shown(finding, view.limit)
        head = _head(finding, omitted) | context
        if not matches:
            yield head
        yield from (head | _match(match, report) for match in matches)
    yield from (_error(error) | context for error in report.errors)


def _head(finding: Finding, omitted: int) -> dict[str, str]:
    counterparty = finding.counterparty
    return {
        "ref": counterparty.ref,
        "counterparty": counterparty.name,
        "country": counterparty.country_given or ", ".join(counterparty.countries),
        "status": finding.status,
        "error": finding.error or "",
        "omitted": f"{omitted}",
        "lowered": set_aside_note(finding),
    }


def _error(error: RowError) -> dict[str, str]:
    return {"ref": f"{error.row}", "status": "error", "error": error.message, "omitted": "0"}


def _match(match: Match, report: Report) -> dict[str, str]:
    listed = match.designation
    bounds = listed.listed if isinstance(listed.listed, Bounds) else None
    return {
        "list": match.list.id,
        "designation": listed.id,
        "name": listed.name,
        "matched_name": match.matched_name,
        "matched_as": match.matched_as,
        "supplementary_source": match.source or "",
        "score": f"{round(match.score, DIGITS)}",
        "grade": match.comparison.grade or "",
        "relation": match.comparison.relation or "",
        "reason": match.comparison.reason,
        "listed": "" if isinstance(listed.listed, Bounds) else listed.listed.isoformat(),
        "listed_after": "" if bounds is None else iso(bounds.after) or "",
        "listed_by": "" if bounds is None else bounds.by.isoformat(),
        "effective": iso(listed.effective) or "",
        "until": iso(listed.until) or "",
        "delisted": iso(listed.delisted) or "",
        "in_force": "yes" if match.in_force else "no",
        "countries": ", ".join(listed.countries),
        "programs": ", ".join(listed.programs),
        "license": " ".join(wording.license_lines(listed.license)),
        "effects": " ".join(effect_items(match, report.as_of)),
        "upcoming": " ".join(later_items(match, report.as_of)),
        "ownership": ownership_of(match, report.as_of) or "",
        "summary": match.summary,
        "citations": wording.citation_words(listed.citations),
        "notes": " ".join(match.notes),
        **_decision(match.decision),
    }


def _decision(decision: "Decision | None") -> dict[str, str]:
    if decision is None:
        return {}
    return {
        "decision": decision.verdict,
        "decision_reason": decision.reason,
        "decision_by": decision.by,
        "decision_on": decision.on.isoformat(),
        "decision_expires": decision.expires.isoformat(),
    }
