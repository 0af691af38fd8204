"""A report of an earlier run, whose open matches are known and need not fail again.

Any JSON report of version 1 will do, of `gate`, `check` or `batch`. What was decided in it is not
known by it: when such a decision lapses, the match must be open, whatever the baseline says.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from screenr.effects import severity
from screenr.errors import UsageError
from screenr.models.counterparty import Counterparty
from screenr.models.decision import same_name
from screenr.models.digest import changed_parts
from screenr.models.finding import Finding, Match
from screenr.models.gate import BaselineUse, GoneMatch
from screenr.models.list_info import Status
from screenr.text.written import bytes_of

SCHEMA = "screenr/report/1"
_Key = tuple[str, tuple[str, ...], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An open match of the baseline: the designation as it stood, and what it then restricted.

    `statuses` is the worst status of each activity; `activities` are those that the report covered,
    None for all.
    """

    counterparty: str
    countries: tuple[str, ...]
    designation: str
    name: str
    digest: str
    statuses: Mapping[str, Status]
    activities: tuple[str, ...] | None

    @property
    def key(self) -> _Key:
        """Counterparty, with its countries, and designation."""
        return self.counterparty, self.countries, self.designation

    def changes(self, match: Match, digest: str, activities: Collection[str] | None) -> str:
        """What is not as it was, in words; empty where nothing matters."""
        parts = changed_parts(self.digest, digest)
        if parts:
            return f"the designation's {', '.join(parts)}"
        covers = self.activities is None or (
            activities is not None and set(activities) <= set(self.activities)
        )
        worse = [
            each.activity
            for each in match.effects
            if severity(each.status) > severity(self.statuses.get(each.activity, "none"))
        ]
        return "what the listing restricts" if covers and worse else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The open matches of an earlier report, in its order, by what they are about."""

    file: str
    sha256: str
    matches: Mapping[_Key, Known]

    def known(self, counterparty: Counterparty, designation: str) -> Known | None:
        """The open match of the baseline on this counterparty and this designation."""
        return self.matches.get((*_party(counterparty), designation))

    def use(self, findings: Sequence[Finding], asked: Collection[str]) -> BaselineUse:
        """What the run says of the baseline; `asked` are the lists that were asked."""
        now = {
            (*_party(each.counterparty), match.designation.id)
            for each in findings
            for match in each.matches
        }
        parties = {_party(each.counterparty) for each in findings}
        return BaselineUse(
            file=self.file,
            sha256=self.sha256,
            count=len(self.matches),
            gone=tuple(
                _gone(each, parties, asked) for key, each in self.matches.items() if key not in now
            ),
        )


def read_baseline(path: Path, *, shown: str) -> Baseline:
    """Read a report; `UsageError` where it is none that can be compared with."""
    content = bytes_of(path)
    document = report_in(content, shown)
    try:
        matches = {each.key: each for each in _open_matches(document)}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsageError(
            f"`{shown}` is not a whole report: {type(error).__name__} at {error}",
            hint="write it with `screenr gate … -o FILE.json`",
        ) from None
    return Baseline(file=shown, sha256=hashlib.sha256(content).hexdigest(), matches=matches)


def report_in(content: bytes, shown: str) -> dict[str, Any]:
    """The JSON report in a file."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageError(
            f"`{shown}` is not a JSON report of screenr",
            hint="write one with `--format json` or `-o FILE.json`",
        )
    return document


def _open_matches(document: Mapping[str, Any]) -> Iterator[Known]:
    activities = document["policy"]["activities"]
    for finding in document["findings"]:
        party = finding["counterparty"]
        for match in finding["matches"]:
            if match.get("decision") is not None:
                continue
            yield Known(
                counterparty=same_name(_text(party["name"])),
                countries=tuple(sorted(map(_text, party["countries"]))),
                designation=_text(match["designation"]),
                name=_text(match["name"]),
                digest=_text(match["digest"]),
                statuses=_worst(match["effects"]),
                activities=None if activities is None else tuple(activities),
            )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r}, which should be text")
    return value


def _worst(effects: Sequence[Mapping[str, Any]]) -> dict[str, Status]:
    worst: dict[str, Status] = {}
    for effect in effects:
        status = next((each for each in get_args(Status) if each == effect["status"]), None)
        if status is not None:
            before = worst.get(effect["activity"], "none")
            worst[effect["activity"]] = max(before, status, key=severity)
    return worst


def _party(counterparty: Counterparty) -> tuple[str, tuple[str, ...]]:
    return same_name(counterparty.name), tuple(sorted(counterparty.countries))


def _gone(
    known: Known, parties: Collection[tuple[str, tuple[str, ...]]], asked: Collection[str]
) -> GoneMatch:
    if (known.counterparty, known.countries) not in parties:
        why = "the counterparty is no longer in the files"
    elif known.designation.partition(":")[0] not in asked:
        why = "its list was not asked"
    else:
        why = "the counterparty no longer matches it"
    return GoneMatch(
        counterparty=known.counterparty,
        designation=known.designation,
        name=known.name,
        reason=why,
    )
