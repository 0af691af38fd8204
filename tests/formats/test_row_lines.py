"""Lines of clear rows are those that all rows are written by."""

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runs import run_of

from screenr.formats.encode_rows import row_v1
from screenr.formats.row_lines import RowLines, line_of
from screenr.formats.view import View
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.finding import Finding
from screenr.models.row import Row, Screened

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def as_all_are(screened: Screened, *columns: str) -> bytes:
    return line_of(row_v1(screened, run_of(*columns), View()))


@given(TEXT, TEXT, TEXT)
def test_a_clear_row_is_written_as_all_rows_are(name: str, other: str, column: str) -> None:
    columns = ("name", f"_{column}")
    finding = Finding(counterparty=Counterparty(ref="7", name=name))
    screened = Screened(Row(7, [name, other]), finding)

    assert RowLines(run_of(*columns), View()).of([screened]) == as_all_are(screened, *columns)


@pytest.mark.parametrize("column", ["\x00", "%s", 'a:"\x00"', "%"])
def test_a_column_may_be_called_anything(column: str) -> None:
    screened = Screened(Row(7, ["Bakery"]), factory.clear("Bakery"))

    assert RowLines(run_of(column), View()).of([screened]) == as_all_are(screened, column)


@pytest.mark.parametrize(
    "screened",
    [
        Screened(Row(2, ["Acme"]), factory.hit()),
        Screened(Row(3, [""]), RowError(3, "the name is empty")),
        Screened(Row(4, ["Acme"]), factory.clear(), "a note"),
        Screened(
            Row(5, ["Acme"]),
            Finding(counterparty=Counterparty(ref="5", name="Acme", countries=("DE",))),
        ),
    ],
    ids=["hit", "error", "note", "country"],
)
def test_a_row_of_which_there_is_more_to_tell_is_told_in_full(screened: Screened) -> None:
    assert RowLines(run_of("name"), View()).of([screened]) == as_all_are(screened, "name")


def test_a_row_as_wide_as_another_file_is_not_written() -> None:
    screened = Screened(Row(7, ["Bakery"]), factory.clear("Bakery"))

    with pytest.raises(ValueError, match="argument"):
        RowLines(run_of("name", "city"), View()).of([screened])


def test_rows_stay_in_order_whatever_came_of_them() -> None:
    clear = [
        Screened(Row(at, [f"Bakery {at}"]), factory.clear(f"Bakery {at}")) for at in range(250)
    ]
    rows = [*clear[:120], Screened(Row(2, ["Acme"]), factory.hit()), *clear[120:]]

    lines = RowLines(run_of("name"), View(), end=b"\n").of(rows)

    assert lines.splitlines() == [as_all_are(each, "name") for each in rows]


def test_a_letter_that_cannot_be_shown_changes_no_other_line() -> None:
    names = ["Bakery", "Zero\u200bwidth", "##[group]"]
    rows = [Screened(Row(7, [name]), factory.clear(name)) for name in names]

    lines = RowLines(run_of("name"), View(), end=b"\n").of(rows)

    assert lines.splitlines() == [as_all_are(each, "name") for each in rows]
    assert rb"Zero\u200bwidth" in lines


def test_what_is_the_same_in_all_lines_stands_before_each() -> None:
    rows = [
        Screened(Row(7, ["Bakery"]), factory.clear("Bakery")),
        Screened(Row(8, ["Acme"]), factory.hit()),
    ]

    lines = RowLines(run_of("name"), View(), start=b'{"run":1,', end=b"\n").of(rows)

    assert lines.splitlines() == [
        b'{"run":1,' + as_all_are(each, "name").removeprefix(b"{") for each in rows
    ]
