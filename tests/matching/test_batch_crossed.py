"""Persons' names across scripts: what is not looked at could not be heard clearly enough."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_index import index_of, lost, reached, typed

from screenr.matching import bounds
from screenr.matching.align import Pair
from screenr.matching.by_sound import is_heard_clearly
from screenr.matching.index import Index
from screenr.matching.words import Word

LISTED = (
    "Viktor Ostrovin", "Viktor Pavlovich Ostrovin", "V. Ostrovin", "Ostrovin V. P.", "Viktorin",
    "Abdul Karim Haddadi", "Abdulkarim al-Haddadi", "Karim Haddadi Ostrovin", "bin Haddadi Karim",
    "Tamara Selnikova Ostrovina", "Tamara Selnikova", "Timur Solnikov", "Ali Haddad", "Ali Hadi",
    "Haddadi", "Mir Damadi Karim", "Mirdamadi Ali", "Тамара Сельникова", "علي حدادي",
)  # fmt: skip
WORDS = {
    "Cyrillic": ("Виктор", "Павлович", "Островин", "Тамара", "Сельникова", "Карим", "Али", "В."),
    "Arabic": ("كريم", "حدادي", "علي", "عبد", "ال", "ميردامادي", "تمارا", "فيكتور"),
    "Latin": ("Tamara", "Selnikova", "Ali", "Haddadi", "T."),
}
ALIKE = st.sampled_from((0.68, 0.75, 0.8, 0.85, 0.86, 0.9, 0.92, 0.97, 1.0))
LEFT_OVER = st.sets(st.sampled_from(("query", "listed")))
WORD = Word("left", "left", 7, 1.0, 1.0, 1.0, on_lists=False, usual_person=False, at_large=False)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("crossed"), typed("person", *LISTED))


@pytest.mark.parametrize("threshold", [0.72, 0.8])
@pytest.mark.parametrize("script", WORDS)
def test_no_name_in_another_script_is_lost(index: Index, script: str, threshold: float) -> None:
    asked = [" ".join(words) for size in (1, 2, 3) for words in permutations(WORDS[script], size)]

    assert lost(index, asked, threshold, each=5) == []


def test_all_names_of_the_counterparty_must_be_met(index: Index) -> None:
    assert "Karim Haddadi Ostrovin" in reached(index, "Карим Хаддади")
    assert not reached(index, "Карим Хаддади Бруквич")


def test_two_that_are_the_same_may_stand_beside_others(index: Index) -> None:
    assert "Viktor Ostrovin" in reached(index, "Виктор Остров Островин")


def test_few_sounds_in_common_are_not_enough(index: Index) -> None:
    assert not reached(index, "Аля Хади")


@given(st.lists(ALIKE, min_size=1, max_size=4), st.integers(0, 9), LEFT_OVER)
def test_what_is_heard_clearly_may_be_heard(
    alike: list[float], consonants: int, left: set[str]
) -> None:
    full = [
        Pair((at,), (at,), each, "identical" if each == 1 else "transliteration")
        for at, each in enumerate(alike)
    ]
    heard = is_heard_clearly(
        full, consonants, [WORD] * ("query" in left), [WORD] * ("listed" in left)
    )
    same = sum(each == 1 for each in alike)

    may_be_heard = bounds.may_be_heard(
        same=same,
        are_same=same == len(alike),
        clear="query" not in left and min(alike) >= bounds.CLEAR,
        sure="query" not in left and min(alike) >= bounds.SURE,
        theirs_met="listed" not in left,
        mean=sum(alike) / len(alike),
        consonants=consonants,
    )

    assert may_be_heard or not heard
