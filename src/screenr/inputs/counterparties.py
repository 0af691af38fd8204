"""A row of text becomes a counterparty, or the reason why it does not.

This runs once a row, so what a cell means is remembered by its text: a file has few countries.
"""

import functools
import re
from collections.abc import Callable, Sequence
from typing import get_args

from screenr.inputs.born import born_of
from screenr.inputs.column_names import EMPTY, KIND_WORDS, NO_NAMES
from screenr.inputs.columns import Columns
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.designation import Kind
from screenr.models.row import Row
from screenr.text.countries import country_code, nationality_code
from screenr.text.normalize import MAX_NAME

Reader = Callable[[Row], tuple[Counterparty | RowError, str]]

# Not the comma: it stands within names.
_BETWEEN = re.compile(r"[;|\n；]")
_BETWEEN_COUNTRIES = re.compile(r"[;|\n；,/、，]")


def reader_of(columns: Columns) -> Reader:
    """A function that reads a row: what it is, and a note where a cell was not understood."""

    def read(row: Row) -> tuple[Counterparty | RowError, str]:
        line, cells, problem, note = row
        name = cells[columns.name].strip()
        if problem := problem or wrong_name(name):
            return RowError(line, problem), note
        if not has_more:
            return Counterparty(f"{line}", name), note
        return _with_more(row, name, columns)

    has_more = (
        columns.aliases or columns.countries or columns.identifiers or columns.kind is not None
    ) or columns.born is not None
    return read


def wrong_name(name: str) -> str:
    """Why a name cannot be screened; empty where it can."""
    if not name:
        return "the name is empty"
    if name in NO_NAMES:
        return f"the name is empty ({name})"
    if name.startswith('{"'):
        return "the name is a JSON object, not a text"
    if len(name) > MAX_NAME:
        return f"the name is longer than {MAX_NAME:,} characters"
    return ""


def _with_more(row: Row, name: str, columns: Columns) -> tuple[Counterparty | RowError, str]:
    line, cells, _, note = row
    notes = [note] if note else []
    aliases = _aliases([cells[at] for at in columns.aliases], name) if columns.aliases else ()
    if aliases and max(map(len, aliases)) > MAX_NAME:
        return RowError(line, f"an alias is longer than {MAX_NAME:,} characters"), note
    codes: tuple[str, ...] = ()
    given = ""
    if columns.countries:
        given = "; ".join([cell.strip() for at in columns.countries if (cell := cells[at])])
        codes, unknown = countries(given)
        notes += [f"country not understood: {each}" for each in unknown]
    born = dates(cells[columns.born]) if columns.born is not None else ()
    if born is None:
        return RowError(line, "the birth date is not a date"), note
    kind, understood = kind_of(cells[columns.kind]) if columns.kind is not None else (None, True)
    if not understood and columns.kind is not None:
        notes.append(f"kind not understood: {cells[columns.kind].strip()[:40]}")
    party = Counterparty(
        ref=f"{line}",
        name=name,
        aliases=aliases,
        countries=codes,
        country_given=given or None,
        kind=kind,
        born=born,
        identifiers=_identifiers([cells[at] for at in columns.identifiers]),
    )
    return party, "; ".join(notes)


def _aliases(cells: Sequence[str], name: str) -> tuple[str, ...]:
    found = [part.strip() for cell in cells if cell for part in _BETWEEN.split(cell)]
    return tuple(
        dict.fromkeys(
            each
            for each in found
            if each != name and each.casefold() not in EMPTY and any(map(str.isalnum, each))
        )
    )


def _identifiers(cells: Sequence[str]) -> tuple[str, ...]:
    found = [part.strip() for cell in cells if cell for part in _BETWEEN.split(cell)]
    return tuple(dict.fromkeys(each for each in found if each.casefold() not in EMPTY))


@functools.lru_cache(maxsize=4096)
def countries(given: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the countries in a cell, and what in it is none."""
    empty = EMPTY - {"na"}  # which is Namibia
    if given.strip().casefold() in empty:
        return (), ()
    code = country_code(given) or nationality_code(given)
    if code is not None:  # before it is split: "Korea, Republic of"
        return (code,), ()
    codes, unknown = [], []
    for part in _BETWEEN_COUNTRIES.split(given):
        if part.strip().casefold() in empty:
            continue
        code = country_code(part) or nationality_code(part)
        if code is None:
            unknown.append(part.strip()[:40])
        else:
            codes.append(code)
    return tuple(dict.fromkeys(codes)), tuple(unknown)


@functools.lru_cache(maxsize=4096)
def dates(cell: str) -> tuple[str, ...] | None:
    """Birth dates in a cell; None where one is no date."""
    if cell.strip().casefold() in EMPTY:
        return ()
    whole = born_of(cell)
    if whole is not None:
        return whole
    found: list[str] = []
    for part in _BETWEEN.split(cell):
        each = born_of(part)
        if each is None:
            return None
        found += each
    return tuple(dict.fromkeys(found))


@functools.lru_cache(maxsize=256)
def kind_of(cell: str) -> tuple[Kind | None, bool]:
    """What a cell says the party is, and whether it was understood."""
    word = "-".join(cell.split()).casefold()
    if word in EMPTY:
        return None, True
    for kind in get_args(Kind):
        if word in KIND_WORDS[kind].split():
            return kind, True
    return None, False
