"""`screenr lists` on two small lists."""

import json
from pathlib import Path

import pytest
from conftest import Run

from screenr.errors import ExitCode


@pytest.mark.parametrize("form", ["table", "json", "markdown"])
def test_status_names_each_list(run: Run, lists_dir: Path, form: str) -> None:
    ran = run("lists", "status", "--format", form, "--data-dir", lists_dir)

    assert ran.code == 0
    assert "us-alpha" in ran.out
    assert "us-beta" in ran.out


def test_status_of_chosen_lists(run: Run, lists_dir: Path) -> None:
    ran = run("lists", "status", "--lists", "us-beta", "--format", "json", "--data-dir", lists_dir)

    assert [each["id"] for each in json.loads(ran.out)["lists"]] == ["us-beta"]


def test_status_flags_what_is_older_than_asked(run: Run, lists_dir: Path) -> None:
    argv = ("lists", "status", "--format", "json", "--data-dir", lists_dir, "--max-age")

    young = json.loads(run(*argv, "100000").out)["lists"]

    assert not any(each["old"] for each in young)


@pytest.mark.parametrize("form", ["table", "json", "markdown"])
def test_show_says_what_a_list_is(run: Run, lists_dir: Path, form: str) -> None:
    ran = run("lists", "show", "us-alpha", "--format", form, "--data-dir", lists_dir)

    assert ran.code == 0
    assert "Bureau of Tests" in ran.out


def test_an_unknown_list_ends_two_with_the_likely_one(run: Run, lists_dir: Path) -> None:
    ran = run("lists", "show", "us-alfa", "--data-dir", lists_dir)

    assert ran.code == ExitCode.USAGE
    assert "did you mean `us-alpha`?" in ran.err
