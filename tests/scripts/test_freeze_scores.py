"""A change of the matcher shows which scores it moves."""

import pytest

from freeze_scores import FROZEN, Scored, changes, frozen, scored, text_of

BEFORE = Scored("Zorvex", "Zorvex Ltd.", "organization", "0.9100", "strong", "same")


def test_no_score_of_a_labelled_pair_has_changed() -> None:
    moved = changes(frozen(), scored())

    assert not moved, "\n".join(
        ["", *moved, "", "Where this is meant: python scripts/freeze_scores.py"]
    )


def test_the_frozen_file_is_what_the_script_writes() -> None:
    assert FROZEN.read_text(encoding="utf-8") == text_of(frozen())


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (BEFORE._replace(score="0.9101"), "0.9100 strong same -> 0.9101 strong same"),
        (BEFORE._replace(relation="family"), "0.9100 strong same -> 0.9100 strong family"),
        (
            BEFORE._replace(score="0.5000", grade="", relation=""),
            "0.9100 strong same -> 0.5000 no match",
        ),
    ],
)
def test_a_pair_that_moved_is_told_with_both_verdicts(after: Scored, said: str) -> None:
    assert changes([BEFORE], [after]) == [f"Zorvex ~ Zorvex Ltd. (organization): {said}"]


def test_a_pair_that_came_or_went_is_told() -> None:
    (came,), (went,) = changes([], [BEFORE]), changes([BEFORE], [])

    assert came.endswith("not there -> 0.9100 strong same")
    assert went.endswith("0.9100 strong same -> not there")


def test_pairs_that_stayed_are_not_told() -> None:
    assert changes([BEFORE], [BEFORE]) == []
