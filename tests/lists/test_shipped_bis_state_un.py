"""Facts of the BIS, State, DHS, DoD, FCC, 889 and UN lists as shipped.

Each was checked against the text of a rule or against two files.
"""

import datetime as dt
import functools
from pathlib import Path

import pytest

from screenr.lists.snapshot_file import read_snapshot
from screenr.models.designation import Bounds, Designation
from screenr.models.snapshot import Snapshot

LISTS = Path(__file__).parents[2] / "data" / "lists"
DAYS = {
    "us-bis-entity-list": "2026-07-09",
    "us-bis-meu": "2026-07-09",
    "us-bis-uvl": "2026-07-31",
    "us-bis-dpl": "2026-04-14",
    "us-state-isn": "2026-07-31",
    "us-state-aeca-debarred": "2025-08-25",
    "us-state-7031c": "2021-12-10",
    "us-dhs-uflpa": "2025-01-14",
    "us-dod-1260h": "2026-06-10",
    "us-fcc-covered": "2026-07-09",
    "us-ndaa-889": "2018-08-13",
    "un-sc": "2026-02-27",
}
MINIMUM = {
    "us-bis-entity-list": 3409,
    "us-bis-meu": 70,
    "us-bis-uvl": 222,
    "us-bis-dpl": 464,
    "us-state-isn": 161,
    "us-state-aeca-debarred": 787,
    "us-state-7031c": 4,
    "us-dhs-uflpa": 148,
    "us-dod-1260h": 187,
    "us-fcc-covered": 15,
    "us-ndaa-889": 5,
    "un-sc": 1003,
}
LAST = dt.date(2026, 7, 31)


@functools.cache
def shipped(name: str) -> Snapshot:
    return read_snapshot(LISTS / name / f"{DAYS[name]}.yaml")


@functools.cache
def named(list_id: str, name: str) -> tuple[Designation, ...]:
    return tuple(each for each in shipped(list_id).designations if each.name == name)


def one(list_id: str, name: str) -> Designation:
    (found,) = named(list_id, name)
    return found


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize("name", sorted(DAYS))
def test_list_has_at_least_the_parties_of_its_source(name: str) -> None:
    assert shipped(name).entries >= MINIMUM[name]


@pytest.mark.parametrize("name", sorted(DAYS))
def test_every_parent_is_an_entry_of_its_list(name: str) -> None:
    ids = {each.id for each in shipped(name).designations}
    assert {each.parent for each in shipped(name).designations if each.parent} <= ids


@pytest.mark.parametrize("name", sorted(DAYS))
def test_no_listing_ends_before_it_begins(name: str) -> None:
    wrong = [
        each.id
        for each in shipped(name).designations
        if each.until and isinstance(each.listed, dt.date) and each.until < each.listed
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Beijing Sensetime Technology Development Co., Ltd.", "2019-10-09"),
        ("Megvii Technology", "2019-10-09"),
        ("Yitu Technologies", "2019-10-09"),
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", "2019-10-09"),
        ("Dahua Technology", "2019-10-09"),
        ("IFLYTEK", "2019-10-09"),
        ("Xiamen Meiya Pico Information Co. Ltd.", "2019-10-09"),
        ("Yixin Science and Technology Co. Ltd.", "2019-10-09"),
        ("Huawei Technologies Co., Ltd.", "2019-05-16"),
        ("DJI", "2020-12-18"),
        ("CloudWalk Technology", "2020-06-05"),
        ("NetPosa", "2020-06-05"),
        ("SenseNets", "2020-06-05"),
        ("Nanjing FiberHome Starrysky Communication Development Co.", "2020-06-05"),
        ("Sugon", "2019-06-24"),
        ("Leon Technology Co., Ltd.", "2021-07-12"),
        ("Academy of Military Medical Sciences", "2021-12-17"),
        ("Aerosun Corporation", "2021-12-17"),
        ("Fujian Torch Electron Technology Co., Ltd.", "2021-12-17"),
        ("Shenzhen Rion Technology", "2021-12-17"),
    ],
)
def test_entity_was_listed_on_the_day_of_its_rule(name: str, listed: str) -> None:
    assert one("us-bis-entity-list", name).listed == day(listed)


def test_huawei_rule_took_effect_before_it_was_published() -> None:
    found = one("us-bis-entity-list", "Huawei Technologies Co., Ltd.")
    assert (found.effective, found.citations[0].date) == (day("2019-05-16"), day("2019-05-21"))


def test_later_huawei_affiliates_are_effective_two_days_before_publication() -> None:
    found = one("us-bis-entity-list", "Huawei Tech Investment Co., Ltd.")
    assert found.effective == day("2019-08-19")


def test_affiliate_inside_the_huawei_entry_is_a_party_of_its_own() -> None:
    found = one("us-bis-entity-list", "Hangzhou Huawei Communication Technology Co., Ltd.")
    assert found.parent == "us-bis-entity-list:huawei-technologies-co-ltd-cn"


def test_affiliate_inside_the_huawei_entry_came_with_one_of_two_rules() -> None:
    found = one("us-bis-entity-list", "Hangzhou Huawei Communication Technology Co., Ltd.")
    assert found.listed == Bounds(after=day("2019-05-15"), by=day("2019-08-19"))


def test_subordinate_institution_without_a_name_takes_its_alias() -> None:
    found = one("us-bis-entity-list", "Hebei Brightway International")
    assert "cetc-13" in (found.parent or "")


def test_eleven_institutes_of_military_medicine_are_listed() -> None:
    institutes = [
        each
        for each in shipped("us-bis-entity-list").designations
        if each.name.startswith("Academy of Military Medical Sciences, ")
    ]
    assert len(institutes) == 11


def test_entry_that_is_an_address_is_one() -> None:
    kinds = {each.kind for each in named("us-bis-entity-list", "Address 01")}
    assert kinds == {"address"}


@pytest.mark.parametrize(
    ("name", "footnote"),
    [
        ("Beijing Sensetime Technology Development Co., Ltd.", 4),
        ("Megvii Technology", 4),
        ("Dahua Technology", 4),
        ("Huawei Technologies Co., Ltd.", 1),
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", None),
        ("CloudWalk Technology", None),
    ],
)
def test_footnote_is_that_of_the_supplement(name: str, footnote: int | None) -> None:
    license_terms = one("us-bis-entity-list", name).license
    assert license_terms is not None
    assert license_terms.footnote == footnote


def test_license_policy_comes_with_the_entity() -> None:
    license_terms = one("us-bis-entity-list", "Megvii Technology").license
    assert license_terms is not None
    assert (license_terms.policy or "").startswith("Case-by-case review")


def test_name_in_the_supplement_keeps_no_trailing_comma() -> None:
    assert named("us-bis-entity-list", "Leon Technology Co., Ltd.,") == ()


def test_name_split_at_a_stray_and_is_whole_again() -> None:
    aliases = [each.name for each in one("us-bis-entity-list", "Leon Technology Co., Ltd.").aliases]
    assert "Xinjiang Leon Telecom and Technology" in aliases


def test_unverified_parties_have_no_invented_day() -> None:
    assert all(isinstance(each.listed, Bounds) for each in shipped("us-bis-uvl").designations)


def test_denied_party_under_several_orders_is_one() -> None:
    assert len(named("us-bis-dpl", "TETRABAL CORPORATION")) == 1


def test_denied_party_only_in_older_files_has_ended() -> None:
    late = [
        each.id
        for each in shipped("us-bis-dpl").designations
        if "dpl" not in each.sources and (each.until is None or each.until > day("2026-04-14"))
    ]
    assert late == []


def test_inksna_determination_ends_after_two_years() -> None:
    found = one("us-state-isn", "Sinobright Import and Export Company")
    assert (found.listed, found.until) == (day("2023-07-19"), day("2025-07-19"))


def test_ended_nonproliferation_party_is_not_in_force() -> None:
    assert not one("us-state-isn", "Abascience Tech Col, Ltd.").in_force(LAST)


def test_party_under_executive_order_13382_is_in_force() -> None:
    found = one("us-state-isn", "27th Scientific Center")
    assert (found.programs, found.in_force(LAST)) == (("E.O. 13382",), True)


def test_debarred_entry_of_two_parties_is_two() -> None:
    found = one("us-state-aeca-debarred", "Menashe, David")
    assert found.parent == "us-state-aeca-debarred:kam-tech-systems-ltd"


@pytest.mark.parametrize("name", ["Shohrat Zakir", "Erken Tuniyaz", "Hu Lianhe", "Chen Mingguo"])
def test_official_is_barred_from_entry_since_the_announcement(name: str) -> None:
    assert one("us-state-7031c", name).listed == day("2021-12-10")


def test_visa_list_does_not_claim_to_be_complete() -> None:
    assert shipped("us-state-7031c").complete is False


def test_forced_labor_entry_on_two_grounds_is_one() -> None:
    (found, *_) = [each for each in shipped("us-dhs-uflpa").designations if len(each.programs) > 1]
    assert len(named("us-dhs-uflpa", found.name)) == 1


def test_forced_labor_entry_says_that_it_includes_subsidiaries() -> None:
    found = named("us-dhs-uflpa", "Hoshine Silicon Industry (Shanshan) Co., Ltd")
    assert {each.remarks for each in found} == {"The entry includes subsidiaries."}


def test_military_companies_are_the_188_of_the_notice() -> None:
    assert shipped("us-dod-1260h").entries == 188


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", "2021-06-03"),
        ("Zhejiang Dahua Technology Co., Ltd.", "2022-10-05"),
        ("Shenzhen DJI Technology Co., Ltd.", "2022-10-05"),
        ("Shanghai Yitu Network Technology Co., Ltd.", "2024-01-31"),
        ("SenseTime Group, Inc.", "2025-01-07"),
    ],
)
def test_military_company_was_listed_with_its_edition(name: str, listed: str) -> None:
    assert one("us-dod-1260h", name).listed == day(listed)


def test_military_company_of_unknown_edition_has_a_bound() -> None:
    found = one("us-dod-1260h", "NetPosa Technologies, Ltd.")
    assert found.listed == Bounds(after=day("2021-06-02"), by=day("2026-06-10"))


def test_subsidiary_of_a_military_company_is_listed_by_itself() -> None:
    found = one("us-dod-1260h", "Shenzhen Dajiang Baiwang Technology Co., Ltd.")
    assert found.parent == "us-dod-1260h:shenzhen-dji-technology-co-ltd-cn"


def test_megvii_left_the_military_companies() -> None:
    assert not [each for each in shipped("us-dod-1260h").designations if "Megvii" in each.name]


@pytest.mark.parametrize(
    "name",
    ["Huawei Technologies Company", "Hangzhou Hikvision Digital Technology Company",
     "Dahua Technology Company"],
)  # fmt: skip
def test_maker_is_on_the_covered_list_since_its_first_day(name: str) -> None:
    assert one("us-fcc-covered", name).listed == day("2021-03-12")


def test_category_of_equipment_is_no_company() -> None:
    found = one("us-fcc-covered", "Routers produced in a foreign country")
    assert found.kind == "unknown"


def test_five_makers_are_named_by_the_statute() -> None:
    assert {each.listed for each in shipped("us-ndaa-889").designations} == {day("2018-08-13")}


def test_un_entry_keeps_its_reference_number() -> None:
    (found,) = [each for each in shipped("un-sc").designations if each.id == "un-sc:QDi.006"]
    assert found.listed == day("2001-01-25")


def test_un_names_in_arabic_are_kept() -> None:
    scripts = [alias.script for each in shipped("un-sc").designations for alias in each.aliases]
    assert scripts.count("Arab") > 300
