"""Which words of two names meet, and which are left over.

Greedy, best meeting first: an optimal assignment changes no verdict on the labelled cases. Words
parted or joined by the writer (Sense Time, Hai Kang Wei Shi) meet as one.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from screenr.matching.lexicon import DISTINCT, LEGAL
from screenr.matching.meet import Meeting
from screenr.matching.words import Word

LONGEST_JOIN = 4
JOINED = 0.96
SHORTEST_PIECE = 2

Meet = Callable[[Word, Word], Meeting | None]
Near = Mapping[str, Container[str]]
"""Of words of a counterparty's name, as written, the listed words that each could meet.

Single letters are not in it: they may meet any.
"""


class Pair(NamedTuple):
    """Words that met: their places in both names and how they were read."""

    query: tuple[int, ...]
    listed: tuple[int, ...]
    similarity: float
    reading: str


@dataclass(slots=True)
class Alignment:
    """All pairs, what is left on both sides, and the listed word at which the query was cut off."""

    pairs: list[Pair] = field(default_factory=list)
    left_query: list[int] = field(default_factory=list)
    left_listed: list[int] = field(default_factory=list)
    cut: int | None = None

    def take(self, pair: Pair) -> None:
        """Add a pair and strike its words from what is left."""
        self.pairs.append(pair)
        for at in pair.query:
            self.left_query.remove(at)
        for at in pair.listed:
            self.left_listed.remove(at)

    def part(self, pair: Pair) -> None:
        """Take a pair back: its words are left over."""
        self.pairs.remove(pair)
        self.left_query = sorted((*self.left_query, *pair.query))
        self.left_listed = sorted((*self.left_listed, *pair.listed))


def align(
    query: Sequence[Word], listed: Sequence[Word], meet: Meet, *, near: Near | None = None
) -> Alignment:
    """Pair the words of two names; words that are not `near`, where that is known, never meet."""
    found = _identical(query, listed)
    if found.left_query and found.left_listed:
        _take_joined(found, query, listed)
        _take_alike(found, query, listed, meet, near=near)
    return found


def _identical(query: Sequence[Word], listed: Sequence[Word]) -> Alignment:
    pairs: list[Pair] = []
    left_query: list[int] = []
    left_listed = list(range(len(listed)))
    raws = [word.raw for word in listed]
    for at, word in enumerate(query):
        raw = word.raw
        for other in left_listed if raw in raws else ():
            if raws[other] == raw and _may_be_one(word, listed[other]):
                pairs.append(Pair((at,), (other,), 1.0, "identical"))
                left_listed.remove(other)
                break
        else:
            left_query.append(at)
    return Alignment(pairs, left_query, left_listed)


def _may_be_one(query: Word, listed: Word) -> bool:
    """A word written alike may be of another class only where it is a name on one side."""
    return query.cls == listed.cls or (DISTINCT in (query.cls, listed.cls) and len(query.raw) > 1)


def _take_alike(
    found: Alignment,
    query: Sequence[Word],
    listed: Sequence[Word],
    meet: Meet,
    *,
    near: Near | None,
) -> None:
    options = []
    for at in found.left_query:
        word = query[at]
        others: Sequence[int] = found.left_listed
        if near is not None and len(word.raw) > 1:
            known = near.get(word.raw)
            if known is None:
                continue
            others = [other for other in others if listed[other].raw in known]
        for other in others:
            meeting = meet(word, listed[other])
            if meeting is not None:
                gain = meeting.similarity * (word.person + listed[other].person)
                options.append((-gain, abs(at - other), at, other, meeting))
    options.sort()
    for _, _, at, other, meeting in options:
        if at in found.left_query and other in found.left_listed:
            found.take(Pair((at,), (other,), *meeting))


def _take_joined(found: Alignment, query: Sequence[Word], listed: Sequence[Word]) -> None:
    mine, theirs = found.left_query, found.left_listed
    if len(mine) > 1:
        for at, size, other in _written_apart(query, mine, listed, theirs, shortest=1):
            run = tuple(range(at, at + size))
            if other in theirs and set(run) <= set(mine):
                found.take(Pair(run, (other,), JOINED, "written apart"))
    if len(theirs) > 1:
        for at, size, other in _written_apart(listed, theirs, query, mine, shortest=SHORTEST_PIECE):
            run = tuple(range(at, at + size))
            if other in mine and set(run) <= set(theirs):
                found.take(Pair((other,), run, JOINED, "written together"))


def _written_apart(
    apart: Sequence[Word],
    left: Sequence[int],
    whole: Sequence[Word],
    others: Sequence[int],
    *,
    shortest: int,
) -> list[tuple[int, int, int]]:
    """Neighbours, two to four left over in order, that the other side writes as one word."""
    neighbours = [at for at in left if at + 1 in left]
    if not neighbours:
        return []
    words = {
        whole[at].raw: at
        for at in others
        if whole[at].cls == DISTINCT and len(whole[at].raw) > 2  # noqa: PLR2004
    }
    begun = "\n".join(("", *words))
    found = []
    for at in neighbours if words else ():
        joined = apart[at].raw
        if f"\n{joined}" not in begun:
            continue
        if apart[at].cls == LEGAL or joined.isdigit() or len(joined) < shortest:
            continue
        for size in range(2, LONGEST_JOIN + 1):
            last = at + size - 1
            if last not in left or apart[last].raw.isdigit() or len(apart[last].raw) < shortest:
                break
            joined += apart[last].raw
            if joined in words:
                found.append((at, size, words[joined]))
            if apart[last].cls == LEGAL:
                break
    return found
