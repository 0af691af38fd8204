"""A supplier list under review, from the pull request that adds a listed party to its green build.

Each test is a scratch git repository with a policy, one list of its own, and suppliers: what an
engineer meets in the first months of a gate.
"""

import datetime as dt
import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import factory
import pytest
from conftest import Ran, Run, cache_in
from data_folders import organization, write_list

from screenr.lists.snapshot_file import read_snapshot, write_snapshot
from screenr.models.designation import Designation

PUBLISHED = dt.date(2026, 7, 9)
DAY = "2026-07-20"
LISTED = (
    organization("us-gamma:1", "Zorvex Robotics Co., Ltd."),
    organization("us-gamma:2", "Quillon Optics Institute"),
)


class Repository(NamedTuple):
    """A checkout with suppliers, and the data folder that its gate asks."""

    root: Path
    data: Path
    run: Run

    def gate(self, *argv: str, as_of: str = DAY) -> Ran:
        return self.run("gate", "suppliers.csv", "--data-dir", self.data, "--as-of", as_of, *argv)

    def report(self, *argv: str, as_of: str = DAY) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.gate(*argv, "--format", "json", as_of=as_of).out)
        return document

    def decide(self, name: str, designation: str, *, expires: str = "2027-07-19") -> Ran:
        return self.run(
            "decide", name, designation, "--verdict", "false_positive", "--reason",
            "another company, by its register number", "--by", "jane@example.com", "--on", DAY,
            "--expires", expires, "--data-dir", self.data,
        )  # fmt: skip

    def suppliers(self, *names: str) -> None:
        rows = "".join(f"{name}\n" for name in ("name,note", *(f"{each}," for each in names)))
        (self.root / "suppliers.csv").write_text(rows, encoding="utf-8")

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", message)

    def git(self, *argv: str) -> str:
        # A hook that runs these tests points git at its own repository.
        clean = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
        ran = subprocess.run(
            ["git", *argv],  # noqa: S607 -- whichever git the machine has
            env=clean, cwd=self.root, capture_output=True, check=True, encoding="utf-8",
        )  # fmt: skip
        return ran.stdout

    def publish(self, *designations: Designation, on: dt.date) -> None:
        """A newer snapshot of the list."""
        folder = self.data / "lists" / "us-gamma"
        before = read_snapshot(folder / f"{PUBLISHED}.yaml")
        newer = replace(
            before, published=on, retrieved=on, entries=len(designations), designations=designations
        )
        write_snapshot(newer, folder / f"{on}.yaml")


@pytest.fixture
def repository(
    tmp_path: Path, run: Run, other_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    """A repository whose main branch has a policy and one supplier that is clear."""
    cache_in(other_cache, monkeypatch)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    root = tmp_path / "repository"
    root.mkdir()
    monkeypatch.chdir(root)
    write_list(tmp_path / "data", factory.list_info("us-gamma"), {PUBLISHED: LISTED})
    made = Repository(root, tmp_path / "data", run)
    made.git("init", "-q", "-b", "main", ".")
    (root / "screenr.yaml").write_text("lists: [us-gamma]\n")
    made.suppliers("Corner Bakery GmbH")
    made.commit("Our suppliers")
    return made


def verdicts(report: dict[str, Any]) -> list[str]:
    return [each["verdict"] for each in report["gate"]["entries"]]


def reasons(report: dict[str, Any]) -> str:
    entries = report["gate"]["entries"]
    return " ".join(match["reason"] for each in entries for match in each["matches"])


def test_the_main_branch_is_green(repository: Repository) -> None:
    assert repository.gate().code == 0


def test_a_pull_request_that_adds_a_listed_supplier_fails_at_the_line_it_adds(
    repository: Repository,
) -> None:
    repository.git("switch", "-qc", "new-supplier")
    repository.suppliers("Corner Bakery GmbH", "Zorvex Robotics")
    repository.commit("A supplier of robots")

    ran = repository.gate("--format", "github", "-o", "-", "-o", "gate.json")

    added = repository.git("diff", "-U0", "main", "--", "suppliers.csv")
    assert "@@ -2,0 +3 @@" in added
    assert ran.code == 1
    assert "\n::error file=suppliers.csv,line=3," in ran.out
    assert "fail_on: listed" in ran.out


def test_a_decided_match_passes_and_stays_in_the_report(repository: Repository) -> None:
    repository.suppliers("Corner Bakery GmbH", "Zorvex Robotics")

    repository.decide("Zorvex Robotics", "us-gamma:1")
    report = repository.report()

    assert report["gate"]["exit_code"] == 0
    assert verdicts(report) == ["pass", "decided"]
    assert report["findings"][1]["status"] == "decided"
    assert report["findings"][1]["matches"][0]["decision"] == {
        "verdict": "false_positive",
        "reason": "another company, by its register number",
        "by": "jane@example.com",
        "on": DAY,
        "expires": "2027-07-19",
    }


def test_a_decision_lapses_when_its_day_has_passed(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics")
    repository.decide("Zorvex Robotics", "us-gamma:1", expires="2026-07-25")

    assert repository.gate(as_of="2026-07-25").code == 0
    late = repository.report(as_of="2026-07-26")

    assert late["gate"]["exit_code"] == 1
    assert "no longer holds: it expired on 2026-07-25" in reasons(late)
    assert [each["state"] for each in late["gate"]["decisions"]["lapsed"]] == ["expired"]


def test_a_designation_that_changes_opens_the_match_again(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics")
    repository.decide("Zorvex Robotics", "us-gamma:1")
    moved = replace(LISTED[0], countries=("CN", "HK"))

    repository.publish(moved, LISTED[1], on=dt.date(2026, 7, 18))
    report = repository.report()

    assert report["gate"]["exit_code"] == 1
    assert "the designation changed since: its countries" in reasons(report)


def test_a_list_that_only_is_confirmed_again_leaves_decisions_alone(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics")
    repository.decide("Zorvex Robotics", "us-gamma:1")

    repository.publish(*LISTED, on=dt.date(2026, 7, 18))

    assert repository.gate().code == 0


def test_a_renamed_supplier_is_open_again_and_its_decision_is_reported(
    repository: Repository,
) -> None:
    repository.suppliers("Zorvex Robotics")
    repository.decide("Zorvex Robotics", "us-gamma:1")

    repository.suppliers("Zorvex Robotics Ltd")
    report = repository.report()

    assert report["gate"]["exit_code"] == 1
    (unused,) = report["gate"]["decisions"]["unused"]
    assert unused["reason"].endswith("it may now be called `Zorvex Robotics Ltd`")


def test_with_a_baseline_only_the_new_supplier_fails(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics", "Corner Bakery GmbH")
    repository.gate("-o", "baseline.json")
    repository.commit("The gate begins; what is known is known")

    repository.suppliers("Quillon Optics Institute", "Corner Bakery GmbH", "Zorvex Robotics")
    report = repository.report("--baseline", "baseline.json")

    assert report["gate"]["exit_code"] == 1
    assert verdicts(report) == ["fail", "pass", "known"]
    assert "New since the baseline." in reasons(report)


def test_with_a_baseline_a_changed_designation_fails_and_what_is_gone_is_listed(
    repository: Repository,
) -> None:
    repository.suppliers("Zorvex Robotics", "Quillon Optics Institute")
    repository.gate("-o", "baseline.json")

    repository.suppliers("Zorvex Robotics")
    repository.publish(replace(LISTED[0], programs=("NEW",)), LISTED[1], on=dt.date(2026, 7, 18))
    report = repository.report("--baseline", "baseline.json")

    assert verdicts(report) == ["fail"]
    assert "the designation's programs and license terms" in reasons(report)
    (gone,) = report["gate"]["baseline"]["gone"]
    assert gone["designation"] == "us-gamma:2"


def test_a_baseline_does_not_hide_a_decision_that_lapses(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics")
    repository.decide("Zorvex Robotics", "us-gamma:1", expires="2026-07-25")
    repository.gate("-o", "baseline.json")

    assert repository.gate("--baseline", "baseline.json", as_of="2026-07-26").code == 1


def test_lists_that_are_too_old_end_three_and_never_zero(repository: Repository) -> None:
    ran = repository.gate(as_of="2026-09-01")

    assert ran.code == 3
    assert "us-gamma (54 days) was last confirmed" in " ".join(ran.out.split())


def test_a_list_that_is_missing_ends_three(repository: Repository) -> None:
    (repository.root / "screenr.yaml").write_text("lists: [us-gamma, us-ofac-sdn]\n")

    ran = repository.gate()

    assert ran.code == 3
    assert "No snapshot is held of us-ofac-sdn" in " ".join(ran.out.split())


def test_a_row_that_cannot_be_read_ends_three_though_another_fails(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics", "???")

    report = repository.report()

    assert report["gate"]["exit_code"] == 3
    assert verdicts(report)[0] == "fail"
    assert repository.gate().code == 3


def test_a_policy_with_a_typing_mistake_ends_two_with_line_and_column(
    repository: Repository,
) -> None:
    (repository.root / "screenr.yaml").write_text("lists: [us-gamma]\nfail-on: listed\n")

    ran = repository.gate()

    assert ran.code == 2
    assert ran.err.startswith("error: screenr.yaml:2:1: unknown key `fail-on`")


def test_a_decision_without_an_expiry_ends_two_with_its_place(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics")
    repository.decide("Zorvex Robotics", "us-gamma:1")
    path = repository.root / "screenr-decisions.yaml"
    kept = [line for line in path.read_text().splitlines() if "expires" not in line]
    path.write_text("\n".join(kept) + "\n")

    ran = repository.gate()

    assert ran.code == 2
    assert ran.err.startswith("error: screenr-decisions.yaml:1:3: `expires` is missing")


def test_every_format_of_one_run_tells_of_the_failure(repository: Repository) -> None:
    repository.suppliers("Zorvex Robotics")

    ran = repository.gate("-o", "gate.sarif", "-o", "gate.xml", "-o", "gate.md", "-o", "-")

    sarif = json.loads((repository.root / "gate.sarif").read_text())
    (result,) = sarif["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]
    suite = ET.parse(repository.root / "gate.xml").getroot()  # noqa: S314 -- we wrote it
    assert location["artifactLocation"]["uri"] == "suppliers.csv"
    assert location["region"]["startLine"] == 2
    assert suite.find(".//failure") is not None
    assert "Zorvex" in (repository.root / "gate.md").read_text()
    assert "suppliers.csv:2" in ran.out


def test_the_evidence_of_months_is_one_chain_and_replays(repository: Repository) -> None:
    repository.gate("--record", "records")
    repository.suppliers("Corner Bakery GmbH", "Zorvex Robotics")
    repository.gate("--record", "records")
    repository.decide("Zorvex Robotics", "us-gamma:1")
    repository.gate("--record", "records")
    repository.commit("With its evidence")
    newest = "records/000003-2026-07-20.json"

    verified = repository.run("record", "verify", "records")
    same = repository.run("record", "replay", newest, "--data-dir", repository.data)
    repository.publish(LISTED[1], on=dt.date(2026, 7, 18))
    other = repository.run("record", "replay", newest, "--data-dir", repository.data)

    assert (verified.code, same.code, other.code) == (0, 0, 3)
    assert verified.out.startswith("3 records")
    assert "us-gamma: then of 2026-07-09" in other.out
    assert "no longer matches us-gamma:1" in other.out


def test_a_record_tampered_with_in_one_byte_is_refused(repository: Repository) -> None:
    repository.gate("--record", "records")
    path = repository.root / "records" / "000001-2026-07-20.json"
    path.write_bytes(path.read_bytes().replace(b"Corner", b"Cornor", 1))

    ran = repository.run("record", "verify", "records")

    assert ran.code == 3
    assert "its seal does not hold" in ran.err


def test_from_the_first_command_to_a_green_build(repository: Repository) -> None:
    (repository.root / "screenr.yaml").unlink()
    repository.suppliers("Corner Bakery GmbH", "Zorvex Robotics")

    started = repository.run("gate", "--init")
    policy = repository.root / "screenr.yaml"
    policy.write_text(policy.read_text().replace('["*", "!us-state-7031c"]', "[us-gamma]"))
    red = repository.gate()
    repository.decide("Zorvex Robotics", "us-gamma:1")
    green = repository.gate()
    repository.commit("Hold our suppliers at the door")

    assert (started.code, red.code, green.code) == (0, 1, 0)
    assert sorted(repository.git("ls-files").split()) == [
        "screenr-decisions.yaml", "screenr.yaml", "suppliers.csv",
    ]  # fmt: skip
