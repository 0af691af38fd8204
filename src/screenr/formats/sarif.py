"""What the gate decided as SARIF 2.1.0, for code scanning and for viewers in editors.

Every match is a result at the row of its counterparty: an error where it fails, a warning where
the baseline knows it, a note where the policy or a decision lets it pass; a decision that lets it
pass is its suppression. Rows without a match are no results: the format is one of problems.
What was not screened is a result too, besides a notification and `executionSuccessful: false`,
because code scanning reads results alone.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from screenr.formats import gate_words, wording
from screenr.formats.encode_v1 import DIGITS
from screenr.formats.json_report import dumps
from screenr.formats.sarif_rules import NOT_SCREENED, plain, rules_of
from screenr.formats.shown import ownership_of
from screenr.formats.view import View
from screenr.models.gate import GateEntry, GateResult, JudgedMatch, MatchVerdict, Position
from screenr.version import __version__

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: dict[MatchVerdict, str] = {
    "fail": "error",
    "known": "warning",
    "decided": "note",
    "notice": "note",
}
_RANK = {"error": 0, "warning": 1, "note": 2}
_BASELINE = {"new": "new", "changed": "updated"}
# Source: GitHub, "SARIF results exceed one or more limits": a log with more is refused whole.
MOST = 25_000
_MESSAGE = 1_000


def gate(result: GateResult, view: View) -> str:  # noqa: ARG001 -- the signature of all formats
    """Render a gate result."""
    return dumps(log(result), indent=2) + "\n"


def log(result: GateResult) -> dict[str, Any]:
    """The log as plain values."""
    rules = rules_of(result)
    places = {rule["id"]: at for at, rule in enumerate(rules)}
    # Most serious first, because the first that a service shows must not be notes.
    results = sorted(_results(result), key=lambda each: _RANK[each["level"]])
    for each in results:
        each["ruleIndex"] = places[each["ruleId"]]
    driver = {
        "name": "screenr",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(result, left_out=max(0, len(results) - MOST))],
        "artifacts": [
            {
                "location": {"uri": _uri(each.file)},
                "roles": ["analysisTarget"],
                "hashes": {"sha-256": each.sha256},
            }
            for each in result.files
        ],
        "results": results[:MOST],
        "columnKind": "unicodeCodePoints",
        "properties": _grounds(result),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _results(result: GateResult) -> Iterator[dict[str, Any]]:
    for row in result.unread:
        yield _missed(row.position, row.message)
    for entry in result.entries:
        if entry.finding.error is not None:
            name = entry.counterparty.name
            yield _missed(entry.position, f"{name}: {entry.finding.error}")
    # What is wrong with a list has no line of its own, and without a line nobody is shown it.
    file = result.policy_file or (result.files[0].file if result.files else "screenr.yaml")
    yield from (_missed(Position(file, 1), problem) for problem in result.problems)
    seen: Counter[tuple[str, str]] = Counter()
    for entry in result.entries:
        for judged in entry.matches:
            key = (entry.position.file, judged.fingerprint)
            seen[key] += 1
            yield _match(judged, entry, result, occurrence=seen[key])


def _missed(position: Position, message: str) -> dict[str, Any]:
    return {
        "ruleId": NOT_SCREENED,
        "level": "error",
        "message": {"text": f"Not screened: {plain(message, _MESSAGE)}"},
        "locations": [_location(position)],
    }


def _match(
    judged: JudgedMatch, entry: GateEntry, result: GateResult, *, occurrence: int
) -> dict[str, Any]:
    match = judged.match
    found: dict[str, Any] = {
        "ruleId": match.list.id,
        "level": _LEVELS[judged.verdict],
        "message": {"text": _message(judged, entry, result)},
        "locations": [_location(entry.position)],
        # Code scanning heeds this key alone; it is none of the line, so that an alert stays the
        # same when rows are added above. The count sets apart rows that name one party twice.
        "partialFingerprints": {"primaryLocationLineHash": f"{judged.fingerprint}:{occurrence}"},
        "properties": {
            "verdict": judged.verdict,
            "counterparty": entry.counterparty.name,
            "designation": match.designation.id,
            "listed": wording.listed_words(match.designation.listed),
            "score": round(match.score, DIGITS),
            "grade": match.comparison.grade,
            "relation": match.comparison.relation,
        },
    }
    if judged.novelty is not None:
        found["baselineState"] = _BASELINE[judged.novelty]
    elif judged.verdict == "known":
        found["baselineState"] = "unchanged"
    if judged.verdict == "decided" and match.decision is not None:
        found["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": gate_words.why(judged),
                "properties": {"by": match.decision.by, "expires": f"{match.decision.expires}"},
            }
        ]
    return found


def _message(judged: JudgedMatch, entry: GateEntry, result: GateResult) -> str:
    match = judged.match
    ownership = ownership_of(match, result.report.as_of)
    said = (
        f"{entry.counterparty.name} matches {match.designation.name} ({match.list.short}).",
        f"{wording.verdict(match)}: {match.comparison.reason}",
        f"{gate_words.ENTRY_VERDICTS[judged.verdict]}: {gate_words.why(judged)}",
        match.summary,
        *(() if ownership is None else (ownership,)),
        f"Listed {wording.dates(match.designation, in_force=match.in_force)}.",
        f"Entry {match.designation.id}.",
    )
    return "\n".join(plain(each, _MESSAGE) for each in said if each)


def _location(position: Position) -> dict[str, Any]:
    region = {"startLine": max(1, position.line), "startColumn": 1}
    return {
        "physicalLocation": {"artifactLocation": {"uri": _uri(position.file)}, "region": region}
    }


def _uri(file: str) -> str:
    """Relative to the folder the gate ran in, as code scanning wants it; else absolute."""
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    # A colon in the first part would read as a scheme.
    return quote(path.as_posix(), safe="/", errors="surrogatepass")


def _invocation(result: GateResult, *, left_out: int) -> dict[str, Any]:
    problems = [_notification(problem, "error") for problem in result.problems]
    problems += [_notification(f"{at}: {why}", "error") for at, why in gate_words.refused(result)]
    if left_out:
        said = f"{left_out} results are left out, the mildest, because a log may have {MOST}."
        problems.append(_notification(said, "warning"))
    return {
        "executionSuccessful": result.verdict != "unable",
        "exitCode": int(result.exit_code),
        "exitCodeDescription": gate_words.headline(result),
        "toolExecutionNotifications": problems,
        "toolConfigurationNotifications": [
            _notification(note, "note") for note in gate_words.notes(result)
        ],
    }


def _notification(text: str, level: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": plain(text, _MESSAGE)}}


def _grounds(result: GateResult) -> dict[str, Any]:
    return {
        "as_of": result.report.as_of.isoformat(),
        "verdict": result.verdict,
        "tally": gate_words.tally(result),
        "threshold": round(result.report.threshold, DIGITS),
        "fail_on": result.policy.fail_on,
        "lists": {use.id: use.published.isoformat() for use in result.report.lists},
    }
