"""Words of other scripts that read the same in any name: a name's readings are those of its words.

Nearly all names in other scripts are of such words; rules look at several of them only where one
sounds like a word that does something to those beside it. Such a word may still be read so together
with the one after it (``عبد الرحمن``). Whatever is not certain is left to `reading`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from screenr.matching import constructs
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER
from screenr.matching.part import Part
from screenr.matching.phrasebook import ROMAN, Phrasebook
from screenr.matching.reading import UNSPACED, as_written, in_latin
from screenr.matching.words import Word
from screenr.text.transliterate import script

_ASIDE = constructs.GOD | ROMAN.keys()
"""Words that do something to those beside them, or are read by where they stand."""
_BY_PLACE = frozenset({LEGAL, NUMBER})
"""Classes that words have by where they stand, or of which several make one word."""


class Beside(NamedTuple):
    """What tells whether a word stays what it is beside others.

    One that `is_form` is read so only at the ends of a name; `after` has the words that make a
    phrase with it if they follow, `firsts` what it begins with itself.
    """

    is_form: bool
    after: Collection[str]
    firsts: Sequence[str]


class NativeWord(NamedTuple):
    """A word of another script, or two: as written, and in each way to spell its name in Latin.

    Of two ways the first reads known words by what they mean; of four, the last two have articles
    apart (`reading.in_latin`).
    """

    script: str
    written: tuple[Word, ...]
    sounds: tuple[tuple[Word, ...], ...]
    beside: Beside


class NativeWords:
    """Reads words of other scripts by themselves."""

    def __init__(self, book: Phrasebook, weigh: Callable[[Part], Word]) -> None:
        self._book, self._weigh = book, weigh

    def of(self, words: Sequence[str]) -> NativeWord | None:
        """Words that stand together in a name; None where those beside them may change them."""
        kind, *others = {*map(script, words)}
        if others or kind == "Latin":
            return None
        written, sounds = tuple(self._book.parts(as_written(words))), in_latin(words, self._book)
        in_runs = [] if kind in UNSPACED else [*self._runs(sounds)]
        is_cut = [*map(len, in_runs)] != [*map(len, sounds)]
        runs = [run for run in dict.fromkeys((written, *in_runs)) if run]
        if (is_cut and len(words) > 1) or not all(map(self._stays, runs)):
            return None
        after = [each for run in runs for each in self._book.openers.get(run[-1].raw, ())]
        is_form, firsts = (
            any(run[0].cls == LEGAL for run in runs),
            dict.fromkeys(run[0].raw for run in runs),
        )
        return NativeWord(
            kind,
            tuple(map(self._weigh, written)),
            tuple([tuple(map(self._weigh, each)) for each in sounds]),
            Beside(is_form, frozenset(after) if after else (), tuple(firsts)),
        )

    def _runs(self, sounds: Sequence[Sequence[Part]]) -> Iterator[tuple[Part, ...]]:
        """The parts that are read together with those of words beside; not words that are known."""
        known = self._book.lexicon.native
        for at, parts in enumerate(sounds):
            with_known = len(sounds) > 1 and not at % 2
            yield tuple(each for each in parts if not (with_known and each.native in known))

    def _stays(self, run: Sequence[Part]) -> bool:
        """Whether parts are the same beside any others, and others beside them."""
        book, raws = self._book, [part.raw for part in run]
        if not _ASIDE.isdisjoint(raws) or not all(map(self._is_alone, run)):
            return False
        if raws[0] in book.lexicon.ship_prefixes or constructs.may_be_joined(raws[-1]):
            return False
        if any(two in book.openers.get(one, ()) for one, two in pairwise(raws)):
            return False
        classes = [part.cls for part in run]
        return classes == [LEGAL] or (DISTINCT in classes and _BY_PLACE.isdisjoint(classes))

    def _is_alone(self, part: Part) -> bool:
        """Whether a part is one word that is what it is by itself."""
        return " " not in part.raw and self._book.alone(part.raw) == (part._replace(native=""),)


def stay(words: Sequence[Beside]) -> bool:
    """Whether the words of a name stay what each is by itself."""
    forms = [word.is_form for word in words]
    if any(forms) and (any(forms[1:-1]) or all(forms)):
        return False
    return not any(
        first in one.after for one, two in pairwise(words) if one.after for first in two.firsts
    )


def are_apart(words: Iterable[Word]) -> bool:
    """Whether no two words of different writing sound the same: such pass for one (`reading`)."""
    natives: dict[str, str] = {}
    for word in words:
        sound = constructs.SERVANT if word.raw == constructs.SERVANT_OF else word.raw
        if natives.setdefault(sound, word.native) != word.native:
            return False
    return True
