"""What a batch reaches beside what it must: few names, and which words could meet in them."""

import datetime as dt
from pathlib import Path

import pytest

from screenr.matching.batch_candidates import BatchCandidates
from screenr.matching.candidates import Reached
from screenr.matching.index import Index
from screenr.matching.index_file import IndexFile
from screenr.matching.index_names import Entry
from screenr.matching.index_writer import compile_index
from screenr.matching.lexicon import Lexicon
from screenr.models.designation import Designation, Kind

NAMES = Path(__file__).resolve().parents[2] / "data" / "names"
LISTED: tuple[tuple[Kind, str], ...] = (
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
    listed = dt.date(2020, 1, 1)
    entries = [
        Entry(Designation(id=f"us-alpha:{at}", kind=kind, name=name, listed=listed), 0, 0, 0)
        for at, (kind, name) in enumerate(LISTED)
    ]
    lexicon = Lexicon.from_tables(NAMES)
    path = tmp_path_factory.mktemp("few") / "index.bin"
    path.write_bytes(compile_index(entries, {}, lexicon, inputs="", meta={"lists": []}))
    return Index(IndexFile(path))


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
