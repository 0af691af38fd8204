"""All listed words as arrays: what `batch_reach` and `batch_sides` must know of each."""

import re
from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from screenr.matching import by_sound, east_asian, persons
from screenr.matching.index import Index
from screenr.matching.lexicon import DISTINCT
from screenr.matching.words import known_as
from screenr.text.transliterate import script

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]


class ListedWords:
    """The words of an index by their numbers."""

    def __init__(self, index: Index) -> None:
        def floats(name: str) -> Floats:
            return np.frombuffer(index.file.raw(f"word.{name}.f8"), "<f8")

        def is_there(name: str) -> Marks:
            counts: Marks = np.frombuffer(index.file.raw(f"word.{name}.u4"), "<u4") > 0
            return counts

        self.raws: list[str] = []
        classes, natives = bytearray(), dict[int, str]()
        for at, each in enumerate(index.file.strings("word")):
            raw, _, cls, native = each.split("\t")
            self.raws.append(raw)
            classes.append(int(cls))
            if native:
                natives[at] = native
        size = len(self.raws)
        self.raw = np.array(self.raws, dtype=object)
        self.cls: Ints = np.frombuffer(classes, np.uint8).astype(np.int64)
        self.length = np.fromiter(map(len, self.raws), np.int64, size)
        self.organization, self.person = floats("organization"), floats("person")
        self.strength, self.cost = floats("strength"), floats("cost")
        marks = np.frombuffer(index.file.raw("word.marks.u1"), np.uint8)
        table = np.array([known_as(each) for each in range(8)])
        _, self.usual_person, self.at_large = table[marks].T
        self.of_firms, self.of_persons = is_there("organizations"), is_there("persons")
        self.is_mixed = np.array([is_mixed(raw) for raw in self.raws])
        self.is_east_asian = np.zeros(size, np.bool_)
        self.is_east_asian[
            [at for at, native in natives.items() if script(native) in east_asian.SCRIPTS]
        ] = True
        self.tells = np.array([_tells(raw) for raw in self.raws]) & (self.person > by_sound.LIGHT)
        self.heavy = np.where(self.person > by_sound.LIGHT, self.person, 0.0)
        self.first = np.array(
            [ord(raw[0]) if len(raw) > 1 and raw[0].isascii() else 0 for raw in self.raws],
            np.uint8,
        )
        self._read_raws()

    def _read_raws(self) -> None:
        """What is looked up by how words are written: ranks, sounds, distinctive words."""
        self.sounds = {plain_sounds(raw) for raw in self.raws if raw.isascii() and len(raw) > 1}
        order = sorted(range(len(self.raws)), key=self.raws.__getitem__)
        self._sorted = [self.raws[at] for at in order]
        self.rank = np.empty(len(order), np.int64)
        self.rank[order] = np.arange(len(order))
        self.distinct: dict[str, list[int]] = {}
        for at in np.flatnonzero(self.cls == DISTINCT).tolist():
            self.distinct.setdefault(self.raws[at], []).append(at)

    def beginning(self, begun: str) -> tuple[int, int]:
        """The ranks of the words that begin so: the first, and the one after the last."""
        return bisect_left(self._sorted, begun), bisect_left(self._sorted, f"{begun}\U0010ffff")


def plain_sounds(raw: str) -> str:
    """The letters that `keys.sound` leaves as they are, once where they are doubled.

    Words that sound the same have the same ones, which is found out sooner.
    """
    return _DOUBLED.sub(r"\1", raw).translate(_CHANGED)


def _tells(raw: str) -> bool:
    return not persons.is_servant(raw)


_DOUBLED = re.compile(r"([bflmnr])\1+")
_CHANGED = str.maketrans("", "", "acdeghijkopqstuvwxyz")


def is_mixed(raw: str) -> bool:
    """Whether a word has letters and digits."""
    return not (raw.isalpha() or raw.isdigit())
