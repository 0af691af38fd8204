"""Countries as people write them, read as ISO 3166 alpha-2 codes.

The names stand in ``data/names/countries.tsv``, which says where they are from. What is not in it
is None: a country is never guessed, because a wrong one counts against a true match.
"""

import functools
import re
import unicodedata

from screenr.text import reference

_NOTE = re.compile(r"\([^)]*\)")  # "North Korea (DPRK)"


def country_code(name: str) -> str | None:
    """Give the alpha-2 code of a country's name, official name, usual variant or ISO code.

    Names of nationals are apart, in `nationality_code`: "Georgian" is not a place.
    """
    places = _tables()[0]
    return places.get(_key(name)) or places.get(_key(_NOTE.sub("", name)))


def nationality_code(name: str) -> str | None:
    """Give the alpha-2 code for the name of a country's nationals, or of the country itself."""
    places, nationals = _tables()
    key = _key(name)
    return nationals.get(key) or places.get(key)


@functools.cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = reference.path("countries.tsv").read_text(encoding="utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")
    )


@functools.cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    places: dict[str, str] = {}
    nationals: dict[str, str] = {}
    for code, name, variants, demonyms in _rows():
        for each in (code, name, *variants.split("|")):
            places[_key(each)] = code
        for each in demonyms.split("|"):
            nationals[_key(each)] = code
    for table in (places, nationals):
        table.pop("", None)  # an empty column is no name
    return places, nationals


def _key(name: str) -> str:
    """Letters only, without accents and a leading article, so that punctuation tells nothing."""
    letters = unicodedata.normalize("NFKD", name.casefold()).removeprefix("the ")
    return "".join(each for each in letters if each.isalpha())
