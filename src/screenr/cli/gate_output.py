"""Where the result of a gate goes: files and the screen, a record, the summary of a build job."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from screenr.cli import output as out
from screenr.cli import request
from screenr.cli.project import shown
from screenr.errors import UsageError
from screenr.formats import GATE_FORMATS, GateFormat, gate_words
from screenr.gate.record import document_of, write_record
from screenr.gate.run import GateInput
from screenr.models.gate import GateResult


class Writer(NamedTuple):
    """A place and the format that is written there."""

    destination: str
    format: GateFormat


def writers(format_name: str | None, outputs: Sequence[str] | None) -> tuple[Writer, ...]:
    """What is written where; refused before anything is screened.

    With one place `--format` is its format, as in every command. With several each has the format
    of its ending, and `--format` is for the standard output.
    """
    places = tuple(dict.fromkeys(outputs or ("-",)))
    for each in places:
        out.check(each)
    several = len(places) > 1
    return tuple(
        Writer(
            each,
            GATE_FORMATS[
                request.format_for(
                    None if several and each != "-" else format_name, each, GATE_FORMATS
                )
            ],
        )
        for each in places
    )


def check_places(
    places: Sequence[Writer], record: Path | None, *, inputs: Sequence[Path | None]
) -> None:
    """Refuse what would destroy what the gate reads, or cannot hold a record.

    A baseline that a failing run replaces with its own report would let the next run pass.
    """
    for place in places:
        for each in inputs:
            if each is not None:
                hint = "name another file after `-o`; a baseline is renewed by hand, in a review"
                out.spare(each, place.destination, hint=hint)
    if record is not None and record.exists() and not record.is_dir():
        raise UsageError(f"`{record}` is a file", hint="name a directory after `--record`")


def tell(remarks: Sequence[str], *, quiet: bool) -> None:
    """Say how the supplier files were read, a line each."""
    for each in remarks:
        out.say(each, quiet=quiet)


def write(
    result: GateResult,
    given: GateInput,
    places: Sequence[Writer],
    *,
    record: Path | None,
    quiet: bool,
) -> None:
    """Write everything; the record first, because a run without its evidence did not happen."""
    if record is not None:
        path = write_record(document_of(given, result), record)
        out.say(f"recorded in {shown(path)}", quiet=quiet)
    for place in places:
        out.emit(place.format.gate(result, out.view_of(place.destination)), place.destination)
    if all(place.destination != "-" for place in places):
        out.say(_told(result), quiet=quiet)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(place.format is GATE_FORMATS["github"] for place in places):
        _append_summary(result, Path(summary))


def _told(result: GateResult) -> str:
    return "; ".join((gate_words.headline(result), *(each.rstrip(".") for each in result.problems)))


def _append_summary(result: GateResult, path: Path) -> None:
    from screenr.formats.github import step_summary

    with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(step_summary(result))
