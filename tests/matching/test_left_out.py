"""Words that are one slip apart have something left in common."""

import pytest

from screenr.matching.index_file import hash_of
from screenr.matching.left_out import hashes_left_of


@pytest.mark.parametrize(
    "slipped", ["limted", "limiteed", "limixed", "limietd", "ilmited", "limite"]
)
def test_a_word_and_its_slip_share_what_is_left(slipped: str) -> None:
    assert not set(hashes_left_of("limited")).isdisjoint(hashes_left_of(slipped))


def test_the_hashes_are_of_what_is_left() -> None:
    assert hashes_left_of("bank") == list(map(hash_of, ("bank", "ank", "bnk", "bak", "ban")))
