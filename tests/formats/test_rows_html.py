"""The HTML page of a file."""

import re

import factory
from runs import screened, written

from screenr.models.counterparty import RowError


def test_the_page_names_its_file_and_its_columns() -> None:
    page = written("html", [screened(factory.clear(), "V1", "Bakery")]).decode()

    assert "vendors.csv" in page
    assert '"columns":["vendor","name"]' in page


def test_each_row_has_its_cells_and_its_note() -> None:
    page = written("html", [screened(factory.clear(), "V1", "Bakery", note="odd country")]).decode()

    assert '["2","clear","Bakery","",["V1","Bakery"],"odd country"]' in page


def test_a_row_that_could_not_be_read_is_recognized_by_what_stands_in_it() -> None:
    row = screened(RowError(4, "the name is empty"), "V3", "", "Paris", line=4)
    page = written("html", [row], columns=("vendor", "name", "city")).decode()

    assert "V3 · Paris" in page


def test_a_sentence_that_chunks_share_is_written_once() -> None:
    chunk = [screened(factory.hit(), "V1", "Acme")]
    page = written("html", chunk, chunk, chunk).decode()

    assert page.count("Presumption of denial.") == 1
    assert len(re.findall('class="rows"', page)) == 3


def test_chunks_are_counted_together() -> None:
    chunk = [screened(factory.hit(), "V1", "Acme"), screened(factory.clear(), "V2", "Bakery")]
    page = written("html", chunk, chunk).decode()

    assert "<b>4</b> screened" in page
    assert "<b>2</b> hits" in page


def test_a_page_without_rows_is_a_page() -> None:
    assert "<b>0</b> screened" in written("html").decode()
