"""Parties on no list: how many are flagged all the same."""

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from labelled import LabelledSet
from lines import RIVAL_SAMPLE, Asked, Line, sampled, share, tell
from listed import AS_OF, listed_names, screened
from scorers import RIVALS, processed

import screenr
from screenr import Counterparty, Screener
from screenr.text.countries import country_code

if TYPE_CHECKING:
    from screenr.models.designation import Kind


def lines_of_clean(each: LabelledSet, asked: Asked) -> Iterator[Line]:
    """The share that is flagged: by name and kind, by name alone, with country and birth date."""
    rows = sampled(each.clean, asked.sample)
    if not rows:
        return
    kind: Kind = "person" if "people" in each.title or "person" in each.title else "organization"
    screener = screenr.load(as_of=AS_OF)
    named = [Counterparty(ref="1", name=row.name, kind=kind) for row in rows]
    runs: list[tuple[str, list[Counterparty]]] = [("name and kind", named)]
    runs.append(("name only", [Counterparty(ref="1", name=row.name) for row in rows]))
    if any(row.country or row.born for row in rows):
        full = [
            Counterparty(
                ref="1",
                name=row.name,
                kind=kind,
                countries=tuple(filter(None, [country_code(row.country)])),
                born=tuple(filter(None, [row.born])),
            )
            for row in rows
        ]
        runs.append(("and country, born", full))
    rivals = _rivals_on_clean(screener, [row.name for row in rows])
    for what, parties in runs:
        yield _line_of_clean(
            f"{each.title}, {what}", screener, parties, rivals, misses=asked.misses
        )


def _line_of_clean(
    title: str,
    screener: Screener,
    parties: Sequence[Counterparty],
    rivals: tuple[str, ...],
    *,
    misses: int,
) -> Line:
    start = time.perf_counter()
    flagged, exact = [], 0
    for finding in screened(screener, parties):
        if finding.matches:
            best = finding.matches[0]
            exact += best.comparison.grade == "exact"
            flagged.append(
                f"{title}: {finding.counterparty.name} ~ {best.matched_name} {best.score:.2f}"
                f" {best.designation.id}"
            )
    spent = time.perf_counter() - start
    tell(misses, flagged)
    answer = f"{share(len(flagged), len(parties), 4)} (exact {share(exact, len(parties), 4)})"
    return Line(title, len(parties), "flagged", (answer, *rivals), spent)


def _rivals_on_clean(screener: Screener, names: Sequence[str]) -> tuple[str, ...]:
    list_ids = {use.id for use in screener.lists}
    listed = processed(name for _, _, name in listed_names(screener, list_ids))
    asked = sampled(names, RIVAL_SAMPLE)
    return tuple(
        share(sum(rival.finds(name, listed) for name in asked), len(asked)) for rival in RIVALS
    )
