"""What people's spreadsheets and databases write as CSV."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import cells_of, rows_of, table_of, written

from screenr.errors import UsageError
from screenr.inputs import text_lines
from screenr.inputs.table import Asked
from screenr.models.row import Row

PLAIN = st.sampled_from(["Acme,Rome", 'Beta,"Bonn, Rhein"', "Gämma,", ""])
LINES = st.lists(PLAIN | PLAIN | PLAIN | st.text('ab," Ã©\ufffd', max_size=8), max_size=20)


def read_by_blocks(path: Path, asked: Asked, lines: int) -> list[Row]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_lines, "_BLOCK", lines)
        return rows_of(path, asked)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "cp1252"]))
def test_lines_read_together_are_the_rows_that_each_is(
    lines: list[str], end: str, encoding: str
) -> None:
    asked = Asked(kind="csv", encoding=encoding, delimiter=",")
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), "a.csv", end.join(["name,city", *lines]))

        assert read_by_blocks(path, asked, 3) == read_by_blocks(path, asked, 0)


def test_an_odd_row_far_down_moves_no_other(tmp_path: Path) -> None:
    cells = [[f"Acme {number}", "Rome"] for number in range(2_000)]
    lines = [",".join(each) for each in cells]
    lines[1_200] = '"Acme 1200","Rome"'
    lines[1_300], cells[1_300] = '"Acme\n1300",Rome', ["Acme\n1300", "Rome"]
    path = written(tmp_path, "a.csv", "\n".join(["name,city", *lines]))

    found = rows_of(path)

    assert [row.cells for row in found] == cells
    assert [row.line for row in found] == [*range(2, 1_303), *range(1_304, 2_003)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    lines = [delimiter.join(cells) for cells in (("id", "name", "city"), ("1", "Acme", "Rome"))]
    path = written(tmp_path, "a.csv", "\n".join(lines))

    assert cells_of(path) == [["1", "Acme", "Rome"]]


def test_a_comma_within_names_is_not_taken_for_the_delimiter(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id;name\n1;Acme, Inc.\n2;Beta, Inc.\n")

    assert cells_of(path) == [["1", "Acme, Inc."], ["2", "Beta, Inc."]]


def test_a_file_of_one_column_has_no_delimiter(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "name\nAcme, Inc.\n")

    assert table_of(path).columns == ("name",)
    assert [row.problem for row in rows_of(path)] == ["the row has more cells than the header"]


def test_the_delimiter_that_was_asked_for_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id^name\n1^Acme\n")

    assert cells_of(path, Asked(delimiter="^")) == [["1", "Acme"]]


def test_the_line_in_which_excel_names_the_delimiter_is_no_header(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "sep=;\r\nid;name\r\n1;Acme\r\n")

    assert table_of(path).columns == ("id", "name")
    assert rows_of(path)[0].line == 3


def test_a_row_is_numbered_by_the_line_on_which_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'id,name\n1,"Acme\nRobotics"\n\n2,Beta\n')

    assert [(row.line, row.cells[1]) for row in rows_of(path)] == [
        (2, "Acme\nRobotics"),
        (5, "Beta"),
    ]


def test_a_quotation_mark_that_is_not_closed_costs_one_row(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'id,name,city\n1,"Acme,Rome\n2,Beta,Oslo\n3,Gamma,Bonn\n')

    found = rows_of(path)

    assert [row.line for row in found] == [2, 3, 4]
    assert [row.problem for row in found] == ["a quotation mark is opened and not closed", "", ""]
    assert found[1].cells == ["2", "Beta", "Oslo"]


def test_two_stray_quotation_marks_do_not_hide_the_rows_between_them(tmp_path: Path) -> None:
    lines = ["id,name,city,note", '1,Acme,Rome,"odd', "2,Beta,Oslo,x", '3,Gamma,Bonn,"', "4,D,E,F"]
    path = written(tmp_path, "a.csv", "\n".join(lines))

    assert [row.line for row in rows_of(path)] == [2, 3, 4, 5]


def test_quotation_marks_that_were_not_doubled_are_read_as_they_stand(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'id,name\n1,Acme "Best" GmbH\n2,"Beta "Best" GmbH"\n')

    assert [row.problem for row in rows_of(path)] == ["", ""]
    assert cells_of(path)[0] == ["1", 'Acme "Best" GmbH']
    assert "Best" in cells_of(path)[1][1]


def test_a_row_with_too_many_cells_is_a_problem_and_keeps_them_all(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,name\n1,Acme, Inc.,x\n")

    (row,) = rows_of(path)

    assert row.problem == "the row has more cells than the header"
    assert row.cells == ["1", "Acme, Inc.,x"]


def test_a_row_that_lost_its_empty_end_is_used_and_noted(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,name,city\n1,Acme\n")

    (row,) = rows_of(path)

    assert (row.cells, row.problem) == (["1", "Acme", ""], "")
    assert row.note == "the row has fewer cells than the header"


def test_empty_cells_after_the_last_column_are_no_problem(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,name\n1,Acme,,\n")

    assert rows_of(path)[0].problem == ""


def test_empty_rows_at_the_end_are_left_out_and_said(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,name\n1,Acme\n,\n,\n")
    table = table_of(path)

    assert len(list(table.rows)) == 1
    assert table.after == ["2 empty rows at the end were left out, from row 3"]


def test_an_empty_row_between_others_is_a_problem(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,name\n,\n1,Acme\n")

    assert [row.problem for row in rows_of(path)] == ["the row is empty", ""]


def test_a_cell_of_100_000_characters_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", f"id,name\n{'x' * 100_000},Acme\n")

    assert len(cells_of(path)[0][0]) == 100_000


def test_a_cell_that_is_longer_than_the_reader_allows_costs_one_row(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", f"id,name\n{'x' * 140_000},Acme\n2,Beta\n")

    assert [row.problem for row in rows_of(path)] == [
        "a cell is longer than 131,072 characters",
        "",
    ]


def test_a_nul_character_makes_a_row_unreadable(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", f"id,name\n1,Ac\0me\n{'2,Beta' * 9}\n")

    assert rows_of(path)[0].problem == "the row holds a NUL character"


def test_a_byte_that_is_not_utf_8_costs_its_row_and_is_spelled_out(tmp_path: Path) -> None:
    good = "".join(f"{number},Müller\n" for number in range(20))
    path = written(tmp_path, "a.csv", f"id,name\n{good}".encode() + b"x,M\xfcller\ny,Beta\n")

    broken, last = rows_of(path)[-2:]

    assert broken.problem == "the row holds bytes that are not UTF-8"
    assert broken.cells == ["x", "M\\xfcller"]
    assert last.problem == ""


def test_the_encoding_may_break_on_a_late_row(tmp_path: Path) -> None:
    lines = "".join(f"{number},Müller {number}\n" for number in range(9000))
    path = written(tmp_path, "a.csv", f"id,name\n{lines}".encode() + b"9000,M\xfcller\n")

    wrong = [row.line for row in rows_of(path) if row.problem]

    assert wrong == [9002]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(tmp_path: Path, end: str) -> None:
    path = written(tmp_path, "a.csv", end.join(["id,name", "1,Acme", "2,Beta", ""]))

    assert cells_of(path) == [["1", "Acme"], ["2", "Beta"]]


def test_a_header_further_down_can_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "Our vendors\n\nid,name\n1,Acme\n")
    asked = Asked(header_row=3)

    assert table_of(path, asked).columns == ("id", "name")
    assert rows_of(path, asked)[0].line == 4


def test_a_file_without_a_header_loses_no_row(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "1,Acme\n2,Beta\n")
    asked = Asked(header_row=0)

    assert table_of(path, asked).columns == ("column_1", "column_2")
    assert cells_of(path, asked) == [["1", "Acme"], ["2", "Beta"]]


def test_columns_of_the_same_name_and_of_none_get_names_of_their_own(tmp_path: Path) -> None:
    table = table_of(written(tmp_path, "a.csv", "name,city,City,\nAcme,Rome,Oslo,x\n"))

    assert table.columns == ("name", "city", "City_2", "column_4")
    assert "column 3 is called `City_2` here" in table.remarks


def test_a_header_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'id,"name\n')

    with pytest.raises(UsageError, match="line 1 should be the header"):
        table_of(path)


def test_a_file_of_empty_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is empty"):
        table_of(written(tmp_path, "a.csv", "\n\n\n"))


def test_a_letter_that_was_lost_before_makes_a_row_unreadable(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "id,name\n1,M\ufffdller\n")

    assert "a letter that was lost" in rows_of(path)[0].problem


def test_a_header_of_several_lines_is_a_header(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'id,"Vendor\nName\n(legal)",city,zip\n1,Acme,Rome,2\n')

    assert table_of(path).columns == ("id", "Vendor Name (legal)", "city", "zip")


def test_a_mark_opened_in_one_row_and_closed_in_the_next_joins_no_rows(tmp_path: Path) -> None:
    lines = ["id,name,city,zip,note", '1,"Acme,Rome,2,x', '2,Beta",Oslo,3,y', "3,Gamma,Bonn,4,z"]
    path = written(tmp_path, "a.csv", "\n".join(lines))

    found = rows_of(path)

    assert [row.line for row in found] == [2, 3, 4]
    assert found[0].problem == "a quotation mark is opened and not closed"
    assert found[1].cells == ["2", 'Beta"', "Oslo", "3", "y"]


def test_an_address_of_two_lines_with_commas_is_one_cell(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", 'id,name,address,zip\n1,Acme,"Via 1, 2,\nRome, IT",3\n')

    assert cells_of(path) == [["1", "Acme", "Via 1, 2,\nRome, IT", "3"]]


def test_a_header_of_blanks_is_no_header(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", ",,\nid,name,city\n1,Acme,Rome\n")

    assert table_of(path).columns == ("id", "name", "city")


def test_a_row_of_utf_8_in_a_file_of_windows_1252_was_not_read(tmp_path: Path) -> None:
    lines = [b"name", *[b"Caf\xe9"] * 5, "Müller".encode()]
    path = written(tmp_path, "a.csv", b"\n".join(lines))

    assert [row.problem for row in rows_of(path)] == [
        *[""] * 5,
        "the row is written in UTF-8, and the file in Windows-1252",
    ]


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", b"\xef\xbb\xbfname\nAcme\n")

    assert table_of(path, Asked(encoding="UTF8")).columns == ("name",)
