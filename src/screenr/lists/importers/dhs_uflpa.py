"""The UFLPA Entity List as the DHS web page publishes it: one table for each ground of listing.

A party on two grounds stands in two tables, so the caller merges rows of one name. Aliases stand in
parentheses after the name, in words; "and subsidiaries" after the name widens the entry.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import lxml.html

from screenr.errors import ListUnavailableError
from screenr.models.designation import Alias, AliasType
from screenr.text import published

_HEADERS = (("Name of Entity", "Effective Date"), ("Entity Name", "Effective Date"))
_NUMBER = r"(?:an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_ALIASES = re.compile(
    rf"\(\s*(?:and\s+)?(?:(?P<fka>formerly(?:\s+known\s+as)?|f\.?k\.?a\.?:?)"
    rf"|(?P<aka>(?:also\s+)?known\s+as|a\.?k\.?a\.?:?"
    rf"|(?:(?:including|with|the)\s+)?{_NUMBER}\s+alias(?:es)?\s*:?))\s*,?\s*",
    re.IGNORECASE,
)
_FORMER = re.compile(r"^(?:and\s+)?(?P<fka>formerly known as|f\.?k\.?a\.?)[:,]?\s+", re.IGNORECASE)
_ALSO = re.compile(r"^(?:and\s+)?(?:also known as|a\.?k\.?a\.?)[:,]?\s+", re.IGNORECASE)
_SUBSIDIARIES = re.compile(
    r",?\s+and\s+(?:its\s+)?(?:subsidiaries|subordinate\s+and\s+affiliated\s+entities)\s*$",
    re.IGNORECASE,
)
_GROUND = re.compile(r"Section\s+(2\(d\)\(2\)\(B\)\([ivx]+\))")
# Between aliases: a semicolon, or "and" before another word of alias or after a legal form.
_BETWEEN = re.compile(
    r"\s*;\s*|\s+and\s+(?=(?:formerly|also)\s+known\s+as)|(?<=Co\.|td\.)\s+and\s+(?=[A-Z])"
)
_CHANGED = re.compile(r"Last\s+Updated:\s*(\d\d)/(\d\d)/(\d{4})")


@dataclass(frozen=True, slots=True)
class ForcedLaborRow:
    """A row as it stands: the text of its name cell, its day, and the ground of its table.

    `ground` is the paragraph of the Act, such as ``2(d)(2)(B)(i)``.
    """

    text: str
    effective: str
    ground: str


@dataclass(frozen=True, slots=True)
class ForcedLaborParty:
    """A party as the row describes it."""

    name: str
    published_name: str
    aliases: tuple[Alias, ...]
    listed: dt.date
    subsidiaries: bool
    ground: str


def read(stream: IO[bytes]) -> Iterator[ForcedLaborRow]:
    """Give the rows of all tables of the page; a table with other columns is refused."""
    page = lxml.html.fromstring(
        stream.read(), parser=lxml.html.HTMLParser(encoding="utf-8", no_network=True)
    )
    tables = page.findall(".//table")
    if not tables:
        raise ListUnavailableError("UFLPA page: no table of entities")
    for table in tables:
        rows = [[_text(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]
        if not rows or tuple(rows[0]) not in _HEADERS:
            raise ListUnavailableError(f"UFLPA page: unknown table {rows[:1]}")
        ground = _ground(table)
        for cells in rows[1:]:
            if len(cells) != len(_HEADERS[0]):
                raise ListUnavailableError(f"UFLPA page: a row of {len(cells)} cells: {cells}")
            yield ForcedLaborRow(text=cells[0], effective=cells[1], ground=ground)


def last_updated(page: str) -> dt.date:
    """Give the day that the page says it was last updated."""
    match = _CHANGED.search(page)
    if match is None:
        raise ListUnavailableError("UFLPA page: it does not say when it was last updated")
    month, day, year = (int(part) for part in match.groups())
    return dt.date(year, month, day)


def to_party(row: ForcedLaborRow) -> ForcedLaborParty:
    """Split the name cell into name, aliases and the words about subsidiaries."""
    match = _ALIASES.search(row.text)
    name, listed_aliases = row.text, ""
    default: AliasType = "aka"
    tail = ""
    if match is not None:
        name = row.text[: match.start()]
        listed_aliases, tail = _inside(row.text[match.start() + 1 :])
        listed_aliases = listed_aliases[match.end() - match.start() - 1 :]
        default = "fka" if match["fka"] else "aka"
    subsidiaries = _SUBSIDIARIES.search(name) is not None or "subsidiaries" in tail.lower()
    try:
        listed = dt.datetime.strptime(row.effective, "%B %d, %Y").replace(tzinfo=dt.UTC).date()
    except ValueError:
        raise ListUnavailableError(f"UFLPA page: `{row.effective}` is not a date") from None
    return ForcedLaborParty(
        name=published.clean_name(_SUBSIDIARIES.sub("", name)),
        published_name=row.text,
        aliases=tuple(_aliases(listed_aliases, default)),
        listed=listed,
        subsidiaries=subsidiaries,
        ground=row.ground,
    )


def _aliases(text: str, default: AliasType) -> Iterator[Alias]:
    kind = default
    for part in _BETWEEN.split(text):
        if _FORMER.match(part):
            kind = "fka"
        elif _ALSO.match(part):
            kind = "aka"
        name = published.clean_name(_ALSO.sub("", _FORMER.sub("", part)))
        if name:
            yield Alias(name=name, type=kind)


def _inside(text: str) -> tuple[str, str]:
    """Split at the parenthesis that closes the one already open; all of it when none does."""
    depth = 1
    for position, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth == 0:
            return text[:position], text[position + 1 :]
    return text, ""


def _text(element: lxml.html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _ground(table: lxml.html.HtmlElement) -> str:
    """Give the paragraph of the Act that is cited last above the table."""
    for element in table.itersiblings(preceding=True):
        match = _GROUND.search(_text(element))
        if match is not None:
            return match[1]
    raise ListUnavailableError("UFLPA page: a table without a ground of listing")
