"""Lines as they are written here, read without a parser of YAML."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screenr.lists import written_lines, yaml_text
from screenr.lists.store import list_folders, snapshot_paths

DATA = Path(__file__).parents[2] / "data"
_KEYS = ["a: ", "b:", "null: ", "no: ", "c : ", "D: "]
_VALUES = [
    "x", "B c", "B c ", "null", "true", "off", "d:e", "d: e", "d #e", "&x y", "*x", "!t y", "'q'",
    '"d"', '"e, f: g"', '"\\u00e9\\n"', '"\\ud83d\\ude00"', '"\\x41"', '"\\/"', '"a" b', '"', '""',
    "2021-12-16", "2021-02-30", "007", "40", "-4", "1.5", "~", "---", "é", "\u2028", "\x85", "x\ty",
    '"\t"', "[]", "[x, 4]", '["x, y", z]', "[x,y]", "[x, ]", "[[x]]", "[x] y", "{}", "{a: x, b: y}",
    '{a: "x, b: z", b: 2021-12-16}', "{a: x, a: y}", "{a: x,}", "{a}", "{a: [x]}", "|", "> x", "",
]  # fmt: skip
_LINES = ["a: x", "b: y", "c:", "d:", "- e: x", "- f:", "- z", "  e: x", "  g:", "  - w", "", "- "]


@pytest.mark.parametrize("key", _KEYS)
@pytest.mark.parametrize("value", _VALUES)
def test_a_value_is_read_as_the_parser_reads_it_or_left_to_it(key: str, value: str) -> None:
    for text in (f"{key}{value}\n", f"a:\n- {value}\n", f"a:\n- b:\n  - {value}\n  c: {value}\n"):
        found = written_lines.read(text)

        assert found is None or found == yaml_text.parsed(text)


@given(st.lists(st.sampled_from(_LINES), min_size=2, max_size=7))
def test_lines_in_any_order_are_read_as_the_parser_reads_them(lines: list[str]) -> None:
    text = "\n".join([*lines, ""])

    found = written_lines.read(text)

    assert found is None or found == yaml_text.parsed(text)


@given(st.text(), st.text())
def test_whatever_is_written_is_read_line_by_line(word: str, other: str) -> None:
    record = {"block": word, "flow": {"word": word, "other": other}, "items": [word, other]}
    written = "designations:\n" + yaml_text.block(record, indent="  ", first="- ")

    assert written_lines.read(written) == {"designations": [record]}


def test_the_newest_snapshots_are_read_line_by_line() -> None:
    for folder in list_folders(DATA):
        assert written_lines.read(snapshot_paths(folder)[-1].read_text(encoding="utf-8"))
