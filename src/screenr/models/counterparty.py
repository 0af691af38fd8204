"""What is screened.

A counterparty is a tuple: a run makes one a row, and a frozen dataclass takes four times as long.
"""

from dataclasses import dataclass
from typing import NamedTuple

from screenr.models.designation import Kind


class Counterparty(NamedTuple):
    """A customer, vendor or supplier as somebody wrote it down.

    `ref` names it in the report (a row number, a supplier id). `countries` are ISO 3166 alpha-2
    codes; `country_given` is what the input said, kept for output. `born` is as in `Designation`.
    """

    ref: str
    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    country_given: str | None = None
    kind: Kind | None = None
    born: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """A row of the input that could not be screened, and why, in one line."""

    row: int
    message: str
