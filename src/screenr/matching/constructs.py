"""Arabic names of two words that are one name: written apart, written together, or half and half.

``Abd al-Rahman``, ``Abdul Rahman`` and ``Abdurrahman`` are "servant of the …" with a name of God,
``Jalal al-Din`` and ``Jalaluddin`` "… of the faith", ``Khair Ullah`` and ``Khairullah`` "… of God"
(Schimmel, Islamic Names, 1989). The first two are read as two words, those with God as one, since
the other half alone is no name. The article between the words takes on the sound of the letter
after it and is spelled in a dozen ways: all of them are ``abdul`` here.
"""

import re
from collections.abc import Container, Sequence

from screenr.text import normalize

SERVANT, SERVANT_OF = "abd", "abdul"
SHORTEST = 3
"""Letters of a word that may be one name with the word for God after it."""
GOD = frozenset({"allah", "ullah", "ollah", "الله", "اللہ"})
_LAST_HALF = frozenset({"ullah", "ollah"})
"""Words for God that no name begins with, but where the family name comes first."""
_OF_GOD = re.compile(r".*(?:l+ah?|الله|اللہ)")
_ALONE = re.compile(r"abd[aeiou]{1,2}[ldnrstz]")
_AT_END = re.compile(r"abd(?:ou?|u|e)[ldnrstz]")
"""Abdeen and Abdin are names by themselves where no other follows."""
_ASSIMILATED = re.compile(r"abd[aeiou]u?([dnrstz])(\1h?[a-z]{3,})")
_WITH_ARTICLE = re.compile(r"abd(?:[aeou]u?|oo)l((?!l?l?ahi?$)[a-z]{4,})")
_WITHOUT_ARTICLE = re.compile(r"abd[aeiu]([fghjkmnqrsvwz][a-z]{4,})")
_OF_THE_FAITH = re.compile(r"([a-z]{3,}?)(?:[aeiou]?d|[aeiou]l|o?u|oo)(din)e?")
_FAITH = re.compile(r"[aeiou]d?dine?")
_ABU_BAKR = re.compile(r"(ab[ou]u?)(ba[ck]{1,2}[aei]?r)")


def may_be_apart(word: str) -> bool:
    """Whether `apart` may find several words in one, or another word."""
    return "din" in word or word.startswith("ab")


def may_be_joined(word: str) -> bool:
    """Whether `joined` may make another word of one that is none for God."""
    return word == SERVANT or _ALONE.fullmatch(word) is not None


def apart(word: str) -> Sequence[str]:
    """``Abdurrahman`` as ``Abdul Rahman``, ``Jalaluddin`` as ``Jalal Din``; ``Abdullah`` is one."""
    if "din" in word:
        if _FAITH.fullmatch(word):
            return ("din",)
        if found := _OF_THE_FAITH.fullmatch(word):
            return found[1], found[2]
    if word.startswith("abd"):
        for pattern in (_ASSIMILATED, _WITH_ARTICLE, _WITHOUT_ARTICLE):
            if found := pattern.fullmatch(word):
                return SERVANT_OF, found[pattern.groups]
    if word.startswith("ab") and (found := _ABU_BAKR.fullmatch(word)):
        return found[1], found[2]
    return (word,)


def joined(words: Sequence[str], articles: Container[str]) -> list[str]:
    """``Khair Ullah`` as ``Khairullah``, ``Abd al-Rahman`` as ``Abdul Rahman``.

    ``Abdur`` is ``Abdul`` where the other half stands first as well (``Rahman, Abdur``).
    """
    if GOD.isdisjoint(words) and f" {SERVANT}" not in f" {' '.join(words)}":
        return list(words)
    found: list[str] = []
    for word in words:
        before = found[-1] if found else ""
        if word in GOD and len(before) >= SHORTEST and not _OF_GOD.fullmatch(before):
            found[-1] += word
        elif before == SERVANT and word in articles:
            found[-1] = SERVANT_OF
        else:
            if _ALONE.fullmatch(before):
                found[-1] = SERVANT_OF
            found.append(word)
    if len(found) > 1 and _AT_END.fullmatch(found[-1]):
        found[-1] = SERVANT_OF
    return found


def turned(name: str) -> str:
    """A name in Latin letters, its family name last, where its order parts or joins halves of one.

    ``Ullah, Haji Khair`` is ``Haji Khair Ullah``, ``Tayeb, Allah Dad`` is ``Allah Dad Tayeb``;
    nothing where both orders read the same.
    """
    if "llah" not in name.lower():
        return ""
    family, comma, given = map(str.strip, name.strip().partition("," if "," in name else " "))
    before, after = normalize.words(family), normalize.words(given)
    if not (before and after and "".join((*before, *after)).isascii()):
        return ""
    is_half = len(before) == 1 and before[0] in _LAST_HALF
    is_joined = comma != "" and after[0] == "allah"
    return f"{given} {family}" if is_half or is_joined else ""
