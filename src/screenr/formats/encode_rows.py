"""Rows of a run as version 1 of the wire: findings with the input they were made of."""

from typing import Any

from screenr.formats.encode_v1 import DIGITS, finding_v1, list_v1, policy_v1
from screenr.formats.report_v1 import RowErrorV1, RowFindingV1, TotalsV1
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.row import Screened
from screenr.models.run import Run, Tally
from screenr.version import __version__

SCHEMA = "screenr/finding/1"


def context_of(run: Run) -> dict[str, Any]:
    """What every line says of the run, as the lines of `jsonl_report` do."""
    activities = run.policy.activities
    return {
        "schema": SCHEMA,
        "screenr": __version__,
        "as_of": run.as_of.isoformat(),
        "threshold": round(run.threshold, DIGITS),
        "activities": None if activities is None else [*activities],
        "lists": {use.id: use.published.isoformat() for use in run.lists},
        "reconstructed": [use.id for use in run.lists if use.basis == "reconstructed"],
        "warnings": list(run.warnings),
    }


def run_v1(run: Run) -> dict[str, Any]:
    """What a report says before its findings."""
    return {
        "schema": "screenr/report/1",
        "screenr": __version__,
        "as_of": run.as_of.isoformat(),
        "policy": policy_v1(run.policy, run.threshold),
        "lists": [list_v1(use) for use in run.lists],
        "warnings": list(run.warnings),
        "columns": list(run.columns),
    }


def totals_of(tally: Tally) -> TotalsV1:
    """What a report says after its findings."""
    return TotalsV1(
        screened=tally.screened,
        hits=tally.hits,
        clear=tally.clear,
        decided=tally.decided,
        errors=tally.errors,
    )


def row_v1(screened: Screened, run: Run, view: View) -> RowFindingV1 | RowErrorV1:
    """One row with its finding, or with the reason why there is none."""
    row, outcome, note = screened
    given = dict(zip(run.columns, row.cells, strict=True))
    if isinstance(outcome, RowError):
        return RowErrorV1(
            row=row.line, status="error", error=outcome.message, note=note or None, input=given
        )
    body = finding_v1(outcome, as_of=run.as_of, limit=view.limit)
    return RowFindingV1(**body, row=row.line, note=note or None, input=given)
