"""A run as a Markdown page: what was not screened, then the hits in full, then who is clear."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from screenr.formats import wording
from screenr.formats.markdown import finding_blocks, list_blocks
from screenr.formats.safe import markdown as escape
from screenr.formats.set_aside import note_of
from screenr.formats.sinks import Encoder, Sink
from screenr.formats.view import View
from screenr.models.finding import Finding
from screenr.models.report import Report
from screenr.models.row import Screened
from screenr.models.run import Run, Tally

_IN_MEMORY = 1 << 20


class Parts(NamedTuple):
    """Text for each part of the page."""

    errors: bytes
    hits: bytes
    clear: bytes


def encoder(run: Run, view: View) -> Encoder:
    """Rows to the parts of the page that they belong to."""
    report = run.report()

    def encode(rows: Iterable[Screened]) -> Parts:
        parts: dict[str, list[str]] = {"errors": [], "hits": [], "clear": []}
        for each in rows:
            if each.error:
                given = escape(", ".join(cell for cell in each.row.cells if cell))
                note = f" ({escape(each.note)})" if each.note else ""
                said = f"{escape(each.error)}{note}: {given}"
                parts["errors"].append(f"- row {each.row.line}: {said}\n")
            elif isinstance(each.outcome, Finding) and each.outcome.matches:
                blocks = _hit(each, each.outcome, run, report, view)
                parts["hits"].append("".join(f"{block}\n" for block in blocks))
            elif isinstance(each.outcome, Finding):
                name = escape(each.outcome.counterparty.name)
                said = note_of(each)
                note = f" ({escape(said)})" if said else ""
                parts["clear"].append(f"- row {each.row.line}: {name}{note}\n")
        return Parts(**{part: "".join(texts).encode() for part, texts in parts.items()})

    return encode


def _hit(each: Screened, finding: Finding, run: Run, report: Report, view: View) -> Iterator[str]:
    heading, *blocks = finding_blocks(finding, report, view)
    yield heading
    cells = zip(run.columns, each.row.cells, strict=True)
    given = "; ".join(f"{column}: {cell}" for column, cell in cells if cell)
    yield f"row {each.row.line}: {escape(given)}\n"
    if each.note:
        yield f"{escape(each.note)}\n"
    yield from blocks


def sink(stream: BinaryIO, run: Run, view: View) -> Sink:
    """Parts to a page."""
    del view
    return _Page(stream, run)


class _Page:
    def __init__(self, stream: BinaryIO, run: Run) -> None:
        self._stream, self._run = stream, run
        self._parts = [
            tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 -- closed at the end
            for _ in Parts._fields
        ]

    def begin(self) -> None:
        """The head needs the totals, so all is written at the end."""

    def write(self, payload: Parts) -> None:
        """Keep the parts."""
        for part, text in zip(self._parts, payload, strict=True):
            part.write(text)

    def close(self, tally: Tally) -> None:
        """Write the page."""
        for line in self._head(tally):
            self._say(line)
        decided = " and decided" if tally.decided else ""
        shown = (
            ("NOT SCREENED", tally.errors),
            (f"Hits{decided}", tally.hits + tally.decided),
            ("Clear", tally.clear),
        )
        for part, (title, count) in zip(self._parts, shown, strict=True):
            if count:
                self._say(f"## {title}\n")
                part.seek(0)
                shutil.copyfileobj(part, self._stream)
                self._say("")
            part.close()
        for line in list_blocks(self._run.report()):
            self._say(line)

    def _head(self, tally: Tally) -> Iterator[str]:
        run = self._run
        parts = [
            f"{tally.screened} screened",
            wording.counted(tally.hits, "hit"),
            f"{tally.clear} clear",
            f"{tally.decided} decided" if tally.decided else "",
            f"{tally.errors} NOT SCREENED" if tally.errors else "",
        ]
        yield "# Screening report\n"
        yield (
            f"**{' · '.join(part for part in parts if part)}** · {escape(run.source)} · as of"
            f" {run.as_of.isoformat()} · threshold {run.threshold:.2f}\n"
        )
        if run.policy.activities is not None:
            yield f"{escape(wording.activities_sentence(run.report()))}\n"
        if tally.clear:
            yield f"Clear means: {escape(wording.clear_sentence(run.report()))}\n"
        if tally.by_list:
            yield "## Hits by list\n"
            yield from (f"- {escape(each)}: {count}" for each, count in tally.most_hit())
            yield ""

    def _say(self, line: str) -> None:
        self._stream.write(f"{line}\n".encode())
