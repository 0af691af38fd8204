"""The program and its commands."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, NamedTuple

import typer

from screenr.cli.text_command import TextCommand, TextGroup
from screenr.version import __version__


class _Part(NamedTuple):
    """A command, or a group with its own ``app``, in the module of its name."""

    short_help: str
    is_group: bool = False


_PARTS = {
    "check": _Part("Screen names."),
    "batch": _Part("Screen a file."),
    "gate": _Part("Hold supplier files against a policy."),
    "decide": _Part("Write down what was decided on a match."),
    "show": _Part("Show all that is known of one match."),
    "compare": _Part("Score two names and explain."),
    "lists": _Part("Show the lists: their age, their meaning.", is_group=True),
    "record": _Part("Check and replay the records of the gate.", is_group=True),
    "schema": _Part("Write the JSON Schema of a policy or of decisions."),
}


def program(argv: Sequence[str]) -> typer.Typer:
    """The program with the command that `argv` asks for; with all of them where it asks for none.

    A hundred options are a tenth of a check to prepare, and one command needs but its own.
    """
    app = typer.Typer(
        name="screenr",
        cls=TextGroup,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    app.callback()(screenr)
    for name in [each for each in argv[:1] if each in _PARTS] or _PARTS:
        part, module = _PARTS[name], import_module(f"screenr.cli.{name}")
        if part.is_group:
            app.add_typer(module.app, name=name, short_help=part.short_help)
        else:
            app.command(name, cls=TextCommand, short_help=part.short_help)(getattr(module, name))
    return app


def _version(asked: bool) -> None:  # noqa: FBT001 -- Typer calls it with the flag's value
    if asked:
        typer.echo(f"screenr {__version__}")
        raise typer.Exit


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
