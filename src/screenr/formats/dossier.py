"""Everything known of one designation, with the same party on other lists, as `show` gives it."""

import datetime as dt
from dataclasses import dataclass

from screenr.models.designation import Bounds, Designation
from screenr.models.finding import Effect
from screenr.models.list_info import ListInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One designation and what it means on the day asked about."""

    designation: Designation
    list: ListInfo
    in_force: bool
    effects: tuple[Effect, ...]
    upcoming: tuple[Effect, ...]
    summary: str
    ownership: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The designation asked for and its relatives on other lists."""

    as_of: dt.date
    asked: Standing
    related: tuple[Standing, ...] = ()

    @property
    def timeline(self) -> tuple[Standing, ...]:
        """All of them, in the order in which they were listed."""
        return tuple(sorted((self.asked, *self.related), key=_listed))


def _listed(standing: Standing) -> tuple[dt.date, str]:
    listed = standing.designation.listed
    day = listed.by if isinstance(listed, Bounds) else listed
    return day, standing.designation.id
