"""What the gate decided on the wire, version 1: the key `gate` that it adds to a report.

Within the version only additions, as in `report_v1`, whose document it stands in: so the report of
a gate is also what `--baseline` and `decide --from` read.
"""

from typing import TypedDict

from screenr.formats.report_v1 import ReportV1


class PlaceV1(TypedDict):
    """A row of a supplier file that was not screened, and why."""

    file: str
    line: int
    message: str


class FileV1(TypedDict):
    """A supplier file, and how many rows of it hold a counterparty."""

    file: str
    sha256: str
    rows: int


class DecisionNoteV1(TypedDict):
    """A decision that did not hold: `line` is where it stands in its file, 0 where unknown."""

    counterparty: str
    designation: str
    line: int
    state: str
    reason: str


class JudgedV1(TypedDict):
    """A match under the policy; the match itself stands in `findings`."""

    designation: str
    verdict: str
    reason: str
    fingerprint: str
    novelty: str | None
    lapsed: DecisionNoteV1 | None


class EntryV1(TypedDict):
    """A counterparty of a supplier file; `ref` names its finding."""

    ref: str
    file: str
    line: int
    name: str
    verdict: str
    error: str | None
    matches: list[JudgedV1]


class DecisionsV1(TypedDict):
    """The file of decisions, and those in it that did not hold."""

    file: str
    sha256: str
    count: int
    lapsed: list[DecisionNoteV1]
    unused: list[DecisionNoteV1]


class GoneV1(TypedDict):
    """An open match of the baseline that is no more."""

    counterparty: str
    designation: str
    name: str
    reason: str


class BaselineV1(TypedDict):
    """The report that was compared with."""

    file: str
    sha256: str
    count: int
    gone: list[GoneV1]


GateTotalsV1 = TypedDict(
    "GateTotalsV1",
    {
        "counterparties": int,
        "fail": int,
        "known": int,
        "decided": int,
        "notice": int,
        "pass": int,
        "not_screened": int,
    },
)


class GateListsV1(TypedDict):
    """Lists that were not asked as the policy wants, by id."""

    old: list[str]
    left_out: list[str]
    absent: list[str]
    missing: list[str]


class GateV1(TypedDict):
    """The verdict, what it rests on, and every counterparty with its own."""

    verdict: str
    exit_code: int
    policy_file: str | None
    max_age_days: int
    problems: list[str]
    totals: GateTotalsV1
    files: list[FileV1]
    entries: list[EntryV1]
    not_screened: list[PlaceV1]
    decisions: DecisionsV1 | None
    baseline: BaselineV1 | None
    lists: GateListsV1


class GateReportV1(ReportV1):
    """A report, and what the gate decided over it."""

    gate: GateV1
