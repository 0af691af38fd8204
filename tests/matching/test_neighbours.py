"""What is looked up and what is scanned is together what measuring every pair finds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from screenr.matching.letters import (
    deletions,
    edits_of_few,
    heads,
    padded,
    signatures,
    table_of,
    tables_of,
    taken,
    together,
)
from screenr.matching.meet import edits_allowed
from screenr.matching.neighbours import Neighbours

WORDS = st.lists(st.text("abcé1", min_size=1, max_size=16), max_size=15)
quick = settings(max_examples=80, derandomize=True, deadline=None)


@quick
@given(known=WORDS, sought=WORDS)
def test_every_string_within_the_edits_allowed_is_found(
    known: list[str], sought: list[str]
) -> None:
    known = sorted(set(known), key=lambda each: (len(each), each))

    places, others, edits = Neighbours(tables_of(known), edits_allowed).of(sought)

    assert set(zip(places.tolist(), others.tolist(), edits.tolist(), strict=True)) == {
        (place, other, OSA.distance(mine, theirs))
        for place, mine in enumerate(sought)
        for other, theirs in enumerate(known)
        if OSA.distance(mine, theirs) <= edits_allowed(max(len(mine), len(theirs)))
    }


@pytest.mark.parametrize(
    ("left", "right", "bits"),
    [
        pytest.param("zorvex", "zorvex", 0, id="the same"),
        pytest.param("zorvex", "zovrex", 0, id="letters transposed"),
        pytest.param("zorvex", "zorwex", 2, id="another letter"),
    ],
)
def test_one_edit_changes_two_bits_at_most(left: str, right: str, bits: int) -> None:
    mine, theirs = signatures(table_of([left, right], len(left)))

    assert np.bitwise_count(mine ^ theirs) == bits


def test_a_letter_more_changes_one_bit() -> None:
    mine, theirs = (signatures(table_of([word], len(word)))[0] for word in ("zorvex", "zorvexx"))

    assert np.bitwise_count(mine ^ theirs) == 1


def test_strings_of_several_lengths_are_signed_as_each_by_itself() -> None:
    tables = tables_of(["ab", "abba", "cede"])

    signed = signatures(together(tables))

    assert signed.tolist() == [sign for table in tables for sign in signatures(table).tolist()]


def test_what_is_left_of_a_string_hashes_as_if_it_were_whole() -> None:
    left = deletions(table_of(["zorx"], 4), 2)[0].tolist()

    ones, twos = ["orx", "zrx", "zox", "zor"], ["rx", "ox", "or", "zx", "zr", "zo"]
    assert left == [
        deletions(table_of([each], len(each)), 0)[0, 0] for each in ("zorx", *ones, *twos)
    ]


def test_zeros_after_a_string_change_no_hash() -> None:
    alone = deletions(table_of(["zorx"], 4), 2)[0, taken(4, 2) < 4]

    longer = deletions(padded(["zorx", "zorvex"], 6), 2)[0, taken(6, 2) < 4]

    assert sorted(longer) == sorted(alone)


def test_nothing_is_near_where_nothing_is_known() -> None:
    places, _, _ = Neighbours([], edits_allowed).of(["zorvex"])

    assert not len(places)


FEW = st.text("abc", min_size=1, max_size=8)


@quick
@given(left=FEW, right=FEW)
def test_edits_of_few_letters_are_counted_up_to_one(left: str, right: str) -> None:
    mine, theirs = heads(padded([left, right], 8))

    [edits] = edits_of_few(mine[None], theirs[None])

    assert edits == min(2, OSA.distance(left, right))


def test_other_scripts_have_no_head() -> None:
    assert heads(padded(["zorvex", "зорв"], 6)).tolist() == [
        int.from_bytes(b"zorvex", "little"),
        0,
    ]
