"""The remarks of OFAC's files: facts out of one cell."""

import datetime as dt

import pytest

from screenr.lists.importers import ofac_remarks
from screenr.lists.importers.ofac_remarks import Remarks
from screenr.models.designation import Alias, Identifier

CODES = {"Iran": "IR", "China": "CN", "Hong Kong": "HK", "Mexico": "MX"}


def parse(text: str) -> Remarks:
    return ofac_remarks.parse(text, CODES.get)


def test_birth_dates_come_with_their_alternatives() -> None:
    assert parse("DOB 14 Feb 1970; alt. DOB Feb 1971; alt. DOB 1968 to 1970.").born == [
        "1970-02-14",
        "1971-02",
        "1968/1970",
    ]


def test_an_approximate_birth_date_says_so_in_the_remarks() -> None:
    remarks = parse("DOB circa 1951.")

    assert (remarks.born, remarks.kept) == (["1951"], ["DOB circa 1951"])


def test_a_birth_date_that_cannot_be_read_stays() -> None:
    remarks = parse("DOB in the spring.")

    assert remarks.kept == ["DOB in the spring"]
    assert remarks.unknown == ["DOB in the spring"]


def test_nationalities_and_citizenships_become_codes() -> None:
    remarks = parse("nationality Iran; citizen China; alt. citizen Iran.")

    assert remarks.nationalities == ["IR", "CN"]


def test_a_country_without_a_code_stays_in_the_remarks() -> None:
    remarks = parse("nationality Ruritania.")

    assert (remarks.nationalities, remarks.kept) == ([], ["nationality Ruritania"])


@pytest.mark.parametrize(
    ("item", "identifier"),
    [
        ("Passport A10472263 (Iran)", Identifier(type="passport", value="A10472263", country="IR")),
        ("alt. Passport B 960789", Identifier(type="passport", value="B 960789")),
        ("Tax ID No. 7702070139 (Iran)", Identifier(type="tax", value="7702070139", country="IR")),
        ("Vessel Registration Identification IMO 7406784", Identifier(type="imo", value="7406784")),
        (
            "Unified Social Credit Code (USCC) 9113100033607322XK (China)",
            Identifier(type="uscc", value="9113100033607322XK", country="CN"),
        ),
        (
            "Aircraft Construction Number (also called L/N or S/N or F/N) 8401",
            Identifier(type="aircraft_serial", value="8401"),
        ),
        ("BIK (RU) 044030707", Identifier(type="bik", value="044030707")),
        ("SWIFT/BIC CKLBCNBJ", Identifier(type="swift", value="CKLBCNBJ")),
        (
            "Digital Currency Address - XBT 12QtD5BF",
            Identifier(type="xbt_address", value="12QtD5BF"),
        ),
        (
            "C.R. No. 2162198 (Hong Kong)",
            Identifier(type="registration", value="2162198", country="HK"),
        ),
    ],
)
def test_a_number_becomes_an_identifier(item: str, identifier: Identifier) -> None:
    remarks = parse(f"{item}.")

    assert remarks.identifiers == [identifier]
    assert remarks.kept == []


def test_days_of_issue_stay_in_the_remarks() -> None:
    item = "Folio Mercantil No. 343997 (Mexico) issued 14 Dec 2005"
    remarks = parse(f"{item}; Gender Male.")

    assert remarks.identifiers == [Identifier(type="registration", value="343997", country="MX")]
    assert remarks.kept == [item, "Gender Male"]


def test_a_label_without_a_number_is_no_identifier() -> None:
    assert parse("Driver's License is suspended.").identifiers == []


def test_quoted_names_are_weak_aliases() -> None:
    assert parse("a.k.a. 'BNC'; f.k.a. 'ANA I'; a.k.a. 'M.O.G.E.'.").aliases == [
        Alias(name="BNC", weak=True),
        Alias(name="ANA I", type="fka", weak=True),
        Alias(name="M.O.G.E.", weak=True),
    ]


@pytest.mark.parametrize("colon", [":", ""])
def test_the_three_dates_of_a_military_industrial_company_are_read(colon: str) -> None:
    remarks = parse(
        f"Effective Date (CMIC){colon} 08 Feb 2022; "
        f"Purchase/Sales For Divestment Date (CMIC){colon} 10 Dec 2022; "
        f"Listing Date (CMIC){colon} 10 Dec 2021."
    )

    assert (remarks.listed, remarks.effective, remarks.until) == (
        dt.date(2021, 12, 10),
        dt.date(2022, 2, 8),
        dt.date(2022, 12, 10),
    )
    assert remarks.kept == []


def test_of_several_directives_the_earliest_date_counts_and_all_stay() -> None:
    items = [
        "Listing Date (EO 14024 Directive 3): 24 Feb 2022",
        "Listing Date (EO 14024 Directive 1a): 22 Feb 2022",
    ]
    remarks = parse("; ".join(items))

    assert (remarks.listed, remarks.kept) == (dt.date(2022, 2, 22), items)


def test_directives_are_named_by_order_and_number() -> None:
    remarks = parse(
        "Executive Order 13662 Directive Determination - Subject to Directive 1; "
        "alt. Executive Order 13662 Directive Determination - Subject to Directive 4; "
        "Executive Order 14014 Directive Information: Subject to Directive 1 - As of today."
    )

    assert remarks.directives == [
        "EO13662 Directive 1",
        "EO13662 Directive 4",
        "EO14014 Directive 1",
    ]


def test_known_descriptions_stay_and_are_not_counted_as_unknown() -> None:
    remarks = parse("POB Tehran, Iran; Linked To: MAHAN AIR.")

    assert remarks.kept == ["POB Tehran, Iran", "Linked To: MAHAN AIR"]
    assert remarks.unknown == []


def test_what_nothing_recognizes_stays_and_is_counted() -> None:
    remarks = parse("ICTY indictee.")

    assert (remarks.kept, remarks.unknown) == (["ICTY indictee"], ["ICTY indictee"])


def test_only_the_stop_at_the_end_goes() -> None:
    assert parse("Linked To: ACME CO., LTD.; Linked To: ROE CO., LTD..").kept == [
        "Linked To: ACME CO., LTD.",
        "Linked To: ROE CO., LTD.",
    ]


def test_the_last_item_of_cut_remarks_is_not_read() -> None:
    text = "Passport 1234567890" + "0" * (ofac_remarks.MAXIMUM - 19)
    remarks = parse(text)

    assert remarks.identifiers == []
    assert remarks.kept == [f"{text}…"]


def test_empty_remarks_say_nothing() -> None:
    assert parse("") == Remarks()
