"""Joining rows of the Consolidated Screening List with entries of the supplement."""

import datetime as dt

from screenr.models.designation import Citation
from snapshots.bis_csl import Entry, join
from snapshots.csl_projection import CslEntry


def entry(name: str, *, country: str = "CN", cite: str = "84 FR 54004", text: str = "") -> Entry:
    citation = Citation(cite=cite, date=dt.date(2019, 10, 9))
    return Entry(name=name, country=country, names=frozenset(), text=text, citations=(citation,))


def row(
    name: str, *, countries: tuple[str, ...] = ("CN",), notice: str = "84 FR 54002"
) -> CslEntry:
    return CslEntry(
        name=name, aliases=(), type="", countries=countries, number=None, requirement=None,
        policy=None, programs=(), notice=notice,
    )  # fmt: skip


def read(name: str) -> tuple[str, str | None]:
    parent, _, part = name.rpartition(": ")
    return part, parent or None


def test_row_of_two_countries_joins_both_entries() -> None:
    entries = [entry("Example"), entry("Example", country="IR")]
    join(entries, [row("Example", countries=("CN", "IR"))], read)
    assert [len(each.rows) for each in entries] == [1, 1]


def test_hong_kong_row_joins_the_heading_of_china() -> None:
    entries = [entry("Example (HK) Ltd.")]
    join(entries, [row("Example (HK) Ltd.", countries=("HK",))], read)
    assert len(entries[0].rows) == 1


def test_longer_name_of_the_same_notice_joins() -> None:
    entries = [entry("Example Airlines")]
    join(entries, [row("Example Airlines, Headquarters")], read)
    assert len(entries[0].rows) == 1


def test_longer_name_of_another_notice_stands_alone() -> None:
    entries = [entry("Example Airlines")]
    found = join(entries, [row("Example Airlines, Headquarters", notice="70 FR 1")], read)
    assert [each.name for each in found.alone] == ["Example Airlines, Headquarters"]


def test_near_spelling_of_the_same_notice_joins() -> None:
    entries = [entry("Mohamad Reza Example")]
    join(entries, [row("Mohammad Reza Example")], read)
    assert len(entries[0].rows) == 1


def test_party_inside_an_entry_is_told_with_its_entry() -> None:
    found = join([entry("Other"), entry("Example Group")], [row("Example Group: Sample Lab")], read)
    assert [number for _, number in found.inside] == [1]


def test_party_named_in_the_addresses_of_an_entry_is_inside_it() -> None:
    entries = [entry("Example Institute", text="samplelabroad1")]
    found = join(entries, [row("Sample Lab")], read)
    assert [number for _, number in found.inside] == [0]
