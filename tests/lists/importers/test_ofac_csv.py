"""OFAC's delimited files, a quirk each."""

import datetime as dt
import io

from screenr.lists.importers import ofac_csv
from screenr.lists.importers.ofac_csv import AddressRow, AliasRow, Entry, PrimaryRow
from screenr.models.counterparty import RowError
from screenr.models.designation import Alias, Bounds, Designation

NULLS = ",-0- " * 6


def primary(text: str) -> list[PrimaryRow | RowError]:
    return list(ofac_csv.read_primary(io.BytesIO(text.encode())))


def test_a_null_is_dash_zero_dash() -> None:
    (row,) = primary(f'36,"ACME",-0- ,"CUBA",-0- {NULLS},-0- \r\n')

    assert row == PrimaryRow(
        number="36",
        name="ACME",
        kind="organization",
        programs=("CUBA",),
        title=None,
        vessel=(),
        remarks="",
    )


def test_programs_are_split_at_their_brackets() -> None:
    (row,) = primary(f'36,"ACME",-0- ,"SDGT] [IFSR] [NPWMD",-0- {NULLS},-0- \n')

    assert isinstance(row, PrimaryRow)
    assert row.programs == ("SDGT", "IFSR", "NPWMD")


def test_vessel_columns_keep_their_labels() -> None:
    (row,) = primary('9,"EBANO","vessel","CUBA",-0- ,"XYZ1","Tug",-0- ,"120","Cuba","ACME",-0- \n')

    assert isinstance(row, PrimaryRow)
    assert row.vessel == (
        ("Vessel Call Sign", "XYZ1"),
        ("Vessel Type", "Tug"),
        ("Vessel Gross Registered Tonnage", "120"),
        ("Vessel Flag", "Cuba"),
        ("Vessel Owner", "ACME"),
    )


def test_the_end_of_file_mark_is_no_row() -> None:
    assert len(primary(f'36,"ACME",-0- ,"CUBA",-0- {NULLS},-0- \r\n\x1a')) == 1


def test_an_unknown_type_is_an_error_of_its_line() -> None:
    assert primary(f'\n36,"ACME","robot","CUBA",-0- {NULLS},-0- \n') == [
        RowError(2, "entity 36 has the unknown type `robot`")
    ]


def test_a_row_of_another_width_is_an_error_of_its_line() -> None:
    assert primary('36,"ACME"\n') == [RowError(1, "2 columns in place of 12")]


def test_alias_types_are_read() -> None:
    rows = ofac_csv.read_aliases(io.BytesIO(b'36,12,"fka","OLD ACME",-0- \n'))

    assert list(rows) == [AliasRow("36", "fka", "OLD ACME")]


def test_an_unknown_alias_type_is_an_error() -> None:
    rows = ofac_csv.read_aliases(io.BytesIO(b'36,12,"xka","OLD ACME",-0- \n'))

    assert list(rows) == [RowError(1, "entity 36 has an alias of the unknown type `xka`")]


def test_an_address_joins_street_and_city() -> None:
    rows = ofac_csv.read_addresses(
        io.BytesIO(b'36,25,"1 Main St","Havana","Cuba",-0- \n37,26,-0- ,-0- ,"Cuba",-0- \n')
    )

    assert list(rows) == [
        AddressRow("36", "1 Main St, Havana", "Cuba", None),
        AddressRow("37", None, "Cuba", None),
    ]


def test_an_address_row_without_address_is_left_out() -> None:
    assert not list(ofac_csv.read_addresses(io.BytesIO(b"36,25,-0- ,-0- ,-0- ,-0- \n")))


def test_comments_carry_on_the_remarks_even_inside_a_word() -> None:
    entries = ofac_csv.read_entries(
        io.BytesIO(f'36,"ACME",-0- ,"CUBA",-0- {NULLS},"Tax ID No. 12; Pho"\n'.encode()),
        io.BytesIO(b""),
        addresses=io.BytesIO(b""),
        comments=io.BytesIO(b'36,"ne Number 555."\n'),
    )

    (entry,) = entries
    assert isinstance(entry, Entry)
    assert entry.primary.remarks == "Tax ID No. 12; Phone Number 555."


def test_a_space_where_the_remarks_are_cut_is_kept() -> None:
    entries = ofac_csv.read_entries(
        io.BytesIO(f'36,"ACME",-0- ,"CUBA",-0- {NULLS},"Tax "\n'.encode()),
        io.BytesIO(b""),
        addresses=io.BytesIO(b""),
        comments=io.BytesIO(b'36,"ID No. 12."\n'),
    )

    (entry,) = entries
    assert isinstance(entry, Entry)
    assert entry.primary.remarks == "Tax ID No. 12."


def test_a_faulty_comment_is_an_error_of_its_line() -> None:
    entries = ofac_csv.read_entries(
        io.BytesIO(b""), io.BytesIO(b""), addresses=io.BytesIO(b""), comments=io.BytesIO(b"36\n")
    )

    assert list(entries) == [RowError(1, "1 columns in place of 2")]


def test_bytes_that_are_no_text_are_an_error_of_their_line() -> None:
    rows = ofac_csv.read_aliases(io.BytesIO(b'36,12,"aka","\xff",-0- \n'))

    assert list(rows) == [RowError(1, "not UTF-8")]


def test_a_cell_too_large_for_any_file_of_ofac_ends_the_reading() -> None:
    (row,) = ofac_csv.read_comments(io.BytesIO(b"36," + b"x" * 200_000))

    assert isinstance(row, RowError)
    assert "cannot be read from here on" in row.message


def test_an_alias_of_nobody_is_an_error() -> None:
    entries = ofac_csv.read_entries(
        io.BytesIO(b""),
        io.BytesIO(b'36,12,"aka","ACME",-0- \n'),
        addresses=io.BytesIO(b""),
    )

    assert list(entries) == [
        RowError(0, "entity 36 has no row in the primary file, but in another")
    ]


BOUNDS = Bounds(by=dt.date(2026, 6, 2))


def person(**fields: str) -> PrimaryRow:
    given = {"remarks": "", **fields}
    return PrimaryRow(
        number="36",
        name="DOE, John",
        kind="person",
        programs=("SDGT",),
        title=given.get("title"),
        vessel=(),
        remarks=given["remarks"],
    )


def mapped(entry: Entry) -> Designation:
    return ofac_csv.to_designation(entry, list_id="us-ofac-sdn", listed=BOUNDS)


def test_a_party_is_named_by_list_and_entity_number() -> None:
    assert mapped(Entry(person())) == Designation(
        id="us-ofac-sdn:36", kind="person", name="DOE, John", programs=("SDGT",), listed=BOUNDS
    )


def test_weak_aliases_of_the_remarks_join_those_of_the_alias_file() -> None:
    entry = Entry(person(remarks="a.k.a. 'JD'."), aliases=(AliasRow("36", "fka", "ROE, John"),))

    assert mapped(entry).aliases == (
        Alias(name="ROE, John", type="fka"),
        Alias(name="JD", weak=True),
    )


def test_a_title_goes_to_the_remarks() -> None:
    assert mapped(Entry(person(title="Minister", remarks="POB Rome, Italy."))).remarks == (
        "Title Minister; POB Rome, Italy"
    )


def test_an_address_of_a_country_alone_gives_only_the_country() -> None:
    found = mapped(Entry(person(), addresses=(AddressRow("36", None, "Iran", None),)))

    assert (found.countries, found.addresses) == (("IR",), ())


def test_a_listing_date_in_the_remarks_is_better_than_the_bounds() -> None:
    entry = Entry(person(remarks="Listing Date (CMIC) 10 Dec 2021."))

    assert mapped(entry).listed == dt.date(2021, 12, 10)
