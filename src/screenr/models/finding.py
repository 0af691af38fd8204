"""What screening found, with its evidence."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from screenr.models.counterparty import Counterparty
from screenr.models.designation import Designation
from screenr.models.list_info import ListInfo, Status

if TYPE_CHECKING:  # a check, which knows no decisions, need not load them
    from screenr.models.decision import Decision

Grade = Literal["exact", "strong", "possible"]
Relation = Literal["same", "family"]
FindingStatus = Literal["hit", "clear", "decided", "error"]
MatchedAs = Literal["name", "aka", "fka", "nka", "weak_aka", "supplementary"]


class Evidence(NamedTuple):
    """One thing that counted for or against a match.

    `feature` is ``name`` for a pair of words, ``left_query`` and ``left_listed`` for words that met
    nothing, ``country``, ``born``, ``identifier``, ``kind`` or ``rule`` for the rest. `reading`
    says how the two were read as one (identical, spelling, transliteration, initial, alias …).
    `weight` is its share of the score, negative where it took away.
    """

    feature: str
    query: str
    listed: str
    reading: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How far two names denote one party: `score` in 0..1 with everything it rests on."""

    score: float
    is_match: bool
    grade: Grade | None
    relation: Relation | None
    reason: str
    evidence: tuple[Evidence, ...]

    @property
    def is_read(self) -> bool:
        """Whether there were two names to compare: each word of a name leaves some evidence."""
        return bool(self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a listing does to one activity on the day asked about.

    `until` is the last day, inclusive, where one is known. `sentence` says it to an officer,
    without the dates; it is empty where the summary needs none.
    """

    activity: str
    status: Status
    scope: str
    authority: str
    since: dt.date | None
    until: dt.date | None
    unverified: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A counterparty met a designation.

    `effects` are those in force on the day of the report, `upcoming` those that begin later.
    `matched_name` is the name it met and `matched_as` what that name is of the party; `source` says
    where a supplementary name comes from. `decision` is a person's verdict on it that holds on the
    day of the report; one that has lapsed is not here.
    """

    designation: Designation
    list: ListInfo
    matched_name: str
    matched_as: MatchedAs
    comparison: Comparison
    in_force: bool
    effects: tuple[Effect, ...]
    upcoming: tuple[Effect, ...]
    summary: str
    notes: tuple[str, ...]
    source: str | None = None
    decision: "Decision | None" = None

    @property
    def score(self) -> float:
        """Of the comparison, 0 to 1."""
        return self.comparison.score

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Of the comparison."""
        return self.comparison.evidence


class Finding(NamedTuple):
    """All matches of one counterparty, best first; `error` where it could not be screened.

    `lowered` are those whose names met, and which another country or birth date lowered under the
    threshold, best first. They are no matches, and are kept so that a person can judge that. As
    `Counterparty` it is a tuple, because a run makes one a row.
    """

    counterparty: Counterparty
    matches: tuple[Match, ...] = ()
    lowered: tuple[Match, ...] = ()
    error: str | None = None

    @property
    def status(self) -> FindingStatus:
        """What the matches come to; `decided` where each was decided and none as a true match."""
        if self.error is not None:
            return "error"
        if not self.matches:
            return "clear"
        settled = all(each.decision is not None and each.decision.passes for each in self.matches)
        return "decided" if settled else "hit"
