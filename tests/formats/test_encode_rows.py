"""Rows on the wire."""

import factory
from runs import run_of
from wire import strangers

from screenr.formats.encode_rows import row_v1
from screenr.formats.encode_v1 import finding_v1
from screenr.formats.report_v1 import LoweredV1, RowErrorV1, RowFindingV1
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.row import Row, Screened


def test_a_clear_row_says_what_its_finding_says() -> None:
    made, finding = run_of("name"), factory.clear()

    document = row_v1(Screened(Row(5, ["Bakery"]), finding), made, View())

    whole = finding_v1(finding, as_of=made.as_of, limit=None)
    assert document == {**whole, "row": 5, "note": None, "input": {"name": "Bakery"}}
    assert list(document) == [*whole, "row", "note", "input"]


def test_rows_are_as_the_wire_says() -> None:
    made = run_of("name")
    hit = row_v1(Screened(Row(2, ["Acme"]), factory.hit(), "note"), made, View())
    error = row_v1(Screened(Row(3, [""]), RowError(3, "the name is empty")), made, View())

    assert list(hit) == list(RowFindingV1.__annotations__)
    assert list(error) == list(RowErrorV1.__annotations__)
    assert error["input"] == {"name": ""}


def test_a_clear_row_tells_what_was_set_aside() -> None:
    made, finding = run_of("name"), factory.clear("Ivan", factory.lowered())

    document = row_v1(Screened(Row(2, ["Ivan"]), finding), made, View())

    whole = finding_v1(finding, as_of=made.as_of, limit=None)
    assert document == {**whole, "row": 2, "note": None, "input": {"name": "Ivan"}}
    (lowered,) = whole["lowered"]
    assert [*strangers(lowered, LoweredV1)] == []
    assert (lowered["designation"], lowered["score"]) == ("us-test-list:21", 0.72)
    assert [each["feature"] for each in lowered["evidence"]] == ["name", "born"]
