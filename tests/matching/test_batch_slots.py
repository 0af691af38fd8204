"""A row is found by its name and its listed word."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from screenr.matching.batch_slots import NONE, Slots

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), min_size=1, max_size=20)


@given(PAIRS, PAIRS)
def test_each_row_is_found_or_told_with_the_one_it_is_the_same_as(
    rows: list[tuple[int, int]], sought: list[tuple[int, int]]
) -> None:
    of, listed = np.array(rows).T
    name, word = np.array(sought).T
    slots = Slots(7)

    for _ in range(2):  # nothing is left of the block before
        found, (same, into) = slots.sought(
            (of, listed), name=np.append(name, 4), word=np.append(word, 6)
        )

    at = [rows[place - 1] if place != NONE else None for place in found.tolist()]
    assert at == [pair if pair in rows else None for pair in (*sought, (4, 6))]
    assert all(rows[one] == rows[other] for one, other in zip(same, into, strict=True))
    assert len(same) == len(rows) - len(set(rows))
    assert not set(into.tolist()) & set(same.tolist())
