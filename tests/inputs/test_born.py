"""Birth dates are read no finer than they are written."""

import pytest

from screenr.inputs.born import born_of


@pytest.mark.parametrize(
    ("cell", "dates"),
    [
        ("1964", ("1964",)),
        ("1964-05", ("1964-05",)),
        ("1964-05-03", ("1964-05-03",)),
        ("1964-05-03 00:00:00", ("1964-05-03",)),
        ("1964/5/3", ("1964-05-03",)),
        ("1964年5月3日", ("1964-05-03",)),
        ("1964年5月", ("1964-05",)),
        ("03.05.1964", ("1964-05-03",)),
        ("3 May 1964", ("1964-05-03",)),
        ("1964/1966", ("1964/1966",)),
        ("25/12/1964", ("1964-12-25",)),
    ],
)
def test_dates_are_read_as_tables_have_them(cell: str, dates: tuple[str, ...]) -> None:
    assert born_of(cell) == dates


def test_a_date_that_can_be_read_two_ways_is_both() -> None:
    assert born_of("03/05/1964") == ("1964-05-03", "1964-03-05")


@pytest.mark.parametrize(
    "cell",
    ["soon", "1964-13-01", "31.02.1964", "1966/1964", "64", "", "0000", "9999", "0000-00-00"],
)
def test_what_is_no_date_is_none(cell: str) -> None:
    assert born_of(cell) is None
