"""Names of which all that is there must meet, since the rest was cut off: no bound is needed.

What a field cut off costs nothing (`shortened`), so the sums of `bounds` do not hold for such
names; but each of their words must meet one of the listed name, which few names do.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from screenr.matching import organization_costs
from screenr.matching.lexicon import DISTINCT, LEGAL, STOP
from screenr.matching.organizations import STRONG_BRAND
from screenr.matching.shortened import fills_a_field, may_be_truncated
from screenr.matching.words import Word


class Whole(NamedTuple):
    """The words that must meet, as bits, and whether what is left fits a listed name."""

    needed: int
    fits: Callable[[Sequence[Word]], bool]


def wholes(words: Sequence[Word], *, person: bool) -> list[Whole]:
    """The ways in which a name can be a part of another."""
    found = []
    if may_be_truncated(words) and words[-1].cls not in (STOP, LEGAL):
        begun = words[-1].raw
        needed = bits_of(word.cls not in (STOP, LEGAL) for word in words[:-1])
        found.append(Whole(needed, lambda listed: any(w.raw.startswith(begun) for w in listed)))
    if person:
        return found
    everything = (1 << len(words)) - 1
    is_strong = any(word.cls == DISTINCT and word.strength >= STRONG_BRAND for word in words)
    if fills_a_field(words) and not is_strong:
        found.append(Whole(everything, lambda listed: len(listed) > len(words)))
    if organization_costs.may_be_initial(words):
        letter = words[0].raw
        found.append(Whole(everything - 1, lambda listed: listed[0].raw.startswith(letter)))
    return found


def bits_of(marks: Iterable[bool]) -> int:
    """The places that are marked, as bits."""
    return sum(1 << at for at, is_marked in enumerate(marks) if is_marked)


def places_of(bits: int) -> list[int]:
    """The places that `bits` mark."""
    return [at for at in range(bits.bit_length()) if bits >> at & 1]
