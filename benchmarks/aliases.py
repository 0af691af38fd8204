"""Aliases of good quality against primary names: whether a list's own spellings meet each other.

What is asked is taken from the shipped lists. The negative of an alias is the hardest there is on
the list: the primary name of the nearest other person.
"""

import time
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from anyascii import anyascii
from lines import Asked, Line, sampled, share, tell
from listed import AS_OF
from rapidfuzz import fuzz, process, utils
from scorers import RIVALS, Rival, screenr_matches

import screenr
from screenr.models.designation import Designation


class Alias(NamedTuple):
    """An alias, the primary name of its person, and that of the nearest other person."""

    name: str
    primary: str
    nearest: str

    @property
    def is_latin(self) -> bool:
        """Whether all its letters are Latin; else it is in the original script."""
        letters = (unicodedata.name(each, "") for each in self.name if each.isalpha())
        return all(each.startswith(("LATIN", "MODIFIER")) for each in letters)


def lines_of_aliases(list_id: str, asked: Asked) -> Iterator[Line]:
    """Recall, and the share of nearest others: of all, the Latin and the original-script ones."""
    everything = aliases_of(_persons(list_id))
    latin = [each for each in everything if each.is_latin]
    original = [each for each in everything if not each.is_latin]
    for what, rows in (
        ("all aliases", everything),
        ("Latin aliases", latin),
        ("original script", original),
    ):
        if chosen := sampled(rows, asked.sample):
            misses = 0 if rows is everything else asked.misses
            yield _line(f"{list_id} persons, {what}", chosen, misses=misses)


def aliases_of(persons: Sequence[Designation]) -> list[Alias]:
    """Every alias that its list does not call weak and that is not the primary name itself."""
    primaries = [each.name for each in persons]
    folded = [_folded(name) for name in primaries]
    found = []
    for at, person in enumerate(persons):
        names = dict.fromkeys(each.name for each in person.aliases if not each.weak)
        for name in names:
            if _folded(name) != folded[at]:
                nearest = _nearest(name, folded, but=at)
                found.append(Alias(name, person.name, primaries[nearest]))
    return found


def _nearest(name: str, folded: Sequence[str], *, but: int) -> int:
    """The place of the most similar primary name of another person; of equals the first."""
    others: list[str | None] = [*folded]
    others[but] = None
    best = process.extractOne(_folded(name), others, scorer=fuzz.token_sort_ratio)
    return int(best[2])


def _folded(name: str) -> str:
    """Without case and punctuation, in Latin letters: else nothing is near to an Arabic name."""
    return utils.default_process(anyascii(name))


def _line(title: str, rows: Sequence[Alias], *, misses: int) -> Line:
    start = time.perf_counter()
    met = screenr_matches(((row.name, row.primary) for row in rows), "person")
    false = screenr_matches(((row.name, row.nearest) for row in rows), "person")
    spent = time.perf_counter() - start
    answers = [_answer(met, false), *(_rival_answer(rival, rows) for rival in RIVALS)]
    wrong = [
        f"missed: {row.name} ~ {row.primary}"
        for row, found in zip(rows, met, strict=True)
        if not found
    ]
    wrong += [
        f"false: {row.name} ~ {row.nearest}"
        for row, found in zip(rows, false, strict=True)
        if found
    ]
    tell(misses, (f"{title}: {each}" for each in wrong))
    return Line(title, len(rows), "recall fpr", tuple(answers), spent)


def _rival_answer(rival: Rival, rows: Sequence[Alias]) -> str:
    return _answer(
        [rival.is_match(row.name, row.primary) for row in rows],
        [rival.is_match(row.name, row.nearest) for row in rows],
    )


def _answer(met: Sequence[bool], false: Sequence[bool]) -> str:
    return f"{share(sum(met), len(met))} {share(sum(false), len(false))}"


def _persons(list_id: str) -> list[Designation]:
    index = screenr.load((list_id,), AS_OF).catalog.index
    found = (
        index.records.designation(at)
        for at, each in enumerate(index.file.strings("id"))
        if each.partition(":")[0] == list_id
    )
    return [each for each in found if each.kind == "person" and each.in_force(AS_OF)]
