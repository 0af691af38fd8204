"""A row of an input file, and what became of it."""

from collections.abc import Sequence
from typing import NamedTuple

from screenr.models.counterparty import RowError
from screenr.models.finding import Finding, FindingStatus


class Row(NamedTuple):
    """The cells of one row, as many as the file has columns.

    `line` is where it begins: the line of a text file, the row of a sheet. `problem` says why it
    cannot be used; its cells are kept all the same, as far as they could be read. `note` is what a
    reader must know of a row that was used.
    """

    line: int
    cells: Sequence[str]
    problem: str = ""
    note: str = ""


class Screened(NamedTuple):
    """A row and its outcome; `note` is what a reader must know of how the row was read."""

    row: Row
    outcome: Finding | RowError
    note: str = ""

    @property
    def status(self) -> FindingStatus:
        """Of the finding; ``error`` where the row could not be used."""
        return self.outcome.status if isinstance(self.outcome, Finding) else "error"

    @property
    def is_plainly_clear(self) -> bool:
        """Whether there is nothing to tell of it, as of nearly all rows."""
        _, outcome, note = self
        if note or isinstance(outcome, RowError):
            return False
        _, matches, lowered, error = outcome
        return not (matches or lowered or error is not None)

    @property
    def error(self) -> str:
        """Why it was not screened; empty where it was."""
        if isinstance(self.outcome, RowError):
            return self.outcome.message
        return self.outcome.error or ""
