"""What the arrays of listed words say is what the words themselves say."""

import numpy as np
import pytest
from small_index import index_of, typed

from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.text import keys

LISTED = (
    "Zorvex Robotics",
    "Zorvexindustrial",
    "Zorvexindustry",
    "зорвекс",
    "Zor Vexim",
    "佐维克斯",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("words"), typed("organization", *LISTED))


@pytest.fixture(scope="module")
def listed(index: Index) -> ListedWords:
    return ListedWords(index)


def test_each_word_has_its_spelling_class_and_length(index: Index, listed: ListedWords) -> None:
    words = [index.word(at) for at in range(len(listed.raws))]

    read = zip(listed.cls.tolist(), listed.length.tolist(), strict=True)
    assert list(read) == [(word.cls, len(word.raw)) for word in words]
    assert [listed.raws[at] for at in range(len(words))] == [word.raw for word in words]


@pytest.mark.parametrize("begun", ["z", "zor", "zorvex", "zorvexin", "zorvexindu", "зор", "none"])
def test_words_that_begin_so_have_the_ranks_between(listed: ListedWords, begun: str) -> None:
    first, last = (ranks.item() for ranks in listed.beginning([begun]))

    within = np.flatnonzero((first <= listed.rank) & (listed.rank < last)).tolist()
    every = range(len(listed.raws))
    assert within == [at for at in every if listed.raws[at].startswith(begun)]


def test_what_words_sound_like_is_learned_when_they_are_asked_for(listed: ListedWords) -> None:
    at = [place for place in range(len(listed.raws)) if listed.raws[place] == "zorvex"]

    assert listed.heard(np.array(at)).size[at].tolist() == [len(keys.sound("zorvex"))] * len(at)
