"""Which column of a file is what: found by its header, or as the user says."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from screenr.errors import UsageError
from screenr.inputs import column_names as known

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[\W_]+")
_PARTS = re.compile(r"[/|()（）\[\]\n]|\s-\s")
NONE = "-"
NAMELESS = "column_1"  # as `table.header_of` calls the first column of a file without a header
_MOST_SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The places of the columns that are read, counted from 0."""

    name: int
    aliases: tuple[int, ...] = ()
    countries: tuple[int, ...] = ()
    identifiers: tuple[int, ...] = ()
    kind: int | None = None
    born: int | None = None

    def told(self, columns: Sequence[str]) -> Iterator[str]:
        """Which columns are read, a line each."""
        places = {
            "name": (self.name,),
            "alias": self.aliases,
            "country": self.countries,
            "id": self.identifiers,
            "kind": () if self.kind is None else (self.kind,),
            "born": () if self.born is None else (self.born,),
        }
        for role, found in places.items():
            shown = ", ".join(f"{columns[at]} (column {at + 1})" for at in found)
            if shown:
                yield f"{role}: {shown}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Columns as the user names them, by header or by number; None has them found, ``-`` not."""

    name: str | None = None
    aliases: Sequence[str] | None = None
    countries: Sequence[str] | None = None
    identifiers: Sequence[str] | None = None
    kind: str | None = None
    born: str | None = None


def folded(header: str) -> str:
    """A header without case, signs and width: ``Vendor_Name*`` is ``vendor name``."""
    spaced = _CAMEL.sub(" ", unicodedata.normalize("NFKC", header))
    return _SIGNS.sub(" ", spaced.casefold()).strip()


def has_name_column(header: Sequence[str]) -> bool:
    """Whether a row reads as the header of a table of counterparties."""
    return bool(_among(header, known.NAMES) or _among(header, known.PARTIES))


def find(columns: Sequence[str], given: Given) -> Columns:
    """The columns that are read; `UsageError` where that of the name is missing or ambiguous."""
    name = _name(columns, given.name)
    free = {name}
    return Columns(
        name=name,
        aliases=_several(columns, given.aliases, known.ALIASES, option="--alias-column", used=free),
        countries=_several(
            columns, given.countries, known.COUNTRIES, option="--country-column", used=free
        ),
        identifiers=_several(
            columns, given.identifiers, known.IDENTIFIERS, option="--id-column", used=free
        ),
        kind=_one(columns, given.kind, known.KINDS, option="--kind-column"),
        born=_one(columns, given.born, known.BORN, option="--born-column"),
    )


def _name(columns: Sequence[str], given: str | None) -> int:
    if given is not None:
        return _asked(columns, given, "--name-column")
    if not columns:
        raise UsageError("there is no header", hint="is `--header-row` a row of the table?")
    if list(columns) == [NAMELESS]:
        return 0  # without a header, the only column is that of the names
    found = _among(columns, known.NAMES) or _among(columns, known.PARTIES)
    if len(found) == 1 and folded(columns[found[0]]) in known.BARE_NAMES:
        found += _among(columns, known.EMPLOYERS)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"no column of names is known among {_shown(columns)}",
            hint="say which one with `--name-column`, or `--header-row` if the header is not the"
            " first row (0 if there is none)",
        )
    raise UsageError(
        f"{len(found)} columns could be the name: {_shown(columns, found)}; all columns:"
        f" {_shown(columns)}",
        hint=f'say which one, for example `--name-column "{columns[found[0]]}"`; others can be'
        " `--alias-column`",
    )


def _among(columns: Sequence[str], names: frozenset[str]) -> list[int]:
    """Columns whose header, or a part of a header in two languages, is one of `names`."""
    whole = [at for at, header in enumerate(columns) if folded(header) in names]
    return whole or [
        at
        for at, header in enumerate(columns)
        if any(folded(part) in names for part in _PARTS.split(header))
    ]


def _several(
    columns: Sequence[str],
    given: Sequence[str] | None,
    names: frozenset[str],
    *,
    option: str,
    used: set[int],
) -> tuple[int, ...]:
    if given is None:
        return tuple(at for at in _among(columns, names) if at not in used)
    return tuple(_asked(columns, each, option) for each in given if each != NONE)


def _one(
    columns: Sequence[str], given: str | None, names: frozenset[str], *, option: str
) -> int | None:
    if given is not None:
        return None if given == NONE else _asked(columns, given, option)
    found = _among(columns, names)
    if len(found) > 1:
        raise UsageError(
            f"{len(found)} columns could be `{option}`: {_shown(columns, found)}",
            hint=f"say which one, or `{option} -` for none",
        )
    return found[0] if found else None


def _asked(columns: Sequence[str], given: str, option: str) -> int:
    """The column of a header, else of a number counted from 1."""
    tests: tuple[Callable[[str], str], ...] = (str, folded)
    for fold in tests:
        found = [at for at, header in enumerate(columns) if fold(header) == fold(given)]
        if len(found) == 1:
            return found[0]
    if given.isdecimal() and 1 <= int(given) <= len(columns):
        return int(given) - 1
    raise UsageError(
        f"no column `{given}` for `{option}`", hint=f"the columns are {_shown(columns)}"
    )


def _shown(columns: Sequence[str], places: Sequence[int] | None = None) -> str:
    chosen = range(len(columns)) if places is None else places
    shown = [f"{at + 1} {columns[at]!r}" for at in chosen[:_MOST_SHOWN]]
    more = len(chosen) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
