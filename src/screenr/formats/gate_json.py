"""What the gate decided as JSON: the report of the run with one more key, `gate`.

Every match is in it, whatever the limit of the other formats: a baseline that leaves some out
would take them for new ones.
"""

from screenr.formats.encode_v1 import report_v1
from screenr.formats.gate_v1 import (
    BaselineV1,
    DecisionNoteV1,
    DecisionsV1,
    EntryV1,
    FileV1,
    GateListsV1,
    GateReportV1,
    GateTotalsV1,
    GateV1,
    GoneV1,
    JudgedV1,
    PlaceV1,
)
from screenr.formats.json_report import dumps
from screenr.formats.view import View
from screenr.models.decision import DecisionNote
from screenr.models.gate import BaselineUse, DecisionsUse, GateEntry, GateResult, JudgedMatch


def gate(result: GateResult, view: View) -> str:  # noqa: ARG001 -- the signature of all formats
    """Render a gate result."""
    return dumps(gate_report_v1(result), indent=2) + "\n"


def gate_report_v1(result: GateResult) -> GateReportV1:
    """The report and the verdict as plain values, in the order of the contract."""
    return {**report_v1(result.report), "gate": gate_v1(result)}


def gate_v1(result: GateResult) -> GateV1:
    """The verdict and its grounds."""
    return GateV1(
        verdict=result.verdict,
        exit_code=int(result.exit_code),
        policy_file=result.policy_file,
        max_age_days=result.max_age_days,
        problems=list(result.problems),
        totals=_totals(result),
        files=[FileV1(file=each.file, sha256=each.sha256, rows=each.rows) for each in result.files],
        entries=[_entry(each) for each in result.entries],
        not_screened=[
            PlaceV1(file=each.position.file, line=each.position.line, message=each.message)
            for each in result.unread
        ],
        decisions=None if result.decisions is None else _decisions(result.decisions),
        baseline=None if result.baseline is None else _baseline(result.baseline),
        lists=GateListsV1(
            old=[use.id for use in result.old_lists],
            left_out=list(result.left_out),
            absent=list(result.absent),
            missing=list(result.missing),
        ),
    )


def _totals(result: GateResult) -> GateTotalsV1:
    return {
        "counterparties": len(result.entries),
        "fail": result.count("fail"),
        "known": result.count("known"),
        "decided": result.count("decided"),
        "notice": result.count("notice"),
        "pass": result.count("pass"),
        "not_screened": result.count("error") + len(result.unread),
    }


def _entry(entry: GateEntry) -> EntryV1:
    return EntryV1(
        ref=entry.counterparty.ref,
        file=entry.position.file,
        line=entry.position.line,
        name=entry.counterparty.name,
        verdict=entry.verdict,
        error=entry.finding.error,
        matches=[_judged(each) for each in entry.matches],
    )


def _judged(judged: JudgedMatch) -> JudgedV1:
    return JudgedV1(
        designation=judged.match.designation.id,
        verdict=judged.verdict,
        reason=judged.reason,
        fingerprint=judged.fingerprint,
        novelty=judged.novelty,
        lapsed=None if judged.lapsed is None else _note(judged.lapsed),
    )


def _note(note: DecisionNote) -> DecisionNoteV1:
    return DecisionNoteV1(
        counterparty=note.decision.counterparty,
        designation=note.decision.designation,
        line=note.decision.line,
        state=note.state,
        reason=note.reason,
    )


def _decisions(use: DecisionsUse) -> DecisionsV1:
    return DecisionsV1(
        file=use.file,
        sha256=use.sha256,
        count=use.count,
        lapsed=[_note(each) for each in use.lapsed],
        unused=[_note(each) for each in use.unused],
    )


def _baseline(use: BaselineUse) -> BaselineV1:
    return BaselineV1(
        file=use.file,
        sha256=use.sha256,
        count=use.count,
        gone=[
            GoneV1(
                counterparty=each.counterparty,
                designation=each.designation,
                name=each.name,
                reason=each.reason,
            )
            for each in use.gone
        ],
    )
