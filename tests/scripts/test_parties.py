"""What the builders tell by rule from published text."""

import pytest

from screenr.models.designation import Alias
from snapshots.parties import (
    Ids,
    countries_of,
    cut_address,
    is_body,
    kind_of,
    split_addresses,
    split_aliases,
    unique_aliases,
)


def test_repeated_name_gets_a_number() -> None:
    ids = Ids("us-bis-uvl")
    assert [ids.of("Example Co.", "CN"), ids.of("EXAMPLE CO", "CN")] == [
        "us-bis-uvl:example-co-cn",
        "us-bis-uvl:example-co-cn-2",
    ]


def test_long_name_is_cut_at_a_word() -> None:
    assert Ids("x").of("word " * 40).endswith("-word")


def test_turkish_letters_are_written_plain_in_ids() -> None:
    assert Ids("x").of("Bilişim Şirketi Danısmanlık", "TR") == "x:bilisim-sirketi-danismanlik-tr"


@pytest.mark.parametrize(
    "name", ["Example Co., Ltd.", "Zavod Example", "Example Pvt. Ltd.", "OOO Example"]
)
def test_legal_form_makes_an_organization(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize("name", ["Sergei Ivanovich Doe", "Yuri A. Roe"])
def test_patronymic_or_initial_makes_a_person(name: str) -> None:
    assert kind_of(name) == "person"


def test_name_without_telling_words_stays_unknown() -> None:
    assert kind_of("Corona Zhang") == "unknown"


def test_alias_of_an_organization_tells_its_kind() -> None:
    assert kind_of("Example", ["Example Trading LLC"]) == "organization"


def test_former_names_in_one_cell_are_split() -> None:
    assert split_aliases("Example (f.k.a., Old Example)") == [
        Alias(name="Example"),
        Alias(name="Old Example", type="fka"),
    ]


def test_name_split_at_a_stray_and_is_joined_again() -> None:
    assert split_aliases("Xinjiang Example Telecom; and Technology") == [
        Alias(name="Xinjiang Example Telecom and Technology")
    ]


def test_address_is_cut_off_an_alias() -> None:
    assert cut_address("Example Ltd., 26 Example St, Moscow, Russia 115583") == (
        "Example Ltd.",
        "26 Example St, Moscow, Russia 115583",
    )


def test_alias_with_a_number_and_no_country_is_left_alone() -> None:
    assert cut_address("Example Plant, 35 Shipyard") == ("Example Plant, 35 Shipyard", None)


def test_alias_that_repeats_the_name_is_dropped() -> None:
    assert unique_aliases("Example Co., Ltd.", [Alias(name="EXAMPLE CO LTD")]) == ()


def test_note_about_other_addresses_is_dropped() -> None:
    cell = "1 First Road, Kabul, Afghanistan; and 2 Second Road. (See alternate addresses under X)."
    assert split_addresses(cell) == ("1 First Road, Kabul, Afghanistan", "2 Second Road")


def test_address_in_hong_kong_under_china_gives_both() -> None:
    assert countries_of("CN", ["Luard Rd, Wan Chai, Hong Kong"]) == ("CN", "HK")
