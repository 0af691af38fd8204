"""The records of the lists that were chosen, as they stand and what they mean on a day."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from screenr.catalog import Catalog
from screenr.effects import Meaning, Meanings
from screenr.models.designation import Designation
from screenr.models.list_info import ListInfo
from screenr.models.policy import Policy

RECENT = 1_000
"""Listings that are kept decoded, 1.6 MB: listed parties recur in a file."""


class Listing(NamedTuple):
    """A record decoded, the list it is of, and what it means on the day."""

    designation: Designation
    list: ListInfo
    meaning: Meaning


class Listings:
    """What a policy chose of a catalog, as of a day."""

    def __init__(self, catalog: Catalog, policy: Policy, *, as_of: dt.date) -> None:
        chosen = catalog.select(policy.lists)
        self.lists = catalog.uses(chosen, as_of=as_of)
        self._records = catalog.index.records
        self._snapshots = {
            catalog.place(each): catalog.snapshot_for(each, as_of) for each in chosen
        }
        self._infos = catalog.lists()
        self._meanings = {
            place: Meanings(self._infos[place], as_of, policy.activities)
            for place in self._snapshots
        }
        self.of = lru_cache(RECENT)(self._decoded)

    def has(self, record: int) -> bool:
        """Whether the snapshot of a chosen list holds the record."""
        snapshot = self._snapshots.get(self._records.list_of(record))
        return snapshot is not None and self._records.stands_in(record, snapshot)

    def _decoded(self, record: int) -> Listing:
        """A record of a chosen list."""
        designation = self._records.designation(record)
        place = self._records.list_of(record)
        return Listing(designation, self._infos[place], self._meanings[place].of(designation))
