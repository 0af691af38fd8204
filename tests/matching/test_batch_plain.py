"""Words read together are what each of them is by itself."""

import random
from collections.abc import Iterator, Sequence

import pytest

from screenr.catalog import open_catalog
from screenr.matching.batch_plain import BatchPlainWords
from screenr.matching.index import Index

EACH = 41
"""One in so many words of the tables and the lists is asked for."""
SYLLABLES = ("ba", "cor", "din", "el", "gaz", "ly", "mor", "no", "rex", "tan", "vi", "zu")
ODD = (
    "a", "i", "v", "on", "ltd", "ldt", "cmpny", "bnk", "tchnlgy", "bakn", "12", "007", "b2b",
    "1st", "forty", "abd", "allah", "abdurrahman", "jalaluddin", "abubakr", "газпром", "佐维克斯",
    "société", "aerospacetechnology", "x" * 80, "a" * 64, "hong kong", "united states", "new yrok",
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return open_catalog().index


def listed(index: Index) -> Sequence[str]:
    lengths = range(1, 30)
    return [raw for length in lengths for raw in index.raws_of_length(length)[::EACH]]


def of_tables(index: Index) -> Sequence[str]:
    lexicon = index.lexicon
    phrases = (*lexicon.legal, *lexicon.business, *lexicon.places, *lexicon.people, *lexicon.common)
    return sorted({word for each in phrases for word in (each, *each.split())})[::EACH]


def damaged(words: Sequence[str]) -> Iterator[str]:
    """Each word with a slip, with another word after it, and without its vowels."""
    chance = random.Random(7)  # noqa: S311 -- no secret
    for word in words:
        at = chance.randrange(len(word))
        before, after = word[:at], word[at + 1 :]
        yield before + chance.choice(("", "q", word[at] * 2, after[:1] + word[at])) + after
        yield word + chance.choice(words)
        yield word[:1] + "".join(letter for letter in word[1:] if letter not in "aeiou")


def coined() -> Iterator[str]:
    chance = random.Random(8)  # noqa: S311 -- no secret
    for _ in range(400):
        yield "".join(chance.choices(SYLLABLES, k=chance.randint(1, 5)))


def test_words_read_together_are_what_each_is_by_itself(index: Index) -> None:
    words = [*listed(index), *of_tables(index), *coined(), *ODD]
    words = [*dict.fromkeys((*words, *filter(None, damaged(words))))]
    for word, found in zip(words, BatchPlainWords(index).of(words), strict=True):
        assert found == index.plain_words.of(word), word


def test_no_words_are_read_as_none(index: Index) -> None:
    assert BatchPlainWords(index).of([]) == []
