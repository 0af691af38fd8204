"""The project's own labelled names and parties: what an officer wants, graded by how surely.

A STRONG row must be right, or stand in ``open_faults.csv`` until it is. A MEDIUM row that is wrong
stands in ``known_misses.csv`` with its reason, and leaves it when it is right again. WEAK rows are
only counted. ``tests/cases/README.md`` says how to add one.
"""

import csv
import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import pytest

import screenr
from screenr import Comparison, Counterparty

if TYPE_CHECKING:
    from screenr.models.designation import Kind

CASES = Path(__file__).resolve().parents[1] / "cases"
AS_OF = dt.date(2026, 11, 21)


class Pair(NamedTuple):
    left: str
    right: str
    kind: str


class Judged(NamedTuple):
    """A row that is right, or what is wrong with it."""

    strength: str
    key: tuple[str, str, str]
    wrong: str


def read(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def comparisons() -> dict[Pair, Comparison]:
    """All pairs, kind by kind, in one call each."""
    pairs = [Pair(row["left"], row["right"], row["kind"]) for row in read("names.csv")]
    found: dict[Pair, Comparison] = {}
    for kind in sorted({pair.kind for pair in pairs}):
        chosen = [pair for pair in pairs if pair.kind == kind]
        asked = screenr.compare_all(
            [(pair.left, pair.right) for pair in chosen], cast("Kind", kind)
        )
        found.update(zip(chosen, asked, strict=True))
    return found


@cache
def judged_names() -> tuple[Judged, ...]:
    judged = []
    for row in read("names.csv"):
        pair = Pair(row["left"], row["right"], row["kind"])
        found = comparisons()[pair]
        wrong = ""
        if found.is_match != (row["match"] == "yes"):
            wrong = f"{'no match' if row['match'] == 'yes' else 'a match'} at {found.score:.2f}"
        elif row["relation"] and found.relation != row["relation"]:
            wrong = f"relation {found.relation}"
        judged.append(Judged(row["strength"], ("names", *pair[:2]), wrong))
    return tuple(judged)


@cache
def judged_parties() -> tuple[Judged, ...]:
    screener = screenr.load(as_of=AS_OF)
    judged = []
    for row in read("parties.csv"):
        party = Counterparty(
            ref="1",
            name=row["name"],
            aliases=tuple(filter(None, [row["alias"]])),
            countries=tuple(filter(None, [row["country"]])),
            kind=cast("Kind", row["kind"]),
            born=tuple(filter(None, [row["born"]])),
        )
        found = {match.designation.id for match in screener.screen(party).matches}
        expected = set(filter(None, row["expected"].split("|")))
        wrong = ""
        if expected - found:
            wrong = f"not found: {', '.join(sorted(expected - found))}"
        elif found and not expected:
            wrong = f"found: {', '.join(sorted(found)[:3])}"
        judged.append(Judged(row["strength"], ("parties", row["name"], row["alias"]), wrong))
    return tuple(judged)


def known_misses() -> set[tuple[str, str, str]]:
    return {(row["file"], row["left"], row["right"]) for row in read("known_misses.csv")}


def open_fault(file: str, left: str, right: str) -> list[pytest.MarkDecorator]:
    """A STRONG row known to be wrong fails until it is right, and then until it is taken out."""
    for row in read("open_faults.csv"):
        if (row["file"], row["left"], row["right"]) == (file, left, right):
            return [pytest.mark.xfail(reason=row["reason"], strict=True)]
    return []


STRONG_NAMES = [row for row in read("names.csv") if row["strength"] == "STRONG"]
STRONG_PARTIES = [row for row in read("parties.csv") if row["strength"] == "STRONG"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row,
            id=f"{row['left']} ~ {row['right']}",
            marks=open_fault("names", row["left"], row["right"]),
        )
        for row in STRONG_NAMES
    ],
)
def test_a_strong_pair_is_judged_as_labelled(row: dict[str, str]) -> None:
    key = ("names", row["left"], row["right"])

    assert [each.wrong for each in judged_names() if each.key == key] == [""], row["why"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row,
            id=f"{row['name']}, {row['country']}",
            marks=open_fault("parties", row["name"], row["alias"]),
        )
        for row in STRONG_PARTIES
    ],
)
def test_a_strong_party_is_found_on_its_lists_or_stays_clear(row: dict[str, str]) -> None:
    key = ("parties", row["name"], row["alias"])

    assert [each.wrong for each in judged_parties() if each.key == key] == [""], row["why"]


@pytest.mark.parametrize("file", ["names", "parties"])
def test_a_medium_case_that_is_wrong_is_a_known_miss(file: str) -> None:
    judged = judged_names() if file == "names" else judged_parties()
    known = known_misses()

    unknown = {
        each.key: each.wrong
        for each in judged
        if each.strength == "MEDIUM" and each.wrong and each.key not in known
    }
    assert not unknown


def test_a_known_miss_is_a_medium_case_that_is_still_wrong() -> None:
    wrong = {
        each.key
        for each in (*judged_names(), *judged_parties())
        if each.strength == "MEDIUM" and each.wrong
    }

    assert not known_misses() - wrong


@pytest.mark.parametrize("file", ["known_misses.csv", "open_faults.csv"])
def test_each_known_miss_says_why(file: str) -> None:
    assert all(row["reason"].strip() for row in read(file))


def test_an_open_fault_is_a_strong_case() -> None:
    strong = {("names", row["left"], row["right"]) for row in STRONG_NAMES} | {
        ("parties", row["name"], row["alias"]) for row in STRONG_PARTIES
    }

    assert {(row["file"], row["left"], row["right"]) for row in read("open_faults.csv")} <= strong


@pytest.mark.parametrize("file", ["names.csv", "parties.csv"])
def test_no_case_stands_twice_and_each_says_why(file: str) -> None:
    rows = read(file)
    keys = [tuple(row.values())[:3] for row in rows]

    assert len(set(keys)) == len(keys)
    assert all(row["why"] and row["strength"] in {"STRONG", "MEDIUM", "WEAK"} for row in rows)


def test_a_romanized_name_is_explained_when_the_list_writes_it_in_han() -> None:
    found = screenr.compare("Fang Wei Li", "李方伟", kind="person")

    assert found.is_match
    assert [(each.query, each.listed) for each in found.evidence] == [("fang wei li", "李方伟")]
