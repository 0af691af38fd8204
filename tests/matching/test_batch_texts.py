"""The hash of texts that are written together follows from theirs."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from screenr.matching.batch_texts import Texts, left_of, texts
from screenr.matching.index_file import hash_of
from screenr.matching.left_out import hashes_left_of

WORD = st.text("abcdefgö中0", min_size=1, max_size=9)
LONG = st.text("abcé", min_size=60, max_size=200)


@given(st.lists(WORD | LONG, min_size=1, max_size=6))
def test_the_hash_of_joined_texts_follows_from_theirs(words: list[str]) -> None:
    joined = reduce(Texts.then, (texts([word]) for word in words))

    assert joined.hash.tolist() == [hash_of("".join(words))]
    assert joined.size.tolist() == [len("".join(words).encode())]


@given(st.lists(WORD, min_size=1, max_size=6))
def test_a_text_is_looked_up_with_what_stands_before_it(words: list[str]) -> None:
    assert texts(words).after("r:").hash.tolist() == [hash_of(f"r:{word}") for word in words]


@given(st.lists(st.text("abz", min_size=1, max_size=64), max_size=6))
def test_what_is_left_of_words_is_hashed_as_that_of_each(words: list[str]) -> None:
    for word, hashes in zip(words, left_of(words).tolist(), strict=True):
        left, filled = hashes[: len(word) + 1], hashes[len(word) + 1 :]

        assert left == hashes_left_of(word)
        assert {*filled} <= {hashes[0]}
