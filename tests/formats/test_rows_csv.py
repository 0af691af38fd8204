"""Lines of a run, whose short way must say what the long way says."""

import csv
import io

import factory
import pytest
from runs import run_of

from screenr.formats.flat import Flat
from screenr.formats.rows_csv import encoder, harmless
from screenr.formats.view import View
from screenr.models.row import Row, Screened


@pytest.mark.parametrize("cells", [["Acme", "x"], ["", ""], ['a "b", c', "two\nlines"]])
def test_a_clear_row_is_written_as_its_cells_are(cells: list[str]) -> None:
    screened = Screened(Row(2, cells), factory.clear())
    made = run_of("name", "city")

    text = encoder(made, View())([screened]).decode()

    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        list(row) for row in Flat(made, View()).rows(screened)
    ]


def test_an_input_of_one_empty_cell_keeps_its_line() -> None:
    text = encoder(run_of("name"), View())([Screened(Row(2, [""]), factory.clear())]).decode()

    assert text.startswith('"",clear,')


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("=1", "'=1"),
        ("  =1", "'  =1"),
        ("+49 30", "'+49 30"),
        ("-5", "-5"),
        ("-1,234.50", "-1,234.50"),
        ("-5+1", "'-5+1"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        ("two\r\nlines", "two\nlines"),
        ("a\tb", "a\tb"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_cells_of_the_input_are_harmless_and_else_unchanged(given: str, written: str) -> None:
    assert harmless([given]) == [written]
