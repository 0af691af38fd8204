"""Chinese names sound as Mandarin reads them, without the library that the table is from."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from screenr.matching.han_sounds import syllables
from screenr.matching.lexicon import Lexicon

TABLES = Path(__file__).resolve().parents[2] / "data" / "names"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.from_tables(TABLES)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("商汤", "shang tang"),
        ("长城", "chang cheng"),
        ("长", "zhang"),
        ("银行长城银行", "yin hang chang cheng yin hang"),
        ("成都", "cheng du"),
        ("女", "nv"),
        ("360安全", "3 6 0 an quan"),
        ("", ""),
    ],
)
def test_a_text_is_read_character_by_character_but_for_phrases(
    lexicon: Lexicon, text: str, read: str
) -> None:
    assert " ".join(syllables(text, lexicon)) == read


def test_the_longest_phrase_is_read(lexicon: Lexicon) -> None:
    assert syllables("长江三角洲", lexicon) == ("chang", "jiang", "san", "jiao", "zhou")


def test_words_of_names_are_read_as_the_library_reads_them(lexicon: Lexicon) -> None:
    every = (*lexicon.native, *lexicon.families)
    known = [each for each in every if each.isalpha() and "一" <= min(each) <= max(each) <= "鿿"]
    assert len(known) > 1_000

    differ = [each for each in known if [*syllables(each, lexicon)] != _by_library(each)]

    assert differ == []


def _by_library(text: str) -> list[str]:
    read = zip(text, lazy_pinyin(text, v_to_u=False), strict=True)
    return ["du" if character == "都" else each for character, each in read]
