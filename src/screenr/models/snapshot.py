"""A list as published on a day: header and designations."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from screenr.models.designation import Designation

SCHEMA: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that a snapshot was made from.

    `key` is what designations cite in `sources`; `fields` are the designation fields it gave.
    `basis` is ``as_published`` for a byte copy of the agency's file, ``parsed`` where someone
    re-shaped it, ``statute`` where the text of a law names the parties.
    """

    key: str
    file: str
    sha256: str
    format: str
    basis: Literal["as_published", "parsed", "statute", "secondary"]
    published: dt.date | None = None
    url: str | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One list as published on `published`; `retrieved` is when that was last confirmed.

    `complete` is false where the source is known not to hold the whole list.
    """

    list: str
    published: dt.date
    retrieved: dt.date
    sources: tuple[Source, ...]
    entries: int
    complete: bool
    designations: tuple[Designation, ...]
    schema: Literal[1] = SCHEMA
