"""Lines of the table: what was asked, what each matcher answered, and how long screenr took."""

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

SEED = 7
RIVAL_SAMPLE = 200
"""How many names the rivals are asked where they must read a whole list: they have no index."""

T = TypeVar("T")


class Line(NamedTuple):
    """One line of the table."""

    title: str
    rows: int
    measure: str
    answers: tuple[str, ...]
    seconds: float


class Asked(NamedTuple):
    """How much is asked: at most `sample` rows of a set; `misses` wrong answers are told."""

    sample: int | None
    misses: int


def sampled(rows: Sequence[T], count: int | None) -> Sequence[T]:
    """At most `count` of the rows, always the same, in their order."""
    if count is None or count >= len(rows):
        return rows
    chosen = random.Random(SEED).sample(range(len(rows)), count)  # noqa: S311 -- a sample
    return [rows[at] for at in sorted(chosen)]


def share(part: int, whole: int, digits: int = 3) -> str:
    """A share as it is printed; a dash where nothing was asked."""
    return f"{part / whole:.{digits}f}" if whole else "-"


def by_damage(title: str, damages: Sequence[str], found: Sequence[bool]) -> Iterator[Line]:
    """A line a kind of damage: the share that was found."""
    sums: dict[str, list[bool]] = defaultdict(list)
    for each, is_found in zip(damages, found, strict=True):
        sums[each].append(is_found)
    for each, answers in sorted(sums.items()):
        shown = (share(sum(answers), len(answers)), "", "", "")
        yield Line(f"  {title}: {each}", len(answers), "found", shown, 0.0)


def shown(cells: Sequence[str]) -> str:
    """Cells in columns."""
    widths = (44, 6, 11, 24, 24, 24, 24, 7)
    return " ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def tell(count: int, wrong: Iterable[str]) -> None:
    """Wrong answers on stderr, at most `count`, where someone asked to see them."""
    for _, line in zip(range(count), wrong, strict=False):
        sys.stderr.write(f"{line}\n")
