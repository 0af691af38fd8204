"""First letters as bits: what has none in common begins with other letters."""

from string import ascii_lowercase

import numpy as np

from screenr.matching.batch_initials import NO_LETTER, bits_of


def test_each_letter_has_a_bit_of_its_own() -> None:
    letters = np.frombuffer(ascii_lowercase.encode(), np.uint8)

    bits = {NO_LETTER, *bits_of(letters).tolist()}

    assert len(bits) == len(ascii_lowercase) + 1


def test_words_that_begin_with_no_letter_have_the_bit_of_none() -> None:
    assert bits_of(np.zeros(1, np.uint8)).tolist() == [NO_LETTER]
