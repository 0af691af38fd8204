"""Builders of gate results, so that a test of a format or a command states only its subject."""

import datetime as dt

import factory

from screenr.models.counterparty import RowError
from screenr.models.decision import Decision, DecisionNote, DecisionVerdict
from screenr.models.finding import Finding, Match
from screenr.models.gate import (
    BaselineUse,
    DecisionsUse,
    GateEntry,
    GateResult,
    JudgedMatch,
    MatchVerdict,
    Position,
    SupplierFile,
    UnreadRow,
    fingerprint_of,
)
from screenr.models.policy import Policy

FILE = "suppliers.csv"
REASONS = {
    "fail": "A match fails: the policy's `fail_on` is `listed`.",
    "known": "It stands unchanged in the baseline.",
    "decided": "Decided as a false positive by jane@example.com on 2026-10-01: another company.",
    "notice": "Buying from it is not restricted.",
}


def decision(
    counterparty: str = "Acme",
    designation: str = "us-test-list:17",
    *,
    verdict: DecisionVerdict = "false_positive",
    reason: str = "another company",
    on: dt.date = dt.date(2026, 10, 1),
    expires: dt.date = dt.date(2027, 10, 1),
    digest: str = "0" * 12,
    country: str | None = None,
) -> Decision:
    return Decision(
        counterparty=counterparty,
        designation=designation,
        verdict=verdict,
        reason=reason,
        by="jane@example.com",
        on=on,
        expires=expires,
        digest=digest,
        country=country,
        line=4,
    )


def judged(
    verdict: MatchVerdict = "fail",
    *,
    match: Match | None = None,
    name: str = "Acme",
    lapsed: DecisionNote | None = None,
) -> JudgedMatch:
    found = match or factory.match()
    return JudgedMatch(
        match=found,
        verdict=verdict,
        reason=REASONS[verdict],
        fingerprint=fingerprint_of(factory.counterparty(name), found.designation.id),
        lapsed=lapsed,
    )


def entry(*matches: JudgedMatch, name: str = "Acme", line: int = 2) -> GateEntry:
    party = factory.counterparty(name, ref=f"{FILE}:{line}")
    finding = Finding(counterparty=party, matches=tuple(each.match for each in matches))
    return GateEntry(position=Position(FILE, line), finding=finding, matches=matches)


def unscreened(name: str = "???", *, line: int = 9) -> GateEntry:
    party = factory.counterparty(name, ref=f"{FILE}:{line}")
    finding = Finding(counterparty=party, error="no word is left to compare")
    return GateEntry(position=Position(FILE, line), finding=finding, matches=())


def result(
    *entries: GateEntry,
    unread: tuple[UnreadRow, ...] = (),
    decisions: DecisionsUse | None = None,
    baseline: BaselineUse | None = None,
    problems: tuple[str, ...] = (),
) -> GateResult:
    report = factory.report(
        *(each.finding for each in entries),
        errors=tuple(RowError(each.position.line, each.message) for each in unread),
    )
    refused = sum(each.verdict == "error" for each in entries) + len(unread)
    return GateResult(
        report=report,
        policy=Policy(lists=("us-*",)),
        policy_file="screenr.yaml",
        files=(SupplierFile(FILE, "cd" * 32, len(entries)),),
        entries=entries,
        unread=unread,
        decisions=decisions,
        baseline=baseline,
        problems=(*problems, *((f"{refused} not screened.",) if refused else ())),
    )
