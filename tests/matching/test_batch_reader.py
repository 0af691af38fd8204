"""A batch reads names by the numbers of their words as they are read one by one."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_names import OTHER_SCRIPTS, WORDS

from screenr.catalog import open_catalog
from screenr.matching import batch_numbers, batch_reader
from screenr.matching.batch_numbers import Numbers
from screenr.matching.batch_reader import Reader
from screenr.matching.index import Index
from screenr.matching.reading import Reading
from screenr.text.normalize import MAX_NAME

NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=6)
NATIVE_NAMES = st.lists(
    st.lists(OTHER_SCRIPTS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6
)


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


@settings(deadline=None, max_examples=200)
@given(NATIVE_NAMES, NATIVE_NAMES)
def test_names_in_other_scripts_are_read_as_all_rules_read_them(
    index: Index, names: list[str], others: list[str]
) -> None:
    reader = Reader(index, Numbers())
    for each in (names, [*reversed(names), *others]):
        assert read(reader, each) == by_rules(index, each)


def test_a_name_of_words_that_need_no_rule_is_its_words(index: Index) -> None:
    numbers = Numbers()

    queries = Reader(index, numbers).read(["Zorvexa Quilmar", "Quilmar"])

    assert [numbers.words[at].raw for at in queries.numbers] == ["zorvexa", "quilmar", "quilmar"]
    assert queries.starts == [0, 2, 3]


@pytest.fixture
def asked(index: Index, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names for which rules about several words were asked."""
    names: list[str] = []
    by_rules = index.by_rules

    def watched(name: str) -> tuple[Reading, ...]:
        names.append(name)
        return by_rules(name)

    monkeypatch.setattr(index, "by_rules", watched)
    return names


def test_an_ending_is_read_once(index: Index, asked: list[str]) -> None:
    reader = Reader(index, Numbers())

    found = read(reader, ["Zorvexa Co., Ltd.", "Quilmar Co., Ltd.", "Quilmar Ostrev Co., Ltd."])

    assert asked == ["Zorvexa Co., Ltd."]
    assert [[word.raw for word in each[0].words] for each in found] == [
        ["zorvexa", "co ltd"],
        ["quilmar", "co ltd"],
        ["quilmar", "ostrev", "co ltd"],
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Иван Петров",
        "ООО «Грыжма»",
        "Абдул Рахман Петров",
        "محمد عبد الرحمن العراقي",
        "السيد عبد الله بن محمد",
        "شركة النور",
        "Нур Петров",
        "李 丽",
        "深圳市华为技术有限公司",
        "박정수(주)",
        "अनन्\u200dत सरकार",
    ],
)
def test_a_name_in_another_script_is_its_words(index: Index, asked: list[str], name: str) -> None:
    read(Reader(index, Numbers()), [name])

    assert asked == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Иван Абд", "a servant of whom"),
        ("Грыжма ООО Петров", "a legal form where none stands"),
        ("ООО", "a legal form alone"),
        ("Иван 2000", "a number"),
        ("Порт Судан", "a place of two words"),
        ("مبين مبین", "two words that sound the same"),
        ("Gazprom Газпром", "two scripts"),
        ("李丽 又名 王小明", "two names"),
        ("Нур Петров 李丽", "two names"),
        ("Иван (Петров)", "another name in parentheses"),
    ],
)
def test_a_name_in_another_script_of_which_rules_read_several_words_is_left_to_them(
    index: Index, asked: list[str], name: str, why: str
) -> None:
    read(Reader(index, Numbers()), [name])

    assert asked == [name], why


def test_a_place_alone_may_end_with_a_form_that_has_a_slip(index: Index) -> None:
    name = "Caxias do Sul"

    assert read(Reader(index, Numbers()), [name]) == by_rules(index, [name])


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
    names += ["Иван Петров", "Иван Грыжма", "李丽", "Абд Петров"]
    for name in [*names, *reversed(names)]:
        queries = reader.read([name])
        numbers.use(np.array(queries.numbers))

        assert [queries.reading(at) for at in range(len(queries))] == [*index.by_rules(name)]
        assert [numbers.words[at].raw for at in queries.numbers] == [
            word.raw for at in range(len(queries)) for word in queries.reading(at).words
        ]
        reader.forget(numbers.forget().tolist())
