"""An interrupted run goes on, and its output is that of an unbroken one."""

from pathlib import Path

import pytest
from conftest import Ran, Run
from tables import written

from screenr.cli import batch_run
from screenr.cli.batch_output import opened
from screenr.cli.batch_work import Done, Worker

ROWS = 35


class Stopped(Worker):
    """A worker that is interrupted at its third chunk."""

    chunks = 0

    def work(self, rows: object) -> Done:
        Stopped.chunks += 1
        if Stopped.chunks == 3:
            raise KeyboardInterrupt
        return super().work(rows)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_run, "CHUNK", 10)
    Stopped.chunks = 0


@pytest.fixture
def vendors(tmp_path: Path) -> Path:
    names = [f"{at},Corner Bakery {at}" for at in range(ROWS - 3)]
    rows = [*names[:15], "x,Zorvex Robotics", "y,", *names[15:], "z,Zorvex Optics Institut"]
    return written(tmp_path, "vendors.csv", "\n".join(["id,name", *rows]) + "\n")


def screened(run: Run, vendors: Path, lists_dir: Path, *options: str | Path) -> Ran:
    return run("batch", vendors, "--data-dir", lists_dir, "--as-of", "2026-11-21", *options)


def interrupted(
    run: Run, vendors: Path, lists_dir: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> Ran:
    with monkeypatch.context() as patched:
        patched.setattr("screenr.cli.batch_work.Worker", Stopped)
        return screened(run, vendors, lists_dir, "-o", out, "--resume")


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl"])
def test_an_interrupted_run_goes_on_to_the_same_bytes(
    run: Run, vendors: Path, lists_dir: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    whole, out = vendors.with_name(f"whole.{ending}"), vendors.with_name(f"out.{ending}")
    unbroken = screened(run, vendors, lists_dir, "-o", whole)

    assert interrupted(run, vendors, lists_dir, out, monkeypatch).code == 130
    assert not out.exists()
    # Half a line that was written when the power went, and no checkpoint behind it.
    with out.with_name(f".{out.name}.part").open("ab") as stream:
        stream.write(b"half a li")
    resumed = screened(run, vendors, lists_dir, "-o", out, "--resume")

    assert out.read_bytes() == whole.read_bytes()
    assert resumed == unbroken
    assert not list(vendors.parent.glob(".*"))


def test_without_resume_an_interrupted_run_leaves_nothing(
    run: Run, vendors: Path, lists_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screenr.cli.batch_work.Worker", Stopped)

    ran = screened(run, vendors, lists_dir, "-o", vendors.with_name("out.csv"))

    assert ran.code == 130
    assert list(vendors.parent.iterdir()) == [vendors]


OTHER_OPTIONS = {
    "another day (`--as-of`)": ("--as-of", "2026-11-20"),
    "another threshold": ("--threshold", "0.9"),
    "another choice of lists": ("--lists", "us-alpha"),
    "another choice of columns": ("--name-column", "id"),
    "another amount of matches": ("--all-matches",),
}


@pytest.mark.parametrize("said", OTHER_OPTIONS)
def test_a_run_under_other_options_is_refused(
    run: Run, vendors: Path, lists_dir: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    out = vendors.with_name("out.csv")
    interrupted(run, vendors, lists_dir, out, monkeypatch)

    ran = screened(run, vendors, lists_dir, "-o", out, "--resume", *OTHER_OPTIONS[said])

    assert ran.code == 2
    assert said in ran.err


def changed(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "said"),
    [
        ("vendors.csv", "z,", "z,New ", 2, "another input"),
        (".out.csv.part", "clear", "cleaR", 3, "was changed since"),
        (".out.csv.resume", "{", "[", 3, "is damaged"),
        (".out.csv.resume", "screenr/resume/", "screenr/resume/0", 3, "of another version"),
    ],
)
def test_a_file_that_was_changed_meanwhile_is_refused(
    run: Run,
    vendors: Path,
    lists_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    file: str,
    old: str,
    new: str,
    code: int,
    said: str,
) -> None:
    out = vendors.with_name("out.csv")
    interrupted(run, vendors, lists_dir, out, monkeypatch)
    changed(vendors.with_name(file), old, new)

    ran = screened(run, vendors, lists_dir, "-o", out, "--resume")

    assert ran.code == code
    assert said in ran.err


def test_resume_without_an_interrupted_run_begins_one(
    run: Run, vendors: Path, lists_dir: Path
) -> None:
    out = vendors.with_name("out.csv")

    assert screened(run, vendors, lists_dir, "-o", out, "--resume").code == 3

    assert len(out.read_text("utf-8").splitlines()) == ROWS + 1


@pytest.mark.parametrize("options", [(), ("--resume",)])
def test_two_runs_do_not_write_to_one_output(
    run: Run, vendors: Path, lists_dir: Path, options: tuple[str, ...]
) -> None:
    out = vendors.with_name("out.csv")
    with opened(f"{out}", made_of={}, resume=True, streams=True) as first:
        first.stream.write(b"rows of the first run")

        ran = screened(run, vendors, lists_dir, "-o", out, *options)

    assert ran.code == 3
    assert "another run is writing to this output" in ran.err
    assert out.read_bytes() == b"rows of the first run"
