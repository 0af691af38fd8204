"""What the head of a document says of a run, counted as rows go by: a batch is never held whole.

Charts count counterparties, not matches: a name that meets thirty affiliates on one list is one row
to review.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from screenr.effects import ACTIVITIES, SEVERITY, severity
from screenr.models.counterparty import RowError
from screenr.models.finding import Finding, FindingStatus
from screenr.models.list_info import Activity, Status

KEPT = 50  # rows not screened that the head names; all of them stand among the rows


class Unscreened(NamedTuple):
    """A row that was not screened, as the head names it."""

    ref: str
    name: str
    reason: str


@dataclass(slots=True)
class Overview:
    """Counts by status, by the lists that were hit (short names) and by what they restrict."""

    statuses: Counter[FindingStatus] = field(default_factory=Counter)
    lists: Counter[str] = field(default_factory=Counter)
    effects: Counter[tuple[str, Status]] = field(default_factory=Counter)
    unscreened: list[Unscreened] = field(default_factory=list)

    def add(self, outcome: Finding | RowError, name: str = "") -> None:
        """Count a row; `name` is that of a row that could not be read, as far as known."""
        if isinstance(outcome, RowError):
            self.statuses["error"] += 1
            self._keep(Unscreened(f"{outcome.row}", name, outcome.message))
            return
        self.statuses[outcome.status] += 1
        if outcome.error is not None:
            party = outcome.counterparty
            self._keep(Unscreened(party.ref, party.name, outcome.error))
        if outcome.matches:
            self.lists.update({match.list.short for match in outcome.matches})
            self.effects.update(_strictest(outcome).items())

    def merge(self, other: Self) -> None:
        """Count what was counted apart, of later rows."""
        self.statuses.update(other.statuses)
        self.lists.update(other.lists)
        self.effects.update(other.effects)
        for row in other.unscreened:
            self._keep(row)

    def _keep(self, row: Unscreened) -> None:
        if len(self.unscreened) < KEPT:
            self.unscreened.append(row)

    def by_list(self) -> list[tuple[str, int]]:
        """Lists and the counterparties that stand on them, most first."""
        return sorted(self.lists.items(), key=lambda item: (-item[1], item[0]))

    def by_effect(self) -> list[tuple[Activity, list[tuple[Status, int]]]]:
        """For each restricted activity, how many counterparties, by strictest status."""
        grouped = (
            (
                activity,
                [
                    (status, self.effects[activity, status])
                    for status in reversed(SEVERITY)
                    if self.effects[activity, status]
                ],
            )
            for activity in ACTIVITIES
        )
        return [(activity, found) for activity, found in grouped if found]


def _strictest(finding: Finding) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for match in finding.matches:
        for effect in match.effects:
            if effect.status != "none":
                before = found.get(effect.activity, effect.status)
                found[effect.activity] = max(before, effect.status, key=severity)
    return found
