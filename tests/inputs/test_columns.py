"""Which column is what."""

import pytest

from screenr.errors import UsageError
from screenr.inputs.columns import Given, find, folded


@pytest.mark.parametrize(
    "header",
    [
        "Name", "VENDOR NAME", "vendor_name", "SupplierName*", "Supplier", "Company", "供应商名称",
        "公司名称", "客户", "供应商名称 / Supplier", "Firma",
    ],
)  # fmt: skip
def test_the_column_of_names_is_found_by_its_usual_headers(header: str) -> None:
    assert find(("ID", header, "City"), Given()).name == 1


def test_a_column_that_says_name_goes_before_a_bare_word_for_the_party() -> None:
    assert find(("Vendor", "Vendor Name"), Given()).name == 1


def test_the_other_columns_are_found() -> None:
    header = ("Name", "Country", "aka", "Tax ID", "DOB", "Entity Type", "曾用名", "国籍")

    found = find(header, Given())

    assert (found.countries, found.aliases, found.identifiers) == ((1, 7), (2, 6), (3,))
    assert (found.born, found.kind) == (4, 5)


def test_what_is_read_can_be_shown() -> None:
    told = list(
        find(("编号", "供应商名称", "Country"), Given()).told(("编号", "供应商名称", "Country"))
    )

    assert told == ["name: 供应商名称 (column 2)", "country: Country (column 3)"]


def test_a_missing_column_of_names_is_refused_and_all_columns_are_listed() -> None:
    with pytest.raises(UsageError, match="1 'id', 2 'city'"):
        find(("id", "city"), Given())


def test_two_columns_of_names_are_refused() -> None:
    with pytest.raises(UsageError, match="2 columns could be the name: 1 'Name', 3 'Legal name'"):
        find(("Name", "City", "Legal name"), Given())


@pytest.mark.parametrize("given", ["Legal name", "legal_name", "3"])
def test_the_user_decides_by_header_or_number(given: str) -> None:
    assert find(("Name", "City", "Legal name"), Given(name=given)).name == 2


@pytest.mark.parametrize("given", ["4", "0", "Nom", "²"])
def test_a_column_that_is_not_there_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="no column"):
        find(("Name", "City", "Legal name"), Given(name=given))


def test_a_column_can_be_left_unread() -> None:
    found = find(("Name", "Country", "DOB"), Given(countries=["-"], born="-"))

    assert (found.countries, found.born) == ((), None)


def test_columns_of_an_earlier_run_are_not_taken_for_names() -> None:
    assert find(("Name", "screenr_listed_name", "screenr_matched_name"), Given()).name == 0


def test_headers_are_folded_to_their_words() -> None:
    assert folded("  Vendor_Name (*) ") == "vendor name"


def test_a_bare_name_beside_a_company_may_be_that_of_a_person_and_is_refused() -> None:
    with pytest.raises(UsageError, match="2 columns could be the name: 1 'Name', 2 'Company'"):
        find(("Name", "Company", "Email"), Given())


def test_a_file_of_one_column_without_a_header_has_only_names() -> None:
    assert find(("column_1",), Given()).name == 0


def test_no_column_at_all_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no header"):
        find((), Given())
