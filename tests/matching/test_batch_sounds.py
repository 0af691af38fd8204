"""Many pairs of words are as alike in sound as each of them is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenr.matching import batch_sounds
from screenr.text import phonetic

WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(pairs=st.lists(st.tuples(WORD, WORD), max_size=12))
def test_pairs_together_sound_as_alike_as_one_by_one(pairs: list[tuple[str, str]]) -> None:
    together = batch_sounds.similarities(pairs)

    assert together == pytest.approx([phonetic.similarity(*pair) for pair in pairs])


def test_spellings_of_one_sound_are_wholly_alike() -> None:
    assert batch_sounds.similarities([("yusuf", "yousuf")]) == [1.0]


def test_no_pair_has_no_similarity() -> None:
    assert batch_sounds.similarities([]) == []
