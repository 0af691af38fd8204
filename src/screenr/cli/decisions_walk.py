"""`screenr decide --from report.json`: the open matches of a report, one question after another.

Each answer is written at once, so that who stops in the middle keeps what was decided. Questions go
to the standard error: the standard output is for data, and there is none.
"""

import datetime as dt
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from screenr.cli import output as out
from screenr.cli import project, request
from screenr.cli.decisions_writer import Given, Target, write
from screenr.errors import ExitCode, UsageError
from screenr.formats.safe import one_line
from screenr.gate.baseline import report_in
from screenr.models.decision import Decision, DecisionVerdict, same_name
from screenr.text.written import bytes_of

_ANSWERS: Mapping[str, DecisionVerdict] = {
    "f": "false_positive",
    "a": "accepted",
    "t": "true_match",
}
_ID = "id      "
_QUESTION = "[f]alse positive, [a]ccepted, [t]rue match, [s]kip, [q]uit"


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

    @property
    def party(self) -> tuple[str, str | None]:
        """Whose match it is."""
        return self.counterparty, self.country


class _Answer(NamedTuple):
    """A verdict, and whether it is for all other open matches of this counterparty as well."""

    verdict: DecisionVerdict
    for_all: bool


def walk(report: Path, place: Target, given: Given) -> int:
    """Ask about each open match; 1 where some were left open."""
    todo = _undecided(_matches_of(report), place, given.on)
    if not todo:
        _tell("no open match to decide\n")
        return ExitCode.CLEAR
    done: set[_Open] = set()
    answers = given
    try:
        for number, each in enumerate(todo, start=1):
            if each in done:
                continue
            others = [other for other in todo[number:] if each.party == other.party]
            _tell(f"\n{number} of {len(todo)}\n{_wrapped(each.lines)}")
            answer = _answer(others=len(others))
            if answer is None:
                continue
            answers = _asked_about(answers, given)
            for decided in (each, *(others if answer.for_all else ())):
                write(
                    place,
                    _decision(decided, answer.verdict, answers),
                    note=decided.name,
                    replace=True,
                )
                done.add(decided)
    except _Stopped:
        _tell("\n")
    left = len(todo) - len(done)
    _tell(f"{len(done)} decided, {left} left open\n")
    return ExitCode.HIT if left else ExitCode.CLEAR


def _matches_of(report: Path) -> list[_Open]:
    shown = project.shown(report)
    document = report_in(bytes_of(report), shown)
    try:
        return [*_open_matches(document)]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsageError(
            f"`{shown}` is not a whole report: {type(error).__name__} at {error}",
            hint="write it with `screenr gate … -o FILE.json`",
        ) from None


def _undecided(matches: Sequence[_Open], place: Target, day: dt.date) -> list[_Open]:
    """What the file of decisions does not hold yet, or no longer."""
    decided = {
        (same_name(each.counterparty), each.country, each.designation, each.digest)
        for each in place.decisions()
        if each.on <= day <= each.expires
    }
    return [
        each
        for each in matches
        # A decision without a country holds for each.
        if not any(
            (same_name(each.counterparty), country, each.designation, each.digest) in decided
            for country in (each.country, None)
        )
    ]


def _asked_about(last: Given, given: Given) -> Given:
    """Why, by whom and until when; what the flags do not say is offered as it was said before."""
    reason = _asked("reason: ")
    by = given.by or _asked("by" if last.by else "by: ", default=last.by)
    expires = given.expires or _day("expires", default=last.expires or _in_a_year(given.on))
    return replace(last, reason=reason, by=by, expires=expires)


def _decision(found: _Open, verdict: DecisionVerdict, answers: Given) -> Decision:
    return Decision(
        counterparty=same_name(found.counterparty),
        country=found.country,
        designation=found.designation,
        verdict=verdict,
        reason=answers.reason or "",
        by=answers.by or "",
        on=answers.on,
        expires=answers.expires or answers.on,
        digest=found.digest,
    )


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
    since = listed if isinstance(listed, str) else _bounds(listed)
    yield f"{one_line(finding['counterparty']['name'])}{where}, {one_line(finding['ref'])}"
    yield f"matches {one_line(match['name'])} ({one_line(', '.join(match['countries']) or '-')})"
    if match["matched_name"] != match["name"]:
        yield f"as      {one_line(match['matched_name'])}"
    yield f"on      {one_line(match['list_title'])}, listed {one_line(since)}"
    yield f"{_ID}{one_line(match['designation'])}"
    yield f"score   {match['score']:.2f}, {match['relation']}: {one_line(match['reason'])}"
    yield f"means   {one_line(match['summary'])}"


def _bounds(listed: Mapping[str, Any]) -> str:
    after = f"after {listed['after']}, " if listed.get("after") else ""
    return f"{after}on or before {listed['by']}"


def _wrapped(lines: Sequence[str]) -> str:
    wrapper = textwrap.TextWrapper(
        out.view_of(out.STDOUT).width,
        initial_indent="  ",
        subsequent_indent=" " * 10,
        break_on_hyphens=False,
    )
    # An id that is cut cannot be copied.
    return "".join(
        f"  {line}\n" if line.startswith(_ID) else f"{wrapper.fill(line)}\n" for line in lines
    )


def _answer(*, others: int) -> _Answer | None:
    """The answer; None to leave this match open."""
    more = f" (with + for its {others} other matches too)" if others > 1 else ""
    more = " (with + for its other match too)" if others == 1 else more
    while True:
        said = _asked(f"{_QUESTION}{more}? ").lower()
        if said in ("q", "quit"):
            raise _Stopped
        if said in ("s", "skip"):
            return None
        verdict = _ANSWERS.get(said.removesuffix("+"))
        if verdict is not None:
            return _Answer(verdict, for_all=said.endswith("+"))


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
