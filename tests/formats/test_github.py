"""Workflow commands as the documentation of GitHub gives them, and the summary of a job."""

import re

import factory
import gate_factory
import pytest

from screenr.formats import GATE_FORMATS, github
from screenr.formats.view import View
from screenr.models.gate import GateResult, MatchVerdict, Position, UnreadRow

COMMAND = re.compile(
    r"::(?P<kind>error|warning|notice) (file=(?P<file>[^,:]+),line=(?P<line>\d+),)?"
    r"title=(?P<title>[^,:]*)::(?P<message>.*)"
)


def lines(result: GateResult) -> list[str]:
    return GATE_FORMATS["github"].gate(result, View()).splitlines()


def commands(result: GateResult) -> list[re.Match[str]]:
    return [found for line in lines(result) if (found := COMMAND.fullmatch(line))]


def unescaped(text: str) -> str:
    """What the runner makes of it (actions/runner, ActionCommand.UnescapeProperty)."""
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@pytest.mark.parametrize(
    ("verdict", "kind"),
    [("fail", "error"), ("known", "warning"), ("decided", "notice"), ("notice", "notice")],
)
def test_each_verdict_has_its_kind_of_annotation(verdict: MatchVerdict, kind: str) -> None:
    (found,) = commands(
        gate_factory.result(gate_factory.entry(gate_factory.judged(verdict), line=14))
    )

    assert found["kind"] == kind
    assert (found["file"], found["line"]) == ("suppliers.csv", "14")
    assert gate_factory.REASONS[verdict] in unescaped(found["message"])


def test_a_counterparty_without_a_match_has_no_annotation() -> None:
    assert commands(gate_factory.result(gate_factory.entry())) == []


def test_a_row_that_was_not_read_is_an_error_at_its_line() -> None:
    row = UnreadRow(Position("our data.csv", 8), "the name is empty")

    found = [each for each in commands(gate_factory.result(unread=(row,))) if each["line"] == "8"]

    assert [(each["kind"], each["file"]) for each in found] == [("error", "our data.csv")]


def test_a_problem_without_a_row_has_no_place() -> None:
    (found,) = commands(gate_factory.result(problems=("us-old is too old.",)))

    assert found["file"] is None
    assert found["message"] == "us-old is too old."


def test_a_hostile_name_is_shown_as_it_stands_and_ends_nothing() -> None:
    name = "Evil,line=1::x%0Ay"
    result = gate_factory.result(gate_factory.entry(gate_factory.judged(name=name), name=name))

    (found,) = commands(result)

    assert found["line"] == "2"
    assert unescaped(found["title"]) == f"FAIL: {name} (Test List)"


def test_a_comma_in_a_file_name_ends_no_property() -> None:
    row = UnreadRow(Position("a,b:c.csv", 3), "empty")

    found = commands(gate_factory.result(unread=(row,)))[-1]

    assert unescaped(found["file"]) == "a,b:c.csv"


def test_the_tenth_annotation_says_how_many_follow_and_the_log_has_them() -> None:
    entries = [
        gate_factory.entry(gate_factory.judged(name=f"Acme {at}"), name=f"Acme {at}", line=at)
        for at in range(2, 17)
    ]

    result = gate_factory.result(*entries)

    found = commands(result)
    assert len(found) == github.SHOWN
    assert found[-1]["title"] == "6 more of this kind"
    text = "\n".join(lines(result))
    assert all(f"Acme {at}" in text for at in range(2, 17))


def test_what_fails_is_shown_before_rows_that_were_not_read() -> None:
    unread = tuple(
        UnreadRow(Position(gate_factory.FILE, line), "not UTF-8") for line in range(20, 60)
    )
    result = gate_factory.result(gate_factory.entry(gate_factory.judged()), unread=unread)

    titles = [unescaped(each["title"]) for each in commands(result)]

    assert "FAIL: Acme (Test List)" in titles


def test_a_counterparty_with_many_matches_has_one_annotation() -> None:
    many = [
        gate_factory.judged(match=factory.match(designation_id=f"us-test-list:{at}"))
        for at in range(40)
    ]

    (found,) = commands(gate_factory.result(gate_factory.entry(*many)))

    assert "39 more matches" in unescaped(found["message"])


def test_the_summary_is_the_page_of_a_comment() -> None:
    summary = github.step_summary(gate_factory.result(gate_factory.entry(gate_factory.judged())))

    assert "FAIL" in summary
    assert "suppliers.csv:2" in summary


def test_the_summary_stays_under_the_limit_of_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github, "SUMMARY", 20_000)
    entries = [
        gate_factory.entry(gate_factory.judged(), name=f"Acme {at} é", line=at) for at in range(200)
    ]

    summary = github.step_summary(gate_factory.result(*entries))

    assert len(summary.encode()) <= 20_000
    assert "more left out" in summary
    assert "200 of 200 counterparties fail" in summary
