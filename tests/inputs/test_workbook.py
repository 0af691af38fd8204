"""Workbooks as offices send them."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from tables import cells_of, rows_of, table_of, written

from screenr.errors import UsageError
from screenr.inputs.table import Asked

ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>
<table:table table:name="S"><table:table-row>
<table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell>
</table:table-row><table:table-row>
<table:table-cell office:value-type="string"><text:p>Acme</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""

MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry
 manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</manifest:manifest>"""


def workbook(folder: Path, **sheets: list[list[object]]) -> Path:
    path = folder / "vendors.xlsx"
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return path


def test_numbers_and_dates_are_text_as_a_person_would_write_it(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        S=[["编号", "供应商名称", "日期", "金额"], [1, "文具有限公司", dt.date(2020, 1, 2), 5.5]],
    )

    assert cells_of(path) == [["1", "文具有限公司", "2020-01-02", "5.5"]]


def test_a_row_has_the_number_that_the_sheet_shows(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[[], ["name"], ["Acme"]])

    assert [row.line for row in rows_of(path)] == [3]


def test_the_sheet_with_counterparties_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, Notes=[["hello"]], Vendors=[["name"], ["Acme"]])

    assert table_of(path).remarks == ("read the sheet `Vendors` (1 more not read)",)


def test_two_sheets_with_counterparties_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path, A=[["name"], ["Acme"]], B=[["name"], ["Beta"]])

    with pytest.raises(UsageError, match="2 sheets have a column of names: A, B"):
        table_of(path)


@pytest.mark.parametrize("sheet", ["B", "2"])
def test_the_sheet_that_was_asked_for_is_read(tmp_path: Path, sheet: str) -> None:
    path = workbook(tmp_path, A=[["name"], ["Acme"]], B=[["name"], ["Beta"]])

    assert cells_of(path, Asked(sheet=sheet)) == [["Beta"]]


def test_a_sheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no sheet 'C'"):
        table_of(workbook(tmp_path, A=[["name"], ["Acme"]]), Asked(sheet="C"))


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is empty"):
        table_of(workbook(tmp_path, A=[]))


def test_a_workbook_without_a_header_loses_no_row(tmp_path: Path) -> None:
    path = workbook(tmp_path, A=[["Acme", 1], ["Beta", 2]])

    assert cells_of(path, Asked(header_row=0)) == [["Acme", "1"], ["Beta", "2"]]


def test_a_workbook_that_is_called_csv_is_read_all_the_same(tmp_path: Path) -> None:
    path = workbook(tmp_path, A=[["name"], ["Acme"]])

    assert cells_of(path.rename(tmp_path / "vendors.csv")) == [["Acme"]]


def test_an_ods_sheet_is_read(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.replace("\n", ""))

    assert cells_of(written(tmp_path, "a.ods", content.getvalue())) == [["Acme"]]


def test_columns_without_anything_are_no_columns(tmp_path: Path) -> None:
    path = workbook(tmp_path, S=[["name", "", "", ""], ["Acme", "", "x", ""]])

    assert table_of(path).columns == ("name", "column_2", "column_3")
