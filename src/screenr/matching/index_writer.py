"""Compile designations, names and words into an index.

Sections (see `index_file` for their form):

``lexicon``            the reference tables as JSON; ``zipf`` words and ten times their frequency
                       (`string_table`); ``common`` the words that names share, ``common.u4`` and
                       ``common.word.u4`` their keys
``record``             packed: designations as JSON, one a version of an entry; ``record.list.u1``
                       is its list, ``record.from.u4`` and ``record.to.u4`` the first and last
                       snapshot of the list that has it
``id``                 designation ids, sorted; ``id.record.u4`` the record of each
``name``               names; ``name.record.u4``, ``name.as.u1`` (place in `MATCHED_AS`, plus 16 for
                       another company of the group), ``name.source.u4`` (place in ``source``)
``reading``            ``reading.name.u4``, ``reading.flags.u1`` (kinds, plus 8 if transliterated,
                       16 if no word is distinctive, 32 if it looks like an organization,
                       64 if it is one name of a person beside initials),
                       ``reading.words.u4`` from ``reading.at.u4``: word ids in order;
                       ``reading.telling.u1`` how many words tell in a person's name;
                       ``reading.organization.f8``, ``reading.person.f8``: the least its words cost
``posting.u4``         readings that have a word, from ``posting.at.u4``
``word``               "raw, text, class, native" parted by tabs, sorted by length of raw, then raw;
                       ``word.organizations.u4``, ``word.persons.u4``: parties that have it;
                       ``word.organization.f8``, ``word.person.f8``, ``word.strength.f8``,
                       ``word.marks.u1``: what it weighs (see `Word`); ``word.cost.f8`` the least
                       that it costs an organization;
                       ``raw`` the different raws in the same order, ``raw.word.u4`` the first word
                       of each, ``raw.length.u4`` the first raw of each length, ``raw.order.u4`` the
                       raws in alphabetical order
``skeleton.lines``     consonant skeletons of all words, sorted, a line each;
                       ``skeleton.native.lines`` those of words that were transliterated
``key``                keys of words (`meeting_keys`), hashed; ``key.word.u4`` the word of each;
                       ``key.sieve.u1`` bits of which those of the hashes are set, as of
                       the other hashed keys
``bare``               names without legal form, connectors and spaces, hashed; ``bare.reading.u4``
``run``                neighbouring words written together, hashed; ``run.reading.u4``
``acronym``            what may stand for a name (`acronyms`), hashed; ``acronym.reading.u4``
``native``             keys of names in Han or Hangul (`east_asian`), hashed; ``native.reading.u4``;
                       ``romanized`` those of persons' names in Latin letters, in the same form;
                       ``guessed`` those that another romanization than pinyin may stand for
``sounds``             how Han characters are read, which stand in ``sounds.u4``, sorted;
                       ``pinyin`` in the same form
"""

import operator
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, count
from typing import Any

from pydantic import TypeAdapter

from screenr.matching import organization_costs, persons
from screenr.matching.common_words import common_sections
from screenr.matching.index_file import (
    encode,
    hashed_sections,
    number_section,
    packed_sections,
    string_sections,
)
from screenr.matching.index_names import (
    Entry,
    ReadName,
    both_counts,
    counted,
    part_of,
    read_names,
    words_of,
)
from screenr.matching.lexicon import Lexicon
from screenr.matching.listed import (
    FAMILY,
    LONE,
    MATCHED_AS,
    PERSON,
    ListedName,
    flags_of,
    kinds_read,
)
from screenr.matching.meeting_keys import is_spelled, listed_hashes
from screenr.matching.reading_keys import reading_keys
from screenr.matching.string_table import reading_sections, table_sections
from screenr.matching.words import Word, marks_of
from screenr.models.designation import Designation
from screenr.text import keys

_DESIGNATION = TypeAdapter(Designation)


def compile_index(
    entries: Sequence[Entry],
    supplementary: Mapping[str, Sequence[ListedName]],
    lexicon: Lexicon,
    *,
    inputs: str,
    meta: Mapping[str, Any],
) -> bytes:
    """The bytes of an index over `entries`; `supplementary` names by designation id."""
    read = list(read_names(entries, supplementary, lexicon))
    counts, population = counted(read, entries)
    words = words_of(read, counts, population, lexicon)
    sections = (
        *_lexicon(lexicon),
        *_records(entries),
        *_names(read),
        *_readings(read, words, lexicon),
        *_vocabulary(words, counts),
        *_keys(words, lexicon),
        *_characters(lexicon),
    )
    return encode(
        sections,
        inputs=inputs,
        meta={**meta, "population": [population.organizations, population.persons]},
    )


def _lexicon(lexicon: Lexicon) -> Iterator[tuple[str, bytes]]:
    yield "lexicon", lexicon.to_json()
    if not isinstance(lexicon.zipf, Mapping):
        raise TypeError("an index is compiled from the tables, not from an index")
    yield from table_sections("zipf", lexicon.zipf)
    yield from common_sections(lexicon)


def _characters(lexicon: Lexicon) -> Iterator[tuple[str, bytes]]:
    """Last in the file: a name in Latin letters, as most are, needs none of it in memory."""
    for name, table in (("sounds", lexicon.sounds), ("pinyin", lexicon.pinyin)):
        if isinstance(table, Mapping):
            yield from reading_sections(name, table)


def _records(entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    yield from packed_sections("record", [_written(entry.designation) for entry in entries])
    yield from number_section("record.list.u1", (entry.list for entry in entries))
    yield from number_section("record.from.u4", (entry.first for entry in entries))
    yield from number_section("record.to.u4", (entry.last for entry in entries))
    ids = sorted((entry.designation.id, at) for at, entry in enumerate(entries))
    yield from string_sections("id", (each for each, _ in ids))
    yield from number_section("id.record.u4", (at for _, at in ids))


def _written(designation: Designation) -> bytes:
    """What `to_record` tells, as JSON, at a third of the cost."""
    return _DESIGNATION.dump_json(designation, exclude_defaults=True)


def _names(read: Sequence[ReadName]) -> Iterator[tuple[str, bytes]]:
    sources = sorted({name.listed.source for name in read} | {""})
    yield from string_sections("name", (name.listed.name for name in read))
    yield from number_section("name.record.u4", (name.entry for name in read))
    yield from number_section(
        "name.as.u1",
        (MATCHED_AS.index(name.listed.matched_as) + FAMILY * name.listed.family for name in read),
    )
    yield from number_section("name.source.u4", (sources.index(n.listed.source) for n in read))
    yield from string_sections("source", sources)


def _readings(
    read: Sequence[ReadName], words: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, bytes]]:
    """Words are told by their places: what is asked of one is asked once, not in each reading."""
    places = {part_of(word): at for at, word in enumerate(words)}
    readings = [reading for name in read for reading in name.readings]
    kinds = [kinds_read(name.kinds, reading) for name in read for reading in name.readings]
    rows = [[places[part] for part in reading.parts] for reading in readings]
    untitled = _untitled(rows, words, lexicon)
    yield from number_section(
        "reading.name.u4", (at for at, name in enumerate(read) for _ in name.readings)
    )
    flags = map(flags_of, kinds, readings)
    yield from number_section("reading.flags.u1", map(operator.add, flags, _lone(untitled, words)))
    telling = _sums(list(map(persons.tells, words)), untitled)
    yield from number_section("reading.telling.u1", (min(each, 255) for each in telling))
    yield from _runs("reading.words", "reading", rows)
    costs = list(map(organization_costs.left_listed_cost, words))
    yield from number_section("reading.organization.f8", _sums(costs, rows))
    costs = list(map(persons.left_listed_cost, words))
    yield from number_section("reading.person.f8", _sums(costs, untitled))
    yield from _runs("posting", "posting", _postings(rows, len(words)))
    people = [row if kind & PERSON else () for row, kind in zip(untitled, kinds, strict=True)]
    yield from reading_keys(rows, people, words, lexicon)


def _untitled(
    rows: Sequence[list[int]], words: Sequence[Word], lexicon: Lexicon
) -> list[list[int]]:
    """`persons.without_titles` of the words at these places."""
    titles = {at for at, word in enumerate(words) if persons.is_title(word, lexicon)}
    return [
        row if titles.isdisjoint(row) else [at for at in row if at not in titles] or row
        for row in rows
    ]


def _lone(untitled: Iterable[Sequence[int]], words: Sequence[Word]) -> Iterator[int]:
    initials = {at for at, word in enumerate(words) if len(word.raw) == 1}
    for row in untitled:
        is_lone = not initials.isdisjoint(row) and persons.is_lone([words[at] for at in row])
        yield LONE * is_lone


def _sums(values: Sequence[float], rows: Iterable[Sequence[int]]) -> Iterator[float]:
    return (sum(map(values.__getitem__, row)) for row in rows)


def _postings(rows: Iterable[Sequence[int]], words: int) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(words)]
    for at, row in enumerate(rows):
        for word in dict.fromkeys(row):
            found[word].append(at)
    return found


def _runs(name: str, place: str, lists: Sequence[Sequence[int]]) -> Iterator[tuple[str, bytes]]:
    starts = [0, *accumulate(map(len, lists))]
    yield from number_section(f"{name}.u4", chain.from_iterable(lists))
    yield from number_section(f"{place}.at.u4", starts)


def _vocabulary(
    words: Sequence[Word], counts: Mapping[str, tuple[int, int]]
) -> Iterator[tuple[str, bytes]]:
    yield from string_sections(
        "word", (f"{word.raw}\t{word.text}\t{word.cls}\t{word.native}" for word in words)
    )
    raws = list(dict.fromkeys(word.raw for word in words))
    firsts = {word.raw: at for at, word in reversed(list(enumerate(words)))}
    lengths = [len(raw) for raw in raws]
    yield from string_sections("raw", raws)
    yield from number_section("raw.order.u4", (at for _, at in sorted(zip(raws, count()))))
    yield from number_section("raw.word.u4", [*(firsts[raw] for raw in raws), len(words)])
    yield from number_section(
        "raw.length.u4", (bisect_left(lengths, n) for n in range(max(lengths, default=0) + 2))
    )
    both = [both_counts(word.text, word.raw, counts) for word in words]
    yield from number_section("word.organizations.u4", (firms for firms, _ in both))
    yield from number_section("word.persons.u4", (people for _, people in both))
    yield from number_section("word.organization.f8", (word.organization for word in words))
    yield from number_section("word.person.f8", (word.person for word in words))
    yield from number_section("word.strength.f8", (word.strength for word in words))
    yield from number_section("word.marks.u1", map(marks_of, words))
    yield from number_section("word.cost.f8", map(organization_costs.left_listed_cost, words))


def _keys(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[str, bytes]]:
    spelled = [word for word in words if is_spelled(word)]
    made = keys.keys_of_each([word.raw for word in spelled])
    native = {
        skeleton for skeleton, word in zip(made.skeleton, spelled, strict=True) if word.native
    }
    yield "skeleton.lines", "\n".join(sorted({*made.skeleton})).encode()
    yield "skeleton.native.lines", "\n".join(sorted(native)).encode()
    yield from hashed_sections("key", "word", listed_hashes(words, made, lexicon=lexicon))
