"""What the policy, a decision and the baseline make of a match, and the reason they give."""

from collections.abc import Mapping
from dataclasses import replace

import factory
import gate_factory
import pytest

from screenr.gate.baseline import Baseline, Known
from screenr.gate.judge import judge
from screenr.models.decision import DecisionNote, DecisionVerdict
from screenr.models.digest import digest_of
from screenr.models.finding import Match
from screenr.models.gate import JudgedMatch
from screenr.models.list_info import Status
from screenr.models.policy import Policy

MATCH = factory.match()
PARTY = factory.counterparty()
LISTED = Policy()
SUPPLY: Mapping[str, Status] = {"export_reexport_transfer": "license_required"}


def policy(fail_on: str, *activities: str) -> Policy:
    return Policy(fail_on=fail_on, activities=activities or None)


def with_status(status: Status) -> Match:
    return replace(MATCH, effects=(replace(factory.effect(), status=status),))


def decided(verdict: DecisionVerdict) -> Match:
    return replace(MATCH, decision=gate_factory.decision(verdict=verdict))


def baseline(**changes: object) -> Baseline:
    known = Known(
        counterparty="Acme",
        countries=(),
        designation=MATCH.designation.id,
        name=MATCH.designation.name,
        digest=digest_of(MATCH.designation),
        statuses=SUPPLY,
        activities=None,
    )
    changed = replace(known, **changes)  # type: ignore[arg-type]
    return Baseline(file="old.json", sha256="0", matches={changed.key: changed})


def judged(match: Match, rules: Policy = LISTED, against: Baseline | None = None) -> JudgedMatch:
    return judge(match, PARTY, rules, baseline=against)


def test_any_match_fails_where_the_policy_says_listed() -> None:
    found = judged(replace(MATCH, effects=()))

    assert found.verdict == "fail"
    assert found.reason == "Every match fails (`fail_on: listed`)."


def test_an_effect_as_severe_as_the_policy_says_fails() -> None:
    found = judged(MATCH, policy("license_required"))

    assert found.verdict == "fail"
    assert found.reason == "Supplying it needs a license (`fail_on: license_required`)."


def test_a_milder_effect_passes_with_a_notice_that_says_why() -> None:
    found = judged(MATCH, policy("prohibited"))

    assert found.verdict == "notice"
    assert found.reason == "Milder than `fail_on: prohibited`: Supplying it needs a license."


def test_a_list_that_restricts_none_of_the_activities_passes_with_a_notice() -> None:
    unrestricted = replace(MATCH, effects=())

    found = judged(unrestricted, policy("red_flag", "purchase_from", "import_goods"))

    assert found.verdict == "notice"
    assert found.reason == "Test List restricts nothing on buying from it, importing its goods."


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("none", "notice"),
        ("see_entry", "notice"),
        ("red_flag", "notice"),
        ("conditional", "notice"),
        ("denied_approval", "fail"),
        ("presumed_prohibited", "fail"),
        ("license_required", "fail"),
        ("prohibited", "fail"),
        ("unknown", "fail"),
    ],
)
def test_statuses_fail_from_the_one_that_the_policy_names_on(status: Status, verdict: str) -> None:
    assert judged(with_status(status), policy("denied_approval")).verdict == verdict


def test_what_begins_later_is_announced_and_does_not_fail_yet() -> None:
    later = replace(factory.effect(), since=factory.DAY.replace(year=2027))

    found = judged(replace(MATCH, effects=(), upcoming=(later,)), policy("license_required"))

    assert found.verdict == "notice"
    assert found.reason.endswith("It will fail from 2027-11-21 on: supplying it needs a license.")


@pytest.mark.parametrize("verdict", ["false_positive", "accepted"])
def test_a_decision_lets_a_match_pass_and_says_whose_it_is(verdict: DecisionVerdict) -> None:
    found = judged(decided(verdict))

    assert found.verdict == "decided"
    assert "by jane@example.com on 2026-10-01, until 2027-10-01: another company." in found.reason


def test_a_true_match_fails_as_an_open_one_does() -> None:
    found = judged(decided("true_match"))

    assert found.verdict == "fail"
    assert found.reason.startswith("Decided a true match by jane@example.com")


def test_a_true_match_that_the_policy_lets_pass_passes() -> None:
    assert judged(decided("true_match"), policy("prohibited")).verdict == "notice"


def test_a_lapsed_decision_is_the_first_thing_said() -> None:
    lapsed = DecisionNote(
        decision=gate_factory.decision(), state="expired", reason="it expired on 2026-11-20"
    )

    found = judge(MATCH, PARTY, LISTED, lapsed=lapsed)

    assert found.verdict == "fail"
    assert found.lapsed is lapsed
    assert found.reason.startswith(
        "The decision of 2026-10-01 by jane@example.com no longer holds: it expired on 2026-11-20."
    )


def test_what_stands_unchanged_in_the_baseline_is_known() -> None:
    found = judged(MATCH, against=baseline())

    assert found.verdict == "known"
    assert found.novelty is None
    assert found.reason.startswith("It stands unchanged in the baseline.")


@pytest.mark.parametrize(
    "change", [{"counterparty": "Other"}, {"countries": ("CN",)}, {"designation": "us-x:1"}]
)
def test_what_the_baseline_does_not_have_is_new_and_fails(change: dict[str, object]) -> None:
    found = judged(MATCH, against=baseline(**change))

    assert (found.verdict, found.novelty) == ("fail", "new")
    assert found.reason.startswith("New since the baseline.")


def test_a_designation_that_changed_since_the_baseline_fails() -> None:
    old = digest_of(replace(MATCH.designation, countries=()))

    found = judged(MATCH, against=baseline(digest=old))

    assert (found.verdict, found.novelty) == ("fail", "changed")
    assert found.reason.startswith("Changed since the baseline: the designation's countries.")


def test_a_restriction_that_began_since_the_baseline_fails() -> None:
    found = judged(MATCH, against=baseline(statuses={}))

    assert (found.verdict, found.novelty) == ("fail", "changed")
    assert "what the listing restricts" in found.reason


def test_a_baseline_about_other_activities_says_nothing_of_what_began() -> None:
    found = judged(MATCH, against=baseline(statuses={}, activities=("purchase_from",)))

    assert found.verdict == "known"


def test_a_baseline_never_excuses_a_true_match() -> None:
    assert judged(decided("true_match"), against=baseline()).verdict == "fail"


def test_a_notice_needs_no_baseline() -> None:
    assert judged(MATCH, policy("prohibited"), baseline()).verdict == "notice"


def test_the_fingerprint_names_counterparty_and_designation_only() -> None:
    here = judge(MATCH, factory.counterparty(ref="a.csv:1"), LISTED)
    there = judge(MATCH, factory.counterparty(" Acme", ref="b.csv:9"), policy("prohibited"))
    other = judge(MATCH, factory.counterparty("Acme2"), LISTED)

    assert here.fingerprint == there.fingerprint
    assert here.fingerprint != other.fingerprint
