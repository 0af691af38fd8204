"""The shipped descriptions of the lists: complete, in the vocabulary, and right on their days."""

import datetime as dt
import functools
from pathlib import Path

import pytest
from effects.listing import designation

from screenr.effects import (
    effects_on,
    notes_of,
    ownership_sentence,
    summary_of,
    upcoming_effects,
)
from screenr.lists.snapshot_file import list_record, read_list_info
from screenr.models.designation import Designation, License
from screenr.models.list_info import ListInfo

LISTS = Path(__file__).parents[2] / "data" / "lists"
IDS = (
    "un-sc", "us-bis-dpl", "us-bis-entity-list", "us-bis-meu", "us-bis-uvl", "us-dhs-uflpa",
    "us-dod-1260h", "us-fcc-covered", "us-ndaa-889", "us-ofac-capta", "us-ofac-ns-cmic",
    "us-ofac-ns-mbs", "us-ofac-plc", "us-ofac-sdn", "us-ofac-ssi", "us-state-7031c",
    "us-state-aeca-debarred", "us-state-isn",
)  # fmt: skip
TODAY = dt.date(2026, 11, 22)
SENSETIME = designation(
    id="us-ofac-ns-cmic:33114",
    listed=dt.date(2021, 12, 10),
    effective=dt.date(2022, 2, 8),
    until=dt.date(2022, 12, 10),
)
# 15 CFR 744.8(a)(1), in OFAC's tags
TAGS_OF_744_8 = (
    "BELARUS", "BELARUS-EO14038", "FTO", "ILLICIT DRUGS-EO14059", "NPWMD", "RUSSIA-EO14024",
    "SDGT", "SDNT", "SDNTK", "TCO", "UKRAINE-EO13660", "UKRAINE-EO13661", "UKRAINE-EO13662",
    "UKRAINE-EO13685",
)  # fmt: skip


@functools.cache
def info(list_id: str) -> ListInfo:
    return read_list_info(LISTS / list_id / "list.yaml")


def said(party: Designation, day: dt.date) -> str:
    listing = info(party.list_id)
    now, later = effects_on(party, listing, day), upcoming_effects(party, listing, day)
    return summary_of(party, listing, day, now, later)


def status(party: Designation, activity: str, day: dt.date = TODAY) -> list[str]:
    effects = effects_on(party, info(party.list_id), day)
    return [each.status for each in effects if each.activity == activity]


def test_every_list_has_a_description() -> None:
    assert tuple(sorted(each.parent.name for each in LISTS.glob("*/list.yaml"))) == IDS


@pytest.mark.parametrize("list_id", IDS)
def test_a_list_says_who_publishes_it_whom_it_binds_and_where(list_id: str) -> None:
    listing = info(list_id)
    assert all(
        (listing.title, listing.short, listing.agency, listing.authority, listing.bound,
         listing.summary, listing.effects, listing.ownership.sentence, listing.official)
    )  # fmt: skip


@pytest.mark.parametrize("list_id", IDS)
def test_a_list_speaks_of_buying_as_buyers_ask_first(list_id: str) -> None:
    assert "purchase_from" in {each.activity for each in info(list_id).effects}


@pytest.mark.parametrize("list_id", IDS)
def test_what_is_unverified_is_also_told_in_the_description(list_id: str) -> None:
    listing = info(list_id)
    marked = [each.unverified for each in listing.effects]
    marked += [each.unverified for each in listing.ownership.overlay]
    assert not any(marked) or listing.unverified


@pytest.mark.parametrize("list_id", IDS)
def test_the_index_gives_back_the_description_it_was_given(list_id: str) -> None:
    assert ListInfo.from_record(list_record(info(list_id))) == info(list_id)


@pytest.mark.parametrize("list_id", IDS)
def test_every_party_of_a_list_meets_a_rule_that_restricts(list_id: str) -> None:
    bare = designation(id=f"{list_id}:someone", kind="unknown", effective=dt.date(2020, 1, 1))
    if list_id == "us-ndaa-889":  # its five parties are named in the rules
        bare = designation(id="us-ndaa-889:zte-corporation-cn")
    assert any(each.status != "none" for each in effects_on(bare, info(list_id), TODAY))


def ids_named_by(listing: ListInfo) -> set[str]:
    named = [each.designations for each in listing.effects]
    named += [each.designations for each in listing.cautions]
    return {each for group in named for each in group}


@pytest.mark.parametrize("list_id", [each for each in IDS if ids_named_by(info(each))])
def test_the_designations_that_a_description_names_are_on_the_list(list_id: str) -> None:
    newest = max((LISTS / list_id).glob("[0-9]*.yaml")).read_text(encoding="utf-8")
    lines = set(newest.splitlines())
    assert [each for each in ids_named_by(info(list_id)) if f"- id: {each}" not in lines] == []


def test_spelling_is_that_of_the_regulations() -> None:
    text = "".join((LISTS / each / "list.yaml").read_text(encoding="utf-8") for each in IDS)
    assert [word for word in ("licence", "authoris", "labour", "programme") if word in text] == []


def test_cmic_securities_were_not_yet_barred_in_the_sixty_days() -> None:
    assert status(SENSETIME, "invest_public_securities", dt.date(2022, 1, 15)) == ["none"]
    assert "from 2022-02-08 on, US persons may not buy or sell" in said(
        SENSETIME, dt.date(2022, 1, 15)
    )


def test_cmic_trades_to_divest_were_allowed_inside_the_window() -> None:
    day = dt.date(2022, 6, 1)
    assert status(SENSETIME, "invest_public_securities", day) == ["prohibited", "conditional"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2022, 2, 7), ["none"]),
        (dt.date(2022, 2, 8), ["prohibited", "conditional"]),
        (dt.date(2022, 12, 9), ["prohibited", "conditional"]),
        (dt.date(2022, 12, 10), ["prohibited"]),
    ],
)
def test_cmic_windows_turn_on_their_days(day: dt.date, expected: list[str]) -> None:
    assert status(SENSETIME, "invest_public_securities", day) == expected


def test_after_the_window_cmic_securities_are_barred_but_may_be_held() -> None:
    day = dt.date(2023, 1, 1)
    assert status(SENSETIME, "invest_public_securities", day) == ["prohibited"]
    assert status(SENSETIME, "hold_public_securities", day) == ["none"]


@pytest.mark.parametrize("day", [dt.date(2022, 1, 15), dt.date(2022, 6, 1), dt.date(2023, 1, 1)])
def test_cmic_never_tells_anybody_to_divest_or_not_to_buy_goods(day: dt.date) -> None:
    text = said(SENSETIME, day)
    assert "holding its securities is lawful" in text
    assert "must" not in text
    assert "buying from it" in text.partition("private investment")[0]
    assert status(SENSETIME, "purchase_from", day) == ["none"]


def test_the_entity_list_restricts_supply_and_not_buying() -> None:
    party = designation(
        id="us-bis-entity-list:x-cn", license=License(requirement="For all items.", footnote=4)
    )
    text = said(party, TODAY)
    assert text.startswith("A license is needed to supply it")
    assert "buying from it" in text.partition("everything subject to the EAR")[2]
    assert status(party, "purchase_from") == ["none"]
    assert "ban" not in text


def test_an_entity_list_scope_is_the_entry_s_own() -> None:
    party = designation(
        id="us-bis-entity-list:x-cn", license=License(requirement="For all items.", footnote=4)
    )
    (supply,) = (
        each
        for each in effects_on(party, info(party.list_id), TODAY)
        if each.activity == "export_reexport_transfer"
    )
    assert "For all items; foreign-made items too (footnote 4" in supply.scope


@pytest.mark.parametrize(
    ("day", "bars"),
    [
        (dt.date(2026, 6, 29), ["none"]),
        (dt.date(2026, 6, 30), ["prohibited"]),
        (dt.date(2027, 6, 29), ["prohibited"]),
        (dt.date(2027, 6, 30), ["prohibited", "prohibited"]),
    ],
)
def test_section_805_bars_begin_on_their_two_days(day: dt.date, bars: list[str]) -> None:
    assert status(designation(id="us-dod-1260h:x-cn"), "dod_procurement", day) == bars


def test_a_1260h_listing_bars_no_investment() -> None:
    assert status(designation(id="us-dod-1260h:x-cn"), "invest_public_securities") == ["none"]


@pytest.mark.parametrize("list_id", ["us-bis-entity-list", "us-bis-meu", "us-ofac-sdn"])
@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2020, 1, 1), dt.date(2025, 9, 28), "Until 2025-09-28 no"),
        (dt.date(2025, 9, 29), dt.date(2025, 11, 9), "90 FR 47201"),
        (dt.date(2025, 11, 10), dt.date(2026, 11, 9), "was stayed"),
        (dt.date(2026, 11, 10), dt.date(2030, 1, 1), "unless BIS has extended the stay"),
    ],
)
def test_the_affiliates_rule_has_four_periods(
    list_id: str, first: dt.date, last: dt.date, *, words: str
) -> None:
    assert words in ownership_sentence(info(list_id), first)
    assert words in ownership_sentence(info(list_id), last)


def test_the_affiliates_rule_after_the_stay_is_marked_as_not_verified() -> None:
    assert "Not verified" in ownership_sentence(info("us-bis-entity-list"), TODAY)


@pytest.mark.parametrize("list_id", ["us-bis-uvl", "us-bis-dpl", "us-ofac-ns-cmic", "us-dod-1260h"])
def test_the_affiliates_rule_does_not_reach_other_lists(list_id: str) -> None:
    assert info(list_id).ownership.overlay == ()


@pytest.mark.parametrize("tag", TAGS_OF_744_8)
def test_744_8_adds_a_license_for_its_programs(tag: str) -> None:
    party = designation(id="us-ofac-sdn:1", programs=(tag,))
    assert status(party, "export_reexport_transfer") == ["prohibited", "license_required"]


@pytest.mark.parametrize("tag", ["GLOMAG", "CYBER2", "IRAN"])
def test_744_8_does_not_reach_other_programs(tag: str) -> None:
    party = designation(id="us-ofac-sdn:1", programs=(tag,))
    assert status(party, "export_reexport_transfer") == ["prohibited"]


def test_entry_to_the_united_states_concerns_persons_only() -> None:
    company = designation(id="us-ofac-sdn:1", programs=("GLOMAG",))
    person = designation(id="us-ofac-sdn:1", programs=("GLOMAG",), kind="person")
    assert status(company, "visa_entry") == []
    assert status(person, "visa_entry") == ["prohibited"]


@pytest.mark.parametrize(
    ("directive", "debt", "equity", "projects"),
    [
        ("1", ["prohibited"], ["prohibited"], []),
        ("2", ["prohibited"], [], []),
        ("3", ["prohibited"], [], []),
        ("4", [], [], ["prohibited"]),
    ],
)
def test_each_ssi_directive_bars_its_own_dealings(
    directive: str, debt: list[str], *, equity: list[str], projects: list[str]
) -> None:
    party = designation(id="us-ofac-ssi:1", programs=(f"EO13662 Directive {directive}",))
    assert status(party, "deal_new_debt") == debt
    assert status(party, "deal_new_equity") == equity
    assert status(party, "energy_project_support") == projects


def test_an_ssi_entry_without_a_known_directive_has_to_be_read() -> None:
    party = designation(id="us-ofac-ssi:1", programs=("UKRAINE-EO13662",))
    assert status(party, "deal_new_debt") == ["see_entry"]


def test_directive_2_tenor_is_marked_as_not_verified() -> None:
    party = designation(id="us-ofac-ssi:1", programs=("EO13662 Directive 2",))
    assert "not verified" in said(party, TODAY)


def test_menu_based_entries_say_what_their_directive_bars() -> None:
    gazprom = designation(
        id="us-ofac-ns-mbs:1",
        effective=dt.date(2022, 3, 26),
        programs=("RUSSIA-EO14024", "EO14024 Directive 3"),
    )
    assert status(gazprom, "deal_new_debt", dt.date(2022, 3, 25)) == []
    assert status(gazprom, "deal_new_debt", dt.date(2022, 3, 26)) == ["prohibited"]


def test_menu_based_entries_without_a_known_directive_have_to_be_read() -> None:
    party = designation(id="us-ofac-ns-mbs:1", programs=("CAATSA - RUSSIA",))
    assert status(party, "deal_new_debt") == ["see_entry"]
    assert status(party, "deal_in_property") == ["see_entry"]


def test_a_denial_order_forbids_nothing_after_its_end() -> None:
    party = designation(id="us-bis-dpl:x", until=dt.date(2024, 5, 1))
    assert status(party, "acquire_us_origin_items_from", dt.date(2024, 4, 30)) == ["prohibited"]
    assert status(party, "acquire_us_origin_items_from", dt.date(2024, 5, 1)) == []


def test_inksna_bars_agencies_for_its_two_years() -> None:
    party = designation(
        id="us-state-isn:x",
        listed=dt.date(2022, 1, 10),
        until=dt.date(2024, 1, 10),
        programs=("INKSNA",),
    )
    assert status(party, "federal_procurement", dt.date(2024, 1, 9)) == ["prohibited"]
    assert status(party, "federal_procurement", dt.date(2024, 1, 10)) == []


@pytest.mark.parametrize("maker", ["huawei-technologies-company-cn", "zte-corporation-cn"])
def test_889_covers_telecommunications_gear_of_two_makers_whatever_the_use(maker: str) -> None:
    party = designation(id=f"us-ndaa-889:{maker}")
    scopes = {
        each.scope
        for each in effects_on(party, info("us-ndaa-889"), TODAY)
        if each.activity == "federal_procurement"
    }
    assert all("whatever the use" in each for each in scopes)
    assert len(scopes) == 1


def test_889_covers_cameras_for_stated_purposes_only() -> None:
    party = designation(id="us-ndaa-889:dahua-technology-company-cn")
    (scope,) = {
        each.scope
        for each in effects_on(party, info("us-ndaa-889"), TODAY)
        if each.activity == "contractor_internal_use"
    }
    assert "public safety" in scope


@pytest.mark.parametrize(
    ("day", "bars"),
    [
        (dt.date(2019, 8, 12), []),
        (dt.date(2019, 8, 13), ["federal_procurement"]),
        (dt.date(2020, 8, 13), ["federal_procurement", "contractor_internal_use"]),
    ],
)
def test_889_parts_begin_on_their_days(day: dt.date, bars: list[str]) -> None:
    party = designation(id="us-ndaa-889:zte-corporation-cn", listed=dt.date(2018, 8, 13))
    effects = effects_on(party, info("us-ndaa-889"), day)
    barred = [each.activity for each in effects if each.status == "prohibited"]
    assert [each for each in barred if each != "federal_funds_spend"] == bars


def test_the_law_fixes_the_list_of_section_889_and_no_other() -> None:
    assert [each for each in IDS if info(each).fixed_by_statute] == ["us-ndaa-889"]


def test_uflpa_presumes_and_does_not_forbid_buying_elsewhere() -> None:
    party = designation(id="us-dhs-uflpa:x-cn")
    assert status(party, "import_goods") == ["presumed_prohibited"]
    assert status(party, "purchase_from") == ["none"]


def test_plc_members_come_with_a_warning_that_the_law_was_not_read() -> None:
    party = designation(id="us-ofac-plc:1", kind="person")
    assert "not verified" in said(party, TODAY)
    assert status(party, "purchase_from") == ["unknown"]


def test_the_sensetime_note_tells_the_listed_company_from_the_issuer() -> None:
    notes = notes_of(SENSETIME, info("us-ofac-ns-cmic"), TODAY)
    assert any("another legal person" in each for each in notes)


def test_15_cfr_744_8_is_not_cited_for_a_program_that_it_does_not_name() -> None:
    party = designation(id="us-ofac-sdn:1", kind="person", programs=("GLOMAG",))

    effects = effects_on(party, info("us-ofac-sdn"), TODAY)

    assert effects
    assert all("744.8" not in each.authority for each in effects)
