"""A name that is read word by word is read as all rules together read it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenr.matching.index_file import IndexFile
from screenr.matching.lexicon import DISTINCT, Lexicon
from screenr.matching.other_names import names_in
from screenr.matching.part import Part
from screenr.matching.phrasebook import Phrasebook
from screenr.matching.plain_names import PlainNames
from screenr.matching.plain_words import PlainWords
from screenr.matching.reading import Reading, readings
from screenr.matching.slips import Slips
from screenr.matching.words import Population, Word, weighed

LEXICON = Lexicon.from_tables(Path(__file__).resolve().parents[2] / "data" / "names")
BOOK = Phrasebook(LEXICON)
BRANDS = ("Grivota", "Selba", "Kovalenko", "Zhang", "Meg", "Atlas", "Maria", "Dahl", "Chang")


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
    plain = PlainNames(BOOK, slips, PlainWords(BOOK, slips, weigh))
    for name in names:
        found = by_all_rules(name, slips)
        if len(found) == 1:
            plain.learn(name, found[0])
    return plain


FORMS = sorted(form for form in LEXICON.legal if form.isascii())
PLACES = sorted(place for place in LEXICON.places if place.isascii() and " " in place)


@st.composite
def damaged(draw: st.DrawFn, phrases: Sequence[str]) -> str:
    """A phrase, or what is left of it after a slip or when it is cut."""
    phrase = draw(st.sampled_from(phrases))
    at = draw(st.integers(0, len(phrase)))
    left = ("", "x", " ", *phrase[at + 1 : at + 2])
    slip = draw(st.sampled_from(left)) + phrase[at + 1 :]
    written: str = draw(st.sampled_from((phrase, phrase[:at] + slip, phrase[at:], phrase[:at])))
    return written


WORDS: st.SearchStrategy[str] = st.one_of(
    st.sampled_from(BRANDS),
    st.sampled_from(("technology", "tchnlgy", "bank", "group", "the", "and", "Dr", "MV", "aka")),
    st.sampled_from(
        ("tehcnology", "banktechnology", "hvac", "big", "data", "sea", "bonito", "sol")
    ),
    st.sampled_from(("a", "J.", "v", "12", "forty", "two", "Abd", "Allah", "formerly", "(Beta)")),
    st.sampled_from(FORMS),
    damaged(FORMS),
    damaged(PLACES),
)


@settings(deadline=None, max_examples=400)
@given(st.lists(WORDS, min_size=1, max_size=4), WORDS)
def test_plain_names_are_read_as_all_rules_read_them(
    slips: Slips, words: list[str], other: str
) -> None:
    name, end = " ".join(words), " ".join(words[1:])
    plain = learned([name, f"Grivota {end}", f"{other} {end}"], slips)
    for each in (name, f"Selba {end}", f"{other} {end}", f"Grivota {other} {end}"):
        found = plain.readings(each)
        if found is not None:
            assert by_all_rules(each, slips) == found, each


@pytest.mark.parametrize(
    "name", ["Maria Kovalenko", "Grivota Technology Co., Ltd.", "Selba Bank GmbH", "The Meg"]
)
def test_a_usual_name_is_plain(slips: Slips, name: str) -> None:
    end = "" if name in ("Maria Kovalenko", "The Meg") else name.partition(" ")[2]
    assert learned([f"Selba {end}"], slips).readings(name) is not None


@pytest.mark.parametrize(
    "name",
    ["Grivota Tehcnology", "Grivotatechnology Bank", "Selba Hvac", "Chang Sha Grivota"],
)
def test_a_name_with_a_slip_an_abbreviation_or_a_place_is_plain(slips: Slips, name: str) -> None:
    assert learned([], slips).readings(name) == by_all_rules(name, slips)


@pytest.mark.parametrize(
    "name",
    [
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
    assert learned([name, "Atlas Ltd", "Atlas Stock Company"], slips).readings(name) is None
