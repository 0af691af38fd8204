"""Writing a decision leaves everything else in the file as it was."""

from dataclasses import replace

import gate_factory
import pytest

from screenr.decisions.edit import with_decision
from screenr.decisions.file import decisions_in
from screenr.errors import ScreenrError, UsageError
from screenr.models.decision import Decision

FILE = "screenr-decisions.yaml"
FIRST = gate_factory.decision("First Co")
SECOND = gate_factory.decision("Second Co")


def written(text: str, *decisions: Decision, note: str = "") -> str:
    for each in decisions:
        text = with_decision(text, each, file=FILE, note=note)
    return text


def read(text: str) -> list[Decision]:
    return [replace(each, line=4) for each in decisions_in(text, FILE)]


def test_a_decision_is_written_as_people_write_it() -> None:
    assert written("", FIRST, note="FIRST CO LIMITED") == (
        "- counterparty: First Co\n"
        "  designation: us-test-list:17  # FIRST CO LIMITED\n"
        "  verdict: false_positive\n"
        "  reason: another company\n"
        "  by: jane@example.com\n"
        "  on: 2026-10-01\n"
        "  expires: 2027-10-01\n"
        "  digest: '000000000000'\n"
    )


def test_a_decision_is_added_at_the_end() -> None:
    text = written("# ours\n", FIRST, SECOND)

    assert text.startswith("# ours\n\n- counterparty: First Co\n")
    assert read(text) == [FIRST, SECOND]


def test_a_decision_on_the_same_match_takes_the_place_of_the_old_one() -> None:
    again = replace(FIRST, reason="looked again", verdict="accepted")
    before = written("# ours\n", FIRST) + "\n# about the second\n" + written("", SECOND)

    text = written(before, again)

    assert read(text) == [again, SECOND]
    assert text.startswith("# ours\n\n- counterparty: First Co\n")
    assert "\n\n# about the second\n- counterparty: Second Co\n" in text


def test_the_last_decision_can_be_replaced_too() -> None:
    again = replace(SECOND, reason="looked again")
    text = written(written("", FIRST, SECOND) + "# the end\n", again)

    assert read(text) == [FIRST, again]
    assert text.endswith("# the end\n")


def test_an_indented_list_stays_indented() -> None:
    indented = "".join(f"  {line}\n" for line in written("", FIRST).splitlines())

    text = written(indented, SECOND, replace(FIRST, reason="looked again"))

    assert all(line.startswith("  ") for line in text.splitlines() if line)
    assert len(read(text)) == 2


def test_line_ends_of_windows_stay() -> None:
    text = written(written("", FIRST).replace("\n", "\r\n"), SECOND)

    assert text.count("\n") == text.count("\r\n")


def test_an_empty_list_in_brackets_can_be_added_to() -> None:
    assert read(written("# ours\n[]\n", FIRST)) == [FIRST]


def test_a_list_in_brackets_is_not_rewritten() -> None:
    text = "[{counterparty: First Co, designation: x, verdict: accepted, reason: r, by: b,"
    text += " on: 2026-01-01, expires: 2027-01-01, digest: d}]\n"

    with pytest.raises(UsageError, match="in brackets"):
        written(text, SECOND)


def test_a_file_that_is_broken_is_not_written_to() -> None:
    with pytest.raises(UsageError, match="is missing"):
        written("- counterparty: First Co\n", SECOND)


def test_what_cannot_be_added_without_harm_is_refused() -> None:
    with pytest.raises(ScreenrError, match="could not add"):
        written(written("", FIRST) + "...\n", SECOND)


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "- x",
        "'quoted\"",
        "# no comment",
        "NO",
        "null",
        "2026-01-01",
        "名称 有限公司",
        "x" * 300,
        "\x1b[31mred",
        "a\u2028b",
        "{a: 1}",
        "!tag *alias &anchor",
        "trailing: ",
        "\U0001f600",
    ],
)
def test_whatever_is_in_a_name_or_a_reason_reads_back_as_it_was(text: str) -> None:
    said = " ".join(text.split())
    odd = replace(FIRST, counterparty=said, reason=said, by=said)

    assert read(written("", FIRST, odd, note=text)) == [FIRST, odd]
