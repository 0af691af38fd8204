"""Listings are those of the chosen lists on a day, each decoded once while it is kept."""

from pathlib import Path

import factory
import pytest

from screenr.catalog import open_catalog
from screenr.listings import Listings
from screenr.models.policy import Policy


@pytest.fixture
def alpha(lists_dir: Path) -> Listings:
    catalog = open_catalog(data_dir=lists_dir)
    return Listings(catalog, Policy(lists=("us-alpha",)), as_of=factory.DAY)


def test_only_records_of_the_chosen_lists_are_asked_about(lists_dir: Path, alpha: Listings) -> None:
    records = open_catalog(data_dir=lists_dir).index.records

    had = {records.designation(at).list_id for at in range(len(records)) if alpha.has(at)}

    assert had == {"us-alpha"}


def test_a_listing_is_decoded_once_with_its_list_and_its_meaning(alpha: Listings) -> None:
    (one, again) = (alpha.of(0) for _ in range(2))

    assert one is again
    assert one.designation.list_id == one.list.id
    assert one.meaning.in_force
