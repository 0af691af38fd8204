"""What names written in Han or Hangul may be by their sound alone: listed names of one word."""

from collections.abc import Callable

import pytest
from small_index import THRESHOLD, index_of, reached, typed

from screenr.matching.candidates import Candidates
from screenr.matching.index import Index
from screenr.matching.lone_names import LoneNames

LISTED = ("SULAYMAN", "Mullah Sulaiman", "Sulaiman ZORVEX", "Zhangshu", "王张术", "Сулейман")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("lone"), typed("person", *LISTED))


def reached_one_by_one(index: Index, name: str) -> set[str]:
    candidates = Candidates(index)
    return {
        index.name_of(at).name
        for query in index.readings(name)
        for at in candidates.of(query, person=True, threshold=THRESHOLD)
    }


both_ways = pytest.mark.parametrize("reach", [reached, reached_one_by_one])


@both_ways
@pytest.mark.parametrize("name", ["苏莱曼", "술라이만"])
def test_a_name_written_together_may_be_one_word_by_its_sound(
    index: Index, reach: Callable[[Index, str], set[str]], name: str
) -> None:
    assert reach(index, name) == {"SULAYMAN", "Mullah Sulaiman"}


@both_ways
def test_a_name_of_several_words_is_met_by_its_characters_alone(
    index: Index, reach: Callable[[Index, str], set[str]]
) -> None:
    assert not reach(index, "王 苏莱曼")


def test_a_name_with_another_word_that_tells_is_not_looked_at(index: Index) -> None:
    readings = LoneNames(index).readings

    assert "Sulaiman ZORVEX" not in {index.name_of(at).name for at in readings}
