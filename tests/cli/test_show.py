"""`screenr show` on two small lists."""

import json
from pathlib import Path

import pytest
from conftest import Run

from screenr.errors import ExitCode


@pytest.mark.parametrize("form", ["table", "json", "markdown"])
def test_a_designation_is_shown_with_the_same_party_elsewhere(
    run: Run, lists_dir: Path, form: str
) -> None:
    ran = run(
        "show", "us-alpha:1", "--as-of", "2022-06-01", "--format", form, "--data-dir", lists_dir
    )

    assert ran.code == 0
    assert "ZORVEX Robotics" in ran.out
    assert "us-beta:1" in ran.out


def test_it_says_what_is_in_force_on_the_day(run: Run, lists_dir: Path) -> None:
    argv = ("show", "us-beta:1", "--format", "json", "--data-dir", lists_dir, "--as-of")

    assert json.loads(run(*argv, "2024-12-31").out)["in_force"] is True
    assert json.loads(run(*argv, "2025-01-07").out)["in_force"] is False


def test_an_unknown_designation_ends_two(run: Run, lists_dir: Path) -> None:
    ran = run("show", "us-alpha:999", "--data-dir", lists_dir)

    assert ran.code == ExitCode.USAGE
    assert ran.out == ""
    assert "us-alpha:999" in ran.err


def test_a_format_that_show_has_not_is_refused(run: Run, lists_dir: Path) -> None:
    ran = run("show", "us-alpha:1", "--format", "csv", "--data-dir", lists_dir)

    assert ran.code == ExitCode.USAGE
    assert "choose table, json, markdown" in ran.err


def test_the_ending_of_the_file_chooses_the_format(
    run: Run, lists_dir: Path, tmp_path: Path
) -> None:
    run("show", "us-alpha:1", "--data-dir", lists_dir, "-o", tmp_path / "party.json")

    assert json.loads((tmp_path / "party.json").read_text())["designation"] == "us-alpha:1"


def test_the_ending_of_a_format_that_show_has_not_is_refused(
    run: Run, lists_dir: Path, tmp_path: Path
) -> None:
    ran = run("show", "us-alpha:1", "--data-dir", lists_dir, "-o", tmp_path / "party.csv")

    assert ran.code == ExitCode.USAGE
    assert not (tmp_path / "party.csv").exists()
