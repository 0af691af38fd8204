"""`screenr decide --from report.json`: the open matches of a report, one question after another.

Each answer is written at once, so that who stops in the middle keeps what was decided. Questions go
to the standard error: the standard output is for data, and there is none.
"""

import datetime as dt
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screenr.cli import output as out
from screenr.cli import project, request
from screenr.cli.decisions_writer import Given, Target, write
from screenr.errors import ExitCode, UsageError
from screenr.formats.safe import one_line
from screenr.gate.baseline import bytes_of, report_in
from screenr.models.decision import Decision, DecisionVerdict

_ANSWERS: Mapping[str, DecisionVerdict] = {
    "f": "false_positive",
    "a": "accepted",
    "t": "true_match",
}
_QUESTION = "[f]alse positive, [a]ccepted, [t]rue match, [s]kip, [q]uit? "


class _Stopped(Exception):  # noqa: N818 -- no error: the person had enough, or the input ended
    """No more answers."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A match of the report that nobody has decided."""

    counterparty: str
    country: str | None
    designation: str
    digest: str
    name: str
    lines: tuple[str, ...]


def walk(report: Path, place: Target, given: Given) -> int:
    """Ask about each open match; 1 where some were left open."""
    shown = project.shown(report)
    document = report_in(bytes_of(report), shown)
    try:
        matches = [*_open_matches(document)]
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"`{shown}` is not a whole report: {type(error).__name__} at {error}",
            hint="write it with `screenr gate … -o FILE.json`",
        ) from None
    decided = {
        (each.counterparty, each.designation, each.digest)
        for each in place.decisions()
        if each.on <= given.on <= each.expires
    }
    todo = [
        each
        for each in matches
        if (" ".join(each.counterparty.split()), each.designation, each.digest) not in decided
    ]
    if not todo:
        _tell("no open match to decide\n")
        return ExitCode.CLEAR
    left = len(todo)
    by, expires = given.by, given.expires
    try:
        for number, each in enumerate(todo, start=1):
            _tell(f"\n{number} of {len(todo)}\n{_wrapped(each.lines)}")
            verdict = _verdict()
            if verdict is None:
                continue
            reason = _asked("reason: ")
            by = given.by or _asked("by" if by else "by: ", default=by)
            expires = given.expires or _day("expires", default=expires or _in_a_year(given.on))
            decision = Decision(
                counterparty=" ".join(each.counterparty.split()),
                country=each.country,
                designation=each.designation,
                verdict=verdict,
                reason=reason,
                by=by,
                on=given.on,
                expires=expires,
                digest=each.digest,
            )
            write(place, decision, note=each.name, replace=True)
            left -= 1
    except _Stopped:
        _tell("\n")
    _tell(f"{len(todo) - left} decided, {left} left open\n")
    return ExitCode.HIT if left else ExitCode.CLEAR


def _open_matches(document: Mapping[str, Any]) -> Iterator[_Open]:
    """What nobody decided; of a gate's report only what its policy does not let pass anyway."""
    passing = {
        (entry["ref"], match["designation"])
        for entry in (document.get("gate") or {}).get("entries", ())
        for match in entry["matches"]
        if match["verdict"] == "notice"
    }
    seen = set()
    for finding in document["findings"]:
        party = finding["counterparty"]
        country = ", ".join(sorted(party["countries"])) or party["country"]
        for match in finding["matches"]:
            key = (party["name"], country, match["designation"])
            is_open = match.get("decision") is None
            if not is_open or key in seen or (finding["ref"], match["designation"]) in passing:
                continue
            seen.add(key)
            yield _Open(
                counterparty=party["name"],
                country=country,
                designation=match["designation"],
                digest=match["digest"],
                name=match["name"],
                lines=tuple(_told(finding, match, country)),
            )


def _told(
    finding: Mapping[str, Any], match: Mapping[str, Any], country: str | None
) -> Iterator[str]:
    """What a reviewer needs to tell two parties apart, without leaving the terminal."""
    where = f" ({one_line(country)})" if country else ""
    listed = match["listed"]
    since = listed if isinstance(listed, str) else f"on or before {listed['by']}"
    yield f"{one_line(finding['counterparty']['name'])}{where}, {one_line(finding['ref'])}"
    yield f"matches {one_line(match['name'])} ({one_line(', '.join(match['countries']) or '-')})"
    if match["matched_name"] != match["name"]:
        yield f"as      {one_line(match['matched_name'])}"
    yield f"on      {one_line(match['list_title'])}, listed {one_line(since)}"
    yield f"id      {one_line(match['designation'])}"
    yield f"score   {match['score']:.2f}, {match['relation']}: {one_line(match['reason'])}"
    yield f"means   {one_line(match['summary'])}"


def _wrapped(lines: Sequence[str]) -> str:
    width = out.view_of(out.STDOUT).width
    return "".join(
        f"{textwrap.fill(line, width, initial_indent='  ', subsequent_indent=' ' * 10)}\n"
        for line in lines
    )


def _verdict() -> DecisionVerdict | None:
    """The answer; None to leave this match open."""
    while True:
        answer = _asked(_QUESTION).lower()
        if answer in ("q", "quit"):
            raise _Stopped
        if answer in ("s", "skip"):
            return None
        if answer[:1] in _ANSWERS and answer in (answer[:1], *_ANSWERS.values()):
            return _ANSWERS[answer[:1]]


def _asked(question: str, *, default: str | None = None) -> str:
    """An answer that says something; the end of the input stops the walk."""
    while True:
        _tell(question if default is None else f"{question} [{one_line(default)}]: ")
        answer = sys.stdin.readline()
        if not answer:
            raise _Stopped
        said = " ".join(answer.split()) or default
        if said:
            return said


def _day(question: str, *, default: dt.date) -> dt.date:
    while True:
        answer = _asked(question, default=default.isoformat())
        try:
            return request.day_of(answer, question)
        except UsageError as error:
            _tell(f"{error.hint}\n")


def _in_a_year(day: dt.date) -> dt.date:
    """A year on, the day before: a decision of 2026-11-22 holds through 2027-11-21."""
    return day + dt.timedelta(days=364)


def _tell(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
