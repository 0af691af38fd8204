"""All findings of a run, with the lists and the policy they were made under."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from screenr.models.counterparty import RowError
from screenr.models.finding import Finding
from screenr.models.policy import Policy

Basis = Literal["snapshot", "reconstructed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUse:
    """A list as a run used it.

    `basis` is ``reconstructed`` where only a later snapshot was there, so that parties removed in
    between may be missing. `age_days` counts from `retrieved` to the day of the run; None where
    the list is fixed by statute.
    """

    id: str
    title: str
    published: dt.date
    retrieved: dt.date
    age_days: int | None
    entries: int
    sha256: str
    basis: Basis
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run found; `warnings` are sentences about the lists it was made with."""

    as_of: dt.date
    policy: Policy
    threshold: float
    lists: tuple[ListUse, ...]
    findings: tuple[Finding, ...]
    errors: tuple[RowError, ...] = ()
    warnings: tuple[str, ...] = ()

    def count(self, status: str) -> int:
        """How many findings have `status`."""
        return sum(finding.status == status for finding in self.findings)
