"""What listings mean is remembered by their terms, which must leave nothing out."""

import datetime as dt
from dataclasses import replace

import factory

from screenr.catalog import open_catalog
from screenr.effects import Meanings, effects_on, notes_of, summary_of, upcoming_effects
from screenr.models.designation import Citation, Designation
from screenr.models.list_info import Caution, ListInfo

DAYS = (dt.date(2022, 3, 1), factory.DAY)
EACH = 41
"""One in so many designations of the shipped lists is asked about."""


def told(designation: Designation, info: ListInfo, day: dt.date) -> tuple[object, ...]:
    effects = effects_on(designation, info, day)
    upcoming = upcoming_effects(designation, info, day)
    return (
        designation.in_force(day),
        effects,
        upcoming,
        summary_of(designation, info, day, effects, upcoming),
        notes_of(designation, info, day, effects, upcoming),
    )


def test_shipped_listings_mean_what_each_means_by_itself() -> None:
    catalog = open_catalog()
    infos = catalog.lists()
    meanings = {
        (place, day): Meanings(info, day, None) for place, info in enumerate(infos) for day in DAYS
    }
    records = catalog.index.records
    asked = [
        (records.designation(at), records.list_of(at), day)
        for at in range(0, len(records), EACH)
        for day in DAYS
    ]

    assert not [
        each.id
        for each, place, day in asked
        if meanings[place, day].of(each) != told(each, infos[place], day)
    ]


def test_listings_of_the_same_terms_share_their_effects() -> None:
    meanings = Meanings(factory.list_info(), factory.DAY, None)

    one, other = (
        meanings.of(factory.designation(name, designation_id=f"us-test-list:{name}"))
        for name in ("ONE", "OTHER")
    )

    assert one.effects is other.effects


def test_a_notice_after_the_day_stays_with_its_own_listing() -> None:
    meanings = Meanings(factory.list_info(), factory.DAY, None)
    later = Citation(cite="91 FR 2", date=factory.DAY + dt.timedelta(days=9))

    plain = meanings.of(factory.designation())
    changed = meanings.of(replace(factory.designation(), citations=(later,)))

    assert not plain.notes
    assert "91 FR 2" in " ".join(changed.notes)


def test_a_caution_for_one_listing_stays_with_it() -> None:
    caution = Caution(sentence="Its sister is another.", designations=("us-test-list:1",))
    meanings = Meanings(replace(factory.list_info(), cautions=(caution,)), factory.DAY, None)

    other = meanings.of(factory.designation(designation_id="us-test-list:2"))
    meant = meanings.of(factory.designation(designation_id="us-test-list:1"))

    assert caution.sentence in meant.notes
    assert caution.sentence not in other.notes


def test_only_the_activities_asked_about_are_kept() -> None:
    meanings = Meanings(factory.list_info(), factory.DAY, ["import_goods"])

    assert not meanings.of(factory.designation()).effects


def test_other_terms_of_the_same_effects_share_them() -> None:
    meanings = Meanings(factory.list_info(), factory.DAY, None)
    earlier = replace(factory.designation(), listed=dt.date(2018, 1, 1))

    one, other = map(meanings.of, (earlier, replace(earlier, kind="person")))

    assert one is not other
    assert one.effects is other.effects
