"""Dates as lists write them."""

import datetime as dt

import pytest

from screenr.text.dates import date_or_span, full_day, is_circa, partial_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14 Feb 1970", "1970-02-14"),
        ("Feb 1970", "1970-02"),
        ("1970", "1970"),
        ("3 Jun 2021", "2021-06-03"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(written: str, read: str) -> None:
    assert partial_date(written) == read


@pytest.mark.parametrize("written", ["31 Feb 1970", "14 Foo 1970", "70", "Feb", "", "14/02/1970"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert partial_date(written) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1968 to 1970", "1968/1970"),
        ("01 Jan 1968 to 31 Dec 1970", "1968-01-01/1970-12-31"),
        ("circa 1951", "1951"),
        ("circa 1968 to 1970", "1968/1970"),
    ],
)
def test_spans_keep_both_ends(written: str, read: str) -> None:
    assert date_or_span(written) == read


def test_half_a_span_is_none() -> None:
    assert date_or_span("1968 to later") is None


def test_circa_is_told_from_a_sure_date() -> None:
    assert is_circa("circa 1951")
    assert not is_circa("1951")


def test_only_a_whole_day_is_a_day() -> None:
    assert full_day("03 Jun 2021") == dt.date(2021, 6, 3)
    assert full_day("Jun 2021") is None
