"""What the words of a batch are by themselves: columns, a fact each."""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from screenr.matching import acronyms, bounds, by_sound, organization_costs, persons
from screenr.matching.batch_keys import AskedWords
from screenr.matching.batch_words import ListedWords
from screenr.matching.by_sound import LIGHT
from screenr.matching.east_asian import family_groups
from screenr.matching.exactness import is_set_aside
from screenr.matching.lexicon import DISTINCT, LEGAL, LINE, NUMBER, ORG, STOP, Lexicon
from screenr.matching.organization_costs import STRONG_BRAND
from screenr.matching.words import Word

Columns = dict[str, NDArray[Any]]
Marks = NDArray[np.bool_]
Bytes = NDArray[np.uint8]
Rule = Callable[[Word], bool]
_ENDS, _NO_LETTER = (slice(0, 1), slice(-1, None)), "\0"
_WEIGHTS = ("organization", "left", "person", "heavy")
_MARKS = ("distinct", "legal", "light", "strong", "of_ship", "of_firm", "letter", "digits",
          "initial", "tells", "family", "title", "bare", "acronym", "unusual",
          "contradicts", "must_be_heard", "same", "native")  # fmt: skip
_TEXTS = ("raw", "text", "sound")
KINDS = ("common", "brand", "other", "full")
"""Kinds of rows: of firms' common and distinctive words, of persons' full names and of others."""
_KIND_OF = {
    **dict.fromkeys(_WEIGHTS, np.float64),
    **dict.fromkeys(KINDS, np.float32),
    **dict.fromkeys((*_MARKS, "rare", "apart"), np.bool_),
    **dict.fromkeys(("length", "pieces", *(f"{text}_size" for text in _TEXTS)), np.uint16),
    **dict.fromkeys(("begins", "ends", "clear_cost"), np.int32),
    **dict.fromkeys((f"{kind}_cost" for kind in KINDS), np.int32),
    **dict.fromkeys((f"{text}_hash" for text in _TEXTS), np.uint32),
    **dict.fromkeys(("raw_first", "raw_last", "sound_first", "sound_last"), np.uint8),
}
"""What a word weighs and is by itself; the most that its rows of each kind lift by, and to how many
readings they lead, and those that are clear across scripts; whether one of them is rare, or the
same name; whether the lists write it apart; the ranks of the listed words that it begins, and the
one after; how many words were read as one; how it is written, what it means and, of ASCII letters,
how it sounds (`Texts`), with the first and the last letter."""


def columns(count: int) -> Columns:
    """Facts of so many words of which nothing is known."""
    return {name: np.zeros(count, kind) for name, kind in _KIND_OF.items()}


def facts_of(asked: AskedWords, lexicon: Lexicon, listed: ListedWords) -> Columns:
    """What words are by themselves; nothing yet of what they meet."""
    words, raws = asked.words, asked.raws
    found = columns(len(words))
    found["length"][:] = asked.length
    found["pieces"][:] = list(map(acronyms.pieces, words))
    found["begins"], found["ends"] = listed.beginning(raws)
    for field, of in zip(_TEXTS, (asked.raw, asked.text, asked.sound), strict=True):
        found[f"{field}_hash"], found[f"{field}_size"] = of
    for field, each in (("raw", asked.latin), ("sound", asked.keys.sound)):
        found[f"{field}_first"], found[f"{field}_last"] = _ends(each)
    _weigh(found, asked)
    _mark_by_class(found, asked)
    _mark_by_rule(found, asked, lexicon)
    return found


def _ends(of: Sequence[str]) -> Iterator[Bytes]:
    """The first and the last letter of each text, 0 where there is none."""
    for at in _ENDS:
        letters = "".join([each[at] or _NO_LETTER for each in of])
        yield np.frombuffer(letters.encode("ascii"), np.uint8)


def _weigh(found: Columns, asked: AskedWords) -> None:
    found["organization"], found["person"] = asked.organization, asked.person
    found["left"][:] = list(map(organization_costs.left_query_cost, asked.words))
    found["heavy"] = np.where(asked.person > LIGHT, asked.person, 0.0)  # `bounds.heavy`


def _mark_by_class(found: Columns, asked: AskedWords) -> None:
    classes, strength = asked.cls, asked.strength
    found["distinct"] = classes == DISTINCT
    found["legal"] = classes == LEGAL
    found["light"] = found["legal"] | (classes == STOP)
    found["of_firm"] = found["legal"] | (classes == ORG)
    found["strong"] = found["distinct"] & (strength >= STRONG_BRAND)
    found["contradicts"] = (classes == LINE) | (classes == NUMBER)
    found["contradicts"] |= found["distinct"] & (found["heavy"] > 0)
    found["unusual"] = found["distinct"] & (strength >= acronyms.UNUSUAL)


def _mark_by_rule(found: Columns, asked: AskedWords, lexicon: Lexicon) -> None:
    """What rules say of words; those that few words can be are only asked of these."""
    short, light = found["length"] <= persons.LONGEST_INITIALS, found["light"]
    short_brand = found["unusual"] & (found["length"] <= acronyms.LONGEST)
    words, raws = asked.words, asked.raws
    is_family = _among(raws, lexicon.families)
    is_title = found["legal"] | _among(raws, lexicon.titles)
    is_title |= asked.is_native
    rules: dict[str, tuple[Marks, Rule]] = {
        "letter": (found["length"] == 1, lambda word: word.raw.isalpha()),
        "initial": (short, bounds.is_initial),
        "family": (is_family, lambda word: bool(family_groups(word.raw, lexicon))),
        "title": (is_title, lambda word: persons.is_title(word, lexicon)),
        "acronym": (short_brand, acronyms.may_be_acronym),
        "bare": (light, lambda word: not is_set_aside(word)),
    }
    found["bare"] = ~light
    is_prefix = (asked.cls == NUMBER) | _among(raws, lexicon.ship_prefixes)
    found["of_ship"] = ~light & ~is_prefix  # `asked.is_of_ship`
    found["native"] = asked.is_native
    found["digits"][:] = list(map(str.isdigit, raws))
    found["tells"] = (found["heavy"] > 0) & ~_among(raws, persons.HALVES)  # `persons.tells`
    for name, (may_be, rule) in rules.items():
        at = np.flatnonzero(may_be)
        found[name][at] = [rule(words[each]) for each in at.tolist()]
    is_patronymic = np.fromiter(map(by_sound.is_patronymic, raws), np.bool_, len(raws))
    found["must_be_heard"] = (found["heavy"] > 0) & ~(found["initial"] | is_patronymic)


def _among(texts: Sequence[str], known: Container[str]) -> Marks:
    return np.array([text in known for text in texts], np.bool_)
