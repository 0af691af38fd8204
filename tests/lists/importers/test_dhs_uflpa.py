"""The UFLPA Entity List in the form of the DHS page, one quirk each."""

import datetime as dt
import io

import pytest

from screenr.errors import ListUnavailableError
from screenr.lists.importers.dhs_uflpa import (
    ForcedLaborParty,
    ForcedLaborRow,
    last_updated,
    read,
    to_party,
)
from screenr.models.designation import Alias

PAGE = """<html><body><div>
<p>A list of entities that make goods<br><a href="#">Section 2(d)(2)(B)(i)</a></p>
<table><tr><th>Name of Entity</th><th>Effective Date</th></tr>
<tr><td>Example Apparel Co., Ltd</td><td>June 21, 2022</td></tr></table><p></p>
<p>A list of facilities<br><a href="#">Section 2(d)(2)(B)(v)</a></p>
<table><tr><th>Entity Name</th><th>Effective Date</th></tr>
<tr><td>Example\n  Silicon</td><td>January 15, 2025</td></tr></table></div></body></html>"""


def party(text: str) -> ForcedLaborParty:
    return to_party(ForcedLaborRow(text=text, effective="June 21, 2022", ground="2(d)(2)(B)(i)"))


def test_rows_of_all_tables_are_read_with_their_ground() -> None:
    assert list(read(io.BytesIO(PAGE.encode()))) == [
        ForcedLaborRow("Example Apparel Co., Ltd", "June 21, 2022", "2(d)(2)(B)(i)"),
        ForcedLaborRow("Example Silicon", "January 15, 2025", "2(d)(2)(B)(v)"),
    ]


def test_counted_aliases_are_split() -> None:
    found = party("Example Hair Co. (and two aliases: Sample Hair; and Specimen Hair)")
    assert found.aliases == (Alias(name="Sample Hair"), Alias(name="Specimen Hair"))


def test_name_ends_before_its_aliases() -> None:
    assert party("Example Hair Co. (also known as Sample Hair)").name == "Example Hair Co."


def test_former_names_are_told_from_other_names() -> None:
    found = party("Example Co., Ltd. (formerly known as Sample Co., Ltd.; and Old Co., Ltd.)")
    assert [each.type for each in found.aliases] == ["fka", "fka"]


def test_former_name_after_another_name_is_told() -> None:
    found = party("Example (also known as Sample; and formerly known as Old Sample)")
    assert found.aliases == (Alias(name="Sample"), Alias(name="Old Sample", type="fka"))


def test_parenthesis_inside_a_name_is_no_alias() -> None:
    found = party("Example Engineering (Group) Co., Ltd.")
    assert (found.name, found.aliases) == ("Example Engineering (Group) Co., Ltd.", ())


def test_parenthesis_inside_an_alias_stays() -> None:
    found = party("Example (including one alias: Sample (Shanshan) Co.) and subsidiaries")
    assert found.aliases == (Alias(name="Sample (Shanshan) Co."),)


@pytest.mark.parametrize(
    "text", ["Example Co., Ltd., and Subsidiaries", "E (also known as S) and subsidiaries"]
)
def test_subsidiaries_are_noted_and_not_in_the_name(text: str) -> None:
    found = party(text)
    assert (found.subsidiaries, "ubsidiaries" in found.name) == (True, False)


def test_two_aliases_joined_by_and_are_two() -> None:
    found = party("Example (also known as Sample Transport Co. and Specimen Transport Co.)")
    assert [each.name for each in found.aliases] == [
        "Sample Transport Co.",
        "Specimen Transport Co.",
    ]


def test_day_in_words_is_read() -> None:
    assert party("Example").listed == dt.date(2022, 6, 21)


def test_day_that_is_none_is_an_error() -> None:
    with pytest.raises(ListUnavailableError, match="not a date"):
        to_party(ForcedLaborRow("Example", "soon", "2(d)(2)(B)(i)"))


def test_unknown_table_is_an_error() -> None:
    page = PAGE.replace("Entity Name", "Exporter")
    with pytest.raises(ListUnavailableError, match="unknown table"):
        list(read(io.BytesIO(page.encode())))


def test_page_without_tables_is_an_error() -> None:
    with pytest.raises(ListUnavailableError, match="no table"):
        list(read(io.BytesIO(b"<html><body><p>Moved</p></body></html>")))


def test_page_says_when_it_was_updated() -> None:
    assert last_updated("Last Updated: 01/14/2025") == dt.date(2025, 1, 14)
