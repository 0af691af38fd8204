"""A name that is read word by word is read as all rules together read it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_names import BRANDS, LEXICON, WORDS

from screenr.matching.index_file import IndexFile
from screenr.matching.lexicon import DISTINCT
from screenr.matching.other_names import names_in
from screenr.matching.part import Part
from screenr.matching.phrasebook import Phrasebook
from screenr.matching.plain_names import PlainNames
from screenr.matching.plain_words import PlainWords
from screenr.matching.reading import Reading, readings
from screenr.matching.slips import Slips
from screenr.matching.words import Population, Word, weighed

BOOK = Phrasebook(LEXICON)


def weigh(part: Part) -> Word:
    counts = (1, 1) if part.text.title() in BRANDS else (0, 0)
    return weighed(part, counts, population=Population(1_000, 1_000), lexicon=LEXICON)


@pytest.fixture(scope="module")
def slips(tables: IndexFile) -> Slips:
    return Slips(LEXICON, tables, lambda word: weigh(Part(word, word, DISTINCT)).is_known)


def by_all_rules(name: str, slips: Slips) -> tuple[Reading, ...]:
    found: list[Reading] = []
    for each in names_in(name, BOOK, lambda word: len(word) / 10):
        found += readings(each, BOOK, weigh, slips)
    return tuple(found)


def learned(names: Sequence[str], slips: Slips) -> PlainNames:
    words = PlainWords(BOOK, slips, weigh)
    plain = PlainNames(BOOK, slips, word=words.of, rules=lambda name: by_all_rules(name, slips))
    for name in names:
        plain.read(name, plain.words(name))
    return plain


def read(plain: PlainNames, name: str) -> tuple[Reading, ...] | None:
    """The readings of a name that is plain."""
    words = plain.words(name)
    return plain.readings(words) if words else None


@settings(deadline=None, max_examples=400)
@given(st.lists(WORDS, min_size=1, max_size=4), WORDS)
def test_plain_names_are_read_as_all_rules_read_them(
    slips: Slips, words: list[str], other: str
) -> None:
    name, end = " ".join(words), " ".join(words[1:])
    plain = learned([name, f"Grivota {end}", f"{other} {end}"], slips)
    for each in (name, f"Selba {end}", f"{other} {end}", f"Grivota {other} {end}"):
        found = read(plain, each)
        if found is not None:
            assert by_all_rules(each, slips) == found, each


@pytest.mark.parametrize(
    "name", ["Maria Kovalenko", "Grivota Technology Co., Ltd.", "Selba Bank GmbH", "The Meg"]
)
def test_a_usual_name_is_plain(slips: Slips, name: str) -> None:
    end = "" if name in ("Maria Kovalenko", "The Meg") else name.partition(" ")[2]
    assert read(learned([f"Selba {end}"], slips), name) is not None


@pytest.mark.parametrize(
    "name",
    [
        "Grivota Tehcnology",
        "Grivotatechnology Bank",
        "Selba Hvac",
        "Chang Sha Grivota",
        "Tehcnology Chang Sha Grivota",
        "Tchnlgy Grivota",
        "Tehcnology",
    ],
)
def test_a_name_with_a_slip_an_abbreviation_or_a_place_is_plain(slips: Slips, name: str) -> None:
    assert read(learned([], slips), name) == by_all_rules(name, slips)


@pytest.mark.parametrize(
    "name", ["Seven Grivota", "Abdulla Zhang", "Seo Grivota", "Zhang S Selba", "Grivota (M)"]
)
def test_a_name_of_words_that_do_nothing_where_they_stand_is_plain(slips: Slips, name: str) -> None:
    assert read(learned([], slips), name) == by_all_rules(name, slips)


@pytest.mark.parametrize(
    "name",
    [
        "Forty Grivota",
        "Grivota Seo",
        "Caxias do Sul",
        "Tchnlgy Bnk",
        "Grivota aka Selba Ltd",
        "Grivota (Selba)",
        "Mr Maria Kovalenko",
        "Abd Allah Zhang",
        "Chnag Sha Grivota",
        "Grivota Joitn Stock Company",
        "Gazprom Газпром",
        "Grivota（Selba）",
    ],
)
def test_a_name_of_which_rules_could_read_several_words_is_left_to_them(
    slips: Slips, name: str
) -> None:
    assert read(learned([name, "Atlas Ltd", "Atlas Stock Company"], slips), name) is None
