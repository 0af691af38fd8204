"""Decisions mark matches, and lapse when what was decided about is no longer the same."""

import datetime as dt
from dataclasses import replace

import factory
import gate_factory
import pytest

from screenr.decisions.apply import Applied, apply
from screenr.models.counterparty import Counterparty
from screenr.models.decision import Decision
from screenr.models.digest import digest_of
from screenr.models.finding import Finding

DIGEST = digest_of(factory.designation())


def decided(**changes: object) -> Decision:
    return replace(gate_factory.decision(digest=DIGEST), **changes)  # type: ignore[arg-type]


def applied(*decisions: Decision, finding: Finding | None = None) -> Applied:
    return apply([finding or factory.hit()], decisions, as_of=factory.DAY)


def lapse(*decisions: Decision) -> tuple[str, str]:
    (note,) = applied(*decisions).lapses
    return note.state, note.reason


def test_a_decided_match_stays_in_the_finding_and_is_marked() -> None:
    (finding,) = applied(decided()).findings

    assert finding.matches[0].decision == decided()
    assert finding.status == "decided"


def test_a_true_match_is_marked_and_stays_a_hit() -> None:
    (finding,) = applied(decided(verdict="true_match")).findings

    assert finding.matches[0].decision is not None
    assert finding.status == "hit"


def test_one_open_match_keeps_the_finding_a_hit() -> None:
    hit = factory.hit(factory.match(), factory.match(designation_id="us-test-list:18"))

    (finding,) = applied(decided(), finding=hit).findings

    assert [each.decision is None for each in finding.matches] == [False, True]
    assert finding.status == "hit"


def test_a_decision_that_holds_is_neither_lapsed_nor_unused() -> None:
    result = applied(decided())

    assert (result.lapses, result.unused) == ((), ())


def test_spacing_does_not_make_another_counterparty() -> None:
    (finding,) = applied(decided(), finding=factory.hit(name="  Acme ")).findings

    assert finding.status == "decided"


def test_a_changed_designation_opens_the_match_and_says_what_changed() -> None:
    old = digest_of(replace(factory.designation(), countries=("CN",)))

    state, reason = lapse(decided(digest=old))

    assert state == "changed"
    assert reason == "the designation changed since: its countries"


def test_a_digest_typed_by_hand_holds_for_nothing() -> None:
    assert lapse(decided(digest="abc"))[0] == "changed"


def test_the_last_day_of_a_decision_still_counts() -> None:
    assert applied(decided(expires=factory.DAY)).lapses == ()


def test_a_decision_lapses_the_day_after() -> None:
    yesterday = factory.DAY - dt.timedelta(days=1)

    assert lapse(decided(expires=yesterday)) == ("expired", "it expired on 2026-11-20")


def test_a_decision_does_not_hold_before_it_was_made() -> None:
    tomorrow = factory.DAY + dt.timedelta(days=1)

    assert lapse(decided(on=tomorrow))[0] == "early"


def test_a_renamed_counterparty_leaves_the_decision_unused_and_the_match_open() -> None:
    result = applied(decided(), finding=factory.hit(name="Acme2"))

    assert result.findings[0].status == "hit"
    (note,) = result.unused
    assert note.reason.endswith("it may now be called `Acme2`")


def test_a_decision_on_nobody_is_unused() -> None:
    (note,) = applied(decided(counterparty="Corner Bakery")).unused

    assert note.reason == "no counterparty of this name was screened"


def test_a_decision_on_a_match_that_is_no_more_is_unused() -> None:
    (note,) = applied(decided(), finding=factory.clear("Acme")).unused

    assert note.reason == "the counterparty no longer matches this designation"


@pytest.mark.parametrize(("country", "holds"), [("CN", True), ("DE", False), (None, True)])
def test_a_decision_with_a_country_holds_with_that_country_only(
    country: str | None, *, holds: bool
) -> None:
    party = Counterparty(ref="1", name="Acme", countries=("CN",), country_given="China")
    finding = Finding(counterparty=party, matches=(factory.match(),))

    result = applied(decided(country=country), finding=finding)

    assert (result.findings[0].status == "decided") is holds


def test_another_country_is_the_reason_of_the_lapse() -> None:
    assert lapse(decided(country="DE")) == ("moved", "it was about `DE`, not no country")


def test_a_decision_that_holds_somewhere_is_not_reported_as_lapsed() -> None:
    here = Finding(
        counterparty=Counterparty(ref="1", name="Acme", countries=("CN",)),
        matches=(factory.match(),),
    )

    result = apply([here, factory.hit()], [decided(country="CN")], as_of=factory.DAY)

    assert result.lapses == ()
    assert [each.status for each in result.findings] == ["decided", "hit"]


def test_a_decision_never_adds_or_removes_a_match() -> None:
    hit = factory.hit()

    (finding,) = applied(decided(), decided(designation="us-test-list:99"), finding=hit).findings

    assert [each.designation.id for each in finding.matches] == ["us-test-list:17"]
