"""Common words of a counterparty's name read through slips, so that the rest can be weighed.

``Joitn Stock Company``, ``Jnt Stck Cmpny``, ``JointStock Cornpany`` and ``Co., Ldt.`` are legal
forms, ``Tchnlgy`` is technology: read as unheard-of words they would be the most telling words of
the name. Only words that neither the lists nor the language know are mended, and the name as it was
written stays a reading of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.lexicon import LONGEST_PHRASE, Lexicon
from screenr.text import keys

SHORTEST_WORD = 5
"""Letters of a common word in which one slip is recognized; shorter ones are too like others."""
SHORTEST_DISGUISED = 4
"""Letters of a word that lacks its vowels."""
SHORTEST_PIECE = 3
"""Letters of a word that was written together with its neighbour."""
SHORTEST_PHRASE, CLEAR_PHRASE = 5, 10
"""Letters of a legal form in which one slip is recognized; in which it is in a known word too."""

REMEMBERED = 20_000
"""Words whose mending is kept; the memory of a run stays constant."""


class Mended(NamedTuple):
    """A word as it is read and as it was written; the second of two written as one has no text."""

    word: str
    written: str


class Slips:
    """Mends the common words of names, by the words and phrases of a lexicon.

    `is_known` says whether the lists or the language know a word.
    """

    def __init__(self, lexicon: Lexicon, is_known: Callable[[str], bool]) -> None:
        self._lexicon, self._is_known = lexicon, is_known
        self._read: dict[str, Sequence[Mended]] = {}

    def mended(self, words: Sequence[str]) -> list[Mended] | None:
        """The words with slips mended; None where there is nothing to mend."""
        if len(words) < 2 or not all(word.isascii() for word in words):  # noqa: PLR2004
            return None
        found = [each for word in words for each in self._remembered(word)]
        found[-1] = self._mended_end(found[-1])
        disguised = self._is_disguised(found)
        if disguised:
            found = [each for word in words for each in self._mended_word(word, disguised=True)]
        found = self._mended_phrases(found, disguised=disguised)
        return found if [each.word for each in found] != list(words) else None

    # -- words

    def _remembered(self, word: str) -> Sequence[Mended]:
        found = self._read.get(word)
        if found is None:
            if len(self._read) > REMEMBERED:
                self._read.clear()
            found = self._read[word] = self._mended_word(word)
        return found

    def _mended_word(self, word: str, *, disguised: bool = False) -> Sequence[Mended]:
        is_free = disguised and keys.lacks_vowels(word) and len(word) >= SHORTEST_PIECE
        if word in self._common or not (is_free or self._may_be_a_slip(word)):
            return (Mended(word, word),)
        read = self._without_vowels(word)
        if read is None and not is_free:
            read = self._near(word) if len(word) >= SHORTEST_WORD else self._transposed(word)
        if read is not None:
            return (Mended(read, word),)
        for at in range(len(word) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
            left, right = word[:at], word[at:]
            if (left in self._common or right in self._common) and (
                self._is_whole(left) and self._is_whole(right)
            ):
                return (Mended(left, left), Mended(right, right))
        return (Mended(word, word),)

    def _mended_end(self, last: Mended) -> Mended:
        """A legal form of three letters, two of them swapped, where only a legal form stands."""
        if len(last.word) != SHORTEST_PIECE or last.word in self._lexicon.legal:
            return last
        form = self._transposed(last.word)
        return Mended(form, last.written) if form in self._lexicon.legal and form else last

    def _may_be_a_slip(self, word: str) -> bool:
        return len(word) >= SHORTEST_DISGUISED and not word.isdigit() and not self._is_known(word)

    def _is_whole(self, word: str) -> bool:
        return word in self._common or self._is_known(word)

    def _is_disguised(self, found: Sequence[Mended]) -> bool:
        """The whole name is written without its vowels, and a common word of it is recognized."""
        long = [each for each in found if len(each.written) >= SHORTEST_DISGUISED]
        return any(each.word != each.written for each in long) and all(
            keys.lacks_vowels(each.written) for each in long
        )

    def _without_vowels(self, word: str) -> str | None:
        if not keys.lacks_vowels(word):
            return None
        found = self._by_consonants.get(_bare(word), ())
        return min(
            (each for each in found if len(each) > len(word)),
            key=lambda each: (each[-1] != word[-1], -self._lexicon.zipf.get(each, 0), each),
            default=None,
        )

    def _near(self, word: str) -> str | None:
        """The common word that is one slip away, or drawn the same."""
        near = [*self._by_look.get(keys.visual(word), ())]
        for bucket in _ends(word):
            near += (
                each
                for each, _, _ in process.extract(
                    word, self._by_end.get(bucket, ()), scorer=OSA.distance, score_cutoff=1,
                    limit=None,
                )
            )  # fmt: skip
        return min(
            near,
            key=lambda each: (each[0] != word[0], -self._lexicon.zipf.get(each, 0), each),
            default=None,
        )

    def _transposed(self, word: str) -> str | None:
        """A short common word of which two letters are in each other's place."""
        swaps = (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)
        )
        return next((swap for swap in swaps if swap in self._common), None)

    @cached_property
    def _common(self) -> frozenset[str]:
        """Every word that a name may have beside its distinctive ones."""
        lexicon = self._lexicon
        phrases = (*lexicon.legal, *lexicon.business, *lexicon.places)
        return frozenset(word for phrase in phrases for word in phrase.split())

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        return _grouped_by_ends(word for word in self._common if len(word) >= SHORTEST_WORD)

    @cached_property
    def _by_consonants(self) -> dict[str, list[str]]:
        return _grouped(self._common, _bare)

    @cached_property
    def _by_look(self) -> dict[str, list[str]]:
        return _grouped(self._common, keys.visual)

    # -- phrases

    def _mended_phrases(self, words: list[Mended], *, disguised: bool) -> list[Mended]:
        """Legal forms of two words stand at the ends, longer ones and places anywhere."""
        for size in range(min(LONGEST_PHRASE, len(words) - 1), 1, -1):
            last = len(words) - size
            starts = range(last + 1) if size > 2 or disguised else (0, last)  # noqa: PLR2004
            for at in starts:
                window = words[at : at + size]
                phrase = self._place(window) if disguised else None
                if phrase is None and (size > 2 or at in (0, last)):  # noqa: PLR2004
                    phrase = self._form(window, disguised=disguised)
                if phrase is not None:
                    return [*words[:at], *_read_as(phrase, window), *words[at + size :]]
        return words

    def _place(self, window: Sequence[Mended]) -> str | None:
        """The place of several words that is written without its vowels."""
        return self._bare_places.get(
            " ".join(_bare(each.written) for each in window if each.written)
        )

    def _form(self, window: Sequence[Mended], *, disguised: bool) -> str | None:
        """The legal form that some words are but for a slip, or for a word left out."""
        phrases = [
            " ".join(each.word for each in window),
            " ".join(each.written for each in window if each.written),
        ]
        if any(phrase in self._lexicon.legal for phrase in phrases):
            return None
        is_whole = not disguised and all(self._is_whole(each.word) for each in window)
        for phrase in dict.fromkeys(phrases):
            least = CLEAR_PHRASE if is_whole else SHORTEST_PHRASE
            found = self._shortened.get(phrase)
            if found is None and len(phrase) >= least:
                found = self._near_form(phrase)
            if found is not None:
                return found
        return None

    def _near_form(self, phrase: str) -> str | None:
        begins, ends = (self._forms.get(end, {}) for end in _ends(phrase))
        for length in (len(phrase), len(phrase) + 1, len(phrase) - 1):
            if length not in begins and length not in ends:
                continue
            forms = sorted({*begins.get(length, ()), *ends.get(length, ())})
            near = process.extractOne(phrase, forms, scorer=OSA.distance, score_cutoff=1)
            is_clear = len(phrase) >= CLEAR_PHRASE
            if near is not None and (is_clear or keys.sound(near[0])[0] == keys.sound(phrase)[0]):
                return str(near[0])
        return None

    @cached_property
    def _bare_places(self) -> dict[str, str]:
        return {
            " ".join(map(_bare, place.split())): place
            for place in sorted(self._lexicon.places)
            if " " in place and place.isascii()
        }

    @cached_property
    def _forms(self) -> dict[str, dict[int, list[str]]]:
        """Legal forms of several words by how they begin or end, and by length."""
        found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        by_end = _grouped_by_ends(form for form in self._lexicon.legal if " " in form)
        for end, forms in by_end.items():
            for form in forms:
                found[end][len(form)].append(form)
        return found

    @cached_property
    def _shortened(self) -> dict[str, str]:
        """Forms with a word left out or in the reverse order, that are no form by themselves."""
        found: dict[str, str] = {}
        for form in sorted(self._lexicon.legal):
            words = form.split()
            if len(words) < 2 or any(len(word) < SHORTEST_DISGUISED for word in words):  # noqa: PLR2004
                continue
            others = [words[::-1]]
            if len(words) > 2:  # noqa: PLR2004
                others += ([*words[:at], *words[at + 1 :]] for at in range(len(words)))
            for other in others:
                if " ".join(other) not in self._lexicon.legal:
                    found.setdefault(" ".join(other), form)
        return found


def _read_as(phrase: str, window: Sequence[Mended]) -> list[Mended]:
    first, *rest = phrase.split()
    written = " ".join(each.written for each in window if each.written)
    return [Mended(first, written), *(Mended(each, "") for each in rest)]


def _bare(word: str) -> str:
    return word[0] + keys.consonants(word[1:])


def _ends(text: str) -> tuple[str, str]:
    """How a text of five letters or more begins and ends: one slip leaves one of the two whole."""
    return f"^{text[:2]}", f"{text[-2:]}$"


def _grouped_by_ends(texts: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for text in sorted(texts):
        if text.isascii():
            for end in _ends(text):
                found[end].append(text)
    return found


def _grouped(words: frozenset[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= SHORTEST_DISGUISED and word.isascii():
            found[key(word)].append(word)
    return found
