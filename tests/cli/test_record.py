"""`gate --record`, `record verify` and `record replay`."""

import json
from collections.abc import Callable
from pathlib import Path

import factory
import pytest
from conftest import Ran, Run, cache_in
from data_folders import organization, write_list

from screenr.errors import ExitCode
from screenr.gate.record import sealed_text

DAY = "2026-07-20"
Gate = Callable[..., Ran]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "suppliers.csv").write_text("name,country\nCorner Bakery,DE\nZorvex,CN\n,FR\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def record(run: Run, lists_dir: Path, project: Path) -> Path:
    """The record of a run with a failure, a clear row and a row that could not be read."""
    run("gate", "suppliers.csv", "--data-dir", lists_dir, "--as-of", DAY, "--record", "records")
    (path,) = (project / "records").iterdir()
    return path


@pytest.fixture
def other_lists(
    record: Path, tmp_path: Path, other_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A data folder to be filled, after the run on the two small lists."""
    assert record.is_file()
    cache_in(other_cache, monkeypatch)
    return tmp_path / "other"


def reseal(path: Path, **changes: object) -> None:
    path.write_text(sealed_text({**json.loads(path.read_text()), **changes}))


def test_a_record_holds_all_that_decided_and_all_that_came_out(record: Path) -> None:
    document = json.loads(record.read_text())

    assert document["files"][0]["sha256"]
    assert document["threshold"] == 0.8
    assert [each["id"] for each in document["lists"]] == ["us-alpha", "us-beta"]
    assert [each["verdict"] for each in document["counterparties"]] == ["pass", "fail"]
    assert document["counterparties"][0]["name"] == "Corner Bakery"
    assert document["unread"] == [
        {"file": "suppliers.csv", "line": 4, "message": "the name is empty"}
    ]
    assert document["exit_code"] == 3


def test_a_record_that_holds_is_verified(run: Run, record: Path) -> None:
    ran = run("record", "verify", record)

    assert ran.code == ExitCode.CLEAR
    assert "the seal holds; as of 2026-07-20, unable, 2 counterparties" in ran.out


def test_a_record_tampered_with_is_refused(run: Run, record: Path) -> None:
    record.write_text(record.read_text().replace('"pass"', '"fail"', 1))

    ran = run("record", "verify", record)

    assert ran.code == ExitCode.UNABLE
    assert ran.out == ""
    assert "its seal does not hold" in ran.err


def test_a_folder_of_records_is_verified_as_a_chain(
    run: Run, lists_dir: Path, record: Path
) -> None:
    run("gate", "suppliers.csv", "--data-dir", lists_dir, "--as-of", DAY, "--record", "records")

    ran = run("record", "verify", record.parent)

    assert ran.code == ExitCode.CLEAR
    assert ran.out.startswith("2 records, chained without a gap: every seal holds")


def test_a_record_alone_says_that_its_link_was_not_checked(
    run: Run, lists_dir: Path, record: Path
) -> None:
    run("gate", "suppliers.csv", "--data-dir", lists_dir, "--as-of", DAY, "--record", "records")
    record.unlink()

    ran = run("record", "verify", "records/000002-2026-07-20.json")

    assert ran.code == ExitCode.CLEAR
    assert "which is not beside it: that link was not checked" in ran.out


def test_a_folder_without_records_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("record", "verify", tmp_path).code == ExitCode.USAGE


def test_a_folder_is_not_replayed_but_one_record_of_it(run: Run, record: Path) -> None:
    ran = run("record", "replay", record.parent)

    assert ran.code == ExitCode.USAGE
    assert "name a record in it" in ran.err


def test_a_replay_with_the_same_lists_has_the_same_outcome(
    run: Run, lists_dir: Path, record: Path
) -> None:
    ran = run("record", "replay", record, "--data-dir", lists_dir)

    assert ran.code == ExitCode.CLEAR
    assert ran.out == (
        "2 counterparties screened again: the outcome is the same.\n"
        "All lists are the same as then, by their digests.\n"
    )


def test_a_replay_heeds_the_decisions_and_the_baseline_of_the_record(
    run: Run, lists_dir: Path, project: Path
) -> None:
    data = ("--data-dir", lists_dir, "--as-of", DAY)
    run("gate", "suppliers.csv", *data, "-o", "old.json")
    run(
        "decide", "Zorvex", "us-alpha:1", "--data-dir", lists_dir, "--on", DAY,
        "--verdict", "accepted", "--reason", "fine", "--by", "jane", "--expires", "2027-01-01",
    )  # fmt: skip
    run("gate", "suppliers.csv", *data, "--baseline", "old.json", "--record", "records")
    (project / "screenr-decisions.yaml").unlink()
    (project / "old.json").unlink()
    (path,) = (project / "records").iterdir()

    ran = run("record", "replay", path, "--data-dir", lists_dir)

    kept = json.loads(path.read_text())["counterparties"][1]["matches"]
    assert [each["verdict"] for each in kept] == ["decided", "known"]
    assert ran.code == ExitCode.CLEAR


def test_another_outcome_with_the_same_lists_is_told(
    run: Run, lists_dir: Path, record: Path
) -> None:
    parties = json.loads(record.read_text())["counterparties"]
    parties[1]["matches"] = parties[1]["matches"][:1]
    parties[1]["verdict"] = "pass"
    reseal(record, counterparties=parties)

    ran = run("record", "replay", record, "--data-dir", lists_dir)

    assert ran.code == ExitCode.HIT
    assert "the outcome is ANOTHER" in ran.out
    assert "- suppliers.csv:3 Zorvex: was pass, is fail; now matches us-alpha:2" in ran.out


def test_a_replay_with_other_lists_says_what_differs(
    run: Run, record: Path, other_lists: Path
) -> None:
    info = factory.list_info("us-alpha")
    listed = organization("us-alpha:1", "Zorvex Robotics Limited")
    write_list(other_lists, info, {factory.DAY.replace(month=7, day=9): [listed]})

    ran = run("record", "replay", record, "--data-dir", other_lists)

    assert ran.code == ExitCode.UNABLE
    assert "2 lists not the same as then" in ran.out
    assert "- us-alpha: then of 2026-07-09 (" in ran.out
    assert "- us-beta: then of 2026-07-09, not held now" in ran.out
    assert "the designation changed" in ran.out
    assert "no longer matches us-alpha:2" in ran.out


def test_a_record_tampered_with_is_not_replayed(run: Run, lists_dir: Path, record: Path) -> None:
    record.write_text(record.read_text().replace("0.8", "0.9", 1))

    assert run("record", "replay", record, "--data-dir", lists_dir).code == ExitCode.UNABLE


def test_a_record_of_lists_that_nobody_holds_cannot_be_replayed(
    run: Run, record: Path, other_lists: Path
) -> None:
    info = factory.list_info("us-gamma")
    write_list(other_lists, info, {factory.DAY: [organization("us-gamma:1", "Zorvex")]})

    ran = run("record", "replay", record, "--data-dir", other_lists)

    assert ran.code == ExitCode.UNABLE
    assert ran.out == ""
