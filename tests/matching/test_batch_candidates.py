"""What a batch reaches beside what it must: few names, and which words could meet in them."""

from collections.abc import Sequence

import pytest
from small_index import designation, index_of, typed

from screenr.matching.batch_candidates import BatchCandidates
from screenr.matching.candidates import Reached
from screenr.matching.index import Index
from screenr.models.designation import Kind

LISTED: Sequence[tuple[Kind, str]] = (
    ("person", "Salim ZORVEX"),
    ("person", "Salim Latif Hadi ZORVEX"),
    ("person", "Nadir Nasim QUILMAR"),
    ("person", "Tamim OSTREV"),
    ("person", "Karim SHAFKHALVI"),
    ("organization", "Dubrelov LLC"),
    ("organization", "Dubrelov Robotics LLC"),
    ("organization", "Kelvura Kelvuro"),
    ("organization", "Kelmar Lines"),
    ("vessel", "BRANTIS"),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    listed = [designation(at, kind, name) for at, (kind, name) in enumerate(LISTED)]
    return index_of(tmp_path_factory.mktemp("few"), listed)


@pytest.fixture(scope="module")
def of_one_word(tmp_path_factory: pytest.TempPathFactory) -> Index:
    listed = typed("person", "MACAL", "NENE", "KIMJONGUN", "Salim ZORVEX")
    return index_of(tmp_path_factory.mktemp("lone"), listed)


def reached(index: Index, name: str) -> Reached:
    candidates = BatchCandidates(index, 0.8)
    return candidates.of(candidates.read([name])).get(0, Reached(frozenset()))


def names(index: Index, found: Reached) -> list[str]:
    return [index.name_of(at).name for at in found.readings]


def test_glued_initials_stand_for_as_many_names(index: Index) -> None:
    assert names(index, reached(index, "SLH Zorvex")) == ["Salim Latif Hadi ZORVEX"]


def test_one_initial_stands_for_one_name(index: Index) -> None:
    assert names(index, reached(index, "S Zorvex")) == ["Salim ZORVEX"]


def test_a_word_that_meets_another_has_no_initial_to_meet(index: Index) -> None:
    assert not reached(index, "K Kelmar Robotics").readings


def test_a_name_in_common_beside_another_reaches_nothing(index: Index) -> None:
    assert not reached(index, "Tamim Karlov").readings


@pytest.mark.parametrize("family", ["Sha Fkhalvee", "Shafk Halvee"])
def test_two_words_may_sound_like_one_that_is_listed(index: Index, family: str) -> None:
    assert names(index, reached(index, f"Karim {family}")) == ["Karim SHAFKHALVI"]


def test_it_is_known_which_words_could_meet(index: Index) -> None:
    found = reached(index, "Nadir Nasin Quilmer")

    assert names(index, found) == ["Nadir Nasim QUILMAR"]
    assert found.near == {"nadir": {"nadir"}, "nasin": {"nasim"}, "quilmer": {"quilmar"}}
    assert not found.unbounded


def test_of_a_name_that_the_lists_write_apart_it_is_not_known(index: Index) -> None:
    found = reached(index, "Tamimostrev")

    assert names(index, found) == ["Tamim OSTREV"]
    assert found.readings == found.unbounded


def test_a_firm_whose_one_brand_met_by_its_sound_alone_is_not_reached(index: Index) -> None:
    assert not reached(index, "Dabrilov Ltd").readings


def test_beside_another_word_a_brand_may_meet_by_its_sound(index: Index) -> None:
    assert names(index, reached(index, "Dabrilov Robotics Ltd")) == ["Dubrelov Robotics LLC"]


def test_a_word_makes_up_for_one_listed_word_alone(index: Index) -> None:
    assert not reached(index, "Kelvura").readings


def test_a_ship_may_be_called_so(index: Index) -> None:
    assert names(index, reached(index, "Brantas")) == ["BRANTIS"]


def test_a_firm_is_no_ship(index: Index) -> None:
    assert not reached(index, "Brantas Ltd").readings


def test_beside_one_common_word_an_initial_stands_for_no_firm(index: Index) -> None:
    assert names(index, reached(index, "Kelmar Lines")) == ["Kelmar Lines"]
    assert not reached(index, "K Lines").readings


def test_an_initial_stands_for_one_of_several_names(index: Index) -> None:
    assert not reached(index, "Quilmar N Dolvrek").readings


def test_an_initial_stands_for_no_name_that_begins_with_another_letter(index: Index) -> None:
    assert not reached(index, "X Zorvex").readings


def test_a_foreign_name_in_han_is_reached_by_its_sound(of_one_word: Index) -> None:
    assert names(of_one_word, by_sound(of_one_word, "马卡尔")) == ["MACAL"]


def test_a_name_of_the_country_written_together_is_too(of_one_word: Index) -> None:
    assert names(of_one_word, by_sound(of_one_word, "김정은")) == ["KIMJONGUN"]


def by_sound(index: Index, name: str) -> Reached:
    """What is reached by the reading of a name in Latin letters."""
    candidates = BatchCandidates(index, 0.8)
    queries = candidates.read([name])
    (at,) = [at for at in range(len(queries)) if queries.reading(at).translated]
    return candidates.of(queries).get(at, Reached(frozenset()))
