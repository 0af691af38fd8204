"""The file of decisions: what is in it is whole, or it is refused with its place."""

import datetime as dt

import pytest

from screenr.decisions.file import decisions_in
from screenr.errors import UsageError

FILE = "screenr-decisions.yaml"
WHOLE = {
    "counterparty": "Acme",
    "designation": "us-test-list:17",
    "verdict": "false_positive",
    "reason": "another company",
    "by": "jane@example.com",
    "on": "2026-10-01",
    "expires": "2027-10-01",
    "digest": "00-00-00-00-00",
}


def entry(**changes: str | None) -> str:
    fields = {**WHOLE, **changes}
    lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return "- " + "\n  ".join(lines) + "\n"


def refused(text: str) -> UsageError:
    with pytest.raises(UsageError) as error:
        decisions_in(text, FILE)
    return error.value


def test_a_whole_decision_is_read_with_its_line() -> None:
    (decision,) = decisions_in(f"# a comment\n\n{entry()}", FILE)

    assert decision.counterparty == "Acme"
    assert decision.on == dt.date(2026, 10, 1)
    assert decision.expires == dt.date(2027, 10, 1)
    assert decision.line == 3


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", "null\n"])
def test_a_file_without_decisions_has_none(text: str) -> None:
    assert decisions_in(text, FILE) == ()


@pytest.mark.parametrize("name", WHOLE)
def test_a_decision_without_one_of_its_parts_is_an_error(name: str) -> None:
    message = refused(entry() + entry(**{name: None})).message

    assert message == f"{FILE}:9:3: `{name}` is missing"


@pytest.mark.parametrize("name", ["reason", "by", "counterparty", "digest"])
@pytest.mark.parametrize("value", ["", "''", "'  '", "null"])
def test_a_part_that_says_nothing_is_an_error(name: str, value: str) -> None:
    message = refused(entry(**{name: value})).message

    assert f"`{name}`: must" in message


@pytest.mark.parametrize("day", ["soon", "2027-13-01", "2027-02-30", "20270101", "1700000000"])
def test_an_expiry_that_is_no_day_is_an_error(day: str) -> None:
    assert f"{FILE}:7:12: `expires`: {day} is not a day" in refused(entry(expires=day)).message


def test_an_expiry_before_the_decision_is_an_error() -> None:
    assert "expires on 2026-01-01, before" in refused(entry(expires="2026-01-01")).message


def test_an_unknown_verdict_is_an_error() -> None:
    message = refused(entry(verdict="fine")).message

    assert "fine is not one of 'false_positive', 'accepted' or 'true_match'" in message


def test_an_unknown_key_is_an_error_with_a_near_miss() -> None:
    error = refused(entry() + "  expire: 2027-01-01\n")

    assert error.message == f"{FILE}:9:3: unknown key `expire`"
    assert error.hint == "did you mean `expires`?"


def test_two_decisions_on_one_match_are_an_error_at_the_second() -> None:
    error = refused(entry() + entry(reason="again", counterparty="' Acme'"))

    assert error.message.startswith(f"{FILE}:9:3: a second decision on")
    assert error.hint == "the first stands in line 1; keep one of them"


def test_two_decisions_on_two_countries_are_two_matches() -> None:
    assert len(decisions_in(entry(country="CN") + entry(country="DE"), FILE)) == 2


@pytest.mark.parametrize("text", ["decisions: []\n", "just words\n"])
def test_a_file_that_is_no_list_is_refused(text: str) -> None:
    assert "must be a list" in refused(text).message


def test_names_stay_as_they_are_written() -> None:
    (decision,) = decisions_in(entry(counterparty="007", reason="NO"), FILE)

    assert (decision.counterparty, decision.reason) == ("007", "NO")
