import datetime as dt

import pytest
from effects.listing import LISTED, designation, info

from screenr.effects import effects_on, upcoming_effects
from screenr.effects.in_force import license_requirement, license_scope
from screenr.models.designation import Bounds, License
from screenr.models.finding import Effect
from screenr.models.list_info import EffectRule

DAY = dt.date(2022, 6, 1)
ONE_DAY = dt.timedelta(days=1)
BAR = EffectRule(activity="purchase_from", status="prohibited")


def statuses(effects: tuple[Effect, ...]) -> list[str]:
    return [each.status for each in effects]


def test_an_effect_begins_on_the_day_of_listing() -> None:
    (effect,) = effects_on(designation(), info(BAR), LISTED)
    assert effect.since == LISTED


def test_nothing_is_in_force_on_the_day_before_the_listing() -> None:
    assert effects_on(designation(), info(BAR), LISTED - ONE_DAY) == ()


def test_what_a_future_listing_brings_is_upcoming() -> None:
    (effect,) = upcoming_effects(designation(), info(BAR), LISTED - ONE_DAY)
    assert effect.since == LISTED


def test_nothing_is_in_force_from_the_day_an_order_ends() -> None:
    listed = designation(until=DAY)
    assert effects_on(listed, info(BAR), DAY) == ()
    assert statuses(effects_on(listed, info(BAR), DAY - ONE_DAY)) == ["prohibited"]


def test_an_effect_says_the_last_day_of_its_order() -> None:
    (effect,) = effects_on(designation(until=DAY), info(BAR), LISTED)
    assert effect.until == DAY - ONE_DAY


def test_nothing_is_upcoming_after_a_removal() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", since=dt.date(2030, 1, 1))
    assert upcoming_effects(designation(delisted=DAY), info(rule), DAY) == ()


def test_an_effect_that_would_begin_after_the_end_of_the_order_is_not_announced() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", since=dt.date(2030, 1, 1))
    assert upcoming_effects(designation(until=DAY), info(rule), LISTED) == ()


def test_a_rule_from_a_day_begins_at_the_listing_where_that_is_later() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", since=dt.date(2001, 1, 1))
    (effect,) = effects_on(designation(), info(rule), DAY)
    assert effect.since == LISTED


def test_a_rule_waits_for_the_effective_day() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", since="effective")
    listed = designation(effective=DAY)
    assert effects_on(listed, info(rule), DAY - ONE_DAY) == ()
    assert statuses(effects_on(listed, info(rule), DAY)) == ["prohibited"]


def test_without_an_effective_day_the_listing_counts() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", since="effective")
    (effect,) = effects_on(designation(), info(rule), LISTED)
    assert effect.since == LISTED


def test_a_permission_whose_end_is_not_known_is_not_granted() -> None:
    rule = EffectRule(activity="purchase_from", status="conditional", until="until")
    assert effects_on(designation(), info(rule), DAY) == ()


def test_a_listing_known_only_by_bounds_has_effects_without_an_invented_day() -> None:
    listed = designation(listed=Bounds(after=LISTED, by=DAY))
    (effect,) = effects_on(listed, info(BAR), DAY)
    assert effect.since is None


def test_the_strictest_effect_comes_first_whatever_the_order_of_the_rules() -> None:
    rules = [
        EffectRule(activity="purchase_from", status="none"),
        EffectRule(activity="visa_entry", status="prohibited"),
        EffectRule(activity="import_goods", status="license_required"),
    ]
    expected = ["prohibited", "license_required", "none"]
    assert statuses(effects_on(designation(), info(*rules), DAY)) == expected
    assert statuses(effects_on(designation(), info(*reversed(rules)), DAY)) == expected


def test_a_rule_for_programs_meets_only_designations_under_them() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", programs=("SDGT",))
    assert effects_on(designation(programs=("GLOMAG",)), info(rule), DAY) == ()
    assert len(effects_on(designation(programs=("IRAN", "SDGT")), info(rule), DAY)) == 1


def test_a_program_is_the_same_with_a_space_or_a_hyphen() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", programs=("ILLICIT-DRUGS-1",))
    assert len(effects_on(designation(programs=("ILLICIT DRUGS-1",)), info(rule), DAY)) == 1


def test_a_rule_for_the_rest_leaves_out_the_programs_it_names() -> None:
    rule = EffectRule(activity="purchase_from", status="see_entry", without_programs=("SDGT",))
    assert effects_on(designation(programs=("SDGT", "IRAN")), info(rule), DAY) == ()
    assert len(effects_on(designation(), info(rule), DAY)) == 1


def test_a_rule_for_persons_does_not_meet_a_company() -> None:
    rule = EffectRule(activity="visa_entry", status="prohibited", kinds=("person",))
    assert effects_on(designation(), info(rule), DAY) == ()


def test_a_rule_for_persons_meets_a_party_of_unknown_kind() -> None:
    rule = EffectRule(activity="visa_entry", status="prohibited", kinds=("person",))
    assert len(effects_on(designation(kind="unknown"), info(rule), DAY)) == 1


def test_a_rule_for_named_designations_meets_only_them() -> None:
    rule = EffectRule(activity="purchase_from", status="prohibited", designations=("us-x:2",))
    assert effects_on(designation(), info(rule), DAY) == ()
    assert len(effects_on(designation(id="us-x:2"), info(rule), DAY)) == 1


def test_the_entry_s_own_license_terms_are_the_scope() -> None:
    rule = EffectRule(
        activity="export_reexport_transfer",
        status="license_required",
        scope="what the entry names",
        scope_from_license=True,
    )
    terms = License(requirement="All items (See §744.11)4", policy="Presumption of denial.")
    (effect,) = effects_on(designation(license=terms), info(rule), DAY)
    assert effect.scope == "All items (See §744.11); review: Presumption of denial"


def test_without_license_terms_the_list_s_scope_stands() -> None:
    rule = EffectRule(
        activity="export_reexport_transfer",
        status="license_required",
        scope="what the entry names",
        scope_from_license=True,
    )
    (effect,) = effects_on(designation(), info(rule), DAY)
    assert effect.scope == "what the entry names"


@pytest.mark.parametrize(
    ("footnote", "words"), [(1, "Huawei"), (4, "supercomputer"), (5, "chip-equipment"), (9, "9")]
)
def test_a_footnote_extends_the_scope_to_foreign_made_items(footnote: int, words: str) -> None:
    assert words in license_scope(License(requirement="All items", footnote=footnote))


def test_an_effect_cites_the_list_s_authority_where_the_rule_names_none() -> None:
    (effect,) = effects_on(designation(), info(BAR), DAY)
    assert effect.authority == "1 CFR 1"


@pytest.mark.parametrize(
    ("published", "plain"),
    [
        ("See § 744.11 of the EAR) 4", "See § 744.11 of the EAR)"),
        ("see §§ 734.9(e) 1 and 744.11 of the EAR 2", "see §§ 734.9(e) and 744.11 of the EAR"),
        ("See §§ 734.9(g),3 746.8(a)(3) of the EAR", "See §§ 734.9(g), 746.8(a)(3) of the EAR"),
        ("See §§ 734.9(e)(2) and 744.11)", "See §§ 734.9(e)(2) and 744.11)"),
    ],
)
def test_marks_of_footnotes_are_no_part_of_what_needs_a_license(published: str, plain: str) -> None:
    assert license_requirement(License(requirement=published)) == plain
