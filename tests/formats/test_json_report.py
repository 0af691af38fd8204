"""The wire, version 1."""

import json
import math
from collections.abc import Callable

import factory
import pytest
from wire import strangers

from screenr.formats import FORMATS
from screenr.formats.report_v1 import ReportV1
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.designation import Bounds

REPORT = factory.report(
    factory.hit(factory.match(score=0.987654321)),
    factory.clear(),
    factory.unscreened(),
    errors=(RowError(5, "the name is empty"),),
)


def text_of(report: object = REPORT, *, limit: int | None = None) -> str:
    return FORMATS["json"].report(report, View(limit=limit))  # type: ignore[arg-type]


def test_the_document_is_what_its_types_say() -> None:
    assert [*strangers(json.loads(text_of()), ReportV1)] == []


def test_the_check_of_types_sees_an_unknown_key_and_a_wrong_type() -> None:
    document = json.loads(text_of())
    document["totals"] |= {"hits": "1", "odd": 2}

    assert [*strangers(document, ReportV1)] == [
        "totals: keys ['clear', 'decided', 'errors', 'hits', 'odd', 'screened']"
    ]


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    assert [*json.loads(text_of())] == [
        "schema", "screenr", "as_of", "policy", "lists", "warnings", "findings", "errors", "totals",
    ]  # fmt: skip


def test_scores_have_four_digits() -> None:
    assert json.loads(text_of())["findings"][0]["matches"][0]["score"] == 0.9877


def test_totals_count_what_was_not_screened_as_errors_only() -> None:
    assert json.loads(text_of())["totals"] == {
        "screened": 2, "hits": 1, "clear": 1, "decided": 0, "errors": 2,
    }  # fmt: skip


def test_a_listing_date_that_is_not_known_is_an_object_of_its_bounds() -> None:
    listed = Bounds(by=factory.DAY)
    report = factory.report(factory.hit(factory.match(listed=listed)))

    match = json.loads(text_of(report))["findings"][0]["matches"][0]

    assert match["listed"] == {"after": None, "by": "2026-11-21"}


def test_a_score_that_is_no_number_is_refused_rather_than_written() -> None:
    report = factory.report(factory.hit(factory.match(score=math.nan)))

    with pytest.raises(ValueError, match="not JSON compliant"):
        text_of(report)


@pytest.mark.parametrize("name", ["\x1b[31m", "\u202egnp", "\ud800", "\U000e0041", 'a"b\\', "\x7f"])
def test_escaped_names_read_back_as_they_were(name: str) -> None:
    text = text_of(factory.report(factory.clear(name)))

    assert json.loads(text)["findings"][0]["counterparty"]["name"] == name


def test_a_line_of_jsonl_stands_on_its_own() -> None:
    lines = FORMATS["jsonl"].report(REPORT, View()).splitlines()

    read = [json.loads(line) for line in lines]

    assert [each["status"] for each in read] == ["hit", "clear", "error", "error"]
    assert all(each["lists"] == {"us-test-list": "2026-07-09"} for each in read)
    assert all(each["as_of"] == "2026-11-21" for each in read)


def test_the_whole_document_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("report.json", text_of())
