"""Legal forms of several words, found through a slip or without one of their words."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screenr.matching.common_words import SHORTEST_DISGUISED
from screenr.matching.lexicon import Lexicon
from screenr.text import keys

SHORTEST_PHRASE, CLEAR_PHRASE = 5, 10
"""Letters of a legal form in which one slip is recognized; in which it is in a known word too."""

CERTAIN = 7
"""Letters of a word of which a slip, or another word before or after, leaves three at an end."""
_NONE: Mapping[int, list[str]] = {}


class FormWords:
    """The words of some legal forms."""

    def __init__(self, forms: Iterable[str]) -> None:
        words = {word for form in forms for word in form.split()}
        self._near, self._text = _by_length(words), f" {' '.join(words)} "
        self._pairs = sorted({pair for form in forms for pair in pairwise(form.split())})
        self._firsts = tuple({one for one, _ in self._pairs})
        self._heads, self._tails = {word[:3] for word in words}, {word[-3:] for word in words}

    def may_hold(self, word: str) -> bool:
        """Whether one of the forms may have `word` in it but for a slip.

        So may a part of one of its words, and two of them written as one, with a letter between.
        """
        if len(word) >= CERTAIN and not (word[:3] in self._heads or word[-3:] in self._tails):
            return False
        if f" {word}" in self._text or f"{word} " in self._text:
            return True
        if word.startswith(self._firsts) and any(
            word.startswith(one) and word.endswith(two) and len(word) <= len(one + two) + 1
            for one, two in self._pairs
        ):
            return True
        near = self._near.get(len(word), ())
        return bool(process.extractOne(word, near, scorer=OSA.distance, score_cutoff=1))


class LegalForms:
    """The legal forms of several words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._legal = lexicon.legal
        self.beginning = lru_cache(maxsize=None)(self._beginning)
        self.ending = lru_cache(maxsize=None)(self._ending)

    def shortened(self, phrase: str) -> str | None:
        """The form of which `phrase` leaves a word out, or has the words in reverse order."""
        return self._shortened.get(phrase)

    def near(self, phrase: str) -> str | None:
        """The form that is one slip away from a phrase, which is none itself."""
        size = len(phrase)
        alike = (
            self._by_first.get(_first(phrase), _NONE),
            self._by_last.get(_last(phrase), _NONE),
        )
        forms = [
            form
            for by_length in alike
            for length in (size - 1, size, size + 1)
            for form in by_length.get(length, ())
            if _may_be_near(phrase, form)
        ]
        if not forms or size < SHORTEST_PHRASE:
            return None
        near = process.extract(phrase, forms, scorer=OSA.distance, score_cutoff=1, limit=None)
        return _clearest(phrase, [form for form, _, _ in near])

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words with which a phrase begins that may be a form but for a slip.

        A slip leaves the first word whole, or the last, or it moves the space between two.
        """
        return frozenset((*self._by_first, *self._shortened_by_first))

    @cached_property
    def lasts(self) -> frozenset[str]:
        """The words with which such a phrase ends where it begins with none of `firsts`."""
        return frozenset(self._by_last)

    def _beginning(self, first: str) -> FormWords | None:
        """The forms that begin with a word."""
        if first not in self.firsts:
            return None
        forms = self._by_first.get(first, _NONE).values()
        return FormWords({*self._shortened_by_first.get(first, ()), *chain(*forms)})

    def _ending(self, last: str) -> FormWords | None:
        """The forms that end with a word."""
        if last not in self.lasts:
            return None
        return FormWords({*chain(*self._by_last[last].values())})

    @cached_property
    def _several(self) -> list[str]:
        return sorted(form for form in self._legal if " " in form)

    @cached_property
    def _by_first(self) -> Mapping[str, Mapping[int, list[str]]]:
        return _grouped((first, form) for form in self._several for first in _firsts(form))

    @cached_property
    def _by_last(self) -> Mapping[str, Mapping[int, list[str]]]:
        return _grouped((_last(form), form) for form in self._several)

    @cached_property
    def _shortened(self) -> dict[str, str]:
        """Forms with a word left out or in the reverse order, that are no form by themselves."""
        found: dict[str, str] = {}
        for form in self._several:
            words = form.split()
            if min(map(len, words)) < SHORTEST_DISGUISED:
                continue
            others = [words[::-1]]
            if len(words) > 2:  # noqa: PLR2004
                others += ([*words[:at], *words[at + 1 :]] for at in range(len(words)))
            for other in map(" ".join, others):
                if other not in self._legal:
                    found.setdefault(other, form)
        return found

    @cached_property
    def _shortened_by_first(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for form in self._shortened:
            found.setdefault(_first(form), []).append(form)
        return found


def _first(phrase: str) -> str:
    return phrase[: phrase.index(" ")]


def _last(phrase: str) -> str:
    return phrase[phrase.rindex(" ") + 1 :]


def _firsts(form: str) -> Sequence[str]:
    """The first word; of two words also as it is when the space between them has moved."""
    first, *rest = form.split(" ")
    return (first,) if len(rest) > 1 else (first, first[:-1], first + rest[0][0])


def _may_be_near(phrase: str, form: str) -> bool:
    """One slip leaves the first letter, or all that follows the second; the same at the end."""
    return (form[0] == phrase[0] or form.endswith(phrase[2:])) and (
        form[-1] == phrase[-1] or form.startswith(phrase[:-2])
    )


def _clearest(phrase: str, forms: Iterable[str]) -> str | None:
    """The form of the same length, or one longer, or one shorter; of one length the first.

    In a short phrase a slip leaves the sound that it begins with.
    """
    by_length: dict[int, str] = {}
    for form in sorted(forms, reverse=True):
        by_length[len(form)] = form
    for length in (len(phrase), len(phrase) + 1, len(phrase) - 1):
        found = by_length.get(length)
        if found and (len(phrase) >= CLEAR_PHRASE or keys.sound(found)[0] == keys.sound(phrase)[0]):
            return found
    return None


def _grouped(forms: Iterable[tuple[str, str]]) -> Mapping[str, Mapping[int, list[str]]]:
    """Forms by a mark, and by their lengths."""
    found: dict[str, dict[int, list[str]]] = {}
    for mark, form in forms:
        found.setdefault(mark, {}).setdefault(len(form), []).append(form)
    return found


def _by_length(texts: Iterable[str]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = {}
    for text in texts:
        for length in (len(text) - 1, len(text), len(text) + 1):
            found.setdefault(length, []).append(text)
    return found
