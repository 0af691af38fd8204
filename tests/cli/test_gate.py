"""`screenr gate`, from its arguments to its exit code."""

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Run

from screenr.errors import ExitCode

DAY = "2026-07-20"
Gate = Callable[..., Ran]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one supplier that is listed and one that is not."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "suppliers.csv").write_text("name,country\nCorner Bakery,DE\nZorvex,CN\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


@pytest.fixture
def gate(run: Run, lists_dir: Path, project: Path) -> Gate:
    """Run the gate in the project, on the two small lists, on a day when they are fresh."""
    assert project.is_dir()

    def _gate(*argv: str, files: tuple[str, ...] = ("suppliers.csv",), as_of: str = DAY) -> Ran:
        return run("gate", *files, "--data-dir", lists_dir, "--as-of", as_of, *argv)

    return _gate


def of(ran: Ran) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(ran.out)
    return document


def verdicts(ran: Ran) -> list[str]:
    return [each["verdict"] for each in of(ran)["gate"]["entries"]]


def test_a_listed_supplier_fails_at_its_line(gate: Gate) -> None:
    ran = gate("--format", "json")

    assert ran.code == ExitCode.HIT
    assert verdicts(ran) == ["pass", "fail"]
    assert [each["line"] for each in of(ran)["gate"]["entries"]] == [2, 3]


def test_a_list_without_listed_suppliers_passes(gate: Gate, project: Path) -> None:
    (project / "suppliers.csv").write_text("name\nCorner Bakery\n")

    assert gate().code == ExitCode.CLEAR


def test_the_table_says_what_fails_where_and_why(gate: Gate) -> None:
    text = gate().out

    assert "suppliers.csv:3" in text
    assert "fail_on: listed" in text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("suppliers.txt", "Corner Bakery\n\nZorvex\n"),
        ("suppliers.yaml", "- Corner Bakery\n\n- name: Zorvex\n"),
        ("suppliers.yml", "suppliers:\n- Corner Bakery\n- Zorvex\n"),
    ],
)
def test_other_kinds_of_supplier_files_are_read_with_their_lines(
    gate: Gate, project: Path, name: str, content: str
) -> None:
    (project / name).write_text(content)

    ran = gate("--format", "json", files=(name,))

    assert verdicts(ran) == ["pass", "fail"]
    assert of(ran)["gate"]["entries"][1]["line"] == 3


def test_several_files_are_one_run(gate: Gate, project: Path) -> None:
    (project / "more.txt").write_text("Zorvex\n")

    ran = gate("--format", "json", files=("suppliers.csv", "more.txt", "suppliers.csv"))

    assert [each["file"] for each in of(ran)["gate"]["entries"]] == [
        "suppliers.csv", "suppliers.csv", "more.txt",
    ]  # fmt: skip


def test_a_row_that_cannot_be_read_ends_three_and_the_failure_is_shown(
    gate: Gate, project: Path
) -> None:
    with (project / "suppliers.csv").open("a") as stream:
        stream.write(",FR\n")

    ran = gate("--format", "json")

    assert ran.code == ExitCode.UNABLE
    assert verdicts(ran) == ["pass", "fail"]
    assert of(ran)["errors"] == [{"row": 4, "message": "suppliers.csv: the name is empty"}]


def test_a_row_with_more_cells_than_columns_is_not_cut_short(gate: Gate, project: Path) -> None:
    (project / "suppliers.csv").write_text("name\nCorner Bakery, Ltd., Zorvex\n")

    ran = gate("--format", "json")

    assert ran.code == ExitCode.UNABLE
    assert (
        of(ran)["errors"][0]["message"] == "suppliers.csv: the row has more cells than the header"
    )


def test_a_file_without_a_counterparty_ends_three(gate: Gate, project: Path) -> None:
    (project / "suppliers.csv").write_text("name\n")

    ran = gate()

    assert ran.code == ExitCode.UNABLE
    assert "suppliers.csv holds no counterparty." in ran.out


def test_a_list_that_is_too_old_ends_three_with_the_way_out(gate: Gate) -> None:
    ran = gate(as_of="2026-08-20")

    assert ran.code == ExitCode.UNABLE
    assert "us-alpha (42 days)" in ran.out
    assert "update the lists" in " ".join(ran.out.split())


def test_the_age_limit_is_the_one_of_the_policy(gate: Gate, project: Path) -> None:
    (project / "screenr.yaml").write_text("max_age_days: 60\n")

    assert gate(as_of="2026-08-20").code == ExitCode.HIT
    assert gate("--max-age", "5").code == ExitCode.UNABLE


def test_a_known_list_that_is_not_held_ends_three_and_is_named(gate: Gate) -> None:
    ran = gate("--lists", "us-alpha,us-ofac-sdn", "--format", "json")

    assert ran.code == ExitCode.UNABLE
    assert of(ran)["gate"]["lists"]["missing"] == ["us-ofac-sdn"]
    assert of(ran)["gate"]["lists"]["left_out"] == ["us-beta"]
    assert verdicts(ran) == ["pass", "fail"]


def test_only_lists_that_are_not_held_is_no_screening_at_all(gate: Gate) -> None:
    ran = gate("--lists", "us-ofac-sdn")

    assert ran.code == ExitCode.UNABLE
    assert ran.out == ""
    assert "No snapshot is held of us-ofac-sdn" in ran.err


def test_an_effect_milder_than_the_policy_passes_with_a_notice(gate: Gate, project: Path) -> None:
    (project / "screenr.yaml").write_text("activities: [buy]\nfail_on: license_required\n")

    ran = gate("--format", "json")

    assert ran.code == ExitCode.CLEAR
    assert verdicts(ran) == ["pass", "notice"]


def test_an_effect_as_severe_as_the_policy_fails(gate: Gate, project: Path) -> None:
    (project / "screenr.yaml").write_text("activities: [sell]\nfail_on: license_required\n")

    assert gate().code == ExitCode.HIT


def test_a_flag_goes_before_the_policy(gate: Gate, project: Path) -> None:
    (project / "screenr.yaml").write_text("activities: [sell]\nfail_on: license_required\n")

    assert gate("--fail-on", "prohibited").code == ExitCode.CLEAR
    assert gate("--activity", "buy").code == ExitCode.CLEAR


def test_a_policy_above_the_working_directory_is_found(
    gate: Gate, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "screenr.yaml").write_text("fail_on: prohibited\n")
    (project / "sub").mkdir()
    monkeypatch.chdir(project / "sub")

    ran = gate("--format", "json", files=("../suppliers.csv",))

    assert ran.code == ExitCode.CLEAR
    assert of(ran)["gate"]["policy_file"] == "../screenr.yaml"


def test_check_does_not_heed_a_policy(run: Run, lists_dir: Path, project: Path) -> None:
    (project / "screenr.yaml").write_text("threshold: nonsense\n")

    assert run("check", "Zorvex", "--data-dir", lists_dir).code == ExitCode.HIT


def test_a_mistyped_policy_ends_two_with_line_and_column(gate: Gate, project: Path) -> None:
    (project / "screenr.yaml").write_text("fail_on: listed\nmax_age_day: 3\n")

    ran = gate()

    assert ran.code == ExitCode.USAGE
    assert ran.out == ""
    assert ran.err == (
        "error: screenr.yaml:2:1: unknown key `max_age_day`\nhint: did you mean `max_age_days`?\n"
    )


def test_a_mistyped_list_in_the_policy_has_its_place_too(gate: Gate, project: Path) -> None:
    (project / "screenr.yaml").write_text("lists: [us-beta, us-alfa]\n")

    ran = gate()

    assert ran.code == ExitCode.USAGE
    assert ran.err == (
        "error: screenr.yaml:1:18: no list `us-alfa`\nhint: did you mean `us-alpha`?\n"
    )


def test_a_decisions_file_that_the_policy_names_must_be_there(gate: Gate, project: Path) -> None:
    (project / "screenr.yaml").write_text("decisions: none.yaml\n")

    ran = gate()

    assert ran.code == ExitCode.USAGE
    assert ran.err.splitlines()[-2:] == [
        "error: no file `none.yaml` of decisions",
        "hint: an empty one will do; `screenr decide` writes it with the first decision",
    ]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("suppliers.csv", "--record", "suppliers.csv"), "`suppliers.csv` is a file"),
        (("suppliers.csv", "--name-column", "firm"), "no column `firm`"),
        (("suppliers.csv", "--header-row", "-1"), "`--header-row` must be 0 or more"),
        ((), "no supplier file was named"),
        (("none.csv",), "`none.csv` does not exist"),
        (("suppliers.docx",), "`suppliers.docx` does not exist"),
        (("suppliers.csv", "--policy", "none.yaml"), "no file `none.yaml`"),
        (("suppliers.csv", "--decisions", "none.yaml"), "no file `none.yaml`"),
        (("suppliers.csv", "--baseline", "none.json"), "no file `none.json`"),
        (("suppliers.csv", "--baseline", "suppliers.csv"), "not a JSON report"),
        (("suppliers.csv", "--fail-on", "none"), "unknown `--fail-on`"),
        (("suppliers.csv", "--format", "yaml"), "unknown `--format`"),
        (("suppliers.csv", "-o", "report.xlsx"), "ends in `.xlsx`"),
    ],
)
def test_wrong_usage_ends_two_with_one_line(
    run: Run, lists_dir: Path, project: Path, argv: tuple[str, ...], message: str
) -> None:
    ran = run("gate", *argv, "--data-dir", lists_dir, "--as-of", DAY)

    assert project.is_dir()
    assert ran.code == ExitCode.USAGE
    assert ran.out == ""
    assert message in ran.err.splitlines()[0]


def test_templates_are_written_and_make_a_policy_that_can_be_read(
    run: Run, gate: Gate, project: Path
) -> None:
    assert run("gate", "--init").code == ExitCode.CLEAR

    text = (project / "screenr.yaml").read_text()
    (project / "screenr.yaml").write_text(text.replace('"!us-state-7031c"', '"!us-beta"'))
    assert gate().code == ExitCode.HIT


def test_templates_never_overwrite(run: Run, project: Path) -> None:
    (project / "screenr.yaml").write_text("fail_on: prohibited\n")

    ran = run("gate", "--init")

    assert ran.code == ExitCode.CLEAR
    assert "screenr.yaml: was there and stays as it is" in ran.err
    assert "screenr-decisions.yaml: written" in ran.err
    assert (project / "screenr.yaml").read_text() == "fail_on: prohibited\n"


def test_several_outputs_have_each_the_format_of_its_ending(gate: Gate, project: Path) -> None:
    ran = gate("-o", "gate.json", "-o", "gate.sarif", "-o", "-", "--format", "markdown")

    assert json.loads((project / "gate.json").read_text())["schema"] == "screenr/report/1"
    assert json.loads((project / "gate.sarif").read_text())["version"] == "2.1.0"
    assert "## FAIL" in ran.out


def test_an_output_to_files_only_is_told_in_a_line(gate: Gate) -> None:
    assert "FAIL: 1 of 2 counterparties fails" in gate("-o", "gate.json").err


def test_the_summary_of_a_build_job_is_added_to(
    gate: Gate, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))

    gate("--format", "github")

    assert (project / "summary.md").read_text().startswith("before\n")
    assert "Zorvex" in (project / "summary.md").read_text()


def test_the_same_input_gives_the_same_bytes(gate: Gate) -> None:
    assert gate("--format", "json").out == gate("--format", "json").out


@pytest.mark.parametrize(
    "name", ["\x1b[31mZorvex", "::error::Zorvex", "<script>Zorvex", "Zorvex | `x`"]
)
def test_a_hostile_name_is_screened_and_steers_no_terminal(
    gate: Gate, project: Path, name: str
) -> None:
    (project / "suppliers.txt").write_text(f"{name}\n")

    ran = gate("--input-format", "text", files=("suppliers.txt",))

    assert ran.code == ExitCode.HIT
    assert "\x1b" not in ran.out


def test_columns_may_be_named_where_their_headers_do_not_tell(gate: Gate, project: Path) -> None:
    (project / "suppliers.csv").write_text("x,y\nCN,Zorvex\n")

    assert gate().code == ExitCode.USAGE
    assert gate("--name-column", "y", "--country-column", "1").code == ExitCode.HIT


def test_it_is_said_which_columns_were_screened(gate: Gate) -> None:
    said = "name: name (column 1); country: country (column 2)"

    assert said in gate("-o", "gate.json").err
    assert said not in gate("-o", "gate.json", "--quiet").err


def test_the_standard_input_is_screened_and_its_digest_is_of_all_that_was_read(
    gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = b"name,remark\n" + f"Corner Bakery,{'x' * 4000}\n".encode() * 300 + b"Zorvex,\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    ran = gate("--format", "json", files=("-",))

    (file,) = of(ran)["gate"]["files"]
    assert file["file"] == "stdin"
    assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert verdicts(ran)[-1] == "fail"


@pytest.mark.parametrize(
    "read", ["suppliers.csv", "screenr.yaml", "screenr-decisions.yaml", "gate.json"]
)
def test_no_output_takes_the_place_of_what_is_read(gate: Gate, project: Path, read: str) -> None:
    (project / "screenr.yaml").write_text("fail_on: listed\n")
    (project / "screenr-decisions.yaml").write_text("[]\n")
    gate("-o", "gate.json")
    before = (project / read).read_bytes()

    ran = gate("--baseline", "gate.json", "--format", "json", "-o", read)

    assert ran.code == ExitCode.USAGE
    assert f"`{read}` would take the place of what is read" in ran.err
    assert (project / read).read_bytes() == before


def test_a_broken_csv_is_said_with_its_line(gate: Gate, project: Path) -> None:
    (project / "suppliers.csv").write_text('name\n"Zorvex\n')

    ran = gate("--format", "json")

    assert ran.code == ExitCode.UNABLE
    assert [error["row"] for error in of(ran)["errors"]] == [2]
