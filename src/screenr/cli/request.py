"""What was typed, checked and turned into the values the core works with.

The clock and the environment are read here, and nowhere below.
"""

import datetime as dt
import os
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from screenr.errors import UsageError
from screenr.models.counterparty import Counterparty
from screenr.models.designation import Kind
from screenr.text.normalize import MAX_NAME

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def today() -> dt.date:
    """The day in UTC, so that offices in two time zones get one answer."""
    return dt.datetime.now(dt.UTC).date()


def as_of_day(given: str | None) -> dt.date:
    """The day asked about."""
    return today() if given is None else day_of(given, "--as-of")


def day_of(text: str, option: str) -> dt.date:
    """A day that an option gives."""
    # `date.fromisoformat` also reads 20220115 and 2022-W03-6, which are more often mistakes.
    if _DAY.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass
    raise UsageError(
        f"`{option}` is not a day: {text!r}", hint="write it as YYYY-MM-DD, such as 2022-01-15"
    )


def data_dir(given: str | None) -> Path | None:
    """The directory of the lists: the option, the environment, else None for the installed ones."""
    if given is None:
        given = os.environ.get("SCREENR_DATA_DIR") or None
    return None if given is None else Path(given)


def chosen(given: str | None, names: Iterable[str], *, default: str, option: str) -> str:
    """One of `names`; near misses are hinted at."""
    known = list(names)
    if given is None:
        return default
    if given in known:
        return given
    near = get_close_matches(given.lower(), known, n=1)
    meant = f"did you mean `{near[0]}`? " if near else ""
    raise UsageError(f"unknown `{option}` {given!r}", hint=f"{meant}choose {', '.join(known)}")


def format_for(given: str | None, output: str, known: Iterable[str]) -> str:
    """The format asked for, else the one that the file's ending says, else the table.

    An ending that promises what is not written here is refused: a table in ``report.xlsx`` would be
    taken for a broken file.
    """
    from screenr.formats import format_of_file

    names = list(known)
    ending = Path(output).suffix
    if given is not None or output == "-" or not ending:
        return chosen(given, names, default="table", option="--format")
    promised = format_of_file(output)
    if promised not in names:
        raise UsageError(
            f"no format is known for a file that ends in `{ending}`",
            hint=f"say `--format` {', '.join(names)}",
        )
    return promised


def activities(words: Sequence[str] | None) -> tuple[str, ...] | None:
    """The legal activities behind ``buy,invest``; None asks about all."""
    if not words:
        return None
    from screenr.effects import expand

    return tuple(expand(word for each in words for word in each.split(",")))


def counterparties(  # noqa: PLR0913 -- one parameter an option
    names: Sequence[str],
    *,
    aliases: Sequence[str] | None,
    countries: Sequence[str] | None,
    kind: str | None,
    born: Sequence[str] | None,
    identifiers: Sequence[str] | None,
) -> tuple[Counterparty, ...]:
    """A counterparty a name; all else that was given applies to each of them."""
    codes = _countries(countries or ())
    for value in born or ():
        _check_born(value)
    return tuple(
        Counterparty(
            ref=f"{number}",
            name=_name(name),
            aliases=tuple(_name(alias) for alias in aliases or ()),
            countries=codes,
            country_given=", ".join(countries) if countries else None,
            kind=kind_of(kind),
            born=tuple(born or ()),
            identifiers=tuple(value.strip() for value in identifiers or () if value.strip()),
        )
        for number, name in enumerate(names, start=1)
    )


def _check_born(text: str) -> None:
    from screenr.text.dates import is_iso_birth

    if not is_iso_birth(text):
        raise UsageError(
            f"`--born` is not a date: {text!r}", hint="1964, 1964-05, 1964-05-03 or 1964/1966"
        )


def name_within_limits(text: str) -> str:
    """A name as it was typed, neither empty nor endless."""
    name = text.strip()
    if not name:
        raise UsageError("a name is empty", hint='for example `screenr check "Megvii"`')
    if len(name) > MAX_NAME:
        raise UsageError(
            f"a name has {len(name):,} characters; the limit is {MAX_NAME:,}",
            hint="give the name alone, without address or remarks",
        )
    return name


def _name(text: str) -> str:
    name = name_within_limits(text)
    if not any(character.isalnum() for character in name):
        raise UsageError(
            f"a name has no letter or digit: {name!r}", hint='for example `screenr check "Megvii"`'
        )
    return name


def kind_of(given: str | None) -> Kind | None:
    """What a name is said to be of."""
    if given is None:
        return None
    wanted = chosen(given, get_args(Kind), default="unknown", option="--kind")
    return next(kind for kind in get_args(Kind) if kind == wanted)


def _countries(given: Sequence[str]) -> tuple[str, ...]:
    if not given:
        return ()
    from screenr.text.countries import country_code

    codes = []
    for each in given:
        code = country_code(each)
        if code is None:
            raise UsageError(
                f"unknown country {each!r}", hint="use an ISO 3166 code such as CN, or its name"
            )
        codes.append(code)
    return tuple(dict.fromkeys(codes))
