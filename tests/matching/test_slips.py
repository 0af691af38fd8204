"""What is found through a slip is what comparing with every word and every form finds."""

from collections.abc import Iterator

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.common_words import SHORTEST_WORD, CommonWords
from screenr.matching.index_file import IndexFile
from screenr.matching.legal_forms import CLEAR_PHRASE, LegalForms
from screenr.matching.lexicon import Lexicon
from screenr.matching.slips import Slips
from screenr.text import keys


def slipped(text: str) -> Iterator[str]:
    """The text with a letter left out, put in, changed, and in the next one's place."""
    for at in range(len(text)):
        before, letter, after = text[:at], text[at], text[at + 1 :]
        yield from (before + after, f"{before}x{letter}{after}", f"{before}x{after}")
        yield before + after[:1] + letter + after[1:]


def within_a_slip(asked: str, of: list[str]) -> list[str]:
    found = process.extract(asked, of, scorer=OSA.distance, score_cutoff=1, limit=None)
    return sorted(each for each, _, _ in found)


def test_a_common_word_is_found_through_any_slip(lexicon: Lexicon, tables: IndexFile) -> None:
    common = CommonWords(lexicon, tables)
    long = sorted(each for each in common.words if len(each) >= SHORTEST_WORD)
    for word in long[::811]:
        for asked in (each for each in slipped(word) if len(each) >= SHORTEST_WORD):
            near = within_a_slip(asked, long)
            found = common.near(asked)
            assert found is not None
            assert found in near or keys.visual(found) == keys.visual(asked), asked


def test_a_clear_legal_form_is_found_through_any_slip(lexicon: Lexicon) -> None:
    forms = LegalForms(lexicon)
    several = sorted(form for form in lexicon.legal if " " in form)
    asked = {
        each
        for form in several[::67]
        for each in slipped(form)
        if len(each) >= CLEAR_PHRASE and len(each.split()) == each.count(" ") + 1 > 1
    }
    for each in sorted(asked - {*several}):
        near = within_a_slip(each, several)
        nearest = min(near, key=lambda form: (abs(len(form) - len(each) - 0.4), form))
        assert forms.near(each) == nearest, each
        first, *_, last = each.split()
        assert first in forms.firsts or last in forms.lasts, each


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("zorvex joitn stock company", "zorvex joint stock company"),
        ("zrvx jnt stck cmpny", "zrvx joint stock company"),
        ("zorvex co ldt", "zorvex co ltd"),
        ("zorvex tehcnology ltd", "zorvex technology ltd"),
        ("zorvextechnology ltd", "zorvex technology ltd"),
        ("lmiited liability company zorvex", "limited liability company zorvex"),
        ("zorvex closed joint company", "zorvex closed joint stock company"),
    ],
)
def test_common_words_are_mended(
    lexicon: Lexicon, tables: IndexFile, written: str, read: str
) -> None:
    slips = Slips(lexicon, tables, lambda word: word == "zorvex")
    mended = slips.mended(written.split())
    assert mended is not None
    assert " ".join(each.word for each in mended) == read


@pytest.mark.parametrize("name", ["zorvex", "zorvex technology ltd", "зорвекс ltd"])
def test_a_name_without_slips_is_left_alone(lexicon: Lexicon, tables: IndexFile, name: str) -> None:
    assert Slips(lexicon, tables, lambda word: word == "zorvex").mended(name.split()) is None
