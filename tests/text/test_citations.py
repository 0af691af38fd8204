"""Citations of the Federal Register in the forms that lists use."""

import datetime as dt

import pytest

from screenr.text.citations import parse, place, same_notice, volume_year


@pytest.mark.parametrize(
    ("written", "cite", "day"),
    [
        ("84 FR 54002, 10/9/19", "84 FR 54002", dt.date(2019, 10, 9)),
        ("46 F.R. 46154 9/17/81", "46 FR 46154", dt.date(1981, 9, 17)),
        ("Vol. 86, No. 51, 03/18/21, Federal Register", "86 FR No. 51", dt.date(2021, 3, 18)),
        ("Vol, 84, No. 69, 04/10/19", "84 FR No. 69", dt.date(2019, 4, 10)),
        ("91 FR 35189 (June 10, 2026)", "91 FR 35189", dt.date(2026, 6, 10)),
        ("85 FR 83799, 12/23/2020", "85 FR 83799", dt.date(2020, 12, 23)),
        ("84 FR 100,\n9/14/19", "84 FR 100", dt.date(2019, 9, 14)),
        ("81 FR 61601 preview citation details, 9/7/16", "81 FR 61601", dt.date(2016, 9, 7)),
        ("79 FR  55608", "79 FR 55608", None),
        ("77 FR 58006 (no. 182)", "77 FR 58006", None),
        ("87 FR 12240 2022-03-03", "87 FR 12240", dt.date(2022, 3, 3)),
    ],
)
def test_citation_is_read(written: str, cite: str, day: dt.date | None) -> None:
    assert parse(written) == ((cite, day),)


def test_several_citations_keep_their_order_and_days() -> None:
    assert parse("73 FR 54508 9/22/08.\n73 FR 74001 12/5/08.\n74 FR 8184") == (
        ("73 FR 54508", dt.date(2008, 9, 22)),
        ("73 FR 74001", dt.date(2008, 12, 5)),
        ("74 FR 8184", None),
    )


def test_day_of_another_year_than_the_volume_is_left_out() -> None:
    assert parse("83 FR 61541, 11/13/19") == (("83 FR 61541", None),)


def test_day_that_no_month_has_is_left_out() -> None:
    assert parse("84 FR 100, 2/30/19") == (("84 FR 100", None),)


def test_text_without_a_citation_gives_none() -> None:
    assert parse("Press release") == ()


def test_first_and_inner_page_are_one_notice() -> None:
    assert same_notice("84 FR 54002", "84 FR 54004")


def test_same_page_of_another_volume_is_another_notice() -> None:
    assert not same_notice("84 FR 54002", "85 FR 54002")


def test_pages_far_apart_are_two_notices() -> None:
    assert not same_notice("84 FR 54002", "84 FR 54102")


def test_volume_gives_its_year() -> None:
    assert volume_year(84) == dt.date(2019, 1, 1).year


def test_citation_of_an_issue_has_no_page() -> None:
    assert place("86 FR No. 51") is None
