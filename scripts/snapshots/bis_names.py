"""Reading of the name, alias and address cells of 15 CFR 744 Supp. 4, with their accidents.

The parsed copy of the supplement lost where an alias list begins in some entries, runs addresses
into names, and holds several parties in one entry. Each rule here is for a form that occurs there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from screenr.models.designation import Alias, Kind
from screenr.text import countries, published
from snapshots.parties import cut_address, kind_of, split_aliases, unique_aliases

_SUBORDINATE = re.compile(
    r"^(?P<parent>.+?)[.,;]?\s+(?:and\s+)?subordinate\s+(?:institution|entity)\s*[:\u2013-]?\s*"
    r"(?P<name>.*)$"
    r"|^(?P<owner>.+?)\.?\s+Affiliated\s+Entity:\s*(?P<affiliate>.*)$"
    r"|^(?P<body>Department\s+of\s+Atomic\s+Energy)\s+facilities:\s*(?P<facility>.*)$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\s*\((?:a\s+subordinate\s+institute\s+of|a\s+subsidiary\s+of|Parent\s+Organization:)\s*"
    r"(?P<parent>.*)\)\s*$",
    re.IGNORECASE,
)
_KNOWN_AS = re.compile(
    r"\s*\(?\s*\b(?P<type>[af])\.k\.a\.,?\s*(?P<name>.*?)\)?\s*$", re.IGNORECASE | re.DOTALL
)
_SEE = re.compile(r"\s*\(See\s+also\b.*?\)|\s*\(See\s+alternat\w+\s+address.*?\)", re.IGNORECASE)
_ADDRESS_ENTRY = re.compile(r"^Address \d+$")
_SHORT = re.compile(r"\s*\((?P<short>[A-Z][A-Za-z&/-]{1,9}(?:[ -]?\d+)?)\)")
# Capitals in parentheses that are places and legal forms, not short names.
_NOT_SHORT = frozenset({"HK", "UK", "UAE", "USA", "FZC", "CJSC", "JSC", "OOO", "LLC", "Pvt", "Pty"})
# Words with which the name of a part says nothing without its parent.
_GENERIC = re.compile(
    r"^(?:\d|Second\s+Design|Nuclear|Fuel|Heavy\s+water|Power\s+Plant)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name cell: the name, names that it holds besides, and the party it belongs under."""

    name: str
    aliases: tuple[Alias, ...] = ()
    parent: str | None = None
    addresses: tuple[str, ...] = ()


def read_name(raw: str, aliases: Iterable[str] = ()) -> ReadName:
    """Split a name cell; an alias list may hold the name where the cell has none."""
    name = _SEE.sub("", published.clean_name(raw))
    parent = None
    if (under := _UNDER.search(name)) is not None:
        parent, name = under["parent"], name[: under.start()]
    known: list[Alias] = []
    if (match := _KNOWN_AS.search(name)) is not None and match.start() > 0:
        known += _typed(match["name"], match["type"])
        name = name[: match.start()]
    if (part := _SUBORDINATE.match(name)) is not None:
        parent = part["parent"] or part["owner"] or part["body"]
        name = part["name"] or part["affiliate"] or part["facility"] or ""
        name = name or next(iter(aliases), "")
        if _GENERIC.match(name):
            name = f"{parent} {name}"
    name = published.clean_name(name)
    known += short_names(name)
    return ReadName(name=name, aliases=unique_aliases(name, known), parent=parent)


def _typed(text: str, letter: str) -> list[Alias]:
    names = [published.clean_name(text.strip(' ."“”'))]
    kind = f"{letter.lower()}ka"
    return [Alias(name=each, type="fka" if kind == "fka" else "aka") for each in names if each]


def short_names(name: str) -> list[Alias]:
    """Give the abbreviation in parentheses, and the name without it, as names of their own.

    Only letters that occur in the name in their order abbreviate it.
    """
    found: list[Alias] = []
    for match in _SHORT.finditer(name):
        short = match["short"]
        rest = name[: match.start()] + name[match.end() :]
        letters = iter(rest.casefold())
        fits = all(each in letters for each in short.casefold() if each.isalpha())
        if short in _NOT_SHORT or countries.country_code(short) or not fits or len(short) < 3:  # noqa: PLR2004
            continue
        found += [Alias(name=published.clean_name(rest)), Alias(name=short)]
    return found


def read_aliases(name: str, raw: Iterable[str]) -> tuple[tuple[Alias, ...], tuple[str, ...]]:
    """Split the alias cells of an entry, and give the addresses that some of them run on into."""
    aliases: list[Alias] = []
    addresses: list[str] = []
    for cell in raw:
        text, address = cut_address(published.clean_name(_SEE.sub("", cell)))
        addresses += [address] if address else []
        if not re.search(r"all of preceding|any nuclear-related", text):
            aliases += split_aliases(text)
            continue
        aliases += split_aliases(re.split(r";?\s*\(all of|, \(Address|;? and any", text)[0])
    return unique_aliases(name, aliases), tuple(addresses)


def kind_of_entry(raw: str, name: str, aliases: Iterable[Alias]) -> Kind:
    """An entry that is an address alone, an organization by its words, else unknown."""
    if _ADDRESS_ENTRY.match(raw):
        return "address"
    return kind_of(name, [each.name for each in aliases])
