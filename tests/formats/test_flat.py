"""A screened row as cells."""

from dataclasses import replace

import factory
import gate_factory
from runs import run_of

from screenr.formats.flat import COLUMNS, Flat, added_columns
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.row import Row, Screened


def cells(screened: Screened, view: View | None = None) -> list[dict[str, str]]:
    flat = Flat(run_of("name"), view or View())
    rows = flat.rows(screened)
    return [dict(zip(flat.columns, row, strict=True)) for row in rows]


def test_a_hit_is_told_by_its_best_match() -> None:
    second = factory.match("Acme Bots", designation_id="us-test-list:18", score=0.9)
    screened = Screened(Row(7, ["Acme"]), factory.hit(factory.match(), second))

    (row,) = cells(screened)

    assert row["name"] == "Acme"
    assert row["screenr_status"] == "hit"
    assert row["screenr_score"] == "0.98"
    assert row["screenr_designation"] == "us-test-list:17"
    assert row["screenr_listed"] == "2019-10-09"
    assert row["screenr_strictest"] == "license_required"
    assert row["screenr_effects"] == "License required: supplying it"
    assert row["screenr_matches"] == "2"
    assert row["screenr_row"] == "7"


def test_all_matches_have_a_row_each() -> None:
    second = factory.match("Acme Bots", designation_id="us-test-list:18", score=0.9)
    screened = Screened(Row(7, ["Acme"]), factory.hit(factory.match(), second))

    rows = cells(screened, View(all_matches=True))

    assert [row["screenr_designation"] for row in rows] == ["us-test-list:17", "us-test-list:18"]


def test_a_family_match_brings_the_ownership_rule() -> None:
    (row,) = cells(Screened(Row(2, ["Acme"]), factory.hit(factory.match(relation="family"))))

    assert row["screenr_ownership"] == "It does not reach owned companies."


def test_a_clear_row_says_under_what() -> None:
    (row,) = cells(Screened(Row(2, ["Bakery"]), factory.clear()))

    assert (row["screenr_status"], row["screenr_matches"]) == ("clear", "0")
    assert row["screenr_as_of"] == "2026-11-21"
    assert row["screenr_asked"] == "1 list published 2026-07-09 to 2026-07-09; threshold 0.85"


def test_a_note_on_a_clear_row_is_told() -> None:
    (row,) = cells(Screened(Row(2, ["Bakery"]), factory.clear(), "country not understood: X"))

    assert row["screenr_note"] == "country not understood: X"


def test_what_was_not_screened_says_why() -> None:
    (unread,) = cells(Screened(Row(2, [""]), RowError(2, "the name is empty")))
    (unscreened,) = cells(Screened(Row(3, ["???"]), factory.unscreened()))

    assert (unread["screenr_status"], unread["screenr_error"]) == ("error", "the name is empty")
    assert unscreened["screenr_error"] == "no word is left to compare"


def test_columns_of_an_earlier_run_are_kept_and_the_new_ones_numbered() -> None:
    first = added_columns(("name",))
    second = added_columns(("name", *first))

    assert second == tuple(f"screenr_{column}_2" for column in COLUMNS)
    assert added_columns(("NAME", "Screenr_Status_2", *first))[0] == "screenr_status_3"


def test_a_decision_on_the_match_is_told() -> None:
    decided = replace(factory.match(), decision=gate_factory.decision())

    (row,) = cells(Screened(Row(7, ["Acme"]), factory.hit(decided)))

    assert row["screenr_status"] == "decided"
    assert row["screenr_decision"].startswith("a false positive by jane@example.com on 2026-10-01")


def test_what_was_set_aside_stands_in_the_note_of_a_clear_row() -> None:
    screened = Screened(Row(2, ["Ivan"]), factory.clear("Ivan", factory.lowered()), "read as X")

    (row,) = cells(screened)

    assert row["screenr_status"] == "clear"
    assert row["screenr_matches"] == "0"
    assert row["screenr_note"].startswith("read as X; set aside: IVANOV, Ivan (us-test-list:21)")
