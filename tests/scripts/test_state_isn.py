"""Segments of the master table of nonproliferation sanctions."""

import datetime as dt

import pytest

from snapshots.state_isn import day, determinations


def segment(status: str, *, authority: str = "Executive Order 13382") -> dict[str, str]:
    notice = "Vol. 86, No. 71, 04/15/2021, Federal Register"
    return {"notes": f"Authority: {authority}; imposed 3/2/2021; status: {status}; {notice}"}


def test_active_determination_has_no_end() -> None:
    assert determinations(segment("Active"))[0][0].ended is None


@pytest.mark.parametrize(
    ("status", "ended"),
    [
        ("Expired on 06/28/23", dt.date(2023, 6, 28)),
        ("Expired 7/19/2025", dt.date(2025, 7, 19)),
        ("Lifted on 02/24/2024", dt.date(2024, 2, 24)),
        ("procurement ban ended 2022, all other sanctions removed 4/1/24", dt.date(2024, 4, 1)),
    ],
)
def test_ended_determination_has_its_end(status: str, ended: dt.date) -> None:
    assert determinations(segment(status))[0][0].ended == ended


def test_partial_end_leaves_it_in_force() -> None:
    status = "Procurement ban ended 02/03, all other sanctions remain"
    assert determinations(segment(status))[0][0].ended is None


def test_inksna_runs_two_years() -> None:
    law = "Iran, North Korea, and Syria Nonproliferation Act Sanctions (INKSNA)"
    (found,), _ = determinations(segment("Active", authority=law))
    assert found.ended == dt.date(2023, 3, 2)


def test_unknown_status_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown status"):
        determinations(segment("Suspended"))


def test_misprinted_day_is_not_guessed() -> None:
    row = segment("Lifted on 01/16/16")
    row["notes"] = row["notes"].replace("3/2/2021", "12/13/201")
    assert determinations(row)[0][0].imposed is None


def test_unknown_law_is_an_error() -> None:
    with pytest.raises(KeyError):
        determinations(segment("Active", authority="Another Act"))


def test_other_words_are_kept() -> None:
    row = segment("Active")
    row["notes"] += " | Designation includes any successor"
    assert determinations(row)[1] == ["Designation includes any successor"]


def test_two_digit_years_belong_to_the_last_century_from_fifty() -> None:
    assert (day("08/24/95").year, day("08/24/25").year) == (1995, 2025)
