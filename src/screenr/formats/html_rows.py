"""Rows of a report as the data of an HTML page, which draws them when they are asked for.

Ten thousand rows drawn at once make a page slow; as data they cost a few bytes each. Sentences that
many matches share (what a list restricts) are written once and named by their number: in a block of
rows by the encoder, in the whole page by whoever puts the blocks together.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, NamedTuple

from screenr.effects import ACTIVITIES
from screenr.formats import lines, wording
from screenr.formats.overview import Overview
from screenr.formats.safe import json_text, one_line
from screenr.formats.set_aside import note_of
from screenr.formats.shown import omission, overview, shown
from screenr.models.designation import Bounds
from screenr.models.finding import Evidence, Finding, Match
from screenr.models.row import Screened

_RECOGNIZED = 80  # characters of a row that could not be read, for a person to find it again
_OWN = frozenset({"met", "score"})  # of one match only; the other lines are shared by many


class Block(NamedTuple):
    """Some rows: their data as JSON, which names `texts` by number, and what the page says of them.

    `plain` stands for the rows where no script runs.
    """

    texts: list[str]
    rows: str
    plain: str
    overview: Overview


class Texts:
    """Texts in the order in which they first came, each once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, a new one if it is new."""
        return self._numbers.setdefault(text, len(self._numbers))

    def since(self, start: int) -> list[str]:
        """The texts from a number on."""
        return list(self._numbers)[start:]

    def __len__(self) -> int:
        return len(self._numbers)


def encode(rows: Iterable[Screened], as_of: dt.date, *, limit: int | None = None) -> Block:
    """Rows to a block; `limit` is the number of matches shown of each."""
    texts, counted = Texts(), Overview()
    found, plain = [], []
    for screened in rows:
        row = _row(screened, as_of, limit=limit, texts=texts)
        found.append(row)
        counted.add(screened.outcome, row[2])
        if screened.status != "clear":
            plain.append(_plain(screened, row))
    return Block(texts.since(0), data(found), "".join(plain), counted)


def data(value: object) -> str:
    """JSON that may stand in a page: no character in it ends the element or steers the reader."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return json_text(text).replace("<", "\\u003c")


def clean(cells: Sequence[str]) -> Sequence[str]:
    """Cells on one harmless line each; nearly all are so already, and the test for it is quick."""
    return cells if "".join(cells).isprintable() else [one_line(cell) for cell in cells]


def _row(screened: Screened, as_of: dt.date, *, limit: int | None, texts: Texts) -> list[Any]:
    """Row number, status, name, what was asked, cells, note; and where there are any: matches."""
    outcome, cells = screened.outcome, clean(screened.row.cells)
    if not isinstance(outcome, Finding):
        start = " · ".join(cell for cell in cells if cell)[:_RECOGNIZED]
        said, note = clean((outcome.message, screened.note))
        return [f"{outcome.row}", "error", start, "", cells, note, said, [], ""]
    party = outcome.counterparty
    row = [party.ref, outcome.status, party.name, lines.asked(party), note_of(screened)]
    ref, status, name, asked, note = clean(row)
    head = [ref, status, name, asked, cells, note]
    if outcome.error is None and not outcome.matches:
        return head
    matches, omitted = shown(outcome, limit)
    return [
        *head,
        one_line(outcome.error or ""),
        [_match(match, as_of, texts) for match in matches],
        one_line(omission(outcome, omitted)) if omitted else "",
    ]


def _match(match: Match, as_of: dt.date, texts: Texts) -> dict[str, Any]:
    listed = match.designation
    restricted = {each.activity for each in match.effects if each.status != "none"}
    return {
        "title": lines.match_title(match),
        "name": one_line(listed.name),
        "list": one_line(match.list.short),
        "score": f"{match.score:.2f}",
        "grade": match.comparison.grade or "",
        "relation": match.comparison.relation or "",
        "decided": "" if match.decision is None else wording.decided(match.decision),
        "listed": wording.dates(listed, in_force=match.in_force),
        "day": _day(listed.listed),
        "restricts": [at for at, activity in enumerate(ACTIVITIES) if activity in restricted],
        "lines": [
            [
                line.label,
                [item if line.label in _OWN else texts.number(item) for item in line.items],
            ]
            for line in lines.match_lines(match, as_of, explain=True)
            if line.label != "why"  # the evidence says it, in columns
        ],
        "evidence": [_evidence(each) for each in match.evidence],
    }


def _day(listed: dt.date | Bounds) -> str:
    """What a table sorts by: of a day that is only enclosed, the latest that it can be."""
    return f"{listed.by if isinstance(listed, Bounds) else listed}"


def _evidence(evidence: Evidence) -> list[str]:
    feature = "name" if evidence.feature.startswith("left_") else evidence.feature
    parts = (evidence.query, evidence.listed, evidence.reading)
    return [f"{evidence.weight:+.2f}", feature, *(one_line(part) for part in parts)]


def _plain(screened: Screened, row: Sequence[Any]) -> str:
    outcome, name = screened.outcome, escape(row[2])
    said = one_line(screened.error)
    if isinstance(outcome, Finding) and outcome.matches:
        said = f"{one_line(overview(outcome))}. {lines.match_line(outcome.matches[0])}"
    status = wording.FINDING_STATUS[screened.status]
    return f"<li><b>{status}</b> #{escape(row[0])} <bdi>{name}</bdi>: {escape(said)}</li>\n"
