"""JUnit XML as a parser of a build service reads it."""

from dataclasses import replace

import factory
import gate_factory
import pytest
from lxml import etree

from screenr.formats import GATE_FORMATS
from screenr.formats.view import View
from screenr.models.gate import GateEntry, GateResult, MatchVerdict, Position, UnreadRow


def parsed(result: GateResult) -> etree._Element:
    text = GATE_FORMATS["junit"].gate(result, View())
    return etree.fromstring(text.encode("utf-8"))


def case_of(entry: GateEntry) -> etree._Element:
    (case,) = parsed(gate_factory.result(entry)).findall(".//testcase[@line]")
    return case


def outcome(case: etree._Element) -> list[str]:
    return [str(child.tag) for child in case]


def test_a_counterparty_without_a_match_is_a_case_that_passes() -> None:
    case = case_of(gate_factory.entry(name="Corner Bakery", line=6))

    assert outcome(case) == []
    assert case.get("name") == "Corner Bakery"
    assert (case.get("file"), case.get("line")) == ("suppliers.csv", "6")


def test_a_counterparty_that_fails_has_one_failure_with_everything_in_its_text() -> None:
    case = case_of(
        gate_factory.entry(
            gate_factory.judged(),
            gate_factory.judged(match=factory.match(designation_id="us-test-list:18")),
        )
    )

    (failure,) = case
    assert failure.tag == "failure"
    assert failure.get("type") == "us-test-list"
    for said in ("us-test-list:17", "us-test-list:18", gate_factory.REASONS["fail"]):
        assert said in (failure.text or "")


@pytest.mark.parametrize("verdict", ["known", "decided", "notice"])
def test_what_is_let_pass_passes_and_says_why(verdict: MatchVerdict) -> None:
    case = case_of(gate_factory.entry(gate_factory.judged(verdict)))

    assert outcome(case) == ["system-out"]
    assert gate_factory.REASONS[verdict] in (case[0].text or "")


def test_a_decided_match_is_shown_beside_a_failing_one() -> None:
    case = case_of(
        gate_factory.entry(
            gate_factory.judged(),
            gate_factory.judged("decided", match=factory.match(designation_id="us-test-list:18")),
        )
    )

    assert outcome(case) == ["failure", "system-out"]


def test_a_name_that_was_not_screened_is_an_error() -> None:
    case = case_of(gate_factory.unscreened())

    assert outcome(case) == ["error"]


def test_a_row_that_was_not_read_is_an_error_of_its_own() -> None:
    row = UnreadRow(Position(gate_factory.FILE, 8), "the name is empty")

    (case,) = parsed(gate_factory.result(unread=(row,))).findall(".//testcase[@line='8']")

    assert outcome(case) == ["error"]
    assert case[0].text == "the name is empty"


def test_a_list_that_is_too_old_is_an_error_of_its_own() -> None:
    root = parsed(gate_factory.result(problems=("us-old is too old.",)))

    assert [each.text for each in root.findall(".//error")] == ["us-old is too old."]


def test_the_counts_are_those_of_the_cases() -> None:
    root = parsed(
        gate_factory.result(
            gate_factory.entry(gate_factory.judged(), name="A", line=2),
            gate_factory.entry(name="B", line=3),
            gate_factory.unscreened(line=4),
        )
    )

    assert root.get("tests") == f"{len(root.findall('.//testcase'))}"
    assert root.get("failures") == "1"
    assert root.get("errors") == f"{len(root.findall('.//error'))}"
    assert root.get("skipped") == "0"


def test_no_two_cases_have_one_name_because_gitlab_drops_the_second() -> None:
    names = ["Acme", "Acme #2", "Acme", "Acme"]
    entries = [gate_factory.entry(name=name, line=at) for at, name in enumerate(names, start=2)]

    cases = parsed(gate_factory.result(*entries)).findall(".//testcase")

    assert len({(case.get("classname"), case.get("name")) for case in cases}) == 4


def test_a_counterparty_of_a_file_that_was_not_announced_is_not_lost() -> None:
    entry = replace(gate_factory.entry(), position=Position("other.csv", 2))

    cases = parsed(gate_factory.result(entry)).findall(".//testcase")

    assert [case.get("file") for case in cases] == ["other.csv"]


@pytest.mark.parametrize("illegal", ["\x00", "\x08", "\x1b[31m", "\ufffe", "\uffff", "\ud800"])
@pytest.mark.parametrize("verdict", ["fail", "decided"])
def test_characters_that_xml_forbids_are_made_visible(illegal: str, verdict: MatchVerdict) -> None:
    name = f"Ev{illegal}il ]]> <b> & \" '"

    case = case_of(gate_factory.entry(gate_factory.judged(verdict, name=name), name=name))

    shown = case.get("name") or ""
    assert illegal not in shown
    assert "]]> <b> & \" '" in shown
    assert shown.startswith("Ev\\")


def test_the_file_says_in_which_encoding_it_is() -> None:
    text = GATE_FORMATS["junit"].gate(gate_factory.result(), View())

    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
