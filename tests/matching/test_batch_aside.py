"""Words are set aside only where a match could not live by them alone."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screenr.matching.batch_aside import Lifts, least_lifts, set_aside
from screenr.matching.batch_facts import columns
from screenr.matching.batch_names import Names

LIFT = st.integers(-5, 5).map(lambda tenths: tenths / 10)
WORD = st.tuples(st.integers(0, 9), LIFT, LIFT, LIFT, LIFT, st.booleans())
NAME = st.lists(WORD, min_size=1, max_size=5)


def names_of(sizes: list[int]) -> Names:
    count, words = len(sizes), sum(sizes)
    no = np.zeros(count, np.bool_)
    starts = np.cumsum([0, *sizes])
    marks = np.zeros((count, 3), np.uint8)
    return Names(
        np.arange(count), starts, np.arange(words), columns(words), marks, no, no, no, joins=[]
    )


@given(st.lists(NAME, min_size=1, max_size=4))
def test_what_is_set_aside_does_not_reach_by_itself(
    found: list[list[tuple[int, float, float, float, float, bool]]],
) -> None:
    words = [word for each in found for word in each]
    cost = np.array([word[0] for word in words])
    usual_alone, usual_met, rare_alone, rare_met = (
        np.array([word[at] for word in words]) for at in range(1, 5)
    )
    usual = Lifts(usual_alone, np.maximum(usual_alone, usual_met))
    rare_alone = np.maximum(usual_alone, rare_alone)  # what is rare costs less
    rare = Lifts(rare_alone, np.maximum.reduce([rare_alone, rare_met, usual.given]))
    marks = np.array([word[5] for word in words])

    names = names_of([len(each) for each in found])
    aside = set_aside(names, cost, usual, rare=(rare, marks))

    for name in range(names.size):
        places = np.flatnonzero(names.name == name)
        chosen = [at for at in places.tolist() if aside[at]]
        # Whatever some of them met, with any of the others left out.
        for some in product((False, True), repeat=len(chosen)):
            met = {at for at, is_met in zip(chosen, some, strict=True) if is_met}
            lifts = rare if any(marks[at] for at in met) else usual
            total = sum(lifts.given[at] if at in met else lifts.without[at] for at in places)
            assert not chosen or total < 0


def test_the_word_with_the_most_readings_is_set_aside_first() -> None:
    lifts = Lifts(np.array([-0.3, -0.3]), np.array([0.1, 0.1]))

    assert set_aside(names_of([2]), np.array([2, 9]), lifts).tolist() == [False, True]


def test_a_word_that_leads_nowhere_is_not_set_aside() -> None:
    lifts = Lifts(np.array([-1.0, -1.0]), np.array([-0.5, -0.5]))

    assert set_aside(names_of([2]), np.array([0, 3]), lifts).tolist() == [False, True]


def test_a_row_must_make_up_for_what_the_other_words_of_its_name_lack() -> None:
    beside = np.array([-0.3, 0.1, 0.2, -0.4])

    least = least_lifts(names_of([3, 1]), beside)

    assert least.tolist() == pytest.approx([-0.3, 0.1, 0.2, 0.0], abs=1e-6)
