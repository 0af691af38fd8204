"""The names and words of designations, read and counted, before an index is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from screenr.errors import ListUnavailableError
from screenr.matching.lexicon import Lexicon
from screenr.matching.listed import (
    CRAFT,
    ORGANIZATION,
    PERSON,
    ListedName,
    kinds_of,
    kinds_read,
    names_of,
    spellings,
)
from screenr.matching.part import Part
from screenr.matching.phrasebook import Phrasebook
from screenr.matching.reading import Spelled, spelled
from screenr.matching.words import Population, Word, weighed
from screenr.models.designation import Designation


@dataclass(frozen=True, slots=True)
class Entry:
    """A version of a designation: its list's place, the first and the last snapshot with it."""

    designation: Designation
    list: int
    first: int
    last: int


@dataclass(slots=True)
class ReadName:
    """A listed name with its readings, of the entry so numbered."""

    entry: int
    listed: ListedName
    readings: Sequence[Spelled]
    kinds: int


def read_names(
    entries: Sequence[Entry],
    supplementary: Mapping[str, Sequence[ListedName]],
    lexicon: Lexicon,
) -> Iterator[ReadName]:
    """Every name of every entry, read."""
    book = Phrasebook(lexicon, remembered=None)  # all are kept in readings anyway
    for at, entry in enumerate(entries):
        listed = [*names_of(entry.designation), *supplementary.get(entry.designation.id, ())]
        is_read = False
        for name in listed:
            found = [
                reading for text in spellings(name.name, lexicon) for reading in spelled(text, book)
            ]
            if found:
                is_read = True
                kinds = kinds_of(entry.designation, found[0].parts)
                found = [each for each in found if kinds_read(kinds, each)]
                yield ReadName(at, name, found, kinds)
        if not is_read:
            raise ListUnavailableError(f"no name of `{entry.designation.id}` can be read")


def counted(
    read: Iterable[ReadName], entries: Sequence[Entry]
) -> tuple[dict[str, tuple[int, int]], Population]:
    """How many parties have each word, and how many parties there are."""
    firms: dict[str, set[int]] = defaultdict(set)
    people: dict[str, set[int]] = defaultdict(set)
    for name in read:
        for reading in name.readings:
            read_as = kinds_read(name.kinds, reading)
            if read_as & (ORGANIZATION | CRAFT):
                for part in reading.parts:
                    firms[part.text].add(name.entry)
            if read_as & PERSON:
                for part in reading.parts:
                    people[part.raw].add(name.entry)
    counts = {
        word: (len(firms.get(word, ())), len(people.get(word, ()))) for word in {**firms, **people}
    }
    kinds = Counter(entry.designation.kind == "person" for entry in entries)
    return counts, Population(organizations=kinds[False], persons=kinds[True])


def words_of(
    read: Iterable[ReadName],
    counts: Mapping[str, tuple[int, int]],
    population: Population,
    lexicon: Lexicon,
) -> list[Word]:
    """The vocabulary, weighed, in the order of the index."""
    found = {part for name in read for reading in name.readings for part in reading.parts}
    ordered = sorted(
        found, key=lambda part: (len(part.raw), part.raw, part.text, part.cls, part.native)
    )
    return [
        weighed(
            part,
            both_counts(part.text, part.raw, counts),
            population=population,
            lexicon=lexicon,
        )
        for part in ordered
    ]


def both_counts(text: str, raw: str, counts: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """Organizations counted by the canonical word, persons by the word as written."""
    return counts.get(text, (0, 0))[0], counts.get(raw, (0, 0))[1]


def part_of(word: Word) -> Part:
    """What was read: it tells words of the vocabulary apart."""
    return Part(word.text, word.raw, word.cls, word.native)
