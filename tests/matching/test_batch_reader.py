"""A batch reads names by the numbers of their words as they are read one by one."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_names import WORDS

from screenr.catalog import open_catalog
from screenr.matching import batch_numbers, batch_reader
from screenr.matching.batch_numbers import Numbers
from screenr.matching.batch_reader import Reader
from screenr.matching.index import Index
from screenr.matching.reading import Reading
from screenr.text.normalize import MAX_NAME

NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=6)


@pytest.fixture(scope="module")
def index() -> Index:
    return open_catalog().index


def read(reader: Reader, names: Sequence[str]) -> list[list[Reading]]:
    queries = reader.read(names)
    return [[queries.reading(at) for at in places] for places in queries.of_names]


def by_rules(index: Index, names: Sequence[str]) -> list[list[Reading]]:
    return [[*index.by_rules(name)] for name in names]


@settings(deadline=None, max_examples=200)
@given(NAMES, NAMES)
def test_names_are_read_as_all_rules_read_them(
    index: Index, names: list[str], others: list[str]
) -> None:
    reader = Reader(index, Numbers())
    for each in (names, others, [*reversed(names), *others]):
        assert read(reader, each) == by_rules(index, each)


def test_a_name_of_words_that_need_no_rule_is_its_words(index: Index) -> None:
    numbers = Numbers()

    queries = Reader(index, numbers).read(["Zorvexa Quilmar", "Quilmar"])

    assert [numbers.words[at].raw for at in queries.numbers] == ["zorvexa", "quilmar", "quilmar"]
    assert queries.starts == [0, 2, 3]


def test_an_ending_is_read_once(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    by_rules = index.by_rules

    def watched(name: str) -> tuple[Reading, ...]:
        asked.append(name)
        return by_rules(name)

    monkeypatch.setattr(index, "by_rules", watched)
    reader = Reader(index, Numbers())

    found = read(reader, ["Zorvexa Co., Ltd.", "Quilmar Co., Ltd.", "Quilmar Ostrev Co., Ltd."])

    assert asked == ["Zorvexa Co., Ltd."]
    assert [[word.raw for word in each[0].words] for each in found] == [
        ["zorvexa", "co ltd"],
        ["quilmar", "co ltd"],
        ["quilmar", "ostrev", "co ltd"],
    ]


@pytest.mark.parametrize("name", ["", "...", "x" * (MAX_NAME + 1)])
def test_a_name_that_cannot_be_read_has_no_reading(index: Index, name: str) -> None:
    assert read(Reader(index, Numbers()), ["Zorvexa", name])[1] == []


def test_words_that_were_forgotten_are_read_anew(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_numbers, "REMEMBERED", 4)
    monkeypatch.setattr(batch_numbers, "KEPT", 1)
    monkeypatch.setattr(batch_reader, "OTHERS", 0)
    numbers = Numbers()
    reader = Reader(index, numbers)
    names = ["Zorvexa Quilmar Ltd", "Ostrev Tehcnology GmbH", "Quilmar Hvac Ltd", "Brantis Ltd"]
    for name in [*names, *reversed(names)]:
        queries = reader.read([name])
        numbers.use(np.array(queries.numbers))

        assert [queries.reading(at) for at in range(len(queries))] == [*index.by_rules(name)]
        assert [numbers.words[at].raw for at in queries.numbers] == [
            word.raw for at in range(len(queries)) for word in queries.reading(at).words
        ]
        reader.forget(numbers.forget().tolist())
