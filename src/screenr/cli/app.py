"""The program and its commands."""

from typing import Annotated

import typer

from screenr.cli import batch, check, compare, decide, gate, lists, record, schema, show
from screenr.version import __version__

app = typer.Typer(
    name="screenr",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.command("check", short_help="Screen names.")(check.check)
app.command("batch", short_help="Screen a file.")(batch.batch)
app.command("gate", short_help="Hold supplier files against a policy.")(gate.gate)
app.command("decide", short_help="Write down what was decided on a match.")(decide.decide)
app.command("show", short_help="Show all that is known of one match.")(show.show)
app.command("compare", short_help="Score two names and explain.")(compare.compare)
app.add_typer(lists.app, name="lists", short_help="Show the lists: their age, their meaning.")
app.add_typer(record.app, name="record", short_help="Check and replay the records of the gate.")

app.command("schema", short_help="Write the JSON Schema of a policy or of decisions.")(
    schema.schema
)


def _version(asked: bool) -> None:  # noqa: FBT001 -- Typer calls it with the flag's value
    if asked:
        typer.echo(f"screenr {__version__}")
        raise typer.Exit


@app.callback()
def screenr(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Say whether a counterparty is on a US or UN designation list, since when, and what that bars.

    It never says "safe": clear means no match at this threshold, on these lists, of these dates.
    It is not legal advice.

    For a first check: screenr check "Megvii"

    Exit codes: 0 clear, 1 at least one hit, 2 wrong usage, 3 could not screen all of it, 4 a bug.
    """
