"""Builders of values with defaults, so that a test states only what it is about."""

import datetime as dt
from dataclasses import replace

from screenr.models.counterparty import Counterparty, RowError
from screenr.models.designation import Alias, Bounds, Citation, Designation, License
from screenr.models.finding import Comparison, Effect, Evidence, Finding, MatchedAs, Relation
from screenr.models.finding import Match as FoundMatch
from screenr.models.list_info import EffectRule, ListInfo, Ownership
from screenr.models.policy import Policy
from screenr.models.report import Basis, ListUse, Report

DAY = dt.date(2026, 11, 21)


def list_info(
    list_id: str = "us-test-list", *, effects: tuple[EffectRule, ...] | None = None
) -> ListInfo:
    return ListInfo(
        id=list_id,
        title="Test List of Parties",
        short="Test List",
        agency="Bureau of Tests",
        authority=("15 CFR 1",),
        bound="US persons",
        summary="Supplying it needs a license; buying from it is not restricted by this list.",
        effects=(
            EffectRule(
                activity="export_reexport_transfer",
                status="license_required",
                scope="Items subject to the EAR",
                authority="15 CFR 1.2",
                since="listed",
            ),
        )
        if effects is None
        else effects,
        ownership=Ownership(rule="entry_only", sentence="It does not reach owned companies."),
        official="https://example.gov/list",
    )


def designation(
    name: str = "ACME ROBOTICS LIMITED",
    *,
    designation_id: str = "us-test-list:17",
    listed: dt.date | Bounds = dt.date(2019, 10, 9),
) -> Designation:
    return Designation(
        id=designation_id,
        kind="organization",
        name=name,
        listed=listed,
        aliases=(Alias(name="Acme Bots"),),
        countries=("CN", "HK"),
        programs=("TEST-1",),
        citations=(Citation(cite="84 FR 1", date=dt.date(2019, 10, 9)),),
        license=License(requirement="For all items.", policy="Presumption of denial.", footnote=4),
    )


def effect(
    activity: str = "export_reexport_transfer", *, scope: str = "Items subject to the EAR"
) -> Effect:
    return Effect(
        activity=activity,
        status="license_required",
        scope=scope,
        authority="15 CFR 1.2",
        since=dt.date(2019, 10, 9),
        until=None,
    )


def match(
    name: str = "ACME ROBOTICS LIMITED",
    *,
    score: float = 0.98,
    relation: Relation = "same",
    matched_as: MatchedAs = "name",
    listed: dt.date | Bounds = dt.date(2019, 10, 9),
    designation_id: str = "us-test-list:17",
    effects: tuple[Effect, ...] | None = None,
) -> FoundMatch:
    return FoundMatch(
        designation=designation(name, designation_id=designation_id, listed=listed),
        list=list_info(),
        matched_name=name,
        matched_as=matched_as,
        comparison=Comparison(
            score=score,
            is_match=True,
            grade="strong",
            relation=relation,
            reason="The distinctive words are the same.",
            evidence=(
                Evidence(
                    feature="name", query="acme", listed="acme", reading="identical", weight=0.9
                ),
                Evidence(
                    feature="left_listed",
                    query="",
                    listed="limited",
                    reading="legal form",
                    weight=-0.01,
                ),
            ),
        ),
        in_force=True,
        effects=(effect(),) if effects is None else effects,
        upcoming=(),
        summary="Supplying it needs a license.",
        notes=("A note of caution.",),
        source="the company's own site" if matched_as == "supplementary" else None,
    )


def lowered(
    name: str = "IVANOV, Ivan",
    *,
    matched_name: str | None = None,
    designation_id: str = "us-test-list:21",
) -> FoundMatch:
    """What another birth date lowered under the threshold."""
    named = Evidence(feature="name", query="ivan", listed="ivan", reading="identical", weight=0.87)
    born = Evidence(
        feature="born", query="1987", listed="1950", reading="not the same", weight=-0.15
    )
    return replace(
        match(name, designation_id=designation_id),
        matched_name=matched_name or name,
        comparison=Comparison(
            score=0.72,
            is_match=False,
            grade=None,
            relation=None,
            reason="The distinctive words are the same.",
            evidence=(named, born),
        ),
    )


def counterparty(name: str = "Acme", *, ref: str = "1") -> Counterparty:
    return Counterparty(ref=ref, name=name)


def hit(*matches: FoundMatch, name: str = "Acme", ref: str = "1") -> Finding:
    return Finding(counterparty=counterparty(name, ref=ref), matches=matches or (match(),))


def clear(name: str = "Bakery", *lowered: FoundMatch, ref: str = "2") -> Finding:
    return Finding(counterparty=counterparty(name, ref=ref), lowered=lowered)


def unscreened(name: str = "???", *, ref: str = "3") -> Finding:
    return Finding(counterparty=counterparty(name, ref=ref), error="no word is left to compare")


def list_use(
    list_id: str = "us-test-list",
    *,
    basis: Basis = "snapshot",
    age_days: int | None = 135,
    complete: bool = True,
) -> ListUse:
    return ListUse(
        id=list_id,
        title="Test List of Parties",
        published=dt.date(2026, 7, 9),
        retrieved=dt.date(2026, 7, 9),
        age_days=age_days,
        entries=68,
        sha256="ab" * 32,
        basis=basis,
        complete=complete,
    )


def report(
    *findings: Finding,
    errors: tuple[RowError, ...] = (),
    lists: tuple[ListUse, ...] | None = None,
    warnings: tuple[str, ...] = (),
    max_age_days: int | None = None,
    activities: tuple[str, ...] | None = None,
) -> Report:
    return Report(
        as_of=DAY,
        policy=Policy(lists=("us-*",), max_age_days=max_age_days, activities=activities),
        threshold=0.85,
        lists=(list_use(),) if lists is None else lists,
        findings=findings,
        errors=errors,
        warnings=warnings,
    )
