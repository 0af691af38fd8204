"""Notes beside a counterparty's name do not hide it, and what is no note stays."""

import pytest
from small_index import index_of, reached, typed

from screenr.matching.candidates import Candidates
from screenr.matching.index import Index
from screenr.matching.lexicon import Lexicon
from screenr.matching.vendor_notes import VendorNotes, sides_of

LISTED = "Kelvura Ostramat Robotics"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("notes"), typed("organization", LISTED))


@pytest.fixture(scope="module")
def notes(lexicon: Lexicon) -> VendorNotes:
    return VendorNotes(lexicon)


@pytest.mark.parametrize(
    "written",
    [
        "{} (DO NOT USE)",
        "{} DO NOT USE",
        "{} *DUP*",
        "{}-DUP",
        "{} [BLOCKED]",
        "{} （停用）",
        "{}【DUPLICATE】",
        "{}\xa0–\xa0EUR",
        "{} ／ Jones Logistics",
        "{} (DO NOT USE - DUPLICATE OF V10023)",
        "{} (inactive",
        "{} - EUR",
        "{} | 10023",
        "{} USD 10023 DUP",
        "{} #10023",
        "{} V-10023",
        "{} (see 100234)",
        "{}, PO Box 12, Springfield",
        "{} Tax ID 12-3456789",
        "{} attn: Accounts Payable",
        "{} c/o Jones Logistics",
        "{} / Jones Logistics",
        "{}\nJones Logistics",
        "10023 - {}",
        "V-10023 {}",
        "#1002 {}",
        "ZZZ {}",
        "*** DO NOT USE *** {}",
        "DUP-{}",
        "c/o {}",
        "Jones Logistics; {}",
        "Jones Logistics on behalf of {}",
        "Jones Logistics/{}",
        "{}/ Jones Logistics",
        "{} -Jones Logistics",
        "{}—Jones Logistics",
        "{}\tJones Logistics",
        "{}\\Jones Logistics",
        "{} -> Jones Logistics",
        "{} OR John Jones",
        "{} and/or John Jones",
        "{} & Mrs. Jones",
        "Jones Logistics [{}]",
        "Jones Logistics ({}",
        "{} (Jones Logistics tax no 123)",
        "Jones Logistics - replaced by {}",
        "Jones Logistics payable to {}",
        "Jones Logistics (renamed to {})",
        "Jones c/o {} (USD)",
        "{} (replaced by 10023)",
        "{} use vendor #10234",
        "{} remit to PO Box 12",
        "{} P.O. Box 12",
        "{} USD account",
        "{} USD A/C",
        "{} INR",
        "{} BLOCKED",
        "{} blocked 01.02.2020",
        "{} INACTIVE 2019-12-31",
        "{} (INN 7701234567)",
        "{} NIT 900123456",
        "{} 停用",
        "001-00234-01 {}",
        "US10-100234 {}",
        "Vendor 00123 {}",
        "BLOCKED: {}",
        "Beneficiary：{}",
        "OLD_{}",
        "{}_OLD",
    ],
)
def test_a_name_is_found_beside_a_note(index: Index, written: str) -> None:
    name = written.format(LISTED)

    assert reached(index, name) == {LISTED}
    assert any(
        list(Candidates(index).of(query, person=False, threshold=0.9))
        for query in index.readings(name)
    )


@pytest.mark.parametrize(
    "name",
    [
        "Ostramat (Kelvura)",
        "E*TRADE",
        "Kelvura/DE",
        "A/S Kelvura",
        "Kelvura - Ostramat",
        "Kelvura (Pan Asia)",
        "Kelvura [Ostramat",
        "24:7 Kelvura",
        "Kelvura: Ostramat",
        "Or Kelvura",
        "Kelvura INC /DE/",
        "(DO NOT USE)",
        "*** DUP ***",
    ],
)
def test_what_is_no_note_or_all_of_the_name_stays(notes: VendorNotes, name: str) -> None:
    assert notes.without_asides(name) == name


@pytest.mark.parametrize(
    "name", ["Dup", "Do Not Use", "Use Kelvura", "Kelvura Account Systems", "Kelvura Old"]
)
def test_words_of_notes_are_words_of_names(notes: VendorNotes, name: str) -> None:
    assert notes.without_ends(name) == name


def test_a_name_of_notes_keeps_one(notes: VendorNotes) -> None:
    assert notes.without_ends("USD DUP") == "USD"


@pytest.mark.parametrize(
    "name",
    ["Institute 61398", "Kelvura 360", "3M Kelvura", "10023", "54th Kelvura", "1-800-Kelvura"],
)
def test_the_number_of_a_name_is_no_code(notes: VendorNotes, name: str) -> None:
    assert notes.without_codes(name) == name


def test_sides_are_parted_by_dashes_strokes_and_bars() -> None:
    name = "Kelvura – Ostramat | Zorvex; Li-Ning / 12 ; - ;"

    assert sides_of(name) == ["Kelvura", "Ostramat", "Zorvex", "Li-Ning", "12"]


@pytest.mark.parametrize(
    "name", ["Al- Amin", "Al -Amin", "Kelvura INC /DE/", "Kelvura plc/ADR", "Tal Or Levi", "A or"]
)
def test_what_parts_no_names(name: str) -> None:
    assert sides_of(name) == [name]
