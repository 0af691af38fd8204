"""A format that forgets a part of what the gate decided is a false pass: each must tell it all."""

import factory
import gate_factory
import pytest

from screenr.formats import GATE_FORMATS, format_of_file
from screenr.formats.view import View
from screenr.models.decision import DecisionNote
from screenr.models.gate import (
    BaselineUse,
    DecisionsUse,
    GoneMatch,
    MatchVerdict,
    Position,
    UnreadRow,
)

EACH = pytest.mark.parametrize("name", GATE_FORMATS)
HOSTILE = (
    "Evil\n::error::x %0A `code` | <script>alert(1)</script> \x1b[31m ]]> ##[error]y [z](u) {0}"
)
FULL = gate_factory.result(
    gate_factory.entry(
        gate_factory.judged(match=factory.match(designation_id="us-test-list:1")),
        name="Fails Ltd",
        line=2,
    ),
    gate_factory.entry(
        gate_factory.judged("known", match=factory.match(designation_id="us-test-list:2")),
        name="Known Ltd",
        line=3,
    ),
    gate_factory.entry(
        gate_factory.judged("decided", match=factory.match(designation_id="us-test-list:3")),
        name="Decided Ltd",
        line=4,
    ),
    gate_factory.entry(
        gate_factory.judged("notice", match=factory.match(designation_id="us-test-list:4")),
        name="Noticed Ltd",
        line=5,
    ),
    gate_factory.entry(name="Corner Bakery", line=6),
    gate_factory.unscreened("- -", line=7),
    unread=(UnreadRow(Position(gate_factory.FILE, 8), "the name is empty"),),
    decisions=DecisionsUse(
        file="screenr-decisions.yaml",
        sha256="0" * 64,
        count=1,
        unused=(
            DecisionNote(
                decision=gate_factory.decision("Gone Ltd"),
                state="unused",
                reason="no counterparty of this name was screened",
            ),
        ),
    ),
    baseline=BaselineUse(
        file="report.json",
        sha256="0" * 64,
        count=2,
        gone=(
            GoneMatch(
                counterparty="Left Ltd",
                designation="us-test-list:9",
                name="LEFT LTD",
                reason="The counterparty is no longer in the files.",
            ),
        ),
    ),
    problems=("us-old was last confirmed too long ago.",),
)


def rendered(name: str) -> str:
    return GATE_FORMATS[name].gate(FULL, View(width=200))


@EACH
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_format_shows_each_match_whatever_its_verdict(name: str, number: int) -> None:
    assert f"us-test-list:{number}" in rendered(name)


@EACH
@pytest.mark.parametrize("reason", gate_factory.REASONS.values())
def test_each_format_says_why_a_match_passes_or_fails(name: str, reason: str) -> None:
    assert reason in rendered(name).replace("\\", "")


@EACH
def test_each_format_says_where_the_failing_counterparty_stands(name: str) -> None:
    text = rendered(name)

    assert "Fails Ltd" in text
    assert gate_factory.FILE in text


@EACH
def test_each_format_shows_a_name_that_was_not_screened(name: str) -> None:
    assert "no word is left to compare" in rendered(name)


@EACH
def test_each_format_shows_a_row_that_could_not_be_read(name: str) -> None:
    assert "the name is empty" in rendered(name)


@EACH
def test_each_format_says_why_not_everything_was_screened(name: str) -> None:
    assert "us-old was last confirmed too long ago." in rendered(name)


@EACH
def test_each_format_names_a_decision_that_met_nothing(name: str) -> None:
    text = rendered(name)

    assert "Gone Ltd" in text
    assert "no counterparty of this name was screened" in text


@pytest.mark.parametrize("name", ["table", "json", "markdown", "sarif", "junit"])
def test_each_page_names_what_is_gone_since_the_baseline(name: str) -> None:
    assert "Left Ltd" in rendered(name)


@EACH
def test_each_format_begins_with_or_holds_the_verdict(name: str) -> None:
    assert "unable" in rendered(name).lower()


@EACH
def test_each_format_gives_the_same_bytes_for_the_same_result(name: str) -> None:
    assert rendered(name) == rendered(name)


@EACH
@pytest.mark.parametrize("verdict", ["fail", "known", "decided", "notice"])
def test_no_format_lets_a_name_steer_the_log_of_a_build(name: str, verdict: MatchVerdict) -> None:
    text = hostile(name, verdict)

    commands = [line for line in text.splitlines() if line.lstrip().startswith("::")]
    assert not set(text) & set("\x1b\x07")
    assert "##[" not in text
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in commands
    )
    assert len(commands) <= 1


def hostile(name: str, verdict: MatchVerdict) -> str:
    judged = gate_factory.judged(verdict, name=HOSTILE)
    result = gate_factory.result(gate_factory.entry(judged, name=HOSTILE))
    return GATE_FORMATS[name].gate(result, View(width=60))


@EACH
@pytest.mark.parametrize("width", [40, 60, 61, 62, 63, 64, 110])
def test_no_fold_of_a_long_name_begins_a_line_with_a_command(name: str, width: int) -> None:
    long = "word " * 9 + "::stop-commands::x " * 9
    result = gate_factory.result(gate_factory.entry(gate_factory.judged(name=long), name=long))

    lines = GATE_FORMATS[name].gate(result, View(width=width)).splitlines()

    assert not [line for line in lines if line.lstrip().startswith("::stop-commands")]


def test_a_file_ending_names_the_format_of_a_gate() -> None:
    assert format_of_file("screenr.sarif") == "sarif"
    assert format_of_file("junit.xml") == "junit"


def test_a_file_without_an_ending_names_no_format() -> None:
    assert format_of_file("report") is None
