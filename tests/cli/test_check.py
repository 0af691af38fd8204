"""`screenr check` from its arguments to its exit code, on two small lists."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run

from screenr import catalog
from screenr.errors import ExitCode

AS_OF = ("--as-of", "2022-06-01")


def document(ran: Ran) -> dict[str, Any]:
    read = json.loads(ran.out)
    assert isinstance(read, dict)
    return read


def test_a_hit_ends_one(run: Run, lists_dir: Path) -> None:
    ran = run("check", "Zorvex", "--data-dir", lists_dir, *AS_OF)

    assert ran.code == ExitCode.HIT
    assert "ZORVEX Robotics Co., Ltd." in ran.out


def test_a_name_that_is_on_no_list_ends_zero(run: Run, lists_dir: Path) -> None:
    ran = run("check", "Corner Bakery", "--data-dir", lists_dir, *AS_OF)

    assert ran.code == ExitCode.CLEAR
    assert "CLEAR" in ran.out


def test_several_names_have_a_finding_each_and_one_hit_decides(run: Run, lists_dir: Path) -> None:
    ran = run(
        "check", "Corner Bakery", "Zorvex", "--data-dir", lists_dir, "--format", "json", *AS_OF
    )

    assert ran.code == ExitCode.HIT
    found = [(each["ref"], each["status"]) for each in document(ran)["findings"]]
    assert found == [("1", "clear"), ("2", "hit")]


def test_an_alias_applies_to_the_name(run: Run, lists_dir: Path) -> None:
    ran = run("check", "Corner Bakery", "--alias", "Zorvex", "--data-dir", lists_dir, *AS_OF)

    assert ran.code == ExitCode.HIT


def test_what_was_asked_is_kept_in_the_report(run: Run, lists_dir: Path) -> None:
    ran = run(
        "check", "Zorvex", "--country", "China", "--kind", "organization", "--born", "1964-05",
        "--id", "X1", "--alias", "Zvx", "--data-dir", lists_dir, "--format", "json", *AS_OF,
    )  # fmt: skip

    assert document(ran)["findings"][0]["counterparty"] == {
        "name": "Zorvex", "aliases": ["Zvx"], "country": "China", "countries": ["CN"],
        "kind": "organization", "born": ["1964-05"], "identifiers": ["X1"],
    }  # fmt: skip


def test_lists_can_be_chosen(run: Run, lists_dir: Path) -> None:
    ran = run(
        "check", "Zorvex", "--lists", "us-b*", "--data-dir", lists_dir, "--format", "json", *AS_OF
    )

    assert [each["id"] for each in document(ran)["lists"]] == ["us-beta"]


def test_an_unknown_list_ends_two_with_a_hint(run: Run, lists_dir: Path) -> None:
    ran = run("check", "Zorvex", "--lists", "us-alpa", "--data-dir", lists_dir)

    assert ran.code == ExitCode.USAGE
    assert ran.out == ""
    assert "us-alpha" in ran.err


def test_a_party_is_not_found_after_its_removal(run: Run, lists_dir: Path) -> None:
    ran = run(
        "check", "Zorvex Robotics", "--lists", "us-beta", "--data-dir", lists_dir,
        "--as-of", "2026-07-10",
    )  # fmt: skip

    assert ran.code == ExitCode.CLEAR


def test_a_day_before_the_snapshot_is_reconstructed_and_says_so(run: Run, lists_dir: Path) -> None:
    ran = run("check", "Zorvex", "--data-dir", lists_dir, "--format", "json", *AS_OF)

    read = document(ran)
    assert {each["basis"] for each in read["lists"]} == {"reconstructed"}
    assert "parties removed in between may be missing" in read["warnings"][0]


def test_a_day_inside_the_bounds_of_a_listing_says_that_it_may_not_have_begun(
    run: Run, lists_dir: Path
) -> None:
    ran = run("check", "Zorvex Optics", "--data-dir", lists_dir, "--as-of", "2021-06-01")

    assert "May not have been listed yet" in " ".join(ran.out.split())


def test_the_limit_says_how_many_it_left_out(run: Run, lists_dir: Path) -> None:
    ran = run(
        "check", "Zorvex", "--limit", "1", "--data-dir", lists_dir, "--format", "json", *AS_OF
    )

    (finding,) = document(ran)["findings"]
    assert len(finding["matches"]) == 1
    assert finding["omitted"] >= 1


def test_activities_choose_the_effects(run: Run, lists_dir: Path) -> None:
    ran = run(
        "check", "Zorvex", "--activity", "visit", "--data-dir", lists_dir, "--format", "json",
        *AS_OF,
    )  # fmt: skip

    read = document(ran)
    assert read["policy"]["activities"] == ["visa_entry"]
    assert read["findings"][0]["matches"][0]["effects"] == []


def test_explain_shows_the_words(run: Run, lists_dir: Path) -> None:
    ran = run("check", "Zorvex", "--explain", "--data-dir", lists_dir, *AS_OF)

    assert "zorvex ~ zorvex" in ran.out


def test_the_ending_of_the_file_chooses_the_format(
    run: Run, lists_dir: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report.csv"

    ran = run("check", "Zorvex", "-o", out, "--data-dir", lists_dir, *AS_OF)

    assert ran.out == ""
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert rows[0]["status"] == "hit"


def test_the_environment_names_the_folder_of_the_lists(
    run: Run, lists_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENR_DATA_DIR", str(lists_dir))

    ran = run("check", "Zorvex", "--format", "json", *AS_OF)

    assert [each["id"] for each in document(ran)["lists"]] == ["us-alpha", "us-beta"]


def test_old_lists_are_warned_of_once(run: Run, lists_dir: Path) -> None:
    ran = run("check", "Zorvex", "--data-dir", lists_dir, "--as-of", "2026-11-21")

    assert ran.err == (
        "warning: us-beta was last confirmed 135 days ago (and 1 more list is old);"
        " the limit is 30 days\n"
    )


@pytest.mark.parametrize("more", [["--quiet"], ["--max-age", "135"]])
def test_the_warning_can_be_silenced_or_its_limit_moved(
    run: Run, lists_dir: Path, more: list[str]
) -> None:
    ran = run("check", "Zorvex", "--data-dir", lists_dir, "--as-of", "2026-11-21", *more)

    assert ran.err == ""


@pytest.mark.parametrize(
    "name",
    [
        "[red]Zorvex[/red]",
        "[/]Zorvex",
        "\x1b[31mZorvex\x1b[0m",
        "Zorvex\udcff",
        "\u200fZorvex\u202e",
        "Zorvex\tRobotics",
        "Z" * 1000,
        "'; DROP TABLE names; --",
        "=cmd|'/c calc'!A0",
        "旷视科技",
        "شركة",
        "\U0001f600 7",
    ],
)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_odd_names_are_screened_and_printed_harmlessly(
    run: Run, lists_dir: Path, name: str, form: str
) -> None:
    ran = run("check", "--format", form, "--data-dir", lists_dir, *AS_OF, "--", name)

    assert ran.code in (ExitCode.CLEAR, ExitCode.HIT)
    assert not set(ran.out) & set("\x1b\u202e\u200f\udcff")
    ran.out.encode()


def test_a_folder_without_lists_ends_three(run: Run, tmp_path: Path) -> None:
    ran = run("check", "Zorvex", "--data-dir", tmp_path / "absent")

    assert ran.code == ExitCode.UNABLE
    assert str(tmp_path / "absent") in ran.err


def test_a_damaged_snapshot_ends_three_and_is_named(
    run: Run, lists_dir: Path, tmp_path: Path
) -> None:
    shutil.copytree(lists_dir, tmp_path / "data")
    damaged = tmp_path / "data" / "lists" / "us-beta" / "2026-07-09.yaml"
    damaged.write_text(damaged.read_text().replace("entries: 1", "entries: 2"))

    ran = run("check", "Zorvex", "--data-dir", tmp_path / "data")

    assert ran.code == ExitCode.UNABLE
    assert ran.out == ""
    assert str(damaged) in ran.err


def test_a_list_without_snapshot_ends_three_and_is_named(
    run: Run, lists_dir: Path, tmp_path: Path
) -> None:
    shutil.copytree(lists_dir, tmp_path / "data")
    (tmp_path / "data" / "lists" / "us-beta" / "2026-07-09.yaml").unlink()

    ran = run("check", "Zorvex", "--data-dir", tmp_path / "data")

    assert ran.code == ExitCode.UNABLE
    assert "us-beta" in ran.err


def test_a_damaged_index_of_the_package_ends_three_and_is_named(
    run: Run, lists_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check", "Zorvex", "--data-dir", lists_dir)
    (whole,) = lists_dir.parent.rglob("index-*.bin")
    content = bytearray(whole.read_bytes())
    content[content.index(b"zorvex")] ^= 1
    packaged = tmp_path / "index.bin"
    packaged.write_bytes(content)
    monkeypatch.setattr(catalog, "_CHECKOUT", tmp_path / "none")
    monkeypatch.setattr(catalog, "_PACKAGED", packaged)

    ran = run("check", "Zorvex")

    assert ran.code == ExitCode.UNABLE
    assert ran.out == ""
    assert str(packaged) in ran.err


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_the_same_question_gives_the_same_bytes(run: Run, lists_dir: Path, form: str) -> None:
    argv = ("check", "Zorvex", "--format", form, "--data-dir", lists_dir, *AS_OF)

    assert run(*argv).out == run(*argv).out
