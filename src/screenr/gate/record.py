"""The evidence of a run: what was asked, of whom, under which policy, and what came out.

A record is a JSON file that names everything which decided, down to the digests of the lists, and
every counterparty with its outcome, the clear ones too. Its seal is the SHA-256 of all the rest of
it, and among that is the seal of the record before: whoever changes, drops or slips in a record
breaks the chain from there on. The seal proves that nothing was changed since, not who wrote it;
to prove that as well, sign the newest record or keep its seal elsewhere, as in a commit.
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from screenr.errors import ScreenrError
from screenr.gate.run import GateInput
from screenr.models.decision import Decision
from screenr.models.digest import digest_of
from screenr.models.gate import GateEntry, GateResult, JudgedMatch
from screenr.text.written import bytes_of
from screenr.version import __version__

SCHEMA = "screenr/record/1"
_NAME = re.compile(r"(\d{6})-\d{4}-\d{2}-\d{2}\.json")
_DIGITS = 4
_KEYS = {
    "as_of", "policy", "threshold", "lists", "left_out", "absent", "missing", "files", "decisions",
    "baseline", "verdict", "counterparties", "unread", "previous", "screenr",
}  # fmt: skip


def document_of(given: GateInput, result: GateResult) -> dict[str, Any]:
    """The record of a run, without its place in a chain and its seal."""
    report, policy = result.report, given.policy
    return {
        "schema": SCHEMA,
        "screenr": __version__,
        "as_of": report.as_of.isoformat(),
        "policy": {
            "file": given.policy_file,
            "lists": list(policy.lists),
            "threshold": policy.threshold,
            "activities": None if policy.activities is None else list(policy.activities),
            "fail_on": policy.fail_on,
            "max_age_days": given.max_age_days,
        },
        "threshold": report.threshold,
        "lists": [
            {
                "id": use.id,
                "published": use.published.isoformat(),
                "retrieved": use.retrieved.isoformat(),
                "sha256": use.sha256,
                "entries": use.entries,
            }
            for use in report.lists
        ],
        "left_out": list(result.left_out),
        "absent": list(result.absent),
        "missing": list(result.missing),
        "files": [asdict(each) for each in given.files],
        "decisions": _decisions(given),
        "baseline": _baseline(given),
        "verdict": result.verdict,
        "exit_code": int(result.exit_code),
        "problems": list(result.problems),
        "counterparties": [_entry(each) for each in result.entries],
        "unread": [
            {"file": each.position.file, "line": each.position.line, "message": each.message}
            for each in result.unread
        ],
    }


def outcomes(result: GateResult) -> list[dict[str, Any]]:
    """What came out of each counterparty, as a record holds it."""
    return [_entry(each) for each in result.entries]


def _entry(entry: GateEntry) -> dict[str, Any]:
    party = entry.counterparty
    return {
        "file": entry.position.file,
        "line": entry.position.line,
        "ref": party.ref,
        "name": party.name,
        "aliases": list(party.aliases),
        "countries": list(party.countries),
        "country_given": party.country_given,
        "kind": party.kind,
        "born": list(party.born),
        "identifiers": list(party.identifiers),
        "verdict": entry.verdict,
        "error": entry.finding.error,
        "matches": [_match(each) for each in entry.matches],
    }


def _match(judged: JudgedMatch) -> dict[str, Any]:
    found = judged.match
    return {
        "designation": found.designation.id,
        "name": found.designation.name,
        "matched_name": found.matched_name,
        "score": round(found.score, _DIGITS),
        "relation": found.comparison.relation,
        "digest": digest_of(found.designation),
        "verdict": judged.verdict,
        "reason": judged.reason,
    }


def _decisions(given: GateInput) -> dict[str, Any] | None:
    read = given.decisions
    if read is None:
        return None
    entries = [_decision(each) for each in read.decisions]
    return {"file": read.file, "sha256": read.sha256, "entries": entries}


def _decision(decision: Decision) -> dict[str, Any]:
    fields = asdict(decision)
    return {**fields, "on": decision.on.isoformat(), "expires": decision.expires.isoformat()}


def _baseline(given: GateInput) -> dict[str, Any] | None:
    read = given.baseline
    if read is None:
        return None
    matches = [asdict(each) for each in read.matches.values()]
    return {"file": read.file, "sha256": read.sha256, "matches": matches}


def write_record(document: Mapping[str, Any], folder: Path) -> Path:
    """Add a record to the chain of a folder; an error where the chain is broken already."""
    folder.mkdir(parents=True, exist_ok=True)
    before = records_in(folder)
    if before:
        previous = read_record(before[-1])
        number = int(before[-1].name[:6]) + 1
        link = {"file": before[-1].name, "seal": previous["seal"]}
    else:
        number, link = 1, None
    sealed = sealed_text({**document, "previous": link})
    path = folder / f"{number:06}-{document['as_of']}.json"
    _place(path, sealed)
    return path


def _place(path: Path, text: str) -> None:
    """The file, whole or not at all, and never in the place of another run's."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".record-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(0o644)  # mkstemp keeps files to their owner
        _claim(path, Path(name))
    except FileExistsError:
        raise ScreenrError(
            f"another run wrote `{path}` at the same time",
            hint="give each of them a directory of its own",
        ) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _claim(path: Path, written: Path) -> None:
    # A link to a name that is taken fails, where a rename would silently replace.
    try:
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:  # a file system that knows no links: the name is taken first
        path.touch(exist_ok=False)
        written.replace(path)


def records_in(folder: Path) -> tuple[Path, ...]:
    """The records of a folder, oldest first."""
    return tuple(sorted(each for each in folder.iterdir() if _NAME.fullmatch(each.name)))


def sealed_text(document: Mapping[str, Any]) -> str:
    """The record as its file holds it: the seal covers every byte but its own."""
    body = {key: value for key, value in document.items() if key != "seal"}
    return _text({**body, "seal": _seal(body)})


def read_record(path: Path) -> dict[str, Any]:
    """A record whose seal holds; `ScreenrError` where the file is not what was written."""
    content = bytes_of(path)
    try:
        document = json.loads(content)
        whole = isinstance(document, dict) and sealed_text(document).encode() == content
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise ScreenrError(
            f"`{path}` is not as it was written: its seal does not hold",
            hint="restore it from where it was kept; nothing in it can be relied on",
        )
    if document.get("schema") != SCHEMA or not document.keys() >= _KEYS:
        raise ScreenrError(f"`{path}` is no record of this version of screenr")
    return document  # type: ignore[no-any-return]  # checked above


def verify_chain(paths: tuple[Path, ...]) -> Iterator[dict[str, Any]]:
    """Each record of a folder, oldest first; an error at the first that does not fit."""
    seal: str | None = None
    for number, path in enumerate(paths, start=1):
        document = read_record(path)
        link = document["previous"]
        expected = None if number == 1 else {"file": paths[number - 2].name, "seal": seal}
        if int(path.name[:6]) != number or link != expected:
            raise ScreenrError(
                f"the chain breaks at `{path}`: it does not follow the record before it",
                hint="a record was removed, replaced or renamed",
            )
        seal = document["seal"]
        yield document


def verify_link(path: Path) -> bool:
    """Whether the record that this one follows is beside it and fits; False where it is not there.

    `ScreenrError` where it is there and is another.
    """
    link = read_record(path)["previous"]
    if link is None:
        return True
    before = path.parent / link["file"]
    if not before.is_file():
        return False
    if read_record(before)["seal"] != link["seal"]:
        raise ScreenrError(f"`{path}` follows another record than the `{link['file']}` beside it")
    return True


def _seal(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(_text(body).encode()).hexdigest()


def _text(document: Mapping[str, Any]) -> str:
    # Every character outside ASCII is escaped: nothing in a name can steer who reads the file.
    return json.dumps(document, ensure_ascii=True, allow_nan=False, indent=1) + "\n"
