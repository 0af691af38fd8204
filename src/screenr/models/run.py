"""A run over a file: what is known before its first row, and what was counted by its last.

A `Report` holds every finding; a file may have a million rows, so a run holds none of them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from screenr.models.finding import Finding
from screenr.models.policy import Policy
from screenr.models.report import ListUse, Report
from screenr.models.row import Screened

_KINDS = 50  # of remarks that are told apart: a wrong column would make one of each row
_OTHERS = "other, which stands in the rows"
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

    def report(self) -> Report:
        """A report of no findings, for what is said of a run as of a report."""
        return Report(
            as_of=self.as_of,
            policy=self.policy,
            threshold=self.threshold,
            lists=self.lists,
            findings=(),
            warnings=self.warnings,
        )


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
        if screened.is_plainly_clear:
            self.clear += 1
            return
        if screened.note:
            _remark(self.notes, screened.note).add(1, [screened.row.line])
        match screened.status:
            case "clear":
                self.clear += 1
                return
            case "error":
                self.errors += 1
                _remark(self.reasons, screened.error).add(1, [screened.row.line])
                return
            case "hit":
                self.hits += 1
            case "decided":
                self.decided += 1
        if isinstance(screened.outcome, Finding):
            self.by_list.update({match.list.id for match in screened.outcome.matches})

    def most_hit(self) -> list[tuple[str, int]]:
        """Lists and the rows that stand on them, most first."""
        return sorted(self.by_list.items(), key=lambda item: (-item[1], item[0]))

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
                _remark(mine, text).add(remark.count, remark.lines)

    def record(self) -> dict[str, Any]:
        """As plain values, from which `of_record` makes it again."""
        # Not by `asdict` alone, which makes a counter of pairs out of a counter.
        return asdict(replace(self, by_list=Counter())) | {"by_list": dict(self.by_list)}

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> Self:
        """What `record` wrote."""
        remarks = {
            part: {text: Remark(**remark) for text, remark in record[part].items()}
            for part in ("reasons", "notes")
        }
        return cls(**{**record, **remarks, "by_list": Counter(record["by_list"])})


def _remark(remarks: dict[str, Remark], text: str) -> Remark:
    """The remark of a text, or the one for all that are too many to be told apart."""
    if text not in remarks and len(remarks) >= _KINDS:
        text = _OTHERS
    return remarks.setdefault(text, Remark())
