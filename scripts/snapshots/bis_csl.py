"""Which rows of the Consolidated Screening List are which entries of 15 CFR 744 Supp. 4.

The list has one row for a party in several countries and a row for each party inside an entry;
the supplement has an entry for each heading. They share neither numbers nor spelling.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from screenr.models.designation import Citation
from screenr.text.citations import same_notice
from snapshots.csl_projection import CslEntry
from snapshots.parties import cites, cut_address, fold

NEAR_SPELLING = 0.9


@dataclass
class Entry:
    """An entry of the supplement with what joins it; `rows` are filled by `join`.

    `names` are its folded aliases, `text` its folded address cell, which in some entries names
    parties too.
    """

    name: str
    country: str | None
    names: frozenset[str]
    text: str
    citations: tuple[Citation, ...]
    rows: list[CslEntry] = field(default_factory=list)


@dataclass
class Joined:
    """Rows that are parties inside an entry, rows that met no entry, and how many met one."""

    inside: list[tuple[CslEntry, int]] = field(default_factory=list)
    alone: list[CslEntry] = field(default_factory=list)
    met: int = 0


def join(
    entries: Sequence[Entry],
    rows: Sequence[CslEntry],
    read: Callable[[str], tuple[str, str | None]],
) -> Joined:
    """Join by folded name and country, else by notice and a name that begins or spells alike.

    `read` splits a name cell into the name and the party it stands under.
    """
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        by_name[fold(entry.name)].append(number)
    joined = Joined()
    later: list[CslEntry] = []
    for row in rows:
        same = by_name.get(fold(row.name)) or by_name.get(fold(read(row.name)[0]), [])
        found = _in_country(entries, same, row)
        joined.met += bool(found)
        for number in found:
            entries[number].rows.append(row)
        if not found:
            later.append(row)
    for row in later:
        _join_rest(entries, row, joined, read(row.name)[1])
    return joined


def _join_rest(entries: Sequence[Entry], row: CslEntry, joined: Joined, parent: str | None) -> None:
    fitting = [number for number, entry in enumerate(entries) if _countries_fit(entry, row)]
    cited = cites(row.notice)
    near = [number for number in fitting if _share_notice(entries[number].citations, cited)]
    if parent is not None:
        owner = _best(entries, near, fold(parent))
        owner = _best(entries, fitting, fold(parent), exact=True) if owner is None else owner
        if owner is not None:
            joined.inside.append((row, owner))
            return
    name = fold(cut_address(row.name)[0])
    number = _best(entries, [n for n in near if not entries[n].rows], name, spelling=True)
    number = _best(entries, near, name) if number is None else number
    if number is not None:
        joined.met += 1
        for each in near:  # a party stands under each of its countries
            if entries[each].name == entries[number].name:
                entries[each].rows.append(row)
    elif (holder := _holder(entries, near, row)) is not None:
        joined.inside.append((row, holder))
    else:
        joined.alone.append(row)


def _holder(entries: Sequence[Entry], numbers: Sequence[int], row: CslEntry) -> int | None:
    """The entry that names the row's party among its aliases or addresses, or shares aliases."""
    own, others = fold(row.name), {fold(each) for each in row.aliases}
    for number in numbers:
        entry = entries[number]
        if own in entry.names or own in entry.text or len(others & entry.names) > 1:
            return number
    return None


def _share_notice(left: Sequence[Citation], right: Sequence[Citation]) -> bool:
    return any(same_notice(a.cite, b.cite) for a in left for b in right)


def _in_country(entries: Sequence[Entry], numbers: list[int], row: CslEntry) -> list[int]:
    """Prefer entries of the row's countries; of the rest, those of the row's notice."""
    fitting = [number for number in numbers if _countries_fit(entries[number], row)]
    cited = cites(row.notice)
    of_notice = [
        number for number in fitting or numbers if _share_notice(entries[number].citations, cited)
    ]
    return of_notice or fitting or numbers


def _countries_fit(entry: Entry, row: CslEntry) -> bool:
    given = {"CN" if code in {"HK", "MO"} else code for code in row.countries}
    return not given or entry.country is None or entry.country in given


def _best(
    entries: Sequence[Entry],
    numbers: Sequence[int],
    name: str,
    *,
    exact: bool = False,
    spelling: bool = False,
) -> int | None:
    """The entry of that name; else one of which either name begins the other, or spells alike."""
    for number in numbers:
        if fold(entries[number].name) == name:
            return number
    if exact:
        return None
    begins = [
        number
        for number in numbers
        if (own := fold(entries[number].name)) and (own.startswith(name) or name.startswith(own))
    ]
    if begins:
        return max(begins, key=lambda number: len(fold(entries[number].name)))
    if spelling and numbers:
        scored = [(_ratio(fold(entries[number].name), name), -number) for number in numbers]
        score, number = max(scored)
        return -number if score >= NEAR_SPELLING else None
    return None


def _ratio(left: str, right: str) -> float:
    """How much of two folded names is one; their order does not matter to it."""
    first, second = sorted((left, right))
    return SequenceMatcher(a=first, b=second, autojunk=False).ratio()
