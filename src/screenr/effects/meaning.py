"""What a listing means on the day of a run, worked out once for all listings of the same terms.

Most listings of a list differ in whom they name and not in what they do: the 27,000 of all lists
have 3,000 different terms.
"""

import datetime as dt
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from screenr.effects.activities import filter_effects
from screenr.effects.in_force import effects_on, upcoming_effects
from screenr.effects.sentences import notes_of, summary_of
from screenr.models.designation import Designation
from screenr.models.finding import Effect
from screenr.models.list_info import ListInfo

RECENT = 1_000
"""Terms whose meaning is kept."""


class Meaning(NamedTuple):
    """Whether a listing is in force on a day, its effects, those to come, and both in words."""

    in_force: bool
    effects: tuple[Effect, ...]
    upcoming: tuple[Effect, ...]
    summary: str
    notes: tuple[str, ...]


class Meanings:
    """What the listings of one list mean on a day, as far as `activities` are asked about."""

    def __init__(self, info: ListInfo, day: dt.date, activities: Iterable[str] | None) -> None:
        self._info, self._day = info, day
        self._activities = None if activities is None else tuple(activities)
        named = [each.designations for each in info.effects]
        named += [each.designations for each in info.cautions]
        self._singled_out = frozenset[str]().union(*named)
        self._known: dict[Hashable, Meaning] = {}
        self._effects: dict[tuple[Effect, ...], tuple[Effect, ...]] = {}

    def of(self, designation: Designation) -> Meaning:
        """What a listing means."""
        terms = self._terms(designation)
        found = self._known.get(terms)
        if found is None:
            if len(self._known) >= RECENT:
                self._known.clear()
                self._effects.clear()
            found = self._known[terms] = self._worked_out(designation)
        return found

    def _terms(self, designation: Designation) -> Hashable:
        """All of a designation that its meaning can hang on."""
        return (
            designation.kind,
            designation.listed,
            designation.effective,
            designation.until,
            designation.delisted,
            designation.programs,
            designation.license,
            tuple(each for each in designation.citations if each.date and each.date > self._day),
            designation.id if designation.id in self._singled_out else "",
        )

    def _worked_out(self, designation: Designation) -> Meaning:
        info, day = self._info, self._day
        effects = effects_on(designation, info, day)
        upcoming = upcoming_effects(designation, info, day)
        return Meaning(
            designation.in_force(day),
            self._shared(filter_effects(effects, self._activities)),
            self._shared(filter_effects(upcoming, self._activities)),
            summary_of(designation, info, day, effects, upcoming),
            notes_of(designation, info, day, effects, upcoming),
        )

    def _shared(self, effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
        """The same effects as of other terms: a tenth as many, which are put on the wire once."""
        return self._effects.setdefault(effects, effects)
