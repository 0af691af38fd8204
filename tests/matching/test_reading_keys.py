"""The keys of listed readings, made by the numbers of their words, are those that the rules ask."""

import datetime as dt
from array import array
from collections.abc import Iterable, Sequence

import pytest

from screenr.matching import acronyms, persons
from screenr.matching.align import SHORTEST_PIECE
from screenr.matching.exactness import bare_names
from screenr.matching.index_file import hash_of
from screenr.matching.index_names import Entry, counted, part_of, read_names, words_of
from screenr.matching.lexicon import Lexicon
from screenr.matching.meeting_keys import runs
from screenr.matching.reading_keys import reading_keys
from screenr.matching.words import Word
from screenr.models.designation import Designation, Kind

PARTIES: tuple[tuple[Kind, str], ...] = (
    ("organization", "China Electronics Technology Group Corporation"),
    ("organization", "Zorvex Co., Ltd."),
    ("organization", "E.ON of the Bank"),
    ("organization", "SMIC"),
    ("organization", "Limited Liability Company Npo 12 Zorvex Brelku Almaz Trading"),
    ("person", "General Ivan Petrovich Zorvex Brelku"),
    ("person", "General"),
)  # fmt: skip
Names = tuple[list[list[Word]], list[Sequence[Word]], dict[str, bytes]]


@pytest.fixture(scope="module")
def names(lexicon: Lexicon) -> Names:
    """The words of readings, those of persons without titles, and the sections."""
    entries = [
        Entry(Designation(id=f"x:{at}", kind=kind, name=name, listed=dt.date(2026, 7, 9)), 0, 0, 0)
        for at, (kind, name) in enumerate(PARTIES)
    ]
    read = list(read_names(entries, {}, lexicon))
    counts, population = counted(read, entries)
    words = words_of(read, counts, population, lexicon)
    places = {part_of(word): at for at, word in enumerate(words)}
    kinds = [entries[name.entry].designation.kind for name in read for _ in name.readings]
    rows = [[places[part] for part in each.parts] for name in read for each in name.readings]
    found = [[words[at] for at in row] for row in rows]
    people = [
        persons.without_titles(each, lexicon) if kind == "person" else ()
        for kind, each in zip(kinds, found, strict=True)
    ]
    untitled = [[places[part_of(word)] for word in each] for each in people]
    return found, list(people), dict(reading_keys(rows, untitled, words, lexicon))


def numbers(sections: dict[str, bytes], name: str) -> set[tuple[int, int]]:
    columns = (array("I", sections[each]) for each in (f"{name}.u4", f"{name}.reading.u4"))
    return set(zip(*columns, strict=True))


def hashed(keys: Iterable[Iterable[str]]) -> set[tuple[int, int]]:
    return {(hash_of(key), at) for at, each in enumerate(keys) for key in each}


def test_a_reading_stands_under_its_bare_names(names: Names) -> None:
    found, _, sections = names

    assert numbers(sections, "bare") == hashed(map(bare_names, found))


def test_a_reading_stands_under_its_acronyms(names: Names) -> None:
    found, _, sections = names

    assert numbers(sections, "acronym") == hashed(map(acronyms.listed_keys, found))


def test_a_reading_stands_under_its_words_joined_with_and_without_titles(names: Names) -> None:
    found, people, sections = names

    joined = (
        [raw for words in both for _, _, raw in runs(words, shortest=SHORTEST_PIECE)]
        for both in zip(found, people, strict=True)
    )
    assert numbers(sections, "run") == hashed(joined)
