"""The remarks of OFAC's delimited files: many facts in one cell, joined by ``; ``.

What is understood becomes a field; all else stays, word for word, and what carries a label that
`ofac_labels` does not know is counted as unknown.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from screenr.lists.importers.ofac_labels import IDENTIFIERS, KEPT
from screenr.models.designation import Alias, Identifier
from screenr.text import dates

MAXIMUM = 1000  # of the remarks column, by OFAC's ``dat_spec.txt``

_CURRENCY = re.compile(r"Digital Currency Address - ([A-Z0-9]+) (\S+)")
_ALIAS = re.compile(r"(a\.k\.a\.|f\.k\.a\.|n\.k\.a\.),? [\"'](.+?)[\"']\.?")
_NATIONALITY = re.compile(r"(?:nationality|citizen) (.+)")
_VALUE = re.compile(r"(.*?)(?: \(([^()]*)\))?((?:,? (?:issued|expires) .*)?)")
_DIRECTIVE = re.compile(
    r"Executive Order (\d{5}) Directive (?:Determination|Information)\W* Subject to Directive"
    r" (\d[a-z]?)\b.*"
)
_LISTED = re.compile(r"(Listing|Effective) Date \((?:CMIC|EO (\d+) Directive (\w+))\):? (.+)")
_DIVEST = re.compile(r"Purchase/Sales For Divestment Date \(CMIC\):? (.+)")
_WITHOUT_DIGITS = {"email", "website", "swift", "ticker"}
_ALIAS_TYPES = {"a.k.a.": "aka", "f.k.a.": "fka", "n.k.a.": "nka"}


@dataclass(slots=True)
class Remarks:
    """What the remarks of one party say, each item in one of the fields, or in `kept`.

    `listed`, `effective` and `until` are the dates of the list's own kind (CMIC, directives), the
    earliest where there are several. `unknown` are those of `kept` that nothing here recognizes.
    """

    born: list[str] = field(default_factory=list)
    nationalities: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    directives: list[str] = field(default_factory=list)
    listed: dt.date | None = None
    effective: dt.date | None = None
    until: dt.date | None = None
    kept: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def parse(text: str, country_code: Callable[[str], str | None]) -> Remarks:
    """Take the remarks apart; nothing of them is lost.

    Where the file cut them off, the last item is kept as it is: half a number is no number.
    """
    remarks = Remarks()
    cut = is_cut(text)
    items = [
        part.strip() for part in re.split(r";(?: |$)", text if cut else text.removesuffix("."))
    ]
    stumps = [f"{items.pop()}…"] if cut else []
    for item in items:
        bare = item.removeprefix("alt. ")
        bare = bare if _ALIAS.fullmatch(bare) else bare.rstrip(".")
        if bare and not any(read(bare, item, remarks, country_code) for read in _READERS):
            remarks.kept.append(item)
            if not KEPT.match(item):
                remarks.unknown.append(item)
    remarks.kept += stumps
    remarks.unknown += stumps
    return remarks


def is_cut(text: str) -> bool:
    """Whether the remarks fill their 1,000 characters and do not end as remarks do, in a stop."""
    return len(text) == MAXIMUM and not text.endswith(".")


Item = TypeVar("Item")
Reader = Callable[[str, str, Remarks, Callable[[str], str | None]], bool]


def _born(bare: str, item: str, remarks: Remarks, _: object) -> bool:
    if not bare.startswith("DOB "):
        return False
    written = dates.date_or_span(bare.removeprefix("DOB "))
    if written is None:
        return False
    _add(remarks.born, written)
    if dates.is_circa(bare):
        remarks.kept.append(item)
    return True


def _nationality(
    bare: str, _: str, remarks: Remarks, country_code: Callable[[str], str | None]
) -> bool:
    found = _NATIONALITY.fullmatch(bare)
    code = None if found is None else country_code(found[1])
    if code is not None:
        _add(remarks.nationalities, code)
    return code is not None


def _alias(bare: str, _: str, remarks: Remarks, __: object) -> bool:
    found = _ALIAS.fullmatch(bare)
    if found is None:
        return False
    kind = _ALIAS_TYPES[found[1]]
    remarks.aliases.append(Alias(name=found[2], type=kind, weak=True))  # type: ignore[arg-type]
    return True


def _currency(bare: str, _: str, remarks: Remarks, __: object) -> bool:
    found = _CURRENCY.fullmatch(bare)
    if found is None:
        return False
    _add(remarks.identifiers, Identifier(type=f"{found[1].lower()}_address", value=found[2]))
    return True


def _identifier(
    bare: str, item: str, remarks: Remarks, country_code: Callable[[str], str | None]
) -> bool:
    label = next((each for each in IDENTIFIERS if bare.startswith(f"{each} ")), None)
    found = None if label is None else _VALUE.fullmatch(bare[len(label) + 1 :])
    if label is None or found is None or not found[1]:
        return False
    value, issuer, rest = found.groups()
    kind = IDENTIFIERS[label]
    if kind not in _WITHOUT_DIGITS and not any(each.isdigit() for each in value):
        return False
    country = None if issuer is None else country_code(issuer)
    _add(remarks.identifiers, Identifier(type=kind, value=value.strip(), country=country))
    if rest or (issuer is not None and country is None):
        remarks.kept.append(item)
    return True


def _directive(bare: str, item: str, remarks: Remarks, _: object) -> bool:
    found = _DIRECTIVE.fullmatch(bare)
    if found is None:
        return False
    _add(remarks.directives, f"EO{found[1]} Directive {found[2]}")
    remarks.kept.append(item)
    return True


def _date(bare: str, item: str, remarks: Remarks, _: object) -> bool:
    divest = _DIVEST.fullmatch(bare)
    if divest is not None:
        remarks.until = dates.full_day(divest[1])
        return remarks.until is not None
    found = _LISTED.fullmatch(bare)
    day = None if found is None else dates.full_day(found[4])
    if found is None or day is None:
        return False
    if found[1] == "Listing":
        remarks.listed = min(day, remarks.listed or day)
    else:
        remarks.effective = min(day, remarks.effective or day)
    if found[2] is not None:  # which directive the day belongs to has no field
        remarks.kept.append(item)
    return True


_READERS: tuple[Reader, ...] = (
    _born,
    _nationality,
    _alias,
    _currency,
    _date,
    _directive,
    _identifier,
)


def _add(items: list[Item], item: Item) -> None:
    if item not in items:
        items.append(item)
