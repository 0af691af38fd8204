import datetime as dt

from effects.listing import info

from screenr.effects import ownership_sentence
from screenr.models.list_info import Ownership, OwnershipPeriod

START = dt.date(2025, 1, 1)
ONE_DAY = dt.timedelta(days=1)
LISTING = info(
    ownership=Ownership(
        rule="entry_only",
        sentence="Only named parties.",
        overlay=(
            OwnershipPeriod(sentence="Not in law.", until=START - ONE_DAY),
            OwnershipPeriod(sentence="Owned companies too.", since=START, unverified=True),
        ),
    )
)


def test_without_an_overlay_the_rule_stands_alone() -> None:
    assert ownership_sentence(info(), START) == "Only named parties."


def test_the_last_day_of_a_period_still_belongs_to_it() -> None:
    assert ownership_sentence(LISTING, START - ONE_DAY) == "Only named parties. Not in law."


def test_an_unverified_period_says_so() -> None:
    said = ownership_sentence(LISTING, START)
    assert said.startswith("Only named parties. Owned companies too.")
    assert "Not verified" in said
