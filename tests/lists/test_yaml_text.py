"""The part of YAML that data files use."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screenr.errors import ListUnavailableError
from screenr.lists import yaml_text


def test_plain_words_are_read_as_yaml_1_2_does() -> None:
    assert yaml_text.load("countries: [NO, yes, off, 007, 1.5, null]", "f") == {
        "countries": ["NO", "yes", "off", "007", "1.5", None]
    }


def test_days_and_whole_numbers_have_their_own_types() -> None:
    assert yaml_text.load("{listed: 2021-12-16, footnote: 4, complete: true}", "f") == {
        "listed": dt.date(2021, 12, 16),
        "footnote": 4,
        "complete": True,
    }


def test_quoted_days_stay_text() -> None:
    assert yaml_text.load('born: ["1964-05-03"]', "f") == {"born": ["1964-05-03"]}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: [1", "line"),
        ("a: 1\na: 2\n", "line 2: not valid YAML: the key `a` twice"),
        ("a: &b 1", "anchor"),
        ("a: *b", "anchor"),
        ("a: !!python/object/apply:os.system [echo]", "tag"),
        ("--- 1\n--- 2\n", "second document"),
        ("a: 2021-02-30", "2021-02-30, which is no day"),
        ("? [a]\n: 1", "a key that is not a word"),
        ("a: \x01", "control characters"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_a_data_file_may_not_hold_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ListUnavailableError, match=r"^list\.yaml") as caught:
        yaml_text.load(text, "list.yaml")

    assert complaint in caught.value.message


@given(st.text())
def test_any_text_is_read_back_as_it_was_written(text: str) -> None:
    written = yaml_text.block({"block": text, "flow": {"word": text}, "items": [text]})

    assert yaml_text.load(written, "f") == {"block": text, "flow": {"word": text}, "items": [text]}


def test_lists_of_codes_stand_on_one_line_and_longer_items_on_their_own() -> None:
    written = yaml_text.block({"countries": ["KY", "NO"], "addresses": ["a b", "c"]})

    assert written == 'countries: [KY, "NO"]\naddresses:\n- a b\n- c\n'
