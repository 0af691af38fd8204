"""Findings and reports as version 1 of the wire (`report_v1`)."""

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

from screenr.formats.recalled import Recalled
from screenr.formats.report_v1 import (
    BoundsV1,
    CitationV1,
    CounterpartyV1,
    DecisionV1,
    EffectV1,
    ErrorV1,
    EvidenceV1,
    FindingV1,
    LicenseV1,
    ListV1,
    LoweredV1,
    MatchV1,
    PolicyV1,
    ReportV1,
    TotalsV1,
)
from screenr.formats.shown import ownership_of, shown
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.designation import Bounds, Citation, License
from screenr.models.digest import digest_of
from screenr.models.finding import Effect, Evidence, Finding, Match
from screenr.models.policy import Policy
from screenr.models.report import ListUse, Report
from screenr.version import __version__

if TYPE_CHECKING:
    from screenr.models.decision import Decision

DIGITS = 4


def report_v1(report: Report, *, limit: int | None = None) -> ReportV1:
    """The report as plain values, in the order of the contract."""
    return ReportV1(
        schema="screenr/report/1",
        screenr=__version__,
        as_of=report.as_of.isoformat(),
        policy=policy_v1(report.policy, report.threshold),
        lists=[list_v1(use) for use in report.lists],
        warnings=list(report.warnings),
        findings=[
            finding_v1(finding, as_of=report.as_of, limit=limit) for finding in report.findings
        ],
        errors=[error_v1(error) for error in report.errors],
        totals=totals_v1(report),
    )


def totals_v1(report: Report) -> TotalsV1:
    """Count what was screened; what was not is among `errors` only."""
    refused = report.count("error")
    return TotalsV1(
        screened=len(report.findings) - refused,
        hits=report.count("hit"),
        clear=report.count("clear"),
        decided=report.count("decided"),
        errors=len(report.errors) + refused,
    )


def policy_v1(policy: Policy, threshold: float) -> PolicyV1:
    """The policy, with the threshold that was really used."""
    return PolicyV1(
        lists=list(policy.lists),
        threshold=round(threshold, DIGITS),
        activities=None if policy.activities is None else list(policy.activities),
        fail_on=policy.fail_on,
    )


def list_v1(use: ListUse) -> ListV1:
    """One list of the run."""
    return ListV1(
        id=use.id,
        title=use.title,
        published=use.published.isoformat(),
        retrieved=use.retrieved.isoformat(),
        age_days=use.age_days,
        entries=use.entries,
        sha256=use.sha256,
        basis=use.basis,
        complete=use.complete,
    )


def error_v1(error: RowError) -> ErrorV1:
    """One row that could not be screened."""
    return ErrorV1(row=error.row, message=error.message)


def finding_v1(finding: Finding, *, as_of: dt.date, limit: int | None) -> FindingV1:
    """One finding, with at most `limit` of its matches."""
    matches, omitted = shown(finding, limit)
    return FindingV1(
        ref=finding.counterparty.ref,
        counterparty=counterparty_v1(finding.counterparty),
        status=finding.status,
        error=finding.error,
        matches=[match_v1(match, as_of=as_of) for match in matches],
        omitted=omitted,
        lowered=[lowered_v1(match) for match in finding.lowered],
    )


def counterparty_v1(counterparty: Counterparty) -> CounterpartyV1:
    """What was screened."""
    given = counterparty.country_given
    return {
        "name": counterparty.name,
        "aliases": list(counterparty.aliases),
        "country": given if given is not None else ", ".join(counterparty.countries) or None,
        "countries": list(counterparty.countries),
        "kind": counterparty.kind,
        "born": list(counterparty.born),
        "identifiers": list(counterparty.identifiers),
    }


def match_v1(match: Match, *, as_of: dt.date) -> MatchV1:
    """One match with everything it rests on."""
    listed = match.designation
    return {
        "designation": listed.id,
        "list": match.list.id,
        "list_title": match.list.title,
        "name": listed.name,
        "matched_name": match.matched_name,
        "matched_as": match.matched_as,
        "supplementary_source": match.source,
        "score": round(match.score, DIGITS),
        "grade": match.comparison.grade,
        "relation": match.comparison.relation,
        "reason": match.comparison.reason,
        "listed": listed_v1(listed.listed),
        "effective": iso(listed.effective),
        "until": iso(listed.until),
        "delisted": iso(listed.delisted),
        "in_force": match.in_force,
        "kind": listed.kind,
        "parent": listed.parent,
        "countries": list(listed.countries),
        "born": list(listed.born),
        "programs": list(listed.programs),
        "citations": citations_v1(listed.citations),
        "license": license_v1(listed.license),
        "effects": _effects(match.effects),
        "upcoming": _effects(match.upcoming),
        "ownership": ownership_of(match, as_of),
        "summary": match.summary,
        "notes": list(match.notes),
        "evidence": [evidence_v1(each) for each in match.evidence],
        "digest": _digest(listed),
        "decision": decision_v1(match.decision),
    }


def lowered_v1(match: Match) -> LoweredV1:
    """What was met and why it is no match."""
    return LoweredV1(
        designation=match.designation.id,
        list=match.list.id,
        matched_name=match.matched_name,
        score=round(match.score, DIGITS),
        evidence=[evidence_v1(each) for each in match.evidence],
    )


def decision_v1(decision: "Decision | None") -> DecisionV1 | None:
    """What was decided on a match, when it was."""
    if decision is None:
        return None
    return DecisionV1(
        verdict=decision.verdict,
        reason=decision.reason,
        by=decision.by,
        on=decision.on.isoformat(),
        expires=decision.expires.isoformat(),
    )


def iso(day: dt.date | None) -> str | None:
    """A day as ISO 8601."""
    return None if day is None else day.isoformat()


def listed_v1(listed: dt.date | Bounds) -> str | BoundsV1:
    """A day, or the bounds that enclose it."""
    if isinstance(listed, Bounds):
        return BoundsV1(after=iso(listed.after), by=listed.by.isoformat())
    return listed.isoformat()


def citations_v1(citations: tuple[Citation, ...]) -> list[CitationV1]:
    """Notices in the order of the list."""
    return [CitationV1(cite=each.cite, date=iso(each.date)) for each in citations]


def license_v1(terms: License | None) -> LicenseV1 | None:
    """License terms, when the entry has any."""
    if terms is None:
        return None
    return LicenseV1(requirement=terms.requirement, policy=terms.policy, footnote=terms.footnote)


def effects_v1(effects: tuple[Effect, ...]) -> list[EffectV1]:
    """Effects in the order in which they were found, strictest first."""
    return [
        {
            "activity": each.activity,
            "status": each.status,
            "from": iso(each.since),
            "until": iso(each.until),
            "scope": each.scope,
            "authority": each.authority,
            "unverified": each.unverified,
        }
        for each in effects
    ]


# Parties that were met recur, and so do the effects that many of them share.
_effects = Recalled(effects_v1, most=500)
_digest = lru_cache(1_000)(digest_of)


def evidence_v1(evidence: Evidence) -> EvidenceV1:
    """One thing that counted for or against."""
    return {
        "feature": evidence.feature,
        "query": evidence.query,
        "listed": evidence.listed,
        "reading": evidence.reading,
        "weight": round(evidence.weight, DIGITS),
    }
