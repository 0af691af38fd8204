"""Words of persons' names that meet by their sound: across scripts, joined, or only in company."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from screenr.matching.align import Alignment, Pair
from screenr.matching.lexicon import Lexicon
from screenr.matching.meet import COMPANY, KNOWN, Meeting, across_scripts, meet_in_persons
from screenr.matching.words import Word
from screenr.text import keys

SHORTEST_HEARD = 2
"""Letters of a word that is heard across scripts."""
SHORTEST_JOINED, JOINED_BY_SOUND = 6, 0.9
LIGHT = 0.1
"""Particles weigh less than this."""
PLAUSIBLE_SOUND = 0.75
RARE = 0.65
"""The least weight of a name that few have: one that an initial may complete."""
CLEAR_CONSONANTS, CLEAR_SIMILARITY = 5, 0.86
CERTAIN_SIMILARITY = 0.92
BESIDE_OTHERS = 0.85
"""The least similarity across scripts beside listed names that were left over."""
UNHEARD = 0.7
"""The most that names come to across scripts of which too few sounds met."""
_PATRONYMIC = ("ovich", "evich", "ovych", "ovna", "evna", "ivna", "ichna")


def meet_crossed(query: Word, listed: Word, lexicon: Lexicon) -> Meeting | None:
    """Two words of which one was transliterated."""
    is_letter = min(len(query.raw), len(listed.raw)) < SHORTEST_HEARD  # it may be an initial
    by_sound = None if is_letter else across_scripts(query.raw, listed.raw)
    as_written = meet_in_persons(query, listed, lexicon)
    if as_written and as_written.reading == KNOWN:
        return by_sound  # few consonants are a short form of many names
    met = (each for each in (as_written, by_sound) if each)
    return max(met, key=lambda each: each.similarity, default=None)


def take_joined_by_sound(found: Alignment, query: Sequence[Word], listed: Sequence[Word]) -> None:
    """Two neighbours that the list writes as one word, in another spelling (Pour Ebrahim)."""
    if not found.left_listed:
        return
    for at, after in pairwise(tuple(found.left_query)):
        joined = query[at].raw + query[after].raw
        if after != at + 1 or len(joined) < SHORTEST_JOINED or at not in found.left_query:
            continue
        for other in found.left_listed:
            if keys.sound(joined) == keys.sound(listed[other].raw):
                found.take(Pair((at, after), (other,), JOINED_BY_SOUND, "written apart"))
                break


def part_lonely(
    found: Alignment, query: Sequence[Word], listed: Sequence[Word], tells: Callable[[Word], bool]
) -> None:
    """Names that meet only in company, two names that met for each, are parted without it.

    `tells` says what a name is: half of one (Abdul) is no company. For two usual names a rare one
    must be in it: beside names that many have, Hassan is not Hussein.
    """
    lonely = [pair for pair in found.pairs if pair.reading == COMPANY]
    if not lonely:
        return
    company = [
        pair
        for pair in found.pairs
        if pair.similarity >= PLAUSIBLE_SOUND and any(tells(listed[at]) for at in pair.listed)
    ]
    is_rare = any(listed[at].person > RARE for pair in company for at in pair.listed)
    for at, pair in enumerate(lonely):
        words = (query[pair.query[0]], listed[pair.listed[0]])
        if at >= len(company) // 2 or (not is_rare and all(word.usual_person for word in words)):
            found.part(pair)


def is_patronymic(raw: str) -> bool:
    """Whether a word is a Russian, Ukrainian or Belarusian patronymic, in Latin letters."""
    return raw.endswith(_PATRONYMIC)


def is_heard_clearly(
    full: Sequence[Pair], consonants: int, left_query: Sequence[Word], left_listed: Sequence[Word]
) -> bool:
    """Across scripts all of the counterparty's names must be met, by enough consonants."""
    identical = sum(pair.reading == "identical" for pair in full)
    if identical > 1 or (0 < identical == len(full) and not left_query and not left_listed):
        return True
    least = min((pair.similarity for pair in full), default=0.0)
    mean = sum(pair.similarity for pair in full) / max(len(full), 1)
    if left_query or least < (BESIDE_OTHERS if left_listed else PLAUSIBLE_SOUND):
        return False
    is_whole = not left_listed and mean >= CERTAIN_SIMILARITY
    is_clear = consonants >= CLEAR_CONSONANTS and mean >= CLEAR_SIMILARITY
    return is_clear or (is_whole and consonants >= CLEAR_CONSONANTS - 1)
