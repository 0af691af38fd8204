"""Neighbours that the lists write as one word are found as `asked.joined` finds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screenr.matching.batch_joins import hashes

WORDS = st.lists(st.text("abcdefgö中0", min_size=1, max_size=9), min_size=1, max_size=6)


@given(WORDS)
def test_the_hash_of_joined_words_follows_from_theirs(words: list[str]) -> None:
    each, powers = hashes(words)

    joined = each[:1]
    for at in range(1, len(words)):
        joined = joined * powers[at : at + 1] + each[at : at + 1]

    assert joined == hashes(["".join(words)])[0]


@pytest.mark.parametrize("other", ["zorvxe", "zorve", "zorvexx", "xevroz"])
def test_other_words_have_other_hashes(other: str) -> None:
    first, second = hashes(["zorvex", other])[0]

    assert first != second
