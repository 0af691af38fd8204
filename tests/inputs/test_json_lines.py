"""Objects a line, as programs write them."""

from pathlib import Path

import pytest
from tables import cells_of, rows_of, table_of, written

from screenr.errors import UsageError


def test_the_columns_are_all_keys_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"name": "Acme"}\n{"name": "Beta", "city": "Rome"}\n')

    assert table_of(path).columns == ("name", "city")
    assert cells_of(path) == [["Acme", ""], ["Beta", "Rome"]]


def test_values_are_text_as_they_are_written(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "a.jsonl",
        '{"a": 5.10, "b": 12345678901234567890, "c": true, "d": null, "e": ["x", "y"]}\n',
    )

    assert cells_of(path) == [["5.10", "12345678901234567890", "true", "", "x; y"]]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{broken", "the line is not JSON"),
        ('["Acme"]', "the line is not a JSON object"),
        ("[" * 100_000, "the line is not JSON"),
        ('{"name": "A\\ud800"}', "the row holds bytes that are not UTF-8"),
        ('{"name": "A\\u0000"}', "the row holds a NUL character"),
    ],
)
def test_a_broken_line_is_a_row_with_a_problem(tmp_path: Path, line: str, problem: str) -> None:
    path = written(tmp_path, "a.jsonl", f'{{"name": "Acme"}}\n\n{line}\n')

    last = rows_of(path)[-1]

    assert (last.line, last.problem) == (3, problem)
    assert last.cells[0]


def test_an_array_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no JSON object") as refused:
        table_of(written(tmp_path, "a.json", '[\n{"name": "Acme"}\n]\n'))

    assert "jq" in (refused.value.hint or "")
