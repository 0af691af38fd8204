"""Names written as the initials of another's words: ``SMIC``, ``CETC``, ``AMMS``.

A word stands for the first words of the other name where it is spelled by their initials. Only
words that say what a party is make an acronym, places, trades and words of the language: of brands
that nobody else has, no one writes the initials. A word of the language (CARE, SAFE) or one usual
in company names is none, and of two or three letters there are so many that they tell nothing.
"""

from collections.abc import Collection, Iterator, Sequence

from screenr.matching.align import Alignment, Pair
from screenr.matching.lexicon import DISTINCT, GROUP, LEGAL, NUMBER, STOP
from screenr.matching.reading import Reading
from screenr.matching.words import Word

ACRONYM = "acronym"
"""The reading of such a pair."""
SHORTEST, LONGEST = 4, 9
"""Letters of an acronym."""
CLEAR = 5
"""Letters of an acronym that seldom come together by chance."""
ALIKE, CLEARLY_ALIKE = 0.84, 0.88
"""How alike an acronym and its words are: enough for a match, and less than a name on a list."""
UNUSUAL = 0.9
"""Strength at large from which a word is no everyday one."""
SMALL_WORD = 3
"""Letters of a word inside a place's name that may lack its initial (Republic of Iran)."""
MOST_SMALL = 8
"""Words of a name that may lack their initials: each doubles the ways to spell it."""


def take_acronym(found: Alignment, query: Reading, listed: Reading) -> None:
    """Let an acronym on either side, of which one is known, meet the words that it stands for."""
    mine, theirs = _distinct(query.words), _distinct(listed.words)
    if _has_acronym(mine) and (end := _end(mine[0].raw, listed.words, theirs)):
        at = query.words.index(mine[0])
        _take(found, Pair((at,), tuple(range(end)), _likeness(mine[0]), ACRONYM))
    elif _has_acronym(theirs) and (end := _end(theirs[0].raw, query.words, mine)):
        at = listed.words.index(theirs[0])
        if not _is_by_chance(query, end, theirs[0]):
            _take(found, Pair(tuple(range(end)), (at,), _likeness(theirs[0]), ACRONYM))


def listed_keys(words: Sequence[Word]) -> Iterator[str]:
    """The keys under which a listed name stands: what may stand for it, and its own acronym."""
    distinct = _distinct(words)
    yield from _acronyms_of(words, distinct)
    if _has_acronym(distinct):
        yield f"={distinct[0].raw}"


def keys_to(words: Sequence[Word]) -> Iterator[str]:
    """The keys that a counterparty's name asks for."""
    distinct = _distinct(words)
    if _has_acronym(distinct):
        yield distinct[0].raw
    yield from keys_of(words)


def keys_of(words: Sequence[Word]) -> Iterator[str]:
    """The keys of the acronyms of a counterparty's name."""
    for each in _acronyms_of(words, _distinct(words)):
        yield f"={each}"


def _distinct(words: Sequence[Word]) -> Sequence[Word]:
    return [word for word in words if word.cls == DISTINCT]


def has_acronym(words: Sequence[Word]) -> bool:
    """Whether the only distinctive word of a name may be an acronym."""
    return _has_acronym([word for word in words if word.cls == DISTINCT])


def may_be_spelled(words: Sequence[Word]) -> bool:
    """Whether the initials of a name may make an acronym."""
    return _may_be_spelled(words, _distinct(words))


def _has_acronym(distinct: Sequence[Word]) -> bool:
    return len(distinct) == 1 and may_be_acronym(distinct[0])


def may_be_acronym(word: Word) -> bool:
    """Whether a word may be one, where it is the only distinctive word of a name."""
    return (
        SHORTEST <= len(word.raw) <= LONGEST
        and is_unusual(word)
        and word.raw.isascii()
        and word.raw.isalpha()
    )


def is_unusual(word: Word) -> bool:
    """A distinctive word of whose name no one writes the initials."""
    return word.cls == DISTINCT and word.strength >= UNUSUAL


def _acronyms_of(words: Sequence[Word], distinct: Sequence[Word]) -> Collection[str]:
    """All acronyms that may stand for the first words of a name."""
    found: set[str] = set()
    if _may_be_spelled(words, distinct):
        for _, spelled in _spelled(words):
            found.update(each for each in spelled if SHORTEST <= len(each) <= LONGEST)
    return found


def _may_be_spelled(words: Sequence[Word], distinct: Sequence[Word]) -> bool:
    """Enough words are there, and none that nobody else has."""
    if any(map(is_unusual, distinct)):
        return False
    return len(words) >= SHORTEST or sum(map(pieces, words)) >= SHORTEST


def pieces(word: Word) -> int:
    """How many words were read as one."""
    return word.raw.count(" ") + 1


def _take(found: Alignment, pair: Pair) -> None:
    for other in list(found.pairs):
        if {*other.query} & {*pair.query} or {*other.listed} & {*pair.listed}:
            found.part(other)
    found.take(pair)


def _likeness(acronym: Word) -> float:
    return CLEARLY_ALIKE if len(acronym.raw) >= CLEAR else ALIKE


def _is_by_chance(query: Reading, end: int, acronym: Word) -> bool:
    """Of names that begin with a brand, one in a thousand has four letters that the lists have."""
    if len(acronym.raw) >= CLEAR:
        return False
    return query.mended or any(word.cls == DISTINCT for word in query.words[:end])


def _end(acronym: str, words: Sequence[Word], distinct: Sequence[Word]) -> int:
    """Where the first words end that `acronym` stands for; 0 if it stands for none."""
    if not _may_be_spelled(words, distinct):
        return 0
    return max((end for end, spelled in _spelled(words, acronym) if acronym in spelled), default=0)


def _spelled(words: Sequence[Word], whole: str = "") -> Iterator[tuple[int, set[str]]]:
    """The initials of the first words up to each place; only those with which `whole` begins.

    The forms of companies before the name do not count, of those after it a "Co" or its like may.
    """
    first = next((at for at, word in enumerate(words) if word.cls not in (LEGAL, STOP)), len(words))
    spelled, small = {""}, 0
    for at, word in enumerate(words[first:], start=first + 1):
        if word.cls == LEGAL:
            yield at, {each + "c" for each in spelled} if _is_company(word) else spelled
            return
        initials = list(_initials(word)) if _is_spelled(word) else []
        small += sum(is_optional for _, is_optional in initials)
        if not initials or small > MOST_SMALL:
            return
        for initial, is_optional in initials:
            more = {each + initial for each in spelled if len(each) < LONGEST}
            spelled = more | spelled if is_optional else more
        if whole:
            spelled = {each for each in spelled if whole.startswith(each)}
        if not spelled:
            return
        yield at, spelled


def _is_spelled(word: Word) -> bool:
    is_letter = len(word.raw) == 1 and word.cls != STOP
    return word.raw.isascii() and word.cls != NUMBER and not is_letter and not word.native


def _is_company(word: Word) -> bool:
    """Company and corporation, whose initials are part of an acronym now and then."""
    return any(each.startswith("co") for each in word.raw.split())


def _initials(word: Word) -> Iterator[tuple[str, bool]]:
    """The initials of a word or of a place's words, each with whether it may be left out."""
    if word.cls == STOP or word.text == GROUP:
        yield word.raw[0], True
        return
    for at, each in enumerate(word.raw.split()):
        yield each[0], at > 0 and len(each) <= SMALL_WORD
