"""The table a tired person reads."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import factory
import pytest
from rich.cells import cell_len

from screenr.formats import FORMATS
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.designation import Bounds

MIXED = factory.report(
    factory.hit(
        factory.match(relation="family"),
        factory.match("旷视科技有限公司", matched_as="supplementary"),
    ),
    factory.clear("Corner Bakery", factory.lowered(matched_name="Vanya IVANOV")),
    factory.unscreened("- -"),
    errors=(RowError(5, "the name is empty"),),
    warnings=("A sentence about the lists.",),
)


def table(report: object = MIXED, **view: bool | int) -> str:
    return FORMATS["table"].report(report, View(**view))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = table(width=width, explain=True).splitlines()

    assert max(cell_len(line) for line in lines) <= width


def test_the_verdict_is_the_first_line() -> None:
    assert table().splitlines()[0].startswith("2 screened · 1 hit · 1 clear · 2 NOT SCREENED")


def test_clear_says_where_it_was_looked_for_and_that_it_is_not_safe() -> None:
    text = " ".join(table(factory.report(factory.clear())).split())

    assert "No match at threshold 0.85 on the 1 list below, as of 2026-11-21." in text
    assert "does not say that dealing with it is safe" in text
    assert "us-test-list 2026-07-09" in text


def test_a_supplementary_name_is_marked_as_not_official() -> None:
    assert "旷视科技有限公司 (not an official name; source: the company's own site)" in table(
        width=110
    )


def test_a_listing_date_that_is_not_known_is_shown_as_its_bounds() -> None:
    bounds = Bounds(after=dt.date(2024, 5, 3), by=dt.date(2026, 7, 31))
    report = factory.report(factory.hit(factory.match(listed=bounds)))

    assert "after 2024-05-03, on or before 2026-07-31" in table(report)


def test_evidence_is_shown_only_when_asked_for() -> None:
    assert "acme ~ acme (identical)" not in table()
    assert "acme ~ acme (identical)" in table(explain=True)


def test_color_is_used_only_where_it_was_asked_for() -> None:
    assert "\x1b[" not in table(color=False)
    assert "\x1b[" in table(color=True)


def test_license_terms_are_not_said_again_among_the_effects() -> None:
    assert table().count("For all items.") == 2  # once a match


def test_the_whole_table_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("report-table-80.txt", table(explain=True, width=80))


def test_the_whole_narrow_table_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("report-table-60.txt", table(explain=True, width=60))


def test_effects_that_differ_only_in_the_activity_share_one_sentence() -> None:
    found = replace(
        factory.match(),
        effects=(factory.effect("purchase_from"), factory.effect("import_goods")),
    )
    report = factory.report(factory.hit(found))

    assert (
        "License required since 2019-10-09: buying from it; importing its goods"
        " (Items subject to the EAR) (15 CFR 1.2)." in " ".join(table(report).split())
    )


def test_a_long_id_stays_in_one_piece_so_that_it_can_be_copied() -> None:
    long = "us-test-list:beijing-acme-robotics-technology-development-company-limited-cn"
    report = factory.report(factory.hit(factory.match(designation_id=long)))

    assert long in table(report, width=60)


def test_the_lists_of_the_matches_left_out_are_named() -> None:
    report = factory.report(factory.hit(factory.match(), factory.match()))

    assert "1 more match left out by --limit (Test List)" in table(report, limit=1)


def test_a_report_of_some_activities_says_which() -> None:
    report = factory.report(factory.hit(), activities=("purchase_from",))

    assert "Only effects on these are shown: buying from it." in table(report)


def test_the_end_of_a_divestment_window_is_not_the_end_of_the_listing() -> None:
    found = factory.match(designation_id="us-ofac-ns-cmic:1")
    listed = replace(found.designation, until=dt.date(2022, 12, 16))
    report = factory.report(factory.hit(replace(found, designation=listed)))

    assert "listed   2019-10-09, divestment window ends 2022-12-16" in table(report)


def test_an_effective_day_that_is_the_listing_day_is_not_said_twice() -> None:
    found = factory.match()
    listed = replace(found.designation, effective=dt.date(2019, 10, 9))
    report = factory.report(factory.hit(replace(found, designation=listed)))

    assert "effective" not in table(report)


def test_a_footnote_of_the_license_terms_is_said_in_words() -> None:
    text = " ".join(table().split())

    assert "Reach: foreign-made items too (footnote 4, the supercomputer-type" in text


def test_the_summary_stands_where_no_effect_is_left_to_show() -> None:
    report = factory.report(factory.hit(replace(factory.match(), effects=())))

    assert "Supplying it needs a license." in table(report)


def test_of_many_matches_the_best_are_told_at_length_and_no_other_is_hidden() -> None:
    matches = [factory.match(designation_id=f"us-test-list:n{number}") for number in range(13)]
    text = table(factory.report(factory.hit(*matches)), width=110)

    assert text.count("   id       us-test-list:n") == 10
    assert "3 more matches in short" in text
    assert all(f"us-test-list:n{number}" in text for number in range(13))


def test_the_lists_of_all_matches_are_said_first() -> None:
    report = factory.report(factory.hit(factory.match(), factory.match()))

    assert "HIT  Acme  #1  2 matches: Test List (2)" in table(report)
