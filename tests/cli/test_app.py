"""What the program loads to run a command, and how it takes what was typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

LOADED = """import sys
from screenr.cli.main import main
main(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
"""


def loaded(*argv: str, lists: Path) -> set[str]:
    """The modules that are loaded when a command ends."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, *argv],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "SCREENR_DATA_DIR": str(lists)},
    )
    return set(ran.stderr.split())


@pytest.fixture
def indexed(run: Run, lists_dir: Path) -> Path:
    """Lists whose index is there, as that of the package is: to make it, more is loaded."""
    run("lists", "status", "--data-dir", lists_dir)
    return lists_dir


def test_a_check_loads_nothing_that_it_can_do_without(indexed: Path) -> None:
    found = loaded("check", "Zorvex", "--format", "json", "--quiet", lists=indexed)

    assert found.isdisjoint({"numpy", "pydantic", "pydantic_core", "rich", "yaml", "lxml"})


def test_a_number_is_taken_without_more(indexed: Path) -> None:
    found = loaded("check", "Zorvex", "--limit", "1", "--format", "json", lists=indexed)

    assert "pydantic" not in found


def test_a_number_of_thousands_of_digits_is_a_wrong_option(run: Run) -> None:
    ran = run("check", "Zorvex", "--limit", "9" * 5_000)

    assert ran.code == 2


def test_a_command_loads_no_other_command(indexed: Path) -> None:
    found = loaded("lists", "status", lists=indexed)

    assert "screenr.cli.lists" in found
    assert found.isdisjoint({"screenr.cli.check", "screenr.cli.gate", "pydantic"})


def test_options_of_several_kinds_are_taken_together(run: Run, lists_dir: Path) -> None:
    ran = run(
        "check", "Zorvex", "--threshold", "0.9", "--alias", "Zorvex A", "--alias", "Zorvex B",
        "--data-dir", lists_dir, "--limit", "3", "--format", "json", "-q",
    )  # fmt: skip

    assert '"threshold": 0.9' in ran.out
    assert "Zorvex B" in ran.out


@pytest.mark.parametrize("limit", ["many", "1.5"])
def test_what_is_no_number_is_refused(run: Run, limit: str) -> None:
    ran = run("check", "Zorvex", "--limit", limit)

    assert ran.code == 2
    assert "'--limit'" in ran.err


def test_a_name_must_be_given(run: Run) -> None:
    ran = run("check", "--quiet")

    assert (ran.code, ran.out) == (2, "")
    assert "NAME" in ran.err


def test_empty_text_is_text(run: Run) -> None:
    assert run("check", "").err.startswith("error: a name is empty")


def test_a_command_that_is_not_known_is_guessed_among_all(run: Run) -> None:
    assert "'check'" in run("chekc").err
