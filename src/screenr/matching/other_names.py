"""The other names that somebody wrote into a counterparty's name: ``Dawning (Sugon)``, ``A dba B``.

Vendor masters have one column for a name and hold two in it; either alone may be the listed one.
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


def names_in(name: str, book: Phrasebook, strength: Callable[[str], float]) -> Iterator[str]:
    """The name as it is, then the names it holds; `strength` is that of a word at large."""
    yield name
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
