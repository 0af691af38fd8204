"""What the README says is what the program does."""

import inspect
import re
import shlex
from pathlib import Path
from typing import Annotated, get_args, get_origin

import pytest
import typer
import yaml
from conftest import Run

from screenr.cli import gate_options, options
from screenr.errors import ExitCode
from screenr.formats import FORMATS, GATE_FORMATS
from screenr.formats.comparison import COMPARISONS
from screenr.matching.compare import DEFAULT_THRESHOLD
from screenr.version import __version__

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LISTS = sorted(path.name for path in (ROOT / "data" / "lists").iterdir() if path.is_dir())
COMMANDS = [
    "check", "compare", "batch", "gate", "decide", "record verify", "record replay", "show",
    "lists status", "lists show", "schema",
]  # fmt: skip
GROUPS = {"lists", "record"}


def declared_options() -> list[str]:
    """Every option name in the modules that declare them."""
    names = []
    for _, value in (*inspect.getmembers(options), *inspect.getmembers(gate_options)):
        if get_origin(value) is Annotated:
            info = get_args(value)[1]
            if isinstance(info, typer.models.OptionInfo):
                # Typer keeps the first name where a default would stand without `Annotated`.
                names += [str(info.default), *(info.param_decls or ())]
    return sorted(set(names))


def test_there_are_options_and_lists_to_look_for() -> None:
    assert "--as-of" in declared_options()
    assert len(LISTS) == 18


@pytest.mark.parametrize("option", declared_options())
def test_each_option_stands_in_the_readme(option: str) -> None:
    assert re.search(rf"`{option}[ `]", README)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_stands_in_the_readme(command: str) -> None:
    assert f"`screenr {command}" in README


@pytest.mark.parametrize("command", ["", *sorted(GROUPS)])
def test_each_command_of_the_program_is_known_to_these_tests(run: Run, command: str) -> None:
    helped = run(*command.split(), "--help").out
    names = re.findall(r"^  ([a-z]+)  ", helped.partition("Commands:")[2], flags=re.MULTILINE)

    groups = GROUPS if not command else set()
    known = {f"{command} {name}".strip() for name in names if name not in groups}
    assert known
    assert known <= set(COMMANDS)


def commands_with_their_ends() -> list[tuple[str, int]]:
    """The examples of `compare`, each with the number that its comment says."""
    return [
        (command.strip(), int(code))
        for command, code in re.findall(
            r"^\$ (screenr compare .+?)# ends (\d)", README, flags=re.MULTILINE
        )
    ]


@pytest.mark.parametrize(("command", "code"), commands_with_their_ends())
def test_each_comparison_of_the_readme_ends_as_it_says(run: Run, command: str, code: int) -> None:
    assert run(*shlex.split(command)[1:]).code == code


def test_there_are_comparisons_to_try() -> None:
    assert {code for _, code in commands_with_their_ends()} == {0, 1}


@pytest.mark.parametrize("name", COMPARISONS)
def test_each_format_of_compare_stands_in_its_help(name: str, run: Run) -> None:
    assert name in run("compare", "--help").out


@pytest.mark.parametrize("code", ExitCode)
def test_each_exit_code_stands_in_the_readme(code: ExitCode) -> None:
    assert f"| {code.value} | {code.name} |" in README


@pytest.mark.parametrize("name", [*FORMATS, *GATE_FORMATS])
def test_each_format_stands_in_the_readme(name: str) -> None:
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("name", GATE_FORMATS)
def test_each_format_of_the_gate_stands_in_its_help(name: str, run: Run) -> None:
    assert name in run("gate", "--help").out


def test_each_input_of_the_action_stands_in_the_readme() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    section = README.partition("## In GitHub")[2].partition("\n## ")[0]

    assert [each for each in action["inputs"] if not re.search(rf"\b{each}\b", section)] == []


def test_the_default_threshold_is_the_one_in_readme_and_help(run: Run) -> None:
    assert options.THRESHOLD == DEFAULT_THRESHOLD
    assert f"{DEFAULT_THRESHOLD:.2f} by default" in README
    assert f"The default is {DEFAULT_THRESHOLD:.2f}." in " ".join(
        run("check", "--help").out.split()
    )


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_stands_in_the_help(name: str, run: Run) -> None:
    assert name in run("check", "--help").out


@pytest.mark.parametrize("list_id", LISTS)
def test_each_list_stands_in_the_readme_with_the_date_of_its_newest_snapshot(list_id: str) -> None:
    files = (ROOT / "data" / "lists" / list_id).glob("????-??-??.yaml")
    newest = max(path.stem for path in files)

    assert re.search(rf"\| `{list_id}` \| [^|]+ \| {newest} \|", README)


def test_the_changelog_has_an_entry_for_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## [{__version__}]" in changelog
    assert "## [Unreleased]" in changelog
