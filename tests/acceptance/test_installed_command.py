"""The command as a new user has it: its endings, its streams, and names that try to hurt."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from installed import SCREENR

AS_OF = ["--as-of", "2026-11-21"]


def screenr(
    *argv: str | bytes, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [SCREENR, *argv],
        capture_output=True,
        check=False,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1", **(env or {})},
    )


def test_a_hit_ends_one_and_says_since_when_and_under_what() -> None:
    ran = screenr("check", "Megvii", *AS_OF)

    text = ran.stdout.decode()
    assert ran.returncode == 1
    assert text.startswith("1 screened · 1 hit")
    assert "2019-10-09" in text
    assert "2021-12-16" in text


def test_old_lists_are_warned_of_on_the_standard_error() -> None:
    ran = screenr("check", "Megvii", *AS_OF)

    assert ran.stderr.decode().startswith("warning: ")
    assert len(ran.stderr.splitlines()) == 1


def test_quiet_keeps_the_standard_error_empty() -> None:
    assert screenr("check", "Megvii", "--quiet", *AS_OF).stderr == b""


@pytest.mark.parametrize(
    "name",
    [
        "[red]Acme Bakery[/]",
        "\x1b[31mCorner Bakery\x1b[0m",
        "\u202eyrekaB \u200fCorner",
        "Bäckerei",
    ],
)
def test_odd_names_are_screened_and_printed_harmlessly(name: str) -> None:
    ran = screenr("check", "--", name)

    assert ran.returncode in (0, 1)
    assert not set(ran.stdout.decode()) & set("\x1b\u202e\u200f")


def test_a_name_that_is_not_utf_8_is_screened() -> None:
    ran = screenr("check", b"Corner Bakery \xff\xfe")

    assert ran.returncode in (0, 1)
    ran.stdout.decode()


def test_bytes_that_are_no_name_are_refused() -> None:
    assert screenr("check", b"\xff\xfe").returncode == 2


def test_an_unknown_list_is_refused() -> None:
    ran = screenr("check", "Megvii", "--lists", "us-nonsense")

    assert ran.returncode == 2
    assert b"us-nonsense" in ran.stderr


def test_securities_are_not_barred_before_the_effective_day() -> None:
    ran = screenr("check", "SenseTime", "--as-of", "2022-01-15", "--format", "json")

    (match,) = (
        each
        for each in json.loads(ran.stdout)["findings"][0]["matches"]
        if each["designation"] == "us-ofac-ns-cmic:33114"
    )
    barred = [
        each["status"]
        for each in match["effects"]
        if each["activity"] == "invest_public_securities"
    ]
    later = [
        each["from"] for each in match["upcoming"] if each["activity"] == "invest_public_securities"
    ]
    assert "prohibited" not in barred
    assert "2022-02-08" in later


def test_a_limit_never_hides_how_much_it_left_out() -> None:
    ran = screenr("check", "Huawei", "--limit", "1", "--format", "json", *AS_OF)

    (finding,) = json.loads(ran.stdout)["findings"]
    assert len(finding["matches"]) == 1
    assert finding["omitted"] > 3


def test_the_same_question_gives_the_same_bytes() -> None:
    argv = ["check", "Huawei", "SenseTime", "--format", "json", *AS_OF]

    assert screenr(*argv).stdout == screenr(*argv).stdout


def test_output_goes_whole_into_a_file(tmp_path: Path) -> None:
    ran = screenr("check", "Megvii", "-o", str(tmp_path / "report.json"), *AS_OF)

    assert ran.returncode == 1
    assert ran.stdout == b""
    assert json.loads((tmp_path / "report.json").read_text())["totals"]["hits"] == 1


def test_show_gives_the_designation_and_the_same_party_elsewhere() -> None:
    ran = screenr("show", "us-ofac-ns-cmic:33091", *AS_OF)

    text = ran.stdout.decode()
    assert ran.returncode == 0
    assert "MEGVII TECHNOLOGY LIMITED" in text
    assert "us-bis-entity-list:" in text


def test_an_unknown_designation_is_refused() -> None:
    ran = screenr("show", "us-ofac-ns-cmic:0")

    assert ran.returncode == 2
    assert b"us-ofac-ns-cmic:0" in ran.stderr


def test_lists_status_names_all_eighteen_lists() -> None:
    ran = screenr("lists", "status", "--format", "json")

    assert len(json.loads(ran.stdout)["lists"]) == 18


def test_lists_show_says_whom_a_list_binds() -> None:
    ran = screenr("lists", "show", "us-ofac-ns-cmic")

    assert ran.returncode == 0
    assert "US persons" in ran.stdout.decode()


def test_a_reader_that_leaves_early_is_no_hit_and_no_bug() -> None:
    with subprocess.Popen(
        [SCREENR, "check", "Huawei", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        talk = process.stderr.read()

    assert process.returncode == 141
    assert b"Traceback" not in talk


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_bug_and_never_clear() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [SCREENR, "check", "Corner Bakery"], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert ran.returncode == 3
    assert b"could not write the result" in ran.stderr


def test_python_dash_m_is_the_same_program() -> None:
    python = Path(SCREENR).with_name("python")

    ran = subprocess.run([python, "-m", "screenr", "--version"], capture_output=True, check=False)

    assert ran.stdout == screenr("--version").stdout
