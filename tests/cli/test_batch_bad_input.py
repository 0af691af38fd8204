"""What `screenr batch` refuses, before it screens anything, and with which words."""

import io
import sys
from pathlib import Path

import pytest
from conftest import Run
from tables import written

AS_OF = ("--as-of", "2026-11-21")
VENDORS = "id,name\n1,Corner Bakery\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--name-column", "firm"), "no column `firm` for `--name-column`"),
        (("--workers", "0"), "`--workers` must be 1 or more"),
        (("--limit", "0"), "`--limit` must be 1 or more"),
        (("--header-row", "-1"), "`--header-row` must be 0 or more"),
        (("--delimiter", "ab"), "`--delimiter` must be one character"),
        (("--input-format", "xml"), "unknown `--input-format` 'xml'"),
        (("--format", "table"), "unknown `--format` 'table'"),
        (("-o", "report.docx"), "no format is known for a file that ends in `.docx`"),
        (("-o", "no/such/folder.csv"), "the directory of `no/such/folder.csv` does not exist"),
        (("--resume",), "`--resume` goes on with a file only"),
        (("--resume", "-o", "a.html"), "`--resume` goes on with a file only"),
        (("--lists", "xx-*"), "no list `xx-*`"),
        (("--threshold", "2"), "`--threshold` must be above 0"),
    ],
)
def test_wrong_options_end_2_with_a_reason(
    run: Run, tmp_path: Path, lists_dir: Path, options: tuple[str, ...], said: str
) -> None:
    path = written(tmp_path, "a.csv", VENDORS)

    ran = run("batch", path, "--data-dir", lists_dir, *AS_OF, *options)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is empty"),
        ("id,city\n1,Rome\n", "no column of names is known among 1 'id', 2 'city'"),
        ("name,legal name\nA,B\n", "2 columns could be the name: 1 'name', 2 'legal name'"),
    ],
)
def test_files_without_a_name_column_end_2(
    run: Run, tmp_path: Path, lists_dir: Path, content: str, said: str
) -> None:
    path = written(tmp_path, "a.csv", content)

    ran = run("batch", path, "--data-dir", lists_dir, *AS_OF)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_the_input_is_never_overwritten(run: Run, tmp_path: Path, lists_dir: Path) -> None:
    path = written(tmp_path, "a.csv", VENDORS)

    ran = run("batch", path, "--data-dir", lists_dir, *AS_OF, "-o", path)

    assert ran.code == 2
    assert path.read_text(encoding="utf-8") == VENDORS


def test_nothing_is_left_of_a_run_that_failed(run: Run, tmp_path: Path, lists_dir: Path) -> None:
    path = written(tmp_path, "a.csv", VENDORS)
    out = tmp_path / "out.csv"

    assert run("batch", path, "--data-dir", lists_dir, "--lists", "xx", "-o", out).code == 2

    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "content",
    [b"name\nCorner Bakery\n", b'{"name": "Corner Bakery"}\n', b"Corner Bakery\n"],
    ids=["csv", "jsonl", "text"],
)
def test_the_standard_input_is_read(
    run: Run, monkeypatch: pytest.MonkeyPatch, lists_dir: Path, content: bytes
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    ran = run("batch", "-", "--data-dir", lists_dir, *AS_OF)

    assert ran.code == 0
    assert "Corner Bakery,clear" in ran.out


def test_a_pipe_cannot_be_resumed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lists_dir: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"name\nAcme\n")))
    out = tmp_path / "out.csv"

    ran = run("batch", "-", "--data-dir", lists_dir, *AS_OF, "-o", out, "--resume")

    assert ran.code == 2
    assert "cannot be read again" in ran.err


def test_a_standard_input_that_was_closed_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, lists_dir: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    ran = run("batch", "-", "--data-dir", lists_dir, *AS_OF)

    assert ran.code == 2
    assert "there is no standard input" in ran.err
