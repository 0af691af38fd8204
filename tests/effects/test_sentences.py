import datetime as dt

from effects.listing import LISTED, designation, info

from screenr.effects import effect_sentence, effects_on, notes_of, summary_of, upcoming_effects
from screenr.models.designation import Bounds, Citation, Designation
from screenr.models.list_info import Caution, EffectRule, ListInfo

DAY = dt.date(2022, 6, 1)
BAR = EffectRule(activity="import_goods", status="prohibited", sentence="nobody may import it")
FREE = EffectRule(activity="purchase_from", status="none")


def summary(party: Designation, listing: ListInfo, day: dt.date = DAY) -> str:
    now, later = effects_on(party, listing, day), upcoming_effects(party, listing, day)
    return summary_of(party, listing, day, now, later)


def test_a_summary_says_what_is_barred_since_when_and_what_is_not() -> None:
    assert summary(designation(), info(BAR, FREE)) == (
        "Nobody may import it since 2020-01-01; buying from it is not restricted by this list."
    )


def test_a_day_that_two_sentences_share_is_said_once() -> None:
    other = EffectRule(activity="visa_entry", status="prohibited", sentence="nobody may enter")
    assert summary(designation(), info(BAR, other)).count("2020-01-01") == 1


def test_the_end_of_an_order_is_said_once() -> None:
    other = EffectRule(activity="visa_entry", status="prohibited", sentence="nobody may enter")
    said = summary(designation(until=dt.date(2025, 1, 1)), info(BAR, other))
    assert said.count("until 2024-12-31") == 1


def test_a_bar_to_come_is_announced_and_not_said_as_in_force() -> None:
    rule = EffectRule(
        activity="import_goods",
        status="prohibited",
        since=dt.date(2023, 1, 1),
        sentence="nobody may import it",
    )
    assert summary(designation(), info(rule)) == "From 2023-01-01 on, nobody may import it."


def test_an_activity_with_a_bar_is_not_called_free() -> None:
    free = EffectRule(activity="import_goods", status="none")
    assert "not restricted" not in summary(designation(), info(BAR, free))


def test_what_was_not_verified_is_marked_in_summary_and_notes() -> None:
    rule = EffectRule(
        activity="import_goods", status="prohibited", sentence="no import", unverified=True
    )
    party, listing = designation(), info(rule)
    assert "not verified" in summary(party, listing)
    (note,) = notes_of(party, listing, DAY, effects_on(party, listing, DAY))
    assert "importing its goods" in note


def test_an_ended_order_restricts_nothing() -> None:
    assert summary(designation(until=DAY), info(BAR)) == (
        "No longer in force since 2022-06-01: this listing restricted nothing on 2022-06-01."
    )


def test_before_the_listing_the_summary_says_so() -> None:
    said = summary(designation(), info(BAR), dt.date(2019, 1, 1))
    assert said == "Not listed on 2019-01-01; from 2020-01-01 on, nobody may import it."


def test_a_list_without_rules_falls_back_to_its_own_summary() -> None:
    assert summary(designation(), info()) == "It restricts something."


def test_an_effect_is_one_sentence_with_its_day_and_scope() -> None:
    rule = EffectRule(activity="import_goods", status="prohibited", scope="all goods")
    (effect,) = effects_on(designation(), info(rule), DAY)
    assert effect_sentence(effect, DAY) == (
        "importing its goods is prohibited since 2020-01-01: all goods"
    )


def test_an_effect_to_come_says_from_when() -> None:
    rule = EffectRule(activity="import_goods", status="prohibited", since=dt.date(2030, 1, 1))
    (effect,) = upcoming_effects(designation(), info(rule), DAY)
    assert effect_sentence(effect, DAY).endswith(", from 2030-01-01 on")


def test_a_day_inside_the_bounds_may_be_before_the_listing() -> None:
    party = designation(listed=Bounds(after=LISTED, by=dt.date(2023, 1, 1)))
    (note,) = notes_of(party, info(BAR), DAY)
    assert note == (
        "May not have been listed yet on 2022-06-01: listed after 2020-01-01 and on or before"
        " 2023-01-01."
    )


def test_a_day_after_the_bounds_says_only_that_the_day_is_not_known() -> None:
    (note,) = notes_of(designation(listed=Bounds(by=LISTED)), info(BAR), DAY)
    assert note == "The day of listing is not known: on or before 2020-01-01."


def test_a_listing_that_is_not_yet_effective_says_when_it_is() -> None:
    (note,) = notes_of(designation(effective=dt.date(2022, 7, 1)), info(BAR), DAY)
    assert note == "Listed on 2020-01-01; takes effect on 2022-07-01."


def test_terms_that_were_changed_after_the_day_are_noted() -> None:
    changed = Citation(cite="87 FR 62202", date=dt.date(2022, 10, 13))
    first = Citation(cite="84 FR 54002", date=LISTED)
    (note,) = notes_of(designation(citations=(first, changed)), info(BAR), DAY)
    assert note == (
        "Shown as changed after 2022-06-01 (87 FR 62202 of 2022-10-13); its terms may have been"
        " others then."
    )


def test_the_end_of_an_order_is_noted() -> None:
    assert notes_of(designation(until=dt.date(2025, 1, 1)), info(BAR), DAY) == (
        "The order ends on 2025-01-01.",
    )


def test_a_caution_for_other_designations_is_not_shown() -> None:
    listing = info(BAR, cautions=(Caution(sentence="false friend", designations=("us-x:2",)),))
    assert notes_of(designation(), listing, DAY) == ()
    assert notes_of(designation(id="us-x:2"), listing, DAY) == ("false friend",)


def test_an_unknown_kind_is_noted_where_effects_depend_on_it() -> None:
    rule = EffectRule(activity="visa_entry", status="prohibited", kinds=("person",))
    (note,) = notes_of(designation(kind="unknown"), info(rule), DAY)
    assert "person or an organization" in note


def test_an_entry_that_is_an_address_says_whom_it_concerns() -> None:
    (note,) = notes_of(designation(kind="address"), info(BAR), DAY)
    assert "every party that uses this address" in note


def test_the_notice_that_lists_a_party_is_no_later_change_of_it() -> None:
    printed = Citation(cite="85 FR 1", date=LISTED + dt.timedelta(days=5))

    assert notes_of(designation(citations=(printed,)), info(BAR), LISTED) == ()
