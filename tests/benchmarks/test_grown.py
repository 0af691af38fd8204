"""What the benchmark of growth adds to the lists."""

from dataclasses import replace
from pathlib import Path

import pytest
from data_folders import organization
from grown import TIMES, grown

from screenr.matching.lexicon import Lexicon
from screenr.models.designation import Alias, Designation

LISTED = (
    replace(organization("us-alpha:1", "Zorvex Trading Ltd."), aliases=(Alias(name="Зорвекс"),)),
    replace(organization("us-alpha:2", "Quibblat Shipping Ltd."), aliases=(Alias(name="Квиблат"),)),
)


@pytest.fixture(scope="module")
def added() -> list[Designation]:
    lexicon = Lexicon.from_tables(Path(__file__).parents[2] / "data" / "names")
    return list(grown(LISTED, lexicon))


def test_there_are_ten_times_the_designations_each_with_an_id_of_its_own(
    added: list[Designation],
) -> None:
    assert tuple(added[:2]) == LISTED
    assert len({each.id for each in added}) == len(added) == TIMES * len(LISTED)


def test_rare_words_are_exchanged_and_common_ones_stay(added: list[Designation]) -> None:
    brands = {each.name.split()[0] for each in added[2:]}

    assert {each.name.split(maxsplit=1)[1] for each in added} == {"Trading Ltd.", "Shipping Ltd."}
    assert "zorblat" in brands


def test_a_word_is_made_of_words_of_its_script(added: list[Designation]) -> None:
    assert all(each.aliases[0].name.isalpha() for each in added)
    assert not any(letter.isascii() for each in added for letter in each.aliases[0].name)


def test_it_is_the_same_in_every_run(added: list[Designation]) -> None:
    lexicon = Lexicon.from_tables(Path(__file__).parents[2] / "data" / "names")

    assert list(grown(LISTED, lexicon)) == added
