"""What build services run, as far as it can be run without them: their scripts, in a real shell."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="the scripts are bash")

Action = Callable[..., tuple[int, str]]


def loaded(name: str) -> Any:  # noqa: ANN401 -- YAML has no tighter type
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def steps() -> list[dict[str, Any]]:
    return list(loaded("action.yml")["runs"]["steps"])


@pytest.fixture
def environment(lists_dir: Path, tmp_path: Path) -> dict[str, str]:
    """What a runner gives a step, with `screenr` where the action installs it."""
    home = tmp_path / "runner" / "screenr" / "bin"
    home.mkdir(parents=True)
    script = home / "screenr"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m screenr "$@"\n')
    script.chmod(0o755)
    project = tmp_path / "project"
    project.mkdir()
    return {
        **os.environ,
        "PATH": f"{home}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "SCREENR_DATA_DIR": str(lists_dir),
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "PROJECT": str(project),
    }


def suppliers(environment: dict[str, str], *names: str) -> None:
    rows = "".join(f"{name}\n" for name in ("name", *names))
    (Path(environment["PROJECT"]) / "suppliers.csv").write_text(rows, encoding="utf-8")
    # The lists of these tests are of a fixed day, and the day of the run moves on.
    policy = Path(environment["PROJECT"]) / "screenr.yaml"
    policy.write_text("max_age_days: 36500\n", encoding="utf-8")


def ran(script: str, environment: dict[str, str]) -> tuple[int, str]:
    assert BASH is not None
    ended = subprocess.run(
        [BASH, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=environment["PROJECT"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ended.returncode, ended.stdout + ended.stderr


@pytest.fixture
def action(environment: dict[str, str]) -> Action:
    """Run the step of the action that holds the gate, with these inputs."""
    defaults = {
        name: each.get("default", "") for name, each in loaded("action.yml")["inputs"].items()
    }

    def _action(**inputs: str) -> tuple[int, str]:
        step = next(each for each in steps() if each.get("id") == "gate")
        given = {**defaults, **{name.replace("_", "-"): each for name, each in inputs.items()}}
        values = {
            name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: given[found[1]], text)
            for name, text in step["env"].items()
        }
        return ran(step["run"], {**environment, **values})

    return _action


def output(environment: dict[str, str]) -> str:
    return Path(environment["GITHUB_OUTPUT"]).read_text(encoding="utf-8")


@needs_bash
def test_a_listed_supplier_fails_the_action_at_its_line(
    action: Action, environment: dict[str, str]
) -> None:
    suppliers(environment, "Corner Bakery", "Zorvex Robotics")

    code, said = action(files="suppliers.csv")

    assert code == 1
    assert "::error file=suppliers.csv,line=3,title=FAIL%3A Zorvex Robotics (" in said
    assert output(environment) == "exit-code=1\n"
    summary = Path(environment["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")
    assert "suppliers.csv:3" in summary


@needs_bash
def test_clean_suppliers_pass_the_action(action: Action, environment: dict[str, str]) -> None:
    suppliers(environment, "Corner Bakery")

    code, said = action(files="suppliers.csv\n")

    assert code == 0
    assert "::error" not in said
    assert output(environment) == "exit-code=0\n"


@needs_bash
def test_the_action_writes_what_other_steps_read(
    action: Action, environment: dict[str, str]
) -> None:
    suppliers(environment, "Zorvex Robotics")

    action(
        files="suppliers.csv",
        sarif="out.sarif",
        junit="out.xml",
        json="out.json",
        comment="out.md",
        record="records",
    )

    project = Path(environment["PROJECT"])
    assert json.loads((project / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert etree.parse(project / "out.xml").getroot().get("failures") == "1"
    assert json.loads((project / "out.json").read_text(encoding="utf-8"))["gate"]
    assert "Zorvex" in (project / "out.md").read_text(encoding="utf-8")
    assert list((project / "records").iterdir())


@needs_bash
def test_a_job_may_go_on_though_a_match_fails(action: Action, environment: dict[str, str]) -> None:
    suppliers(environment, "Zorvex Robotics")

    assert action(files="suppliers.csv", fail="false")[0] == 0
    assert output(environment) == "exit-code=1\n"


@needs_bash
def test_no_job_goes_on_over_a_mistake_in_the_policy(
    action: Action, environment: dict[str, str]
) -> None:
    suppliers(environment, "Zorvex Robotics")
    policy = Path(environment["PROJECT"]) / "screenr.yaml"
    policy.write_text("fail_om: listed\n", encoding="utf-8")

    code, said = action(files="suppliers.csv", fail="false")

    assert code == 2
    assert "::error title=screenr gate::screenr.yaml:1:1: unknown key `fail_om`" in said


@needs_bash
def test_an_input_is_never_a_command(action: Action, environment: dict[str, str]) -> None:
    suppliers(environment, "Corner Bakery")

    code, _ = action(files="$(touch owned); touch owned\n`touch owned`\n--init", policy="a' b")

    assert code == 2
    assert {path.name for path in Path(environment["PROJECT"]).iterdir()} == {
        "suppliers.csv",
        "screenr.yaml",
    }


def test_no_input_is_written_into_a_script() -> None:
    assert [each["name"] for each in steps() if "${{" in each["run"]] == []


def test_each_input_of_the_action_is_used() -> None:
    used = {
        found
        for each in steps()
        for text in (*each["env"].values(), each.get("working-directory", ""))
        for found in re.findall(r"inputs\.([a-z-]+)", text)
    }

    assert used == set(loaded("action.yml")["inputs"])


@needs_bash
def test_an_old_python_is_refused_with_what_to_do(environment: dict[str, str]) -> None:
    suppliers(environment, "Corner Bakery")

    code, said = ran(steps()[0]["run"], {**environment, "SCREENR_PYTHON": "false"})

    assert code == 2
    assert "needs Python 3.11" in said


@needs_bash
@pytest.mark.parametrize(
    ("files", "installed"),
    [
        ("suppliers.csv", "ACTION"),
        ("suppliers.csv\nVendors.XLSX", "ACTION[excel]"),
        ("a.ods\nb.parquet", "ACTION[excel,parquet]"),
    ],
)
def test_the_action_installs_what_reads_the_files(
    environment: dict[str, str], files: str, installed: str
) -> None:
    python = Path(environment["RUNNER_TEMP"]) / "screenr" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)

    code, said = ran(
        steps()[0]["run"],
        {
            **environment,
            "SCREENR_PYTHON": "true",
            "SCREENR_FILES": files,
            "GITHUB_ACTION_PATH": "ACTION",
        },
    )

    assert code == 0
    assert said.split()[-1] == installed


@needs_bash
def test_the_action_passes_further_options_on(action: Action, environment: dict[str, str]) -> None:
    suppliers(environment, "Corner Bakery")
    vendors = Path(environment["PROJECT"]) / "vendors.csv"
    vendors.write_text("what,whom\nbread,Zorvex Robotics\n", encoding="utf-8")

    assert action(files="vendors.csv")[0] == 2
    assert action(files="vendors.csv", options="--name-column=whom\n--quiet\n")[0] == 1


def test_the_example_workflow_gives_the_action_inputs_that_it_has() -> None:
    workflow = loaded("examples/github-workflow.yml")
    (step,) = (each for each in workflow["jobs"]["gate"]["steps"] if each.get("id") == "gate")

    assert set(step["with"]) <= set(loaded("action.yml")["inputs"])


@needs_bash
def test_the_example_for_gitlab_fails_with_a_report_of_tests(environment: dict[str, str]) -> None:
    suppliers(environment, "Corner Bakery", "Zorvex Robotics")
    job = loaded("examples/gitlab-ci.yml")["suppliers"]

    code, _ = ran("\n".join(job["script"]), environment)

    project = Path(environment["PROJECT"])
    assert code == 1
    assert etree.parse(project / job["artifacts"]["reports"]["junit"]).getroot().get("tests") == "2"
    assert all((project / path).exists() for path in job["artifacts"]["paths"])


@needs_bash
def test_the_hook_holds_the_files_it_is_given(environment: dict[str, str]) -> None:
    suppliers(environment, "Zorvex Robotics")
    (hook,) = loaded(".pre-commit-hooks.yaml")

    code, said = ran(f"{hook['entry']} suppliers.csv", environment)

    assert code == 1
    assert "FAIL  suppliers.csv:2  Zorvex Robotics" in said


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("suppliers.csv", True),
        ("procurement/suppliers-2026.yaml", True),
        ("old-suppliers.csv", False),
        ("suppliers.md", False),
    ],
)
def test_the_hook_is_for_supplier_files(path: str, taken: bool) -> None:  # noqa: FBT001 -- a parameter of the table
    (hook,) = loaded(".pre-commit-hooks.yaml")

    assert bool(re.search(hook["files"], path)) is taken


def test_the_example_for_the_hook_names_a_hook_that_is_there() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    (repository,) = loaded("examples/pre-commit-config.yaml")["repos"]

    assert [each["id"] for each in repository["hooks"]] == [hook["id"]]
