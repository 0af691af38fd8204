"""What the gate decided: every counterparty of the supplier files, and why it passes or fails."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from screenr.errors import ExitCode
from screenr.models.counterparty import Counterparty
from screenr.models.decision import DecisionNote, same_name
from screenr.models.finding import Finding, Match
from screenr.models.policy import Policy
from screenr.models.report import ListUse, Report

MatchVerdict = Literal["fail", "known", "decided", "notice"]
EntryVerdict = Literal["error", "fail", "known", "decided", "notice", "pass"]
Verdict = Literal["unable", "fail", "pass"]
Novelty = Literal["new", "changed"]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a counterparty stands: the file as the reader of the output names it, and the line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class SupplierFile:
    """A file that was screened: its digest, and how many rows of it hold a counterparty."""

    file: str
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that could not be read, and why, in one line."""

    position: Position
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedMatch:
    """A match under the policy.

    `fail`: the policy fails it. `known`: it would, but the baseline has it unchanged. `decided`: a
    decision that holds lets it pass. `notice`: a match that the policy lets pass. `reason` says why
    in a sentence. `lapsed` is a decision on it that no longer holds. `novelty` says against the
    baseline what it is; None without a baseline and where it is known. `fingerprint` names
    counterparty and designation, whatever the file and the line.
    """

    match: Match
    verdict: MatchVerdict
    reason: str
    fingerprint: str
    lapsed: DecisionNote | None = None
    novelty: Novelty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GateEntry:
    """A counterparty of a supplier file, with all its matches, in the order of the finding.

    The worst verdict of its matches is its own; `error` where it could not be screened, and then
    `finding.error` says why.
    """

    position: Position
    finding: Finding
    matches: tuple[JudgedMatch, ...]

    @property
    def counterparty(self) -> Counterparty:
        """What was screened."""
        return self.finding.counterparty

    @property
    def verdict(self) -> EntryVerdict:
        """The worst of it; `pass` where nothing matched."""
        if self.finding.error is not None:
            return "error"
        found = {each.verdict for each in self.matches}
        order: tuple[MatchVerdict, ...] = ("fail", "known", "decided", "notice")
        return next((each for each in order if each in found), "pass")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsUse:
    """The decisions of the run: their file, and those that did not hold, with the reason."""

    file: str
    sha256: str
    count: int
    lapsed: tuple[DecisionNote, ...] = ()
    unused: tuple[DecisionNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneMatch:
    """An open match of the baseline that is no more, and why in a sentence."""

    counterparty: str
    designation: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineUse:
    """The report that was compared with; `count` is the number of its open matches."""

    file: str
    sha256: str
    count: int
    gone: tuple[GoneMatch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """All that the gate decided and on what grounds.

    `report` holds the findings of `entries` in the same order, decisions marked. `policy` is the
    one judged by, `policy_file` where it was read (None: flags and defaults alone). `old_lists`
    were confirmed longer ago than the policy allows; `left_out` are held and not asked; `absent`
    are known to the program and not held in the data folder, `missing` those of them that the
    policy names. `problems` are the reasons, a sentence each, for which not everything was
    screened as the policy wants it: with one of them the gate ends 3, whatever else it found.
    """

    report: Report
    policy: Policy
    policy_file: str | None
    files: tuple[SupplierFile, ...]
    entries: tuple[GateEntry, ...]
    unread: tuple[UnreadRow, ...] = ()
    decisions: DecisionsUse | None = None
    baseline: BaselineUse | None = None
    max_age_days: int = 30
    old_lists: tuple[ListUse, ...] = ()
    left_out: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def count(self, verdict: EntryVerdict) -> int:
        """How many counterparties have this verdict."""
        return sum(each.verdict == verdict for each in self.entries)

    @property
    def verdict(self) -> Verdict:
        """`unable` outranks `fail`, as its exit code does; the failures are shown all the same."""
        if self.problems:
            return "unable"
        return "fail" if self.count("fail") else "pass"

    @property
    def exit_code(self) -> ExitCode:
        """3 where something was not screened, else 1 where something fails, else 0."""
        codes = {"unable": ExitCode.UNABLE, "fail": ExitCode.HIT, "pass": ExitCode.CLEAR}
        return codes[self.verdict]


def fingerprint_of(counterparty: Counterparty, designation_id: str) -> str:
    """Counterparty and designation as one word that stays when the file or the line changes."""
    words = f"{same_name(counterparty.name)}\0{designation_id}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
