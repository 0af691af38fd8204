"""Facts of the OFAC lists as shipped, each checked against an official text or two files."""

import datetime as dt
import functools
from pathlib import Path

import pytest

from screenr.lists.snapshot_file import read_snapshot
from screenr.models.designation import Alias, Bounds, Designation, Identifier
from screenr.models.snapshot import Snapshot

LISTS = Path(__file__).parents[2] / "data" / "lists"
DAYS = {
    "us-ofac-sdn": "2026-07-31",
    "us-ofac-ns-cmic": "2026-07-09",
    "us-ofac-ssi": "2026-07-31",
    "us-ofac-capta": "2026-07-31",
    "us-ofac-ns-mbs": "2026-07-31",
    "us-ofac-plc": "2026-07-31",
}


@functools.cache
def shipped(name: str) -> Snapshot:
    return read_snapshot(LISTS / name / f"{DAYS[name]}.yaml")


@functools.cache
def parties(name: str) -> dict[str, Designation]:
    return {each.id: each for each in shipped(name).designations}


def party(designation_id: str) -> Designation:
    return parties(designation_id.partition(":")[0])[designation_id]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("us-ofac-sdn", 19_181),
        ("us-ofac-ssi", 286),
        ("us-ofac-plc", 78),
        ("us-ofac-ns-cmic", 68),
        ("us-ofac-ns-mbs", 51),
        ("us-ofac-capta", 1),
    ],
)
def test_no_party_of_the_list_is_missing(name: str, count: int) -> None:
    assert shipped(name).entries == count


@pytest.mark.parametrize(
    ("number", "name", "listed"),
    [
        ("34079", "ZAKIR, Shohrat", "2021-12-10"),
        ("34119", "TUNIYAZ, Erken", "2021-12-10"),
        ("31493", "CHEN, Mingguo", "2021-03-22"),
        ("46884", "HU, Lianhe", "2023-12-08"),
        ("29159", "XINJIANG PUBLIC SECURITY BUREAU", "2020-07-09"),
    ],
)
def test_sdn_listing_days_are_those_announced(number: str, name: str, listed: str) -> None:
    found = party(f"us-ofac-sdn:{number}")

    assert (found.name, found.programs, found.listed) == (name, ("GLOMAG",), day(listed))


def test_25_parties_joined_the_sdn_list_on_2021_12_10() -> None:
    joined = [
        each.kind
        for each in shipped("us-ofac-sdn").designations
        if each.listed == day("2021-12-10")
    ]

    assert (joined.count("person"), joined.count("organization")) == (15, 10)


def test_a_party_of_the_oldest_file_was_listed_by_then() -> None:
    assert party("us-ofac-sdn:36").listed == Bounds(by=day("2021-07-31"))


def test_a_party_newer_than_the_last_daily_file_is_enclosed_by_two_days() -> None:
    assert party("us-ofac-sdn:48048").listed == Bounds(
        after=day("2024-05-03"), by=day("2026-06-02")
    )


def test_no_sdn_is_given_a_weekend_as_its_listing_day() -> None:
    weekend = [
        each.id
        for each in shipped("us-ofac-sdn").designations
        if isinstance(each.listed, dt.date) and each.listed.weekday() > 4
    ]

    assert weekend == []


def test_a_person_has_birth_date_and_nationality_out_of_the_remarks() -> None:
    found = party("us-ofac-sdn:34079")

    assert (found.born, found.nationalities) == (("1953-08",), ("CN",))


def test_weak_aliases_are_those_in_quotes() -> None:
    assert Alias(name="khaleesi", weak=True) in party("us-ofac-sdn:28264").aliases


def test_a_vessel_has_its_imo_number() -> None:
    found = party("us-ofac-sdn:23156")

    assert (found.kind, found.identifiers) == (
        "vessel",
        (Identifier(type="imo", value="8898831"),),
    )


@pytest.mark.parametrize(
    ("number", "name", "dates"),
    [
        ("33114", "SENSETIME GROUP LIMITED", ("2021-12-10", "2022-02-08", "2022-12-10")),
        ("33091", "MEGVII TECHNOLOGY LIMITED", ("2021-12-16", "2022-02-14", "2022-12-16")),
        ("33893", "YITU LIMITED", ("2021-12-16", "2022-02-14", "2022-12-16")),
        ("33112", "CLOUDWALK TECHNOLOGY CO., LTD.", ("2021-12-16", "2022-02-14", "2022-12-16")),
        (
            "33896",
            "XIAMEN MEIYA PICO INFORMATION CO., LTD.",
            ("2021-12-16", "2022-02-14", "2022-12-16"),
        ),
    ],
)
def test_a_military_industrial_company_has_its_three_dates(
    number: str, name: str, dates: tuple[str, str, str]
) -> None:
    found = party(f"us-ofac-ns-cmic:{number}")

    assert found.name == name
    assert (found.listed, found.effective, found.until) == tuple(day(each) for each in dates)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO., LTD.", "2021-06-03"),
        ("AEROSUN CORPORATION", "2021-06-03"),
        ("FUJIAN TORCH ELECTRON TECHNOLOGY CO., LTD.", "2021-06-03"),
        ("SZ DJI TECHNOLOGY CO., LTD.", "2021-12-16"),
        ("NETPOSA TECHNOLOGIES LIMITED", "2021-12-16"),
        ("DAWNING INFORMATION INDUSTRY CO., LTD", "2021-12-16"),
        ("LEON TECHNOLOGY COMPANY LIMITED", "2021-12-16"),
    ],
)
def test_a_military_industrial_company_is_listed_under_its_own_name(name: str, listed: str) -> None:
    found = {each.name: each.listed for each in shipped("us-ofac-ns-cmic").designations}

    assert found[name] == day(listed)


def test_every_military_industrial_company_has_all_three_dates() -> None:
    undated = [
        each.id
        for each in shipped("us-ofac-ns-cmic").designations
        if None in {each.effective, each.until} or isinstance(each.listed, Bounds)
    ]

    assert undated == []


def test_chinese_names_say_their_script() -> None:
    assert Alias(name="旷视科技有限公司", script="Hans") in party("us-ofac-ns-cmic:33091").aliases
    assert Alias(name="商湯集團有限公司", script="Hant") in party("us-ofac-ns-cmic:33114").aliases


def test_sensetime_has_its_hong_kong_company_number() -> None:
    assert Identifier(type="registration", value="2162198", country="HK") in (
        party("us-ofac-ns-cmic:33114").identifiers
    )


def test_a_sectoral_listing_names_its_directive() -> None:
    assert "EO13662 Directive 1" in party("us-ofac-ssi:17014").programs


def test_a_directive_of_another_order_is_no_sectoral_one() -> None:
    assert "EO14024 Directive 3" not in party("us-ofac-ssi:17014").programs
    assert "EO14024 Directive 3" in party("us-ofac-ns-mbs:17014").programs


def test_menu_based_listings_have_the_dates_of_their_directive() -> None:
    found = party("us-ofac-ns-mbs:46072")

    assert (found.listed, found.effective) == (day("2023-10-31"), day("2023-12-15"))


def test_the_one_bank_with_barred_accounts_is_kunlun() -> None:
    assert party("us-ofac-capta:15268").name == "BANK OF KUNLUN CO LTD"


def test_persons_are_named_surname_first() -> None:
    assert party("us-ofac-plc:9640").name == "ABU TEIR, Mohammed"
