"""Rows for a spreadsheet."""

import csv
import io
from collections.abc import Callable

import factory
import pytest

from screenr.formats import FORMATS
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.report import Report


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(FORMATS["csv"].report(report, View()))))


def test_each_match_has_a_row_and_so_has_each_counterparty_without_one() -> None:
    report = factory.report(
        factory.hit(factory.match(), factory.match(designation_id="us-test-list:18")),
        factory.clear(),
        factory.unscreened(),
        errors=(RowError(5, "the name is empty"),),
    )

    assert [row["status"] for row in rows(report)] == ["hit", "hit", "clear", "error", "error"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "|", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    row = rows(factory.report(factory.clear(f"{start}cmd|'/c calc'!A0")))[0]

    assert row["counterparty"].startswith("'")


@pytest.mark.parametrize("start", ["\t", "\r", "\n"])
def test_no_cell_begins_with_a_control_character(start: str) -> None:
    row = rows(factory.report(factory.clear(f"{start}Acme")))[0]

    assert row["counterparty"] == "Acme"


def test_names_with_commas_and_quotes_come_back_whole() -> None:
    row = rows(factory.report(factory.clear('Acme "Bots" Co., Ltd.')))[0]

    assert row["counterparty"] == 'Acme "Bots" Co., Ltd.'


def test_the_whole_sheet_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    report = factory.report(factory.hit(), factory.clear())

    golden("report.csv", FORMATS["csv"].report(report, View()))
