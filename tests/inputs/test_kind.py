"""What a file is, its content says."""

from pathlib import Path

import pytest
from tables import table_of, written

from screenr.errors import UsageError
from screenr.inputs.table import Asked


@pytest.mark.parametrize(
    ("name", "content", "read_as"),
    [
        ("vendors", "name,country\nAcme,US\n", "cells separated by commas"),
        ("vendors.txt", "id\tname\n1\tAcme\n", "cells separated by tabs"),
        ("vendors.txt", "Acme, Inc.\nBeta, Inc.\n", "a name a line"),
        ("vendors", '{"name": "Acme"}\n', "a JSON object a line"),
        ("vendors.json", '{"name": "Acme"}\n', "a JSON object a line"),
    ],
)
def test_kinds_of_text_are_told_apart(
    tmp_path: Path, name: str, content: str, read_as: str
) -> None:
    assert read_as in table_of(written(tmp_path, name, content)).remarks[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"\x1f\x8b\x08\x00....", "compressed"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
        (b"", "is empty"),
        (b"PK\x03\x04 is not really a workbook", "cannot be read"),
        (b"PAR1 is not really Parquet", "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(
    tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        table_of(written(tmp_path, "vendors.csv", content))


def test_the_format_that_was_asked_for_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, "vendors.csv", "Acme, Inc.\n")

    assert table_of(path, Asked(kind="text")).columns == ("name",)


def test_a_text_is_not_read_as_a_workbook(tmp_path: Path) -> None:
    path = written(tmp_path, "vendors.csv", "name\nAcme\n")

    with pytest.raises(UsageError, match="is no workbook"):
        table_of(path, Asked(kind="workbook"))


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a directory"):
        table_of(tmp_path)


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        table_of(tmp_path / "nothing.csv")


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "vendors.csv", "name\nAcme\n")

    with pytest.raises(UsageError, match="unknown `--encoding`"):
        table_of(path, Asked(encoding="klingon"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("vendors.xls", "<html><table><tr><td>name</td></tr>\n", "a page of HTML or XML"),
        ("vendors", '<?xml version="1.0"?>\n<name>Acme</name>\n', "a page of HTML or XML"),
        ("vendors.xml", "<vendors>\n  <name>Acme</name>\n</vendors>\n", "a page of HTML or XML"),
        ("suppliers.yaml", "- name: Acme\n  country: CN\n", "is YAML"),
        ("vendors.xlsx", "Acme\nBeta\n", "is no workbook, but text"),
    ],
)
def test_names_are_not_screened_line_by_line_out_of_what_is_no_list(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = written(tmp_path, name, content)

    with pytest.raises(UsageError, match=said):
        table_of(path)

    assert table_of(path, Asked(kind="text")).columns == ("name",)


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        ("Lieferantenname;Ort\nAcme;Rom\n", Asked()),
        ("Lieferantenname,Ort\nAcme,Rom\n", Asked(delimiter=",")),
        ("Vendors of 2026\nLieferantenname,Ort\nAcme,Rom\n", Asked(header_row=2)),
    ],
)
def test_a_text_with_cells_is_a_table_though_its_header_is_not_known(
    tmp_path: Path, content: str, asked: Asked
) -> None:
    path = written(tmp_path, "vendors.txt", content)

    assert table_of(path, asked).columns == ("Lieferantenname", "Ort")


@pytest.mark.parametrize("name", ["<script>Acme", "Acme | Beta"])
def test_one_odd_name_is_a_list_of_one(tmp_path: Path, name: str) -> None:
    assert table_of(written(tmp_path, "vendors.txt", f"{name}\n")).columns == ("name",)


def test_a_semicolon_in_one_name_makes_no_table_of_a_list(tmp_path: Path) -> None:
    path = written(tmp_path, "vendors.txt", "Acme; Beta\nGamma\n")

    assert table_of(path).columns == ("name",)


@pytest.mark.parametrize("encoding", ["undefined", "idna", "hex"])
def test_a_codec_that_reads_no_text_is_refused(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "vendors.csv", "name\nAcme\n")

    with pytest.raises(UsageError, match="unknown `--encoding`"):
        table_of(path, Asked(encoding=encoding))
