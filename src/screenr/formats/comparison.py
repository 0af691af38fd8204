"""Two names compared, for a reader: `COMPARISONS` is the registry.

The evidence is always in it: what a score rests on is what one compares two names for.
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypedDict

from screenr.formats.encode_v1 import DIGITS, evidence_v1
from screenr.formats.json_report import dumps
from screenr.formats.lines import Line, cleaned
from screenr.formats.report_v1 import EvidenceV1
from screenr.formats.safe import cell
from screenr.formats.view import View
from screenr.formats.wording import relation_words
from screenr.models.designation import Kind
from screenr.models.finding import Comparison, Evidence
from screenr.version import __version__

SHARES = "The numbers are shares in the weight of all words: what is left over takes away."
CLOSE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedNames:
    """What was asked: two names, and what they were compared as."""

    query: str
    listed: str
    kind: Kind | None
    threshold: float


class ComparisonV1(TypedDict):
    """A comparison on the wire, version 1: within the version only additions."""

    schema: Literal["screenr/comparison/1"]
    screenr: str
    query: str
    listed: str
    kind: str | None
    threshold: float
    is_match: bool
    score: float
    grade: str | None
    relation: str | None
    reason: str
    evidence: list[EvidenceV1]


def as_table(names: ComparedNames, comparison: Comparison, view: View) -> str:
    """For a terminal."""
    from screenr.formats.terminal import STYLES, draw, indented, labeled, text

    style = STYLES["hit" if comparison.is_match else "clear"]
    parts = [
        text(_headline(names, comparison), style),
        *labeled(_account(names, comparison)),
        indented(SHARES, "dim"),
    ]
    return draw(parts, view)


def as_markdown(names: ComparedNames, comparison: Comparison, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """For a page."""
    from screenr.formats.markdown import bullets

    blocks = (
        f"# {_headline(names, comparison)}\n",
        *bullets(_account(names, comparison)),
        f"\n{SHARES}",
    )
    return "\n".join(blocks) + "\n"


def as_json(names: ComparedNames, comparison: Comparison, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """For a program."""
    return dumps(comparison_v1(names, comparison), indent=2) + "\n"


def as_jsonl(names: ComparedNames, comparison: Comparison, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """For a program that gathers comparisons, a line each."""
    return dumps(comparison_v1(names, comparison)) + "\n"


def as_csv(names: ComparedNames, comparison: Comparison, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """For a spreadsheet: a row, so that those of several pairs can stand below each other."""
    row = {
        "query": names.query,
        "listed": names.listed,
        "kind": names.kind or "",
        "threshold": f"{round(names.threshold, DIGITS)}",
        "is_match": "yes" if comparison.is_match else "no",
        "score": f"{round(comparison.score, DIGITS)}",
        "grade": comparison.grade or "",
        "relation": comparison.relation or "",
        "reason": comparison.reason,
        "met": "; ".join(_met(comparison)),
        "left_query": "; ".join(_left(comparison, "left_query")),
        "left_listed": "; ".join(_left(comparison, "left_listed")),
        "rules": "; ".join(_rules(comparison)),
    }
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(row)
    writer.writerow(cell(value) for value in row.values())
    return stream.getvalue()


COMPARISONS: dict[str, Callable[[ComparedNames, Comparison, View], str]] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "markdown": as_markdown,
}


def comparison_v1(names: ComparedNames, comparison: Comparison) -> ComparisonV1:
    """The comparison as plain values."""
    return ComparisonV1(
        schema="screenr/comparison/1",
        screenr=__version__,
        query=names.query,
        listed=names.listed,
        kind=names.kind,
        threshold=round(names.threshold, DIGITS),
        is_match=comparison.is_match,
        score=round(comparison.score, DIGITS),
        grade=comparison.grade,
        relation=comparison.relation,
        reason=comparison.reason,
        evidence=[evidence_v1(each) for each in comparison.evidence],
    )


def _headline(names: ComparedNames, comparison: Comparison) -> str:
    # A score that only just misses the threshold must not read as if it reached it.
    digits = 2 if abs(comparison.score - names.threshold) >= CLOSE else DIGITS
    score, threshold = f"{comparison.score:.{digits}f}", f"{names.threshold:.{digits}f}"
    if not comparison.is_match:
        return f"NO MATCH  {score}, below the threshold {threshold}"
    relation = relation_words(comparison.relation)
    return f"MATCH  {score} {comparison.grade}, {relation} · threshold {threshold}"


def _account(names: ComparedNames, comparison: Comparison) -> list[Line]:
    left = tuple(
        f"{side}: {words}"
        for side, feature in (
            ("in the name asked", "left_query"),
            ("in the listed name", "left_listed"),
        )
        if (words := ", ".join(_left(comparison, feature)))
    )
    return cleaned(
        [
            Line("asked", (names.query,)),
            Line("listed", (names.listed,)),
            Line("kind", (names.kind or "",)),
            Line("reason", (comparison.reason,)),
            Line("met", tuple(_met(comparison)) or ("nothing",)),
            Line("left", left or ("nothing",)),
            Line("rules", tuple(_rules(comparison))),
        ]
    )


def _met(comparison: Comparison) -> Iterator[str]:
    for each in _of(comparison, "name"):
        yield f"{each.query} ~ {each.listed} ({each.reading} {each.weight:+.2f})"


def _left(comparison: Comparison, feature: str) -> Iterator[str]:
    for each in _of(comparison, feature):
        yield f"{each.query or each.listed} ({each.reading} {each.weight:+.2f})"


def _rules(comparison: Comparison) -> Iterator[str]:
    return (each.reading for each in _of(comparison, "rule"))


def _of(comparison: Comparison, feature: str) -> Iterator[Evidence]:
    return (each for each in comparison.evidence if each.feature == feature)
