"""What acronyms stand for, and the acronyms of names, many at once: `acronyms.keys_to` as arrays.

Of most names an acronym is the initials of the first words, one after the other, so that its hash
follows from theirs; names of which a word may be left out are spelled one by one.
"""

from collections.abc import Iterator

import numpy as np

from screenr.matching import acronyms
from screenr.matching.batch_keys import Hashed
from screenr.matching.batch_names import Ints, Marks, Names
from screenr.matching.batch_queries import Queries
from screenr.matching.batch_texts import Hashes, Texts, texts
from screenr.matching.index import Index
from screenr.matching.index_file import hash_of, hashes_of
from screenr.matching.lexicon import GROUP

_LETTERS = Texts(
    np.array([hash_of(chr(code)) for code in range(128)], np.uint32), np.ones(128, np.int64)
)
_COMPANY = ord("c")
Keys = tuple[Ints, Hashes]
"""Places of names, and the hash of a key of each."""


class Acronyms:
    """Finds the readings that names stand for, or that stand for them."""

    def __init__(self, index: Index) -> None:
        self._keys = Hashed(index, "acronym", "reading")

    def of(self, names: Names, queries: Queries) -> Iterator[tuple[int, int]]:
        """Where the answer of each name goes, and a reading."""
        facts = names.facts
        alone = names.total("distinct") == 1
        words = np.flatnonzero(facts["acronym"] & alone[names.name])
        is_long = names.total("pieces") >= acronyms.SHORTEST
        is_long &= names.total("unusual") == 0
        first, end = _spelled(names)
        others = is_long & _may_leave_out(names, first, end)
        spelled = np.flatnonzero(is_long & ~others)
        found = [
            (names.name[words], facts["raw_hash"][words]),
            *_initials(names, spelled, first, end),
            _one_by_one(np.flatnonzero(others), names, queries),
        ]
        name, hashes = map(np.concatenate, zip(*found, strict=True))
        under = self._keys.under(names.at[name], hashes)
        yield from zip(*(each.tolist() for each in under), strict=True)


def _spelled(names: Names) -> tuple[Ints, Ints]:
    """The first word of each name that may be spelled, and the one after the last.

    Before it are legal forms and connectors, after it a legal form, a letter or a number.
    """
    facts = names.facts
    first = _first(names, ~facts["light"])
    ends = facts["legal"] | (facts["letter"] | facts["digits"]) & ~facts["light"]
    return first, _first(names, ends & (names.place >= first[names.name]))


def _first(names: Names, marked: Marks) -> Ints:
    """The place of the first word of each name that is marked, or the size of the name."""
    found = np.diff(names.starts)
    words = np.flatnonzero(marked)[::-1]
    found[names.name[words]] = names.place[words]
    return found


def _may_leave_out(names: Names, first: Ints, end: Ints) -> Marks:
    """Names with words between that may lack an initial, or have several (`acronyms`)."""
    facts = names.facts
    others = facts["light"] | (facts["pieces"] > 1) | (facts["raw_first"] == 0)
    others |= facts["text_hash"] == hash_of(GROUP)
    others &= (names.place >= first[names.name]) & (names.place < end[names.name])
    may_leave_out: Marks = names.sums(others) > 0
    return may_leave_out


def _initials(names: Names, spelled: Ints, first: Ints, end: Ints) -> Iterator[Keys]:
    """The initials of the first words of the names `spelled`, and with a company's form."""
    words, size = names.starts[spelled] + first[spelled], (end - first)[spelled]
    facts = names.facts
    may_be_company = facts["legal"] & ((facts["raw_first"] == _COMPANY) | (facts["pieces"] > 1))
    is_form = np.append(may_be_company, np.False_)[words + size]
    is_form &= end[spelled] < np.diff(names.starts)[spelled]
    joined = texts([""] * len(spelled)).after("=")
    for letters in range(1, acronyms.LONGEST + 1):
        kept = np.flatnonzero(size >= letters)
        if not len(kept):
            break
        spelled, words, size, is_form = spelled[kept], words[kept], size[kept], is_form[kept]
        initials = facts["raw_first"][words + letters - 1]
        joined = joined.at(kept).then(_LETTERS.at(initials))
        if letters >= acronyms.SHORTEST:
            yield spelled, joined.hash
        if acronyms.SHORTEST <= letters + 1 <= acronyms.LONGEST:
            last = np.flatnonzero(is_form & (size == letters))
            yield spelled[last], _and_letter(joined.at(last), _COMPANY).hash


def _and_letter(written: Texts, letter: int) -> Texts:
    return written.then(_LETTERS.at(np.full(len(written.size), letter)))


def _one_by_one(which: Ints, names: Names, queries: Queries) -> Keys:
    keys = [
        (name, key)
        for name in which.tolist()
        for key in acronyms.keys_of(queries.reading(int(names.at[name])).words)
    ]
    hashes = hashes_of("", [key for _, key in keys])
    return np.array([name for name, _ in keys], np.int64), np.array(hashes, np.uint32)
