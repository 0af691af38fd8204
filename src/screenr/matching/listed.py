"""The names under which a designation can be met, as the index holds them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from screenr.matching import east_asian
from screenr.matching.constructs import turned
from screenr.matching.lexicon import DISTINCT, LEGAL, LINE, NUMBER, ORG, STOP, Lexicon
from screenr.matching.part import Part
from screenr.matching.reading import Spelled
from screenr.matching.words import Word
from screenr.models.designation import Designation
from screenr.models.finding import MatchedAs
from screenr.text import normalize
from screenr.text.transliterate import script

ORGANIZATION, PERSON, CRAFT = 1, 2, 4
"""Kinds that a reading is compared as; a name of unknown kind can be two."""
KINDS = ORGANIZATION | PERSON | CRAFT
TRANSLATED, COMMON, FIRM, LONE = 8, 16, 32, 64
"""Marks of a reading beside its kinds: transliterated; no distinctive word; looks like a firm;
one name of a person beside initials."""
FAMILY = 16
"""Mark of a name, beside its place in `MATCHED_AS`: of another company of the group."""
MATCHED_AS = get_args(MatchedAs)
_FIRM_CLASSES = frozenset({LEGAL, LINE, ORG, NUMBER})
LONGEST_PERSON = 5
"""Words in a name of unknown kind that may be a person's."""
LONGEST_UNSPACED = 4
"""Characters of a name in Han or Hangul, written in one word, that may be a person's."""
SHORTEST_ACRONYM = 3
"""Letters in parentheses that may be the name in short."""
_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")
_BRACKET = re.compile("[()]")


class ListedName(NamedTuple):
    """A name of a designation and what it is of the party; `source` for supplementary names."""

    name: str
    matched_as: MatchedAs
    source: str = ""
    family: bool = False


def names_of(designation: Designation) -> Iterator[ListedName]:
    """The official names: the name first, then aliases in the list's order."""
    yield ListedName(designation.name, "name")
    for alias in designation.aliases:
        yield ListedName(alias.name, "weak_aka" if alias.weak else alias.type)


def spellings(name: str, lexicon: Lexicon) -> Iterable[str]:
    """The name, and those written inside it.

    They are an acronym or the same in another script in parentheses, or two names with a slash;
    and the name in another order where it reads otherwise (`constructs.turned`).
    """
    found = [name]
    if in_order := turned(name):
        found.append(in_order)
    if "(" in name:
        found += _beside_parentheses(name, lexicon)
        if not name.isascii():
            found += _in_each_script(name, lexicon)
    if "/" in name:
        found += [side for side in name.split("/") if len(normalize.words(side)) > 1]
    return dict.fromkeys(found)


def _beside_parentheses(name: str, lexicon: Lexicon) -> Iterator[str]:
    bare = _PARENTHESIS.sub(" ", name).strip()
    words = normalize.words(bare)
    initials = "".join(word[0] for word in words if word not in lexicon.connectors)
    for bracket in _PARENTHESIS.finditer(name):
        inside = normalize.words(bracket[1])
        if len(inside) != 1 or not _may_be_acronym(inside[0], initials, lexicon):
            continue
        yield bare
        # Before other words it is that of a parent: CSSC is not its 12th Research Institute.
        if all(word in lexicon.legal for word in normalize.words(name[bracket.end() :])):
            yield bracket[1]


def _in_each_script(name: str, lexicon: Lexicon) -> Iterator[str]:
    """A name in Latin letters and in others, one of them in parentheses: each by itself."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    for part in map(normalize.words, _BRACKET.split(name)):
        are_latin = {script(word) == "Latin" for word in part}
        if len(are_latin) > 1:
            return
        for is_latin in are_latin:
            sides[is_latin] += part
    if all(sum(word not in lexicon.legal for word in each) > 1 for each in sides.values()):
        yield from map(" ".join, sides.values())


def _may_be_acronym(word: str, initials: str, lexicon: Lexicon) -> bool:
    begins_alike = len(word) >= SHORTEST_ACRONYM and word[0] == initials[:1]
    return begins_alike and word not in lexicon.places


def kinds_of(designation: Designation, parts: Sequence[Part]) -> int:
    """As which kinds a name is to be compared: both where the list does not say and it could be."""
    match designation.kind:
        case "organization" | "address":
            return ORGANIZATION
        case "person":
            return PERSON
        case "vessel" | "aircraft":
            return CRAFT
        case _:
            return kinds_of_text(parts)


def kinds_read(kinds: int, reading: Spelled) -> int:
    """The kinds as which a reading of a name of these `kinds` is compared."""
    return kinds & ~PERSON if reading.mended else kinds


def flags_of(kinds: int, reading: Spelled) -> int:
    """The kinds of a listed reading and its marks, as one number."""
    classes = {part.cls for part in reading.parts}
    common = COMMON * (DISTINCT not in classes)
    return kinds + TRANSLATED * reading.translated + common + FIRM * bool(classes & {LEGAL, ORG})


def kinds_of_text(parts: Sequence[Part | Word]) -> int:
    """As which kinds a name of unknown kind is to be compared: a firm's words make it a firm."""
    telling = [part for part in parts if part.cls != STOP]
    is_firm = any(part.cls in _FIRM_CLASSES for part in telling)
    is_personal = 1 < len(telling) <= LONGEST_PERSON or is_one_unspaced(telling)
    return ORGANIZATION | PERSON if is_personal and not is_firm else ORGANIZATION


def is_one_unspaced(parts: Sequence[Part | Word]) -> bool:
    """Whether a name is one word in Han or Hangul that is as short as a person's name."""
    return len(parts) == 1 and parts[0].cls == DISTINCT and (
        len(parts[0].raw) <= LONGEST_UNSPACED and script(parts[0].raw) in east_asian.SCRIPTS
    )  # fmt: skip
