"""Names of which all that is there must meet, since the rest was cut off: no bound is needed.

What a field cut off costs nothing (`shortened`), so the sums of `bounds` do not hold for such
names; but each of their words must meet one of the listed name, which few names do.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screenr.matching import organization_costs
from screenr.matching.lexicon import LEGAL, STOP
from screenr.matching.shortened import LONG_PHRASE, fills_a_field, may_be_truncated
from screenr.matching.words import Word


class Whole(NamedTuple):
    """The words that must meet, as bits, and what the listed name must be besides.

    One of its words begins with `begun`, the first one where `is_first`; it has more words than
    `words`.
    """

    needed: int
    begun: str
    is_first: bool
    words: int

    def fits(self, listed: Sequence[Word]) -> bool:
        """Whether a listed name is what it must be."""
        begins = listed[:1] if self.is_first else listed
        return len(listed) > self.words and any(w.raw.startswith(self.begun) for w in begins)


def wholes(words: Sequence[Word], *, person: bool) -> list[Whole]:
    """The ways in which a name can be a part of another.

    An initial beside a distinctive word is bounded; this is the one beside a long phrase
    (`shortened.take_initial`).
    """
    found = []
    if may_be_truncated(words):
        needed = bits_of(word.cls not in (STOP, LEGAL) for word in words[:-1])
        found.append(Whole(needed, words[-1].raw, is_first=False, words=0))
    if person:
        return found
    everything = (1 << len(words)) - 1
    if fills_a_field(words) and not organization_costs.has_strong_brand(words):
        found.append(Whole(everything, "", is_first=True, words=len(words)))
    is_letter = organization_costs.may_be_initial(words) and len(words) > LONG_PHRASE
    if is_letter and any(word.cls not in (STOP, LEGAL) for word in words[1:]):
        found.append(Whole(everything - 1, words[0].raw, is_first=True, words=0))
    return found


def bits_of(marks: Iterable[bool]) -> int:
    """The places that are marked, as bits."""
    return sum(1 << at for at, is_marked in enumerate(marks) if is_marked)


def places_of(bits: int) -> list[int]:
    """The places that `bits` mark."""
    return [at for at in range(bits.bit_length()) if bits >> at & 1]
