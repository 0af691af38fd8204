"""What the gate decided as a Markdown page: a comment on a pull request, or a job's summary.

It says the same as the table. GitHub refuses a comment of more than 65,536 characters and GitLab
cuts one at a million, so the page ends where it would grow too long, and says what it leaves out.
"""

import re
from collections.abc import Iterator, Sequence

from screenr.formats import gate_words, wording
from screenr.formats.safe import markdown, visible
from screenr.formats.view import View
from screenr.models.gate import EntryVerdict, GateEntry, GateResult, MatchVerdict

# Source: the maximum that the service's own error names, "body is too long (maximum is 65536
# characters)"; what stands around the page in a comment needs some of it.
COMMENT = 60_000
# Finds the comment of an earlier run, so that a job renews it instead of adding one.
MARK = "<!-- screenr gate -->"
_ROWS = 20
_ALL = "the JSON report has all."
# A comment is searched for names to notify after it is rendered, when an escape is gone. What
# Renovate and Dependabot do about it: a space of no width behind the sign.
_PING = re.compile(r"(?<!\w)(\\@(?=\w)|\\#(?=\d))")


def gate(result: GateResult, view: View) -> str:
    """Render a gate result for a comment."""
    return page(result, view, size=COMMENT)


def page(result: GateResult, view: View, *, size: int) -> str:
    """Render a gate result in at most `size` bytes: first the verdict, then what fails."""
    head = _block((MARK, f"## {escape(gate_words.headline(result))}", "", *_grounds(result)))
    foot = _notes(result, size // 4) + _lists(result)
    left = size - len(head.encode()) - len(foot.encode()) - 200  # the sentence below
    body, dropped = [], 0
    for block in _blocks(result, view):
        left -= len(block.encode())
        if left < 0 or dropped:
            dropped += 1
        else:
            body.append(block)
    if dropped:
        body.append(f"**{dropped} more left out, because the page would be too long; {_ALL}**\n\n")
    return head + "".join(body) + foot


def _block(lines: Sequence[str], *, size: int | None = None) -> str:
    kept, room = [], size
    for at, line in enumerate(lines):
        if room is not None:
            room -= len(line.encode()) + 1
            if room < 0:
                kept.append(f"- and {len(lines) - at} more; {_ALL}")
                break
        kept.append(line)
    return "".join(f"{line}\n" for line in kept) + "\n"


def _grounds(result: GateResult) -> Iterator[str]:
    yield f"{escape(gate_words.tally(result))}  "
    yield f"{escape(gate_words.basis(result))}"


def _blocks(result: GateResult, view: View) -> Iterator[str]:
    yield from _section("fail", "Fails", result=result, view=view)
    yield from _not_screened(result)
    yield from _section("known", "Known from the baseline", result=result, view=view)
    yield from _section("decided", "Decided", result=result, view=view)
    yield from _section("notice", "Matched and let pass", result=result, view=view)


def _section(verdict: EntryVerdict, title: str, *, result: GateResult, view: View) -> Iterator[str]:
    head = f"### {title}\n\n"
    for entry in gate_words.entries(result, verdict):
        yield head + _block(tuple(_entry(entry, result, view)))
        head = ""


def _not_screened(result: GateResult) -> Iterator[str]:
    rows = [f"`{_code(where)}` {escape(why)}" for where, why in gate_words.refused(result)]
    lines = [*(escape(problem) for problem in result.problems), *rows[:_ROWS]]
    if rows[_ROWS:]:
        lines.append(f"and {wording.counted(len(rows) - _ROWS, 'more row')}")
    if lines:
        yield _block(("### Not screened", "", *(f"- {line}" for line in lines)))


def _entry(entry: GateEntry, result: GateResult, view: View) -> Iterator[str]:
    name = escape(gate_words.asked(entry.counterparty))
    yield f"**{name}** `{_code(str(entry.position))}`"
    yield ""
    for verdict in gate_words.MATCH_ORDER:
        told, left = gate_words.parted(gate_words.matches(entry, verdict), view.limit)
        for judged in told:
            if verdict == "fail":
                yield f"- {escape(gate_words.title(judged))}"
                for label, said in gate_words.facts(judged, result):
                    yield f"  - **{label}** {escape(said)}"
            else:
                yield f"- {_mark(verdict, entry.verdict)}{escape(gate_words.short(judged))}"
        if left:
            yield f"- {escape(gate_words.others(left, verdict))}"


def _mark(verdict: MatchVerdict, around: EntryVerdict) -> str:
    return "" if verdict == around else f"{gate_words.ENTRY_VERDICTS[verdict]}: "


def _notes(result: GateResult, size: int) -> str:
    notes = [f"- {escape(note)}" for note in gate_words.notes(result)]
    return "### Notes\n\n" + _block(notes, size=size) if notes else ""


def _lists(result: GateResult) -> str:
    lists = " · ".join(wording.list_words(use) for use in result.report.lists)
    return f"Lists: {escape(lists)}\n"


def escape(text: str) -> str:
    """Show the text as it stands, and notify nobody whose name is in it."""
    return _PING.sub(r"\1&#8203;", markdown(text))


def _code(text: str) -> str:
    # Inside a code span a backslash escapes nothing, and only a backtick could end it.
    return visible(text).replace("`", "'")
