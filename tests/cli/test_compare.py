"""`screenr compare` on the words of two small lists."""

import json
from pathlib import Path

import pytest
from conftest import Run

from screenr.errors import ExitCode
from screenr.formats.comparison import COMPARISONS


@pytest.mark.parametrize(
    ("query", "listed", "code"),
    [
        ("Zorvex Robotics", "ZORVEX Robotics Co., Ltd.", ExitCode.HIT),
        ("Quibblat Bakery", "ZORVEX Robotics Co., Ltd.", ExitCode.CLEAR),
        ("!?", "ZORVEX Robotics Co., Ltd.", ExitCode.UNABLE),
        ("Zorvex", "…", ExitCode.UNABLE),
        # A modifier letter alone: alphanumeric to Unicode, and yet nothing to read.
        ("ʼʼ", "Zorvex", ExitCode.UNABLE),
        ("", "Zorvex", ExitCode.USAGE),
        ("Zorvex", "x" * 1001, ExitCode.USAGE),
    ],
)
def test_how_it_ends_says_how_the_names_compare(
    run: Run, lists_dir: Path, query: str, listed: str, code: ExitCode
) -> None:
    ran = run("compare", query, listed, "--data-dir", lists_dir)

    assert ran.code == code
    assert bool(ran.out) is (code in (ExitCode.HIT, ExitCode.CLEAR))


def test_a_name_that_cannot_be_read_is_named(run: Run, lists_dir: Path) -> None:
    ran = run("compare", "Zorvex", "…", "--data-dir", lists_dir)

    assert "'…'" in ran.err
    assert "Zorvex" not in ran.err


@pytest.mark.parametrize("form", COMPARISONS)
def test_the_format_asked_for_is_written(
    run: Run, lists_dir: Path, tmp_path: Path, form: str
) -> None:
    argv = ("compare", "Zorvex", "Zorvex Robotics", "--format", form, "--data-dir", lists_dir)
    ran = run(*argv)
    run(*argv, "-o", tmp_path / "comparison")

    assert "zorvex" in ran.out
    assert (tmp_path / "comparison").read_text(encoding="utf-8") == ran.out


def test_the_ending_of_the_file_chooses_the_format(
    run: Run, lists_dir: Path, tmp_path: Path
) -> None:
    run("compare", "Zorvex", "Zorvex", "--data-dir", lists_dir, "-o", tmp_path / "pair.json")

    document = json.loads((tmp_path / "pair.json").read_text(encoding="utf-8"))
    assert document["schema"] == "screenr/comparison/1"
    assert (document["score"], document["grade"]) == (1.0, "exact")


def test_the_threshold_decides_what_is_a_match(run: Run, lists_dir: Path) -> None:
    argv = ("compare", "Zorvec", "Zorvex", "--data-dir", lists_dir, "--threshold")

    assert run(*argv, "0.5").code == ExitCode.HIT
    assert run(*argv, "1.0").code == ExitCode.CLEAR


def test_the_kind_decides_how_names_are_read(run: Run, lists_dir: Path) -> None:
    argv = ("compare", "Zorvex Anna", "Anna ZORVEX", "--data-dir", lists_dir, "--format", "json")

    person = json.loads(run(*argv, "--kind", "person").out)
    vessel = json.loads(run(*argv, "--kind", "vessel").out)
    assert (person["kind"], person["grade"]) == ("person", "exact")
    assert vessel["grade"] != "exact"


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--kind", "firm", "organization"),
        ("--threshold", "2", "at most 1"),
        ("--format", "sarif", "choose table, json, jsonl, csv, markdown"),
    ],
)
def test_a_wrong_option_is_refused_with_what_is_right(
    run: Run, lists_dir: Path, option: str, value: str, said: str
) -> None:
    ran = run("compare", "Zorvex", "Zorvex", option, value, "--data-dir", lists_dir)

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert said in ran.err


def test_lists_that_are_not_there_end_three(run: Run, tmp_path: Path) -> None:
    assert run("compare", "Zorvex", "Zorvex", "--data-dir", tmp_path).code == ExitCode.UNABLE
