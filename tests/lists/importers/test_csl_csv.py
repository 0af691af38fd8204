"""The Consolidated Screening List as CSV."""

import csv
import datetime as dt
import io

import pytest

from screenr.errors import ListUnavailableError
from screenr.lists.importers import csl_csv
from screenr.models.counterparty import RowError
from screenr.models.designation import Bounds, Designation, Identifier

DAY = dt.date(2022, 5, 8)
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"


def file(**cells: str) -> io.BytesIO:
    text = io.StringIO()
    writer = csv.DictWriter(text, csl_csv.COLUMNS, restval="")
    writer.writeheader()
    writer.writerow({"source": SDN, "entity_number": "36", "name": "ACME", **cells})
    return io.BytesIO(text.getvalue().encode())


def mapped(**cells: str) -> Designation | RowError:
    (row,) = csl_csv.read(file(**cells))
    return row if isinstance(row, RowError) else csl_csv.to_designation(row, published=DAY)


def designation(**cells: str) -> Designation:
    found = mapped(**cells)
    assert isinstance(found, Designation)
    return found


def test_other_columns_are_an_error_of_the_file() -> None:
    renamed = ["colour", *csl_csv.COLUMNS[1:]]

    with pytest.raises(ListUnavailableError, match="columns differ: _id, colour"):
        list(csl_csv.read(io.BytesIO(",".join(renamed).encode())))


def test_a_file_without_a_header_is_an_error_of_the_file() -> None:
    with pytest.raises(ListUnavailableError, match="not the Consolidated Screening List"):
        list(csl_csv.read(io.BytesIO(b"")))


def test_a_short_row_is_an_error_of_its_line() -> None:
    stream = io.BytesIO((",".join(csl_csv.COLUMNS) + "\na,b\n").encode())

    assert list(csl_csv.read(stream)) == [RowError(2, "2 columns in place of 29")]


def test_the_code_of_the_source_names_the_list() -> None:
    assert designation(source=SDN).id == "us-ofac-sdn:36"


def test_an_unknown_list_is_an_error() -> None:
    assert mapped(source="Some List (XYZ) - Agency") == RowError(
        2, "unknown list `Some List (XYZ) - Agency`"
    )


def test_an_unknown_type_is_an_error() -> None:
    assert mapped(type="Robot") == RowError(2, "unknown type `Robot`")


def test_an_entry_without_number_is_named_after_name_and_country() -> None:
    found = designation(
        source=ENTITY_LIST,
        entity_number="",
        name="Acme Co., Ltd.",
        addresses="1 Main St, Xi'an, CN",
    )

    assert found.id == "us-bis-entity-list:acme-co-ltd-cn"


def test_without_a_start_the_listing_is_bounded_by_the_list() -> None:
    assert designation().listed == Bounds(by=DAY)


def test_the_start_date_is_the_listing() -> None:
    assert designation(start_date="2019-10-09").listed == dt.date(2019, 10, 9)


def test_a_date_that_is_none_is_an_error() -> None:
    assert mapped(start_date="soon") == RowError(2, "a date that is none: soon")


def test_identifiers_are_country_value_and_label() -> None:
    assert designation(ids="CN, 9144X, Unified Social Credit Code (USCC); 1, IMO").identifiers == (
        Identifier(type="uscc", value="9144X", country="CN"),
    )


def test_the_dates_of_a_list_stand_among_the_identifiers() -> None:
    found = designation(
        source="Companies (CMIC) - Treasury Department",
        ids="14 Feb 2022, Effective Date (CMIC); 16 Dec 2021, Listing Date (CMIC)",
    )

    assert (found.listed, found.effective) == (dt.date(2021, 12, 16), dt.date(2022, 2, 14))


def test_a_birth_date_that_cannot_be_read_stays_in_the_remarks() -> None:
    found = designation(dates_of_birth="1973-03-25; in spring")

    assert (found.born, found.remarks) == (("1973-03-25",), "DOB in spring")


def test_an_address_of_a_country_alone_is_no_address() -> None:
    found = designation(addresses="SY; 1 Main St, Aleppo, SY")

    assert (found.addresses, found.countries) == (("1 Main St, Aleppo, SY",), ("SY",))
