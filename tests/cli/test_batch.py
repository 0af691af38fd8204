"""`screenr batch`, from its arguments to its exit code."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Run
from runs import text_in
from tables import written

from screenr.formats.sinks import SINKS

AS_OF = ("--as-of", "2026-11-21")
VENDORS = """id,vendor name,country
1,Corner Bakery,Germany
2,Zorvex Robotics,China
3,,China
4,Zorvex Optics Institut,CN
5,=cmd|calc,Atlantis
"""


@pytest.fixture
def vendors(tmp_path: Path) -> Path:
    return written(tmp_path, "vendors.csv", VENDORS)


def answers(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_row_comes_back_with_an_answer(run: Run, vendors: Path, lists_dir: Path) -> None:
    ran = run("batch", vendors, "--data-dir", lists_dir, *AS_OF)

    found = answers(ran.out)
    assert [row["id"] for row in found] == ["1", "2", "3", "4", "5"]
    assert [row["screenr_status"] for row in found] == ["clear", "hit", "error", "hit", "clear"]
    assert found[1]["screenr_designation"] == "us-alpha:1"
    assert found[2]["screenr_error"] == "the name is empty"


def test_it_ends_3_when_a_row_was_not_screened(run: Run, vendors: Path, lists_dir: Path) -> None:
    assert run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "--fail-on-hit").code == 3


def test_hits_end_0_unless_asked_otherwise(run: Run, tmp_path: Path, lists_dir: Path) -> None:
    path = written(tmp_path, "a.csv", "name\nZorvex Robotics\n")

    assert run("batch", path, "--data-dir", lists_dir, *AS_OF).code == 0
    assert run("batch", path, "--data-dir", lists_dir, *AS_OF, "--fail-on-hit").code == 1


def test_the_columns_and_the_count_are_said(run: Run, vendors: Path, lists_dir: Path) -> None:
    said = run("batch", vendors, "--data-dir", lists_dir, *AS_OF).err.splitlines()

    assert said[:3] == [
        "read as UTF-8, cells separated by commas",
        "name: vendor name (column 2)",
        "country: country (column 3)",
    ]
    assert said[3:7] == [
        "5 rows · 2 hits · 2 clear · 1 NOT SCREENED",
        "hits by list: us-alpha 2",
        "not screened: the name is empty (row 4)",
        "note: country not understood: Atlantis (row 6)",
    ]


def test_quiet_is_quiet(run: Run, vendors: Path, lists_dir: Path) -> None:
    assert run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "--quiet").err == ""


def test_all_matches_have_a_row_each(run: Run, tmp_path: Path, lists_dir: Path) -> None:
    path = written(tmp_path, "a.csv", "name\nZorvex\n")

    ran = run("batch", path, "--data-dir", lists_dir, "--as-of", "2023-01-01", "--all-matches")

    found = answers(ran.out)
    assert len(found) > 1
    assert {row["screenr_matches"] for row in found} == {f"{len(found)}"}
    assert len({row["screenr_designation"] for row in found}) == len(found)


def test_the_limit_bounds_the_rows_of_a_counterparty(
    run: Run, tmp_path: Path, lists_dir: Path
) -> None:
    path = written(tmp_path, "a.csv", "name\nZorvex\n")
    options = ("--as-of", "2023-01-01", "--all-matches", "--limit", "1")

    found = answers(run("batch", path, "--data-dir", lists_dir, *options).out)

    assert len(found) == 1
    assert int(found[0]["screenr_matches"]) > 1


def test_what_batch_wrote_can_be_read_by_batch(run: Run, vendors: Path, lists_dir: Path) -> None:
    first = vendors.with_name("first.csv")
    run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "-o", first)

    again = run("batch", first, "--data-dir", lists_dir, *AS_OF)

    found = answers(again.out)
    assert [row["screenr_status_2"] for row in found] == [row["screenr_status"] for row in found]
    assert "the new ones are `screenr_status_2` and so on" in again.err


def test_cells_never_become_formulas(run: Run, tmp_path: Path, lists_dir: Path) -> None:
    cells = ["=1+1", "+1", "-1+1", "@x", "\t=1", " =1", "\r=1", "-12.50"]
    rows = "".join(f'Acme,"{cell}"\n' for cell in cells)
    path = written(tmp_path, "a.csv", f"name,=note\n{rows}")

    ran = run("batch", path, "--data-dir", lists_dir, *AS_OF)

    notes = [row["'=note"] for row in answers(ran.out)]
    assert {note[0] for note in notes[:-1]} == {"'", "\\"}
    assert notes[-1] == "-12.50"


def test_names_cannot_steer_the_terminal(run: Run, tmp_path: Path, lists_dir: Path) -> None:
    path = written(tmp_path, "a.csv", 'name,"\x1b[31mnote"\n\x1b[31mAcme \u202egnp,x\n')

    ran = run("batch", path, "--data-dir", lists_dir, *AS_OF)

    assert not set(ran.out + ran.err) & set("\x1b\u202e")


@pytest.mark.parametrize("name", SINKS)
def test_no_format_drops_a_row(run: Run, vendors: Path, lists_dir: Path, name: str) -> None:
    out = vendors.with_name(f"out{SINKS[name].endings[0]}")

    ran = run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "-o", out, "--quiet")

    assert ran.code == 3
    text = text_in(name, out.read_bytes())
    for word in ("Corner Bakery", "Zorvex Robotics", "the name is empty", "us-alpha:1", "Atlantis"):
        assert word in text


@pytest.mark.parametrize("name", SINKS)
def test_each_format_gives_the_same_bytes_in_one_process_and_in_two(
    run: Run, vendors: Path, lists_dir: Path, name: str
) -> None:
    ending = SINKS[name].endings[0]
    outputs = [vendors.with_name(f"{number}{ending}") for number in (1, 2)]

    for number, out in enumerate(outputs, start=1):
        options = ("-o", out, "--quiet", "--workers", f"{number}")
        assert run("batch", vendors, "--data-dir", lists_dir, *AS_OF, *options).code == 3

    assert outputs[0].read_bytes() == outputs[1].read_bytes()


@pytest.mark.parametrize("name", [name for name, each in SINKS.items() if each.is_text])
def test_each_format_of_text_can_go_to_the_standard_output(
    run: Run, vendors: Path, lists_dir: Path, name: str
) -> None:
    out = vendors.with_name(f"out{SINKS[name].endings[0]}")
    run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "-o", out, "-q")

    ran = run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "--format", name, "-q")

    assert ran.out == out.read_text(encoding="utf-8")


def test_json_is_the_report_with_the_input_beside_each_finding(
    run: Run, vendors: Path, lists_dir: Path
) -> None:
    report = json.loads(
        run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "--format", "json").out
    )

    assert report["totals"] == {"screened": 4, "hits": 2, "clear": 2, "decided": 0, "errors": 1}
    assert [each["row"] for each in report["findings"]] == [2, 3, 5, 6]
    assert report["findings"][1]["input"]["vendor name"] == "Zorvex Robotics"
    assert report["errors"][0]["message"] == "the name is empty"


def test_json_of_no_row_is_a_document(run: Run, tmp_path: Path, lists_dir: Path) -> None:
    path = written(tmp_path, "a.csv", "name\n")

    ran = run("batch", path, "--data-dir", lists_dir, *AS_OF, "--format", "json")

    assert json.loads(ran.out)["findings"] == []
    assert ran.code == 0
    assert "warning: there is no row under the header" in ran.err


def test_a_line_of_json_is_a_row(run: Run, vendors: Path, lists_dir: Path) -> None:
    ran = run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "--format", "jsonl")

    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [line["row"] for line in lines] == [2, 3, 4, 5, 6]
    assert [line["status"] for line in lines] == ["clear", "hit", "error", "hit", "clear"]
    assert {line["schema"] for line in lines} == {"screenr/finding/1"}


@pytest.mark.parametrize("name", [name for name, each in SINKS.items() if not each.is_text])
def test_a_terminal_is_spared_what_is_no_text(
    run: Run, monkeypatch: pytest.MonkeyPatch, vendors: Path, lists_dir: Path, name: str
) -> None:
    monkeypatch.setattr("screenr.cli.output.is_terminal", lambda: True)

    ran = run("batch", vendors, "--data-dir", lists_dir, *AS_OF, "--format", name)

    assert (ran.code, ran.out) == (2, "")
    assert "`-o` a file" in ran.err
