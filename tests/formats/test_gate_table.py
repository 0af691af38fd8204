"""The gate at a terminal: a tired engineer reads it in ten seconds."""

from collections.abc import Callable
from dataclasses import replace

import factory
import gate_factory
import pytest

from screenr.formats import GATE_FORMATS
from screenr.formats.view import View
from screenr.models.decision import DecisionNote
from screenr.models.gate import (
    DecisionsUse,
    GateResult,
    JudgedMatch,
    MatchVerdict,
    Position,
    UnreadRow,
)


def drawn(result: GateResult, *, width: int = 80) -> str:
    return GATE_FORMATS["table"].gate(result, View(width=width))


def test_the_verdict_is_the_first_word() -> None:
    assert drawn(gate_factory.result(gate_factory.entry())).startswith("PASS: 1 counterparty, none")
    failing = gate_factory.result(gate_factory.entry(gate_factory.judged()))
    assert drawn(failing).startswith("FAIL: 1 of 1 counterparty fails")
    assert drawn(gate_factory.result(problems=("No list.",))).startswith("UNABLE: ")


def test_what_fails_comes_before_what_was_decided_though_its_row_comes_later() -> None:
    text = drawn(
        gate_factory.result(
            gate_factory.entry(gate_factory.judged("decided"), name="Decided Ltd", line=2),
            gate_factory.entry(gate_factory.judged("fail"), name="Fails Ltd", line=3),
        )
    )

    assert text.index("Fails Ltd") < text.index("Decided Ltd")


@pytest.mark.parametrize("width", [60, 80, 110])
def test_the_place_of_a_failure_stays_in_one_piece(width: int) -> None:
    text = drawn(
        gate_factory.result(gate_factory.entry(gate_factory.judged(), line=14)), width=width
    )

    assert "FAIL  suppliers.csv:14  Acme" in text
    assert all(len(line) <= width for line in text.splitlines())


def of_list(list_id: str, number: int, verdict: MatchVerdict = "fail") -> JudgedMatch:
    match = factory.match(designation_id=f"{list_id}:{number}")
    return gate_factory.judged(verdict, match=replace(match, list=factory.list_info(list_id)))


def test_the_best_match_of_each_list_is_told_and_the_rest_is_counted() -> None:
    matches = [*(of_list("us-a", at) for at in range(9)), of_list("us-b", 1)]

    text = drawn(gate_factory.result(gate_factory.entry(*matches)))

    assert "us-a:0" in text
    assert "us-b:1" in text
    assert "8 more matches FAIL: Test List (8)" in text


def test_no_decided_match_is_only_counted() -> None:
    matches = [of_list("us-a", at, "decided") for at in range(9)]

    text = drawn(gate_factory.result(gate_factory.entry(*matches)))

    assert all(f"us-a:{at}" in text for at in range(9))


def test_a_thousand_unread_rows_do_not_hide_the_rest() -> None:
    unread = tuple(
        UnreadRow(Position(gate_factory.FILE, line), "not UTF-8") for line in range(1000)
    )

    text = drawn(gate_factory.result(unread=unread))

    assert "and 980 more rows" in text
    assert len(text.splitlines()) < 40


def test_counterparties_without_a_match_are_counted() -> None:
    entries = [gate_factory.entry(name=f"Bakery {at}", line=at) for at in range(30)]

    text = drawn(gate_factory.result(*entries))

    assert "30 without a match" in text
    assert "Bakery 7" not in text


def test_the_whole_table_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    family = gate_factory.judged(match=factory.match(relation="family"))
    unused = DecisionNote(
        decision=gate_factory.decision("Gone Ltd"),
        state="unused",
        reason="no counterparty of this name was screened",
    )
    result = gate_factory.result(
        gate_factory.entry(family, name="Acme Shenzhen", line=14),
        gate_factory.entry(gate_factory.judged("decided"), line=3),
        gate_factory.entry(gate_factory.judged("notice"), name="Acme Bots", line=5),
        gate_factory.entry(name="Corner Bakery", line=6),
        unread=(UnreadRow(Position(gate_factory.FILE, 8), "the name is empty"),),
        decisions=DecisionsUse(
            file="screenr-decisions.yaml", sha256="0" * 64, count=2, unused=(unused,)
        ),
    )

    golden("gate.txt", drawn(result, width=60))
