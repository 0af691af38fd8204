"""Many pairs of words are as alike in sound as each of them is."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenr.matching.batch_sounds import LONGEST, Sounds, similarities
from screenr.text import keys, phonetic

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def together(pairs: Sequence[tuple[str, str]]) -> list[float]:
    places = np.arange(len(pairs))
    mine, theirs = Sounds(len(pairs)), Sounds(len(pairs))
    mine.put(places, [keys.sound(left) for left, _ in pairs])
    theirs.put(places, [keys.sound(right) for _, right in pairs])
    return similarities(mine, theirs, (places, places)).tolist()  # type: ignore[no-any-return]


@settings(max_examples=80, derandomize=True, deadline=None)
@given(pairs=st.lists(st.tuples(WORD, WORD), max_size=12))
def test_pairs_together_sound_as_alike_as_one_by_one(pairs: list[tuple[str, str]]) -> None:
    assert together(pairs) == pytest.approx([phonetic.similarity(*pair) for pair in pairs])


def test_spellings_of_one_sound_are_wholly_alike() -> None:
    assert together([("yusuf", "yousuf")]) == [1.0]


def test_no_pair_has_no_similarity() -> None:
    assert together([]) == []


def test_a_word_too_long_to_be_compared_may_be_any_other() -> None:
    assert together([("ba" * LONGEST, "zorvex")]) == [1.0]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(words=st.lists(WORD, min_size=1, max_size=12))
def test_the_sounded_letters_of_many_words_are_counted_as_those_of_one(words: list[str]) -> None:
    sounds = Sounds(len(words))
    sounds.put(np.arange(len(words)), list(map(keys.sound, words)))

    assert sounds.sounded.tolist() == [len(keys.sounded(word)) for word in words]
