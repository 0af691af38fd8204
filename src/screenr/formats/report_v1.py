"""The report on the wire, version 1: within the version only additions.

Apart from the internal models so that those may change freely. Typed dictionaries, not pydantic
models: building a dozen classes would cost a check a tenth of its time; a test validates real
output against these types instead.
"""

from typing import Literal, TypedDict


class BoundsV1(TypedDict):
    """A day that is only enclosed."""

    after: str | None
    by: str


EffectV1 = TypedDict(
    "EffectV1",
    {
        "activity": str,
        "status": str,
        "from": str | None,
        "until": str | None,
        "scope": str,
        "authority": str,
        "unverified": bool,
    },
)


class CitationV1(TypedDict):
    """A notice and its day."""

    cite: str
    date: str | None


class LicenseV1(TypedDict):
    """License terms of a BIS entry."""

    requirement: str | None
    policy: str | None
    footnote: int | None


class EvidenceV1(TypedDict):
    """One thing that counted."""

    feature: str
    query: str
    listed: str
    reading: str
    weight: float


class CounterpartyV1(TypedDict):
    """What was screened, as it was given."""

    name: str
    aliases: list[str]
    country: str | None
    countries: list[str]
    kind: str | None
    born: list[str]
    identifiers: list[str]


class DecisionV1(TypedDict):
    """What a person decided on the match, and until when."""

    verdict: str
    reason: str
    by: str
    on: str
    expires: str


class MatchV1(TypedDict):
    """A counterparty met a designation; `digest` is that of the designation as it stood."""

    designation: str
    list: str
    list_title: str
    name: str
    matched_name: str
    matched_as: str
    supplementary_source: str | None
    score: float
    grade: str | None
    relation: str | None
    reason: str
    listed: str | BoundsV1
    effective: str | None
    until: str | None
    delisted: str | None
    in_force: bool
    kind: str
    parent: str | None
    countries: list[str]
    born: list[str]
    programs: list[str]
    citations: list[CitationV1]
    license: LicenseV1 | None
    effects: list[EffectV1]
    upcoming: list[EffectV1]
    ownership: str | None
    summary: str
    notes: list[str]
    evidence: list[EvidenceV1]
    digest: str
    decision: DecisionV1 | None


class LoweredV1(TypedDict):
    """A name that was met, but whose country or birth date contradicts: no match."""

    designation: str
    list: str
    matched_name: str
    score: float
    evidence: list[EvidenceV1]


class FindingV1(TypedDict):
    """All matches of one counterparty that are shown, and how many are not.

    `lowered` are all that a contradiction set aside.
    """

    ref: str
    counterparty: CounterpartyV1
    status: str
    error: str | None
    matches: list[MatchV1]
    omitted: int
    lowered: list[LoweredV1]


class RowFindingV1(FindingV1):
    """The finding of a row of a file; `row` is its line there, `input` its cells by column."""

    row: int
    note: str | None
    input: dict[str, str]


class RowErrorV1(TypedDict):
    """A row of a file that could not be screened."""

    row: int
    status: Literal["error"]
    error: str
    note: str | None
    input: dict[str, str]


class ListV1(TypedDict):
    """A list as the run used it."""

    id: str
    title: str
    published: str
    retrieved: str
    age_days: int | None
    entries: int
    sha256: str
    basis: str
    complete: bool


class PolicyV1(TypedDict):
    """What the run was asked to do."""

    lists: list[str]
    threshold: float
    activities: list[str] | None
    fail_on: str


class ErrorV1(TypedDict):
    """A row that could not be screened."""

    row: int
    message: str


class TotalsV1(TypedDict):
    """How it came out; `errors` counts rows and names that could not be screened."""

    screened: int
    hits: int
    clear: int
    decided: int
    errors: int


class ReportV1(TypedDict):
    """The whole report."""

    schema: Literal["screenr/report/1"]
    screenr: str
    as_of: str
    policy: PolicyV1
    lists: list[ListV1]
    warnings: list[str]
    findings: list[FindingV1]
    errors: list[ErrorV1]
    totals: TotalsV1
