"""When BIS listed a party."""

import datetime as dt

from screenr.models.designation import Bounds, Citation
from snapshots.bis_dates import NoticeDays, listed_on

TODAY = dt.date(2026, 7, 9)


def cited(cite: str, day: str | None) -> Citation:
    return Citation(cite=cite, date=dt.date.fromisoformat(day) if day else None)


def test_earliest_citation_is_the_listing() -> None:
    found = listed_on((cited("85 FR 1", "2020-01-02"), cited("84 FR 9", "2019-03-04")), TODAY)
    assert found == (dt.date(2019, 3, 4), None, None)


def test_rule_effective_before_publication_counts_from_then() -> None:
    listed, effective, source = listed_on((cited("84 FR 22963", "2019-05-21"),), TODAY)
    assert (listed, effective, source is not None) == (
        dt.date(2019, 5, 16),
        dt.date(2019, 5, 16),
        True,
    )


def test_earlier_citation_than_the_rule_is_not_moved() -> None:
    pair = (cited("83 FR 100", "2018-01-05"), cited("84 FR 22963", "2019-05-21"))
    assert listed_on(pair, TODAY)[0] == dt.date(2018, 1, 5)


def test_undated_citation_gives_the_year_of_its_volume() -> None:
    assert listed_on((cited("86 FR 67319", None),), TODAY)[0] == Bounds(
        after=dt.date(2020, 12, 31), by=dt.date(2021, 12, 31)
    )


def test_entry_without_citations_is_bounded_by_the_list() -> None:
    assert listed_on((), TODAY)[0] == Bounds(by=TODAY)


def test_undated_citation_takes_the_day_that_other_entries_give() -> None:
    days = NoticeDays([cited("73 FR 54508", "2008-09-22")])
    assert days.dated([cited("73 FR 54506", None)]) == (cited("73 FR 54506", "2008-09-22"),)


def test_two_notices_nearby_leave_a_page_undated() -> None:
    days = NoticeDays([cited("73 FR 100", "2008-01-02"), cited("73 FR 110", "2008-01-03")])
    assert days.day("73 FR 105") is None
