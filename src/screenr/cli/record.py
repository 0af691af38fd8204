"""`screenr record`: the evidence that `gate --record` wrote, checked and done again."""

from typing import TYPE_CHECKING

import typer

from screenr.cli import gate_options, options
from screenr.cli.text_command import TextCommand, TextGroup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from screenr.gate.replay import Replay

app = typer.Typer(
    cls=TextGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Check the records of `screenr gate --record`, and screen again what they hold.",
)


@app.command("verify", cls=TextCommand, short_help="Check the seal and the chain of records.")
def verify(record: gate_options.RecordPath) -> int:
    """Check that a record, or each record of a directory, is as it was written.

    Ends 0 when every seal and every link holds, 3 when one does not.
    """
    from screenr.cli import output as out

    out.emit("".join(f"{line}\n" for line in _verified(record)))
    return 0


def _verified(path: "Path") -> "Iterator[str]":
    from screenr.errors import UsageError
    from screenr.formats.safe import one_line
    from screenr.gate.record import read_record, records_in, verify_chain, verify_link

    if path.is_dir():
        paths = records_in(path)
        if not paths:
            raise UsageError(f"no record in `{path}`", hint="`screenr gate … --record DIR`")
        *_, newest = verify_chain(paths)
        count = "1 record" if len(paths) == 1 else f"{len(paths)} records, chained without a gap"
        yield f"{count}: every seal holds; newest {paths[-1].name}, seal {newest['seal']}"
        return
    document = read_record(path)
    linked = verify_link(path)
    yield (
        f"{one_line(path.name)}: the seal holds; as of {document['as_of']}, {document['verdict']},"
        f" {len(document['counterparties'])} counterparties; seal {document['seal']}"
    )
    if not linked:
        before = document["previous"]["file"]
        yield f"It follows {one_line(before)}, which is not beside it: that link was not checked."


@app.command("replay", cls=TextCommand, short_help="Screen again what a record holds.")
def replay(record: gate_options.RecordPath, *, data_dir: options.DataDir = None) -> int:
    """Screen the counterparties of a record again, under its policy and decisions.

    Ends 0 when the outcome is the same, 1 when it is another, 3 when the lists are others.
    """
    from screenr.cli import gate_request
    from screenr.cli import output as out
    from screenr.errors import ExitCode, UsageError
    from screenr.gate.record import read_record
    from screenr.gate.replay import replay as run

    if record.is_dir():
        raise UsageError(f"`{record}` is a directory", hint="name a record in it")
    done = run(read_record(record), gate_request.catalog(data_dir))
    out.emit("".join(f"{line}\n" for line in _told(done)))
    codes = {
        "same": ExitCode.CLEAR,
        "other outcome": ExitCode.HIT,
        "other lists": ExitCode.UNABLE,
    }
    return codes[done.verdict]


def _told(done: "Replay") -> "Iterator[str]":
    from screenr.formats.safe import one_line
    from screenr.formats.wording import counted
    from screenr.version import __version__

    parties = f"{done.screened} counterpart{'y' if done.screened == 1 else 'ies'}"
    same = "the same" if not done.outcomes else "ANOTHER"
    yield f"{parties} screened again: the outcome is {same}."
    if done.recorded_by != __version__:
        yield f"Recorded by screenr {one_line(done.recorded_by)}, replayed by {__version__}."
    if done.lists:
        differing = counted(len(done.lists), "list")
        yield f"{differing} not the same as then, so this proves nothing of that run:"
        yield from (f"- {one_line(each)}" for each in done.lists)
    else:
        yield "All lists are the same as then, by their digests."
    if done.outcomes:
        yield "What differs:"
        yield from (f"- {one_line(each)}" for each in done.outcomes)
