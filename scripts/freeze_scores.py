"""Write tests/cases/frozen_scores.csv: what every labelled pair of names scores today.

    python scripts/freeze_scores.py

A test compares the file with what the matcher says, so that a change of the matcher or of the lists
shows in review which names it moves, and how far. Run it when the difference is what was meant.
"""

import csv
import io
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import screenr

if TYPE_CHECKING:
    from screenr.models.designation import Kind

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
NAMES = CASES / "names.csv"
FROZEN = CASES / "frozen_scores.csv"
DIGITS = 4


class Scored(NamedTuple):
    """A pair as it stands in the file; grade and relation are empty where it is no match."""

    left: str
    right: str
    kind: str
    score: str
    grade: str
    relation: str


def scored() -> list[Scored]:
    """Every pair of names.csv with its score, in the order of that file."""
    with NAMES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = []
    # `compare_all` is of one kind.
    for kind, group in groupby(rows, key=lambda row: row["kind"]):
        chosen = list(group)
        comparisons = screenr.compare_all(
            ((row["left"], row["right"]) for row in chosen), cast("Kind", kind)
        )
        for row, each in zip(chosen, comparisons, strict=True):
            score = f"{each.score:.{DIGITS}f}"
            pair = row["left"], row["right"], kind
            found.append(Scored(*pair, score, each.grade or "", each.relation or ""))
    return found


def frozen() -> list[Scored]:
    """What the file holds."""
    with FROZEN.open(encoding="utf-8", newline="") as stream:
        return [Scored(**row) for row in csv.DictReader(stream)]


def text_of(rows: list[Scored]) -> str:
    """The file."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(Scored._fields)
    writer.writerows(rows)
    return stream.getvalue()


def changes(before: list[Scored], after: list[Scored]) -> list[str]:
    """A line a pair that came, went or moved, in the order of the pairs."""
    old = {each[:3]: each for each in before}
    new = {each[:3]: each for each in after}
    return [
        f"{key[0]} ~ {key[1]} ({key[2]}): {_verdict(old.get(key))} -> {_verdict(new.get(key))}"
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    ]


def _verdict(each: Scored | None) -> str:
    if each is None:
        return "not there"
    return " ".join(filter(None, (each.score, each.grade or "no match", each.relation)))


def main() -> None:
    """Write the file and say what changed."""
    after = scored()
    moved = changes(frozen() if FROZEN.exists() else [], after)
    FROZEN.write_text(text_of(after), encoding="utf-8", newline="\n")
    print("\n".join((*moved, f"{len(moved)} of {len(after)} pairs changed")))


if __name__ == "__main__":
    main()
