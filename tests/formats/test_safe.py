"""Names that try to steer what shows them."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from screenr.formats.safe import cell, json_text, log_lines, markdown, one_line, visible

ANY = st.text(st.characters(codec=None))


def test_a_control_character_is_made_visible() -> None:
    assert visible("a\x1b[31mb\u202ec\ud800") == r"a\x1b[31mb\u202ec\ud800"


def test_the_joiners_that_persian_needs_stay() -> None:
    assert visible("می\u200cخواهم") == "می\u200cخواهم"


def test_a_command_of_a_build_log_is_made_visible() -> None:
    assert visible("a ##[error]b ###vso[task] #[c]") == r"a #\x23[error]b ##\x23vso[task] #[c]"


def test_a_command_in_json_is_escaped_and_means_the_same() -> None:
    text = json_text(json.dumps("##[add-mask]a"))

    assert "##[" not in text
    assert json.loads(text) == "##[add-mask]a"


def test_no_line_begins_with_a_command_of_a_workflow() -> None:
    text = "::a::b\n \u3000::c::d\n\x1b[1m::e::f\nus-x::g"

    assert log_lines(text) == ":\\:a::b\n \u3000:\\:c::d\n\x1b[1m:\\:e::f\nus-x::g"


def test_published_text_comes_on_one_line() -> None:
    assert one_line(" a\r\n  b\tc ") == "a b c"


@given(ANY)
def test_nothing_unprintable_is_left(text: str) -> None:
    left = {unicodedata.category(character) for character in visible(text)}

    assert not left & {"Cc", "Cs", "Zl", "Zp"}


@given(ANY)
def test_what_is_shown_can_be_encoded(text: str) -> None:
    assert all(shown.encode() or not shown for shown in (visible(text), cell(text), markdown(text)))


@given(ANY)
def test_escaped_json_means_the_same(text: str) -> None:
    assert json.loads(json_text(json.dumps(text, ensure_ascii=False))) == text


@given(ANY)
def test_a_cell_never_begins_like_a_formula(text: str) -> None:
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_cell_is_no_command_of_a_workflow() -> None:
    assert cell("::stop-commands::x") == "'::stop-commands::x"
