"""Labelled sets as files: the project's own, and any folder of files with the same columns.

The columns tell what a file asks: `left, right, match` and `query, candidate, expected` are pairs,
`query, expected, perturbation` damaged names, `name` alone (with country and birth date) parties
that are on no list.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from screenr.models.designation import Kind

KINDS: dict[str, Kind] = {
    "person": "person",
    "organization": "organization",
    "vessel": "vessel",
    "aircraft": "aircraft",
}


class Pair(NamedTuple):
    """Two names and whether an officer wants them to meet."""

    query: str
    listed: str
    kind: Kind | None
    is_match: bool
    strength: str


class Clean(NamedTuple):
    """A party that is on no list."""

    name: str
    country: str
    born: str


class Damaged(NamedTuple):
    """A damaged name, the name it was made from, and whether it must still be found."""

    query: str
    source: str
    damage: str
    is_match: bool


class LabelledSet(NamedTuple):
    """One file, read as what its columns say it is."""

    title: str
    pairs: tuple[Pair, ...] = ()
    damaged: tuple[Damaged, ...] = ()
    clean: tuple[Clean, ...] = ()


def read_folder(folder: Path) -> Iterator[LabelledSet]:
    """Every CSV file of a folder whose columns are known, by name; others are told, not skipped."""
    for path in sorted(folder.glob("*.csv")):
        yield read_file(path)


def read_file(path: Path) -> LabelledSet:
    """One file of labelled names; `ValueError` where its columns are of no known kind."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    columns = set(rows[0]) if rows else set()
    if {"left", "right", "match"} <= columns:
        return LabelledSet(path.stem, pairs=tuple(_own(row) for row in rows))
    if {"query", "candidate", "expected"} <= columns:
        return LabelledSet(path.stem, pairs=tuple(_given(row) for row in rows))
    if {"query", "perturbation", "source_name"} <= columns:
        return LabelledSet(path.stem, damaged=tuple(_damaged(row) for row in rows))
    if "name" in columns:
        return LabelledSet(path.stem, clean=tuple(_clean(row) for row in rows))
    raise ValueError(f"{path.name}: no known kind of set has the columns {sorted(columns)}")


def _own(row: dict[str, str]) -> Pair:
    kind = KINDS.get(row["kind"])
    return Pair(row["left"], row["right"], kind, row["match"] == "yes", row["strength"])


def _given(row: dict[str, str]) -> Pair:
    kind = KINDS.get(row.get("kind", ""))
    expected = row["expected"] == "match"
    return Pair(row["query"], row["candidate"], kind, expected, row.get("quality", ""))


def _damaged(row: dict[str, str]) -> Damaged:
    expected = row["expected"] == "match"
    return Damaged(row["query"], row["source_name"], row["perturbation"], expected)


def _clean(row: dict[str, str]) -> Clean:
    return Clean(row["name"], row.get("country", ""), row.get("born", ""))
