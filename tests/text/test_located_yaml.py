"""YAML that people write, with the place of everything."""

import pytest

from screenr.errors import UsageError
from screenr.text.located_yaml import load

FILE = "some.yaml"


def refused(text: str) -> str:
    with pytest.raises(UsageError) as error:
        load(text, FILE)
    return error.value.message


def test_an_empty_document_is_nothing() -> None:
    assert load("# only a comment\n", FILE) is None


def test_scalars_stay_the_text_that_was_written() -> None:
    root = load("a: NO\nb: 007\nc: 1.50\nd: on\ne: 2026-01-01\n", FILE)

    assert root is not None
    assert root.plain() == {"a": "NO", "b": "007", "c": "1.50", "d": "on", "e": "2026-01-01"}


def test_null_is_told_apart_from_a_quoted_word() -> None:
    root = load("- null\n- 'null'\n- ~\n-\n", FILE)

    assert root is not None
    assert root.plain() == [None, "null", None, None]


def test_a_value_knows_its_line_and_column() -> None:
    root = load("a:\n  - x\n  - key: y\n", FILE)

    assert root is not None
    assert root.at(("a", 1, "key")).place == (3, 10)


def test_a_path_that_leads_nowhere_ends_where_it_got() -> None:
    root = load("a:\n  - x\n", FILE)

    assert root is not None
    assert root.at(("a", 7, "b")).place == (2, 3)


def test_a_fault_of_the_syntax_has_its_place() -> None:
    assert refused("a: [1\nb: 2\n").startswith("some.yaml:2:")


def test_a_key_that_stands_twice_is_refused_at_the_second() -> None:
    assert refused("a: 1\na: 2\n") == "some.yaml:2:1: the key `a` stands here twice"


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: *x\n",
        "a: !!python/object:os.system ls\n",
        "a: !private 1\n",
        "[a, b]: 1\n",
        "a: 1\n---\nb: 2\n",
        "a: \x07\n",
        "[" * 60 + "]" * 60,
        "[" * 5000,
    ],
)
def test_what_such_a_file_has_no_business_to_hold_is_refused(text: str) -> None:
    assert refused(text).startswith(FILE)
