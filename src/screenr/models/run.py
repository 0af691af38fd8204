"""A run over a file: what is known before its first row, and what was counted by its last.

A `Report` holds every finding; a file may have a million rows, so a run holds none of them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from screenr.models.finding import Finding
from screenr.models.policy import Policy
from screenr.models.report import ListUse
from screenr.models.row import Screened

_PLACES = 3  # lines named for each reason; more of them help nobody to find the first


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a file is screened under. `columns` are those of the file, each name once."""

    as_of: dt.date
    policy: Policy
    threshold: float
    lists: tuple[ListUse, ...]
    columns: tuple[str, ...]
    source: str
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Remark:
    """How often something was said of a row, and the first lines it was said of."""

    count: int = 0
    lines: list[int] = field(default_factory=list)

    def add(self, count: int, lines: list[int]) -> None:
        """Count more of the same, later in the file."""
        self.count += count
        self.lines += lines[: _PLACES - len(self.lines)]


@dataclass(slots=True)
class Tally:
    """How a run comes out. `by_list` counts rows with a match on a list, not matches."""

    rows: int = 0
    hits: int = 0
    clear: int = 0
    decided: int = 0
    errors: int = 0
    by_list: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Remark] = field(default_factory=dict)
    notes: dict[str, Remark] = field(default_factory=dict)

    @property
    def screened(self) -> int:
        """Rows that were screened."""
        return self.rows - self.errors

    def add(self, screened: Screened) -> None:
        """Count one row."""
        self.rows += 1
        if screened.note:
            self.notes.setdefault(screened.note, Remark()).add(1, [screened.row.line])
        match screened.status:
            case "clear":
                self.clear += 1
                return
            case "error":
                self.errors += 1
                self.reasons.setdefault(screened.error, Remark()).add(1, [screened.row.line])
                return
            case "hit":
                self.hits += 1
            case "decided":
                self.decided += 1
        if isinstance(screened.outcome, Finding):
            self.by_list.update({match.list.id for match in screened.outcome.matches})

    def merge(self, other: Self) -> None:
        """Count what was counted apart, of later rows."""
        self.rows += other.rows
        self.hits += other.hits
        self.clear += other.clear
        self.decided += other.decided
        self.errors += other.errors
        self.by_list.update(other.by_list)
        for mine, theirs in ((self.reasons, other.reasons), (self.notes, other.notes)):
            for text, remark in theirs.items():
                mine.setdefault(text, Remark()).add(remark.count, remark.lines)

    def record(self) -> dict[str, Any]:
        """As plain values, from which `of_record` makes it again."""
        return asdict(self)

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> Self:
        """What `record` wrote."""
        made = cls(**{**record, "by_list": Counter(record["by_list"])})
        for remarks in (made.reasons, made.notes):
            for text, remark in record["reasons" if remarks is made.reasons else "notes"].items():
                remarks[text] = Remark(**remark)
        return made
