"""Words of a batch have numbers, of which there are only so many."""

from collections.abc import Sequence

import numpy as np
import pytest

from screenr.matching import batch_numbers
from screenr.matching.batch_numbers import Numbers
from screenr.matching.lexicon import DISTINCT
from screenr.matching.words import Word


def word(raw: str) -> Word:
    return Word(
        raw, raw, DISTINCT, 1.0, 1.0, 1.0, on_lists=False, usual_person=False, at_large=False
    )


def used(numbers: Numbers, raws: Sequence[str]) -> list[int]:
    found = numbers.of(map(word, raws), translated=False)
    numbers.use(np.array(found))
    return found


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Numbers:
    """Numbers of three words at most, of which two are kept."""
    monkeypatch.setattr(batch_numbers, "REMEMBERED", 3)
    monkeypatch.setattr(batch_numbers, "KEPT", 2)
    return Numbers()


def test_equal_words_have_one_number() -> None:
    numbers = Numbers()

    assert numbers.of(map(word, ("zorvex", "robotics", "zorvex")), translated=False) == [0, 1, 0]


def test_a_transliterated_word_has_a_number_of_its_own() -> None:
    numbers = Numbers()

    numbers.of([word("zorvex")], translated=False)

    assert numbers.of([word("zorvex")], translated=True) == [1]


def test_words_are_new_until_they_are_used() -> None:
    numbers = Numbers()
    used(numbers, ["zorvex"])

    numbers.of(map(word, ("zorvex", "robotics")), translated=False)

    assert numbers.new == ([1], [])


def test_words_that_the_most_names_had_are_kept(few: Numbers) -> None:
    used(few, "abbcdd")

    assert few.forget().tolist() == [0, 2]


def test_of_words_used_as_often_the_newest_are_kept(few: Numbers) -> None:
    used(few, "aabcd")
    few.forget()
    used(few, "eeff")

    assert [few.words[at].raw for at in few.forget()] == ["d", "a"]


def test_a_number_is_given_again(few: Numbers) -> None:
    used(few, "aabbcd")
    few.forget()

    assert used(few, "dab") == [3, 0, 1]


def test_nothing_is_dropped_where_there_is_room(few: Numbers) -> None:
    used(few, "abc")

    assert not len(few.forget())


def test_of_a_full_book_the_word_that_the_fewest_names_had_is_dropped(few: Numbers) -> None:
    used(few, "abb")

    assert few.forget(is_full=True).tolist() == [0]
    assert few.forget().tolist() == []
