"""How the verdicts of matches become that of a counterparty, and those the number of the run."""

import gate_factory
import pytest

from screenr.errors import ExitCode
from screenr.models.gate import EntryVerdict, MatchVerdict

MATCHES: tuple[MatchVerdict, ...] = ("notice", "decided", "known", "fail")


@pytest.mark.parametrize("worst", range(len(MATCHES)))
def test_the_worst_match_is_the_verdict_of_its_counterparty(worst: int) -> None:
    matches = [gate_factory.judged(each) for each in MATCHES[: worst + 1]]

    assert gate_factory.entry(*matches).verdict == MATCHES[worst]


def test_a_counterparty_without_matches_passes() -> None:
    assert gate_factory.entry().verdict == "pass"


def test_a_counterparty_that_could_not_be_screened_is_an_error() -> None:
    assert gate_factory.unscreened().verdict == "error"


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        ("fail", ExitCode.HIT),
        ("known", ExitCode.CLEAR),
        ("decided", ExitCode.CLEAR),
        ("notice", ExitCode.CLEAR),
    ],
)
def test_only_a_failure_ends_one(verdict: MatchVerdict, code: ExitCode) -> None:
    result = gate_factory.result(
        gate_factory.entry(gate_factory.judged(verdict)), gate_factory.entry()
    )

    assert result.exit_code is code


def test_a_problem_outranks_a_failure() -> None:
    failing = gate_factory.entry(gate_factory.judged("fail"))

    result = gate_factory.result(failing, problems=("A list is too old.",))

    assert result.verdict == "unable"
    assert result.exit_code is ExitCode.UNABLE


@pytest.mark.parametrize("verdict", ["fail", "pass", "error"])
def test_counterparties_are_counted_by_their_verdict(verdict: EntryVerdict) -> None:
    failing = gate_factory.entry(gate_factory.judged("fail"))

    result = gate_factory.result(failing, gate_factory.entry(), gate_factory.unscreened())

    assert result.count(verdict) == 1
