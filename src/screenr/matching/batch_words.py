"""All listed words as arrays: what `batch_reach` and `batch_side` must know of each.

A batch of a million names has little room, and so many words would take tens of megabytes as
strings, sets and dictionaries. What is seldom asked for is read from the index when it is.
"""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from screenr.matching import by_sound, east_asian, persons
from screenr.matching.batch_pairs import expanded, unique
from screenr.matching.batch_sounds import Sounds
from screenr.matching.index import Index
from screenr.matching.words import known_as
from screenr.text import keys
from screenr.text.transliterate import script

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]
_TAB, _ZERO = ord("\t"), ord("0")
_HEAD, _LAST = 8, "\U0010ffff"
_FILLED = np.array([(1 << 8 * (_HEAD - size)) - 1 for size in range(_HEAD + 1)], np.uint64)
"""The last of the numbers that begin with so many bytes, but for these."""
_ASCII, _LOWER = 128, 32


class ListedWords:
    """The words of an index by their numbers."""

    def __init__(self, index: Index) -> None:
        def floats(name: str) -> Floats:
            return np.frombuffer(index.file.raw(f"word.{name}.f8"), "<f8")

        def is_there(name: str) -> Marks:
            counts: Marks = np.frombuffer(index.file.raw(f"word.{name}.u4"), "<u4") > 0
            return counts

        firsts = np.frombuffer(index.file.raw("raw.word.u4"), "<u4").astype(np.int64)
        of = np.repeat(np.arange(len(firsts) - 1, dtype=np.int32), np.diff(firsts))
        self.raws = Raws(index, of)
        self.organization, self.person = floats("organization"), floats("person")
        self.strength, self.cost = floats("strength"), floats("cost")
        marks = np.frombuffer(index.file.raw("word.marks.u1"), np.uint8)
        table = np.array([known_as(each) for each in range(8)])
        _, self.usual_person, self.at_large = table[marks].T
        self.of_firms, self.of_persons = is_there("organizations"), is_there("persons")
        self._read_words(index)
        is_heavy = self.person > by_sound.LIGHT
        self.tells = is_heavy & self._are_no_servants(index)
        self.heavy = np.where(is_heavy, self.person, 0.0)
        spelled = RawBytes(index)
        self.length, self.is_mixed = (
            spelled.length[of],
            spelled.are_mixed(index.file.strings("raw"))[of],
        )
        first = spelled.bytes_at(0)
        self.first = np.where((spelled.length > 1) & (first < _ASCII), first, 0)[of]
        self._heard, self._is_heard = Sounds(len(of)), np.zeros(len(of), np.bool_)
        self._rank(spelled, firsts)

    def _read_words(self, index: Index) -> None:
        """Classes, and which words were written in an East Asian script."""
        text = np.frombuffer(index.file.raw("word.txt"), np.uint8)
        ends = np.frombuffer(index.file.raw("word.at.u4"), "<u4")[1:]
        tabs = np.flatnonzero(text == _TAB).reshape(-1, 3)
        self.cls: NDArray[np.uint8] = text[tabs[:, 1] + 1] - _ZERO
        self.is_east_asian: Marks = np.zeros(len(ends), np.bool_)
        words = index.file.strings("word")
        for at in np.flatnonzero(tabs[:, 2] + 1 < ends).tolist():
            native = words[at].rpartition("\t")[2]
            self.is_east_asian[at] = script(native) in east_asian.SCRIPTS

    def _are_no_servants(self, index: Index) -> Marks:
        found = np.ones(len(self.raws), np.bool_)
        for half in persons.HALVES:
            servants = [at for at in index.words_with(f"r:{half}") if self.raws[at] == half]
            found[servants] = False
        return found

    def _rank(self, spelled: "RawBytes", firsts: Ints) -> None:
        words, of = expanded(firsts[spelled.order], firsts[spelled.order + 1])
        self.by_rank: NDArray[np.int32] = words.astype(np.int32)
        heads = np.column_stack([spelled.bytes_at(place) for place in range(_HEAD)])
        self._heads = _as_numbers(heads)[spelled.order][of]
        self.rank: NDArray[np.int32] = np.empty(len(words), np.int32)
        self.rank[words] = np.arange(len(words), dtype=np.int32)

    def beginning(self, begun: Sequence[str]) -> tuple[Ints, Ints]:
        """The ranks of the words that begin so: the first, and the one after the last."""
        encoded = [each.encode() for each in begun]
        sizes = np.fromiter(map(len, encoded), np.int64, len(encoded))
        heads = _as_numbers(np.array(encoded, f"S{_HEAD}").view(np.uint8).reshape(-1, _HEAD))
        filled = heads | _FILLED[np.minimum(sizes, _HEAD)]
        first = np.searchsorted(self._heads, heads, "left")
        last = np.searchsorted(self._heads, filled, "right")
        is_long = sizes > _HEAD
        for at in np.flatnonzero(is_long & (first < last)).tolist():
            within = self.by_rank[first[at] : last[at]].tolist()
            spelled = [self.raws[each] for each in within]
            last[at] = first[at] + bisect_left(spelled, begun[at] + _LAST)
            first[at] += bisect_left(spelled, begun[at])
        return first.astype(np.int64), last.astype(np.int64)

    def heard(self, at: Ints) -> Sounds:
        """What the words sound like; worked out when a word is first asked for."""
        new = unique(at[~self._is_heard[at]])
        if len(new):
            self._heard.put(new, keys.sound_of_each([self.raws[each] for each in new.tolist()]))
            self._is_heard[new] = True
        return self._heard


def _as_numbers(heads: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Rows of eight bytes as numbers of the same order, which are searched sooner."""
    return np.ascontiguousarray(heads).view(">u8").ravel().astype(np.uint64)


class RawBytes:
    """The different words as they are written, by the bytes that they lie in."""

    def __init__(self, index: Index) -> None:
        self._text = np.frombuffer(index.file.raw("raw.txt"), np.uint8)
        starts = np.frombuffer(index.file.raw("raw.at.u4"), "<u4").astype(np.int64)
        self._starts, self._sizes = starts[:-1], np.diff(starts)
        by_length = np.frombuffer(index.file.raw("raw.length.u4"), "<u4").astype(np.int64)
        lengths = np.searchsorted(by_length, np.arange(len(self._starts)), "right") - 1
        self.length: NDArray[np.int16] = lengths.astype(np.int16)
        self.order = np.frombuffer(index.file.raw("raw.order.u4"), "<u4").astype(np.int64)

    def bytes_at(self, place: int) -> NDArray[np.uint8]:
        """The byte of each word at a place, zero where it ends before."""
        at = np.minimum(self._starts + place, len(self._text) - 1)
        found: NDArray[np.uint8] = np.where(self._sizes > place, self._text[at], 0)
        return found

    def are_mixed(self, raws: Sequence[str]) -> Marks:
        """Which words are neither of letters nor of digits alone; `raws` are all of them.

        Those beyond ASCII are asked one by one.
        """
        folded = self._text | _LOWER
        letters = (folded >= ord("a")) & (folded <= ord("z"))
        digits = (self._text >= _ZERO) & (self._text <= ord("9"))
        counts = [np.append(0, np.cumsum(each, dtype=np.int32)) for each in (letters, digits)]
        ends = self._starts + self._sizes
        alike = [count[ends] - count[self._starts] for count in counts]
        found: Marks = (alike[0] < self._sizes) & (alike[1] < self._sizes)
        for at in np.flatnonzero(self._sizes > self.length).tolist():
            found[at] = is_mixed(raws[at])
        return found


class Raws:
    """How each word is written, decoded when asked for."""

    def __init__(self, index: Index, of: NDArray[np.int32]) -> None:
        self._strings, self._of = index.file.strings("raw"), of

    def __len__(self) -> int:
        return len(self._of)

    def __getitem__(self, at: int) -> str:
        return self._strings[int(self._of[at])]


def is_mixed(raw: str) -> bool:
    """Whether a word has letters and digits."""
    return not (raw.isalpha() or raw.isdigit())
