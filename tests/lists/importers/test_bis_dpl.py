"""The Denied Persons List in BIS's own format, one quirk each."""

import datetime as dt
import io

import pytest

from screenr.errors import ListUnavailableError
from screenr.lists.importers.bis_dpl import COLUMNS, DeniedOrder, read, to_order

HEADER = "\t".join(f'"{each}"' for each in COLUMNS)


def orders(*rows: str) -> list[DeniedOrder]:
    text = "\r\n".join([HEADER, *rows])
    return [to_order(row) for row in read(io.BytesIO(text.encode()))]


def row(
    *,
    name: str = "JANE ROE",
    country: str = "US",
    effective: str = "06/19/2020",
    expires: str = "06/29/2030",
    standard: str = "Y",
    cited: str = "85 F.R. 38290 6/26/2020",
) -> str:
    cells = (name, "1 MAIN STREET", "EL PASO", "TX", country, "79905", effective, expires,
             standard, "2020-06-30", "F.R. NOTICE ADDED", cited)  # fmt: skip
    return "\t".join(f'"{each}"' for each in cells)


def test_row_is_read_whole() -> None:
    assert orders(row()) == [
        DeniedOrder(
            name="JANE ROE",
            published_name="JANE ROE",
            address="1 MAIN STREET, EL PASO, TX, US, 79905",
            country="US",
            unread_country=None,
            effective=dt.date(2020, 6, 19),
            expires=dt.date(2030, 6, 29),
            standard=True,
            action="F.R. NOTICE ADDED",
            citations=(("85 FR 38290", dt.date(2020, 6, 26)),),
        )
    ]


def test_order_without_an_end_has_none() -> None:
    assert orders(row(expires=""))[0].expires is None


def test_lower_case_flag_is_understood() -> None:
    assert orders(row(standard="n"))[0].standard is False


def test_space_before_a_name_goes() -> None:
    assert orders(row(name=" I. ROE"))[0].name == "I. ROE"


def test_published_name_keeps_its_space() -> None:
    assert orders(row(name=" I. ROE"))[0].published_name == " I. ROE"


def test_state_in_the_place_of_a_country_is_told_apart() -> None:
    order = orders(row(country="NM"))[0]
    assert (order.country, order.unread_country) == (None, "NM")


def test_several_citations_of_one_order_are_kept() -> None:
    order = orders(row(cited="67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02"))[0]
    assert [cite for cite, _ in order.citations] == ["67 FR 56530", "67 FR 10890"]


@pytest.mark.parametrize("fault", [{"effective": "2020-06-19"}, {"standard": "?"}, {"name": ""}])
def test_cell_that_is_not_understood_is_an_error(fault: dict[str, str]) -> None:
    with pytest.raises(ListUnavailableError):
        orders(row(**fault))


def test_unknown_columns_are_an_error() -> None:
    with pytest.raises(ListUnavailableError, match="columns"):
        list(read(io.BytesIO(b'"Name"\t"Alias"\n"A"\t"B"\n')))


def test_row_with_too_few_cells_is_an_error() -> None:
    with pytest.raises(ListUnavailableError, match="line 2"):
        orders('"JANE ROE"\t"1 MAIN STREET"')
