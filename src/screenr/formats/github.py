"""What the gate decided as annotations of a GitHub workflow, and as the summary of its job.

An annotation stands at the row of its counterparty. GitHub shows the first ten errors, the first
ten warnings and the first ten notices of a step and drops the rest without a word, so where there
are more, the tenth says how many follow, and they go into the log.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from screenr.formats import gate_words
from screenr.formats.gate_markdown import page
from screenr.formats.safe import log_lines, one_line
from screenr.formats.view import View
from screenr.models.gate import GateEntry, GateResult, MatchVerdict, Position

SHOWN = 10
# Source: GitHub, "Workflow commands": a step's summary has at most 1 MiB, and one that is larger
# is refused whole. Somewhat less, because other commands of the step may add to it.
SUMMARY = 1_000_000
_TITLE = 200
_NAME = 100  # so that the lists have room in the title
_MESSAGE = 2_000

_Kind = Literal["error", "warning", "notice"]


class Annotation(NamedTuple):
    """One remark, at a row where it has one."""

    kind: _Kind
    title: str
    message: str
    position: Position | None = None

    def command(self) -> str:
        """The workflow command that GitHub's runner reads."""
        where = ""
        if self.position is not None:
            line = max(1, self.position.line)
            where = f"file={_property(self.position.file)},line={line},"
        title = _property(_cut(one_line(self.title), _TITLE))
        return f"::{self.kind} {where}title={title}::{_data(_cut(self.message, _MESSAGE))}"

    def logged(self) -> str:
        """The same as a line of the log, which the runner takes for no command."""
        where = "" if self.position is None else f"{one_line(str(self.position))} "
        message = one_line(self.message)
        return log_lines(f"{self.kind}: {where}{one_line(self.title)}: {message}")


def gate(result: GateResult, view: View) -> str:  # noqa: ARG001 -- the signature of all formats
    """Render a gate result as workflow commands; what is over GitHub's limit follows as log."""
    commands, logged = [], []
    for kind in ("error", "warning", "notice"):
        found = [each for each in _annotations(result) if each.kind == kind]
        kept = found if len(found) <= SHOWN else found[: SHOWN - 1]
        commands += [each.command() for each in kept]
        left = found[len(kept) :]
        if left:
            said = f"GitHub shows {SHOWN} of a kind. The log and the job's summary name the rest."
            commands.append(Annotation(kind, f"{len(left)} more of this kind", said).command())
        logged += [each.logged() for each in left]
    lines = [gate_words.headline(result), gate_words.tally(result), *commands, *logged]
    return "".join(f"{line}\n" for line in lines)


def step_summary(result: GateResult) -> str:
    """The page for the job's summary, which the command line writes where GitHub asks for it."""
    return page(result, View(), size=SUMMARY)


def _annotations(result: GateResult) -> Iterator[Annotation]:
    # What fails stands before rows that were not read, of which a broken file has hundreds.
    for problem in result.problems:
        yield Annotation("error", "Not everything was screened", one_line(problem))
    kinds: tuple[tuple[MatchVerdict, _Kind], ...] = (
        ("fail", "error"),
        ("known", "warning"),
        ("decided", "notice"),
        ("notice", "notice"),
    )
    for verdict, kind in kinds:
        for entry in result.entries:
            if gate_words.matches(entry, verdict):
                yield _annotation(entry, verdict, kind, result)
    for row in result.unread:
        yield Annotation("error", "Row not screened", one_line(row.message), row.position)
    for entry in result.entries:
        if entry.finding.error is not None:
            title = f"Not screened: {entry.counterparty.name}"
            yield Annotation("error", title, one_line(entry.finding.error), entry.position)
    for note in _lapsing(result):
        yield Annotation("notice", "A decision did not hold", note)


def _annotation(
    entry: GateEntry, verdict: MatchVerdict, kind: _Kind, result: GateResult
) -> Annotation:
    """One for a counterparty, however many its matches, because the number is limited."""
    told, left = gate_words.parted(gate_words.matches(entry, verdict), None)
    lines = []
    for judged in told:
        if verdict == "fail":
            lines.append(gate_words.title(judged))
            lines += [f"{label}: {said}" for label, said in gate_words.facts(judged, result)]
        else:
            lines.append(gate_words.short(judged))
    if left:
        lines.append(gate_words.others(left, verdict))
    name = _cut(one_line(entry.counterparty.name), _NAME)
    lists = gate_words.lists_of(gate_words.matches(entry, verdict))
    title = f"{gate_words.ENTRY_VERDICTS[verdict]}: {name} ({lists})"
    return Annotation(kind, title, "\n".join(lines), entry.position)


def _lapsing(result: GateResult) -> Sequence[str]:
    return () if result.decisions is None else tuple(gate_words.decision_notes(result.decisions))


def _cut(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"


def _data(text: str) -> str:
    """The message of a command (Source: `escapeData` in actions/toolkit, core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a command (Source: `escapeProperty`, as above)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
