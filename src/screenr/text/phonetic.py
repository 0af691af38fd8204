"""How alike two words sound when one of them came through another script.

A weighted edit distance over `keys.sound`: vowels are cheap, since Arabic and Hebrew leave them out
and others guess them; consonants of one class are half price. The classes follow the articulation
groups of Soundex (Russell 1918) and Daitch-Mokotoff (1985).
"""

from collections.abc import Iterable, Sequence

from screenr.text import keys

_VOWELS = frozenset("aeiou")
_CHEAP = {
    frozenset(pair): cost
    for pairs, cost in (
        ("kg td sz pb fv zS zJ JC CS SJ sS sC zC ks hk hg", 0.3),
        ("uv ub uf iJ vb", 0.25),
        ("lr mn pf Js gJ tC tz ts kC kS", 0.45),
    )
    for pair in pairs.split()
}
DROPPED = {
    "h": 0.3,
    "i": 0.2,
    "u": 0.25,
    "a": 0.2,
    "e": 0.2,
    "o": 0.2,
    "v": 0.7,
    "n": 0.7,
    "r": 0.7,
}


REMEMBERED = 3_000
"""Pairs of words whose similarity is kept."""
_known: dict[tuple[str, str], float] = {}


def similarity(left: str, right: str) -> float:
    """0 to 1 for two words in Latin letters; 1 where nothing but spelling differs."""
    found = _known.get((left, right))
    if found is None:
        found = _measured(keys.sound(left), keys.sound(right))
        remember([(left, right)], [found])
    return found


def remember(pairs: Sequence[tuple[str, str]], similarities: Iterable[float]) -> None:
    """Keep what was measured elsewhere (`batch_sounds`), for `similarity` to answer with."""
    if len(_known) + len(pairs) > REMEMBERED:
        _known.clear()
    _known.update(zip(pairs, similarities, strict=True))


def _measured(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 1.0
    before = [0.0]
    for letter in theirs:
        before.append(before[-1] + DROPPED.get(letter, 1.0))
    for letter in mine:
        row = [before[0] + DROPPED.get(letter, 1.0)]
        for at, other in enumerate(theirs):
            row.append(
                min(
                    before[at] + changed(letter, other),
                    before[at + 1] + DROPPED.get(letter, 1.0),
                    row[at] + DROPPED.get(other, 1.0),
                )
            )
        before = row
    whole = max(weight(mine), weight(theirs))
    return max(0.0, 1.0 - before[-1] / whole) if whole else 0.0


def changed(letter: str, other: str) -> float:
    """What it costs that one sound stands for another."""
    if letter == other:
        return 0.0
    if letter in _VOWELS and other in _VOWELS:
        return 0.12
    return _CHEAP.get(frozenset((letter, other)), 1.0)


def weight(sound: str) -> float:
    """What all sounds of a word come to."""
    return sum(0.35 if letter in _VOWELS else 1.0 for letter in sound)
