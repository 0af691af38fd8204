"""SARIF against the official schema, and against what code scanning does with it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import factory
import gate_factory
import jsonschema
import pytest

from screenr.formats import GATE_FORMATS, sarif
from screenr.formats.view import View
from screenr.models.gate import GateResult, JudgedMatch, MatchVerdict, Novelty, Position, UnreadRow

SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")
)
VALID = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
HOSTILE = "Evil\n::error::x %0A `code` | <script>x</script> \x1b[31m \ufffe \ud800 [z](u) {0}"


def run_of(result: GateResult) -> dict[str, Any]:
    log = json.loads(GATE_FORMATS["sarif"].gate(result, View()))
    VALID.validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def result_of(judged: JudgedMatch, *, name: str = "Acme", line: int = 2) -> dict[str, Any]:
    run = run_of(gate_factory.result(gate_factory.entry(judged, name=name, line=line)))
    (found,) = run["results"]
    assert isinstance(found, dict)
    return found


def test_a_log_without_a_counterparty_is_valid() -> None:
    assert run_of(gate_factory.result())["results"] == []


@pytest.mark.parametrize(
    ("judged", "level"),
    [
        (gate_factory.judged("fail"), "error"),
        (gate_factory.judged("known"), "warning"),
        (gate_factory.judged("decided"), "note"),
        (gate_factory.judged("notice"), "note"),
    ],
)
def test_the_level_is_that_of_the_verdict(judged: JudgedMatch, level: str) -> None:
    assert result_of(judged)["level"] == level


def test_a_result_stands_at_the_row_of_its_counterparty() -> None:
    place = result_of(gate_factory.judged(), line=14)["locations"][0]["physicalLocation"]

    assert place["artifactLocation"] == {"uri": "suppliers.csv"}
    assert place["region"]["startLine"] == 14


def test_a_file_with_spaces_and_colons_is_a_valid_relative_address() -> None:
    entry = gate_factory.entry(gate_factory.judged())
    moved = replace(entry, position=Position("our data/a:b %.csv", 3))

    (found,) = run_of(gate_factory.result(moved))["results"]

    address = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == "our%20data/a%3Ab%20%25.csv"


def test_the_fingerprint_stays_when_the_line_changes() -> None:
    before = result_of(gate_factory.judged(), line=2)
    after = result_of(gate_factory.judged(), line=99)

    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_the_fingerprint_is_another_for_another_designation() -> None:
    other = gate_factory.judged(match=factory.match(designation_id="us-test-list:18"))

    assert (
        result_of(other)["partialFingerprints"]
        != result_of(gate_factory.judged())["partialFingerprints"]
    )


def test_two_rows_of_one_name_have_two_fingerprints() -> None:
    twice = gate_factory.result(
        gate_factory.entry(gate_factory.judged(), line=2),
        gate_factory.entry(gate_factory.judged(), line=3),
    )

    marks = {
        each["partialFingerprints"]["primaryLocationLineHash"] for each in run_of(twice)["results"]
    }

    assert len(marks) == 2


def test_a_decision_that_lets_pass_is_a_suppression_with_its_reason() -> None:
    match = replace(factory.match(), decision=gate_factory.decision())

    (suppression,) = result_of(gate_factory.judged("decided", match=match))["suppressions"]

    assert suppression["kind"] == "external"
    assert suppression["status"] == "accepted"
    assert "another company" in suppression["justification"]


def test_a_true_match_is_not_suppressed_by_its_decision() -> None:
    match = replace(factory.match(), decision=gate_factory.decision(verdict="true_match"))

    assert "suppressions" not in result_of(gate_factory.judged("fail", match=match))


@pytest.mark.parametrize(
    ("novelty", "state"), [("new", "new"), ("changed", "updated"), (None, None)]
)
def test_what_is_new_against_the_baseline_is_marked(
    novelty: Novelty | None, state: str | None
) -> None:
    judged = replace(gate_factory.judged(), novelty=novelty)

    assert result_of(judged).get("baselineState") == state


def test_a_row_that_was_not_screened_is_a_result_and_a_notification() -> None:
    run = run_of(
        gate_factory.result(
            unread=(UnreadRow(Position(gate_factory.FILE, 5), "the name is empty"),)
        )
    )

    at_row = [
        each
        for each in run["results"]
        if each["locations"][0]["physicalLocation"]["region"]["startLine"] == 5
    ]
    assert [each["ruleId"] for each in at_row] == ["not-screened"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 3
    said = [each["message"]["text"] for each in invocation["toolExecutionNotifications"]]
    assert f"{gate_factory.FILE}:5: the name is empty" in said


def test_a_run_that_screened_everything_was_successful_though_something_fails() -> None:
    (invocation,) = run_of(gate_factory.result(gate_factory.entry(gate_factory.judged())))[
        "invocations"
    ]

    assert invocation["executionSuccessful"] is True
    assert invocation["exitCode"] == 1


def test_a_problem_with_the_lists_alone_is_a_result_too() -> None:
    (found,) = run_of(gate_factory.result(problems=("us-old is too old.",)))["results"]

    assert found["level"] == "error"
    assert "us-old is too old." in found["message"]["text"]


def test_there_is_one_rule_a_list_and_it_says_what_a_listing_means() -> None:
    rules = run_of(gate_factory.result(gate_factory.entry(gate_factory.judged())))["tool"][
        "driver"
    ]["rules"]

    assert [each["id"] for each in rules] == ["us-test-list", "not-screened"]
    help_text = rules[0]["help"]["text"]
    assert "License required" in help_text
    assert "15 CFR 1.2" in help_text
    assert "It does not reach owned companies." in help_text


def test_each_result_points_at_its_rule() -> None:
    run = run_of(
        gate_factory.result(gate_factory.entry(gate_factory.judged()), gate_factory.unscreened())
    )
    rules = run["tool"]["driver"]["rules"]

    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])


@pytest.mark.parametrize("verdict", ["fail", "known", "decided", "notice"])
def test_a_hostile_name_is_neither_a_link_nor_a_placeholder(verdict: MatchVerdict) -> None:
    found = result_of(gate_factory.judged(verdict, name=HOSTILE), name=HOSTILE)

    text = found["message"]["text"]
    assert "](" not in text
    assert "{{0}}" in text
    assert "\x1b" not in text


def test_the_most_serious_results_come_first() -> None:
    run = run_of(
        gate_factory.result(
            gate_factory.entry(gate_factory.judged("notice"), line=2),
            gate_factory.entry(gate_factory.judged("known"), line=3),
            gate_factory.entry(gate_factory.judged("fail"), line=4),
        )
    )

    assert [each["level"] for each in run["results"]] == ["error", "warning", "note"]


def test_what_is_over_the_limit_of_a_log_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 2)
    entries = [gate_factory.entry(gate_factory.judged(), line=line) for line in range(2, 7)]

    run = run_of(gate_factory.result(*entries))

    assert len(run["results"]) == 2
    (invocation,) = run["invocations"]
    assert "3 results are left out" in str(invocation["toolExecutionNotifications"])
