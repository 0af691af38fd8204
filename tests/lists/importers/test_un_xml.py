"""The UN Consolidated List in its own format, one quirk each."""

import datetime as dt
import io

import pytest

from screenr.errors import ListUnavailableError
from screenr.lists.importers.un_xml import published_on, read, to_designation, unread
from screenr.models.designation import Alias, Designation, Identifier

PERSON = """<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>JOHN</FIRST_NAME>
<SECOND_NAME>DOE</SECOND_NAME><THIRD_NAME>ROE</THIRD_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
<REFERENCE_NUMBER>CDi.999</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>{}</INDIVIDUAL>"""
ENTITY = """<ENTITY><FIRST_NAME>{}</FIRST_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
<REFERENCE_NUMBER>CDe.999</REFERENCE_NUMBER><LISTED_ON>2014-06-30-05:00</LISTED_ON></ENTITY>"""


def document(records: str) -> io.BytesIO:
    text = (
        '<?xml version="1.0" encoding="utf-8"?><CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00">'
        f"<INDIVIDUALS>{records}</INDIVIDUALS></CONSOLIDATED_LIST>"
    )
    return io.BytesIO(text.encode())


def person(inside: str = "") -> Designation:
    (record,) = read(document(PERSON.format(inside)))
    return to_designation(record)


def test_all_parts_of_a_name_are_joined() -> None:
    assert person().name == "JOHN DOE ROE"


def test_reference_number_is_the_id() -> None:
    assert person().id == "un-sc:CDi.999"


def test_individual_is_a_person() -> None:
    assert person().kind == "person"


def test_day_with_a_time_zone_is_read() -> None:
    (record,) = read(document(ENTITY.format("EXAMPLE ARMY")))
    assert to_designation(record).listed == dt.date(2014, 6, 30)


def test_second_name_after_a_semicolon_is_an_alias() -> None:
    (record,) = read(document(ENTITY.format("EXAMPLE AIR (EA) ; SAMPLE AIR")))
    found = to_designation(record)
    assert (found.name, found.aliases) == ("EXAMPLE AIR (EA)", (Alias(name="SAMPLE AIR"),))


def test_low_quality_alias_is_weak() -> None:
    found = person(
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Jo</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    )
    assert found.aliases == (Alias(name="Jo", weak=True),)


def test_unknown_quality_is_an_error() -> None:
    with pytest.raises(ListUnavailableError, match="quality"):
        person(
            "<INDIVIDUAL_ALIAS><QUALITY>Fair</QUALITY><ALIAS_NAME>J</ALIAS_NAME></INDIVIDUAL_ALIAS>"
        )


def test_name_in_original_script_has_its_script() -> None:
    found = person("<NAME_ORIGINAL_SCRIPT>جون</NAME_ORIGINAL_SCRIPT>")
    assert found.aliases == (Alias(name="جون", script="Arab"),)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Jin Example (金铁三)", ["Jin Example", "金铁三"]),
        ("Mortaza Doe; Morteza Doe b) M. Doe", ["Mortaza Doe", "Morteza Doe", "M. Doe"]),
        ("“One-P”", ["“One-P”"]),
        ("Example (EX)", ["Example (EX)"]),
    ],
)
def test_several_names_in_one_cell_are_split(cell: str, names: list[str]) -> None:
    found = person(
        f"<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>{cell}</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    )
    assert [each.name for each in found.aliases] == names


@pytest.mark.parametrize(
    ("inside", "born"),
    [
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1964-05-03</DATE>", ("1964-05-03",)),
        ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1964</YEAR>", ("1964",)),
        ("<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1964</FROM_YEAR><TO_YEAR>1966</TO_YEAR>",
         ("1964/1966",)),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973</NOTE>", ("1973",)),
        ("<TYPE_OF_DATE/>", ()),
    ],
)  # fmt: skip
def test_birth_is_as_precise_as_published(inside: str, born: tuple[str, ...]) -> None:
    found = person(f"<INDIVIDUAL_DATE_OF_BIRTH>{inside}</INDIVIDUAL_DATE_OF_BIRTH>")
    assert found.born == born


def test_document_is_an_identifier_with_its_issuer() -> None:
    found = person(
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>1</NUMBER>"
        "<ISSUING_COUNTRY>Egypt</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>"
    )
    assert found.identifiers == (Identifier(type="passport", value="1", country="EG"),)


def test_nationalities_and_addresses_do_not_mix() -> None:
    found = person(
        "<NATIONALITY><VALUE>Mali</VALUE></NATIONALITY>"
        "<INDIVIDUAL_ADDRESS><CITY>Kigali</CITY><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_ADDRESS>"
    )
    assert (found.nationalities, found.countries) == (("ML",), ("RW",))


def test_comments_and_titles_are_kept_as_remarks() -> None:
    found = person("<COMMENTS1>In prison.</COMMENTS1><TITLE><VALUE>Dr</VALUE></TITLE>")
    assert found.remarks == "In prison. | Title: Dr"


def test_country_that_is_none_is_told() -> None:
    (record,) = read(
        document(PERSON.format("<NATIONALITY><VALUE>former Soviet Union</VALUE></NATIONALITY>"))
    )
    assert unread(record) == ["former Soviet Union"]


@pytest.mark.parametrize(
    "inside", ["<EYES>blue</EYES>", "<INDIVIDUAL_DOCUMENT><INK/></INDIVIDUAL_DOCUMENT>"]
)
def test_unknown_tag_is_an_error(inside: str) -> None:
    with pytest.raises(ListUnavailableError, match="unknown tag"):
        person(inside)


def test_entity_in_the_xml_is_not_resolved() -> None:
    text = (
        b'<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
        b"<CONSOLIDATED_LIST><INDIVIDUALS>"
        + PERSON.format("<COMMENTS1>&secret;</COMMENTS1>").encode()
        + b"</INDIVIDUALS></CONSOLIDATED_LIST>"
    )
    with pytest.raises(ListUnavailableError):
        [to_designation(each) for each in read(io.BytesIO(text))]


def test_broken_xml_is_an_error() -> None:
    with pytest.raises(ListUnavailableError, match="not valid XML"):
        list(read(io.BytesIO(b"<CONSOLIDATED_LIST><INDIVIDUALS>")))


def test_list_says_when_it_was_generated() -> None:
    assert published_on(document("")) == dt.date(2026, 2, 27)
