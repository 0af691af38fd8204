"""The other names that somebody wrote into a counterparty's name: ``Dawning (Sugon)``, ``A dba B``.

Vendor masters have one column for a name and hold two in it; either alone may be the listed one.
So do names of which a form of spacing got lost, initials (``A.I. Petrov``) and whole words
(``IvanPetrov``): they are read parted as well.
"""

import re
from collections.abc import Callable, Iterator

from screenr.matching.lexicon import DISTINCT
from screenr.matching.phrasebook import Phrasebook
from screenr.text import normalize

SHORTEST = 4
"""Letters of a word in parentheses that may be a name by itself."""
UNUSUAL = 0.9
"""Strength at large from which one word in parentheses is taken for a name by itself."""
_PARENTHESIS = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_MARK = re.compile(
    r"[\s,;(]+(?:a\.?\s?/?k\.?\s?/?a\.?|f\.?\s?/?k\.?\s?/?a\.?|d\.?\s?/?b\.?\s?/?a\.?"
    r"|also known as|formerly(?: known as)?|doing business as|trading as|曾用名|又名)[\s:：]+",
    re.IGNORECASE,
)
MARK_WORDS = frozenset({"a", "aka", "as", "ba", "dba", "fka", "formerly", "ka"})
"""Each mark in ASCII has one of these, folded: who finds none of them in a name needs not look."""
_GLUED = re.compile(r"[^\W\d_][a-z]{2,}(?:[^\W\d_a-z][a-z]{2,}){1,2}")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INITIALS = re.compile(r"(?:^|(?<=\s))(?:[^\W\d_]\.){2,3}(?=\s|$)")
_VOWELS = frozenset("aeiouаеиоуыэюяё")
MOST_NAMES = 3
"""Words beside the initials of a person."""


def names_in(name: str, book: Phrasebook, strength: Callable[[str], float]) -> Iterator[str]:
    """The name as it is, then the names it holds; `strength` is that of a word at large."""
    yield name
    yield from parted(name, book)
    sides = [side.strip(" ()（）,;") for side in _MARK.split(name)]
    if len(sides) > 1:
        yield from (side for side in sides if any(map(str.isalnum, side)))
        return
    if "(" not in name and "（" not in name:
        return
    for inner in _PARENTHESIS.findall(name):
        found = book.parts(normalize.words(inner))
        telling = [part.raw for part in found if part.cls == DISTINCT and len(part.raw) >= SHORTEST]
        bare = _PARENTHESIS.sub(" ", name).strip()
        if telling and any(map(str.isalnum, bare)):
            yield bare
            if len(found) > 1 or strength(telling[0]) >= UNUSUAL:
                yield inner


def has_mark(name: str) -> bool:
    """Whether a mark parts two names."""
    return _MARK.search(name) is not None


def may_be_parted(name: str) -> bool:
    """Whether `parted` may find something in a name."""
    return " " not in name or normalize.has_initials(name)


def parted(name: str, book: Phrasebook) -> Iterator[str]:
    """Words written together that capitals part; initials that read like a word or a legal form."""
    if not may_be_parted(name):
        return
    if _GLUED.fullmatch(name):
        if (found := _INNER_CAPITAL.sub(" ", name)) != name:
            yield found
    elif initials := _INITIALS.search(name):
        letters = initials[0].replace(".", "").lower()
        is_form = letters in book.lexicon.legal
        reads_otherwise = is_form or not _VOWELS.isdisjoint(letters)
        if not reads_otherwise or (is_form and initials.start() > 0):
            return
        rest = book.parts(normalize.words(name[: initials.start()] + name[initials.end() :]))
        if 0 < len(rest) <= MOST_NAMES and all(part.cls == DISTINCT for part in rest):
            yield name.replace(initials[0], initials[0].replace(".", " "))
