"""A vendor file as an officer gets it, screened by the command, in every encoding it may come in.

The vendors are made up of plain words; the listed ones stand on a list of the test's own, and are
written into the file as people write names: in capitals, with a slip, with another legal form or
none.
"""

import csv
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import factory
import pytest
import xlsxwriter
from data_folders import LISTED, organization, write_list

BRANDS = (
    "Zorvex", "Quintharo", "Maldrake", "Ostrevia", "Yulgaran", "Brixholm", "Tarquessa", "Vendroka",
    "Kelmunda", "Sarpoline", "Wexterra", "Dravonik", "Juntaseth", "Polgravia", "Hexamond",
    "Nimbruska", "Corvantis", "Falgorend", "Ukrestan", "Lomvarix",
)  # fmt: skip
TRADES = ("Optics Institute", "Marine Engineering", "Aerospace Research")
LISTED_NAMES = [f"{brand} {trade} Co., Ltd." for brand, trade in product(BRANDS, TRADES)]
VARIATIONS: tuple[Callable[[str], str], ...] = (
    lambda name: name,
    str.upper,
    lambda name: name.removesuffix(" Co., Ltd."),
    lambda name: name.replace("Co., Ltd.", "Company Limited"),
    lambda name: f"{name[:3]}{name[4]}{name[3]}{name[5:]}",  # two letters changed places
    lambda name: f"  {name.replace(' ', '  ')} ",
)
VENDORS = 2_000
PLAIN = [
    f"{first} {second} {third}"
    for first, second, third in product(
        ("Corner", "River", "Sunny", "Old Town", "Green", "Village", "Family", "Happy", "Northern",
         "Little", "Blue", "Harbor"),
        ("Bakery", "Garden", "Book", "Bicycle", "Window", "Carpet", "Coffee", "Flower", "Paper",
         "Toy", "Wool", "Lamp", "Kitchen", "Music"),
        ("GmbH", "Ltd", "Inc.", "Shop", "Store", "House", "Brothers", "Partners", "Café", "Works",
         "Room", "& Co"),
    )
]  # fmt: skip


def vendors() -> list[tuple[str, str, str]]:
    """Ids, names and notes, with the listed names strewn in."""
    names = PLAIN[: VENDORS - len(LISTED_NAMES)]
    for at, listed in enumerate(LISTED_NAMES):
        names.insert(17 + 32 * at, VARIATIONS[at % len(VARIATIONS)](listed))
    return [(f"V{at:05}", name, f"note {at}") for at, name in enumerate(names)]


def csv_of(rows: list[tuple[str, str, str]], delimiter: str = ",") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([("编号", "供应商名称", "备注"), *rows])
    return stream.getvalue()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("vendors")
    listed = [organization(f"us-made-up:{at}", name) for at, name in enumerate(LISTED_NAMES)]
    write_list(root / "data", factory.list_info("us-made-up"), {LISTED: listed})
    return root


def command(home: Path, *options: str | Path) -> list[str | Path]:
    """The command as a program of its own, whatever the machine has installed."""
    fixed = ("--data-dir", home / "data", "--as-of", "2026-11-21")
    return [sys.executable, "-m", "screenr", "batch", *options, *fixed]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "XDG_CACHE_HOME": str(home / "cache"), "LOCALAPPDATA": str(home)}


def screened(
    home: Path, *options: str | Path, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(home, *options), input=given, capture_output=True, env=environment(home),
        check=False,
    )  # fmt: skip


def answers(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def check_all_found(rows: list[dict[str, str]]) -> None:
    """Every row is there, and every listed name was found where it was put."""
    wanted = vendors()
    assert [row["编号"] for row in rows] == [number for number, _, _ in wanted]
    assert [row["备注"] for row in rows] == [note for _, _, note in wanted]
    brands = set(BRANDS)
    listed = [row for row in rows if brands & set(row["供应商名称"].title().split())]
    hits = [row for row in rows if row["screenr_status"] == "hit"]
    assert len(hits) == len(LISTED_NAMES)
    assert all(row in hits for row in listed)


def written(home: Path, encoding: str, delimiter: str) -> Path:
    rows = vendors()
    path = home / f"{encoding}.csv"
    path.write_bytes(csv_of(rows, delimiter).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ","), ("utf-16", "\t"), ("gb18030", ";")],
)
def test_every_listed_vendor_is_found_in_every_encoding(
    home: Path, encoding: str, delimiter: str
) -> None:
    path = written(home, encoding, delimiter)

    ran = screened(home, path, "-o", home / "out.csv")

    assert ran.returncode == 0, ran.stderr.decode()
    assert "供应商名称 (column 2)" in ran.stderr.decode()
    check_all_found(answers(home / "out.csv"))


def test_a_workbook_gives_the_same_answers(home: Path) -> None:
    path = home / "vendors.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("供应商")
    for at, row in enumerate([("编号", "供应商名称", "备注"), *vendors()]):
        sheet.write_row(at, 0, row)
    book.close()

    ran = screened(home, path, "-o", home / "out.csv")

    assert ran.returncode == 0, ran.stderr.decode()
    check_all_found(answers(home / "out.csv"))


def test_one_broken_row_in_a_hundred_stays_with_its_line_and_ends_3(home: Path) -> None:
    lines = csv_of(vendors()).encode().split(b"\r\n")
    broken = range(50, VENDORS, 100)
    for at in broken:
        lines[at] = (b"V,,no name", b"V,Caf\xe9 Bar,x", b'V,"open,x', b"V,a,b,c")[at // 100 % 4]
    path = home / "broken.csv"
    path.write_bytes(b"\r\n".join(lines))

    ran = screened(home, path, "-o", home / "out.csv")

    assert ran.returncode == 3
    rows = answers(home / "out.csv")
    assert len(rows) == VENDORS
    wrong = [row for row in rows if row["screenr_status"] == "error"]
    assert [int(row["screenr_row"]) for row in wrong] == [at + 1 for at in broken]
    assert all(row["screenr_error"] for row in wrong)


def test_the_standard_input_is_screened(home: Path) -> None:
    ran = screened(home, "-", given=csv_of(vendors()).encode())

    rows = list(csv.DictReader(io.StringIO(ran.stdout.decode(), newline="")))
    check_all_found(rows)


class Begun(NamedTuple):
    """A run in two processes that has written its first rows."""

    process: subprocess.Popen[bytes]
    vendors: Path
    out: Path


@pytest.fixture
def begun(home: Path, tmp_path: Path) -> Iterator[Begun]:
    # All rows are hits, which take so long that the run can be interrupted.
    rows = "".join(f"{at},{LISTED_NAMES[at % 7]}\n" for at in range(6_000))
    path, out = tmp_path / "large.csv", tmp_path / "out.csv"
    path.write_text(f"id,name\n{rows}", encoding="utf-8")
    process = subprocess.Popen(
        command(home, path, "-o", out, "--workers", "2"),
        env=environment(home),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (tmp_path / ".out.csv.resume").exists() and process.poll() is None:
        time.sleep(0.01)
    yield Begun(process, path, out)
    process.kill()
    process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_a_killed_run_goes_on_to_the_same_bytes(home: Path, begun: Begun) -> None:
    begun.process.kill()
    begun.process.wait()
    assert not begun.out.exists()
    whole = begun.out.with_name("whole.csv")

    resumed = screened(home, begun.vendors, "-o", begun.out, "--resume", "--workers", "2")
    unbroken = screened(home, begun.vendors, "-o", whole, "--workers", "2")

    assert resumed.stderr == unbroken.stderr
    assert begun.out.read_bytes() == whole.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_ctrl_c_ends_at_once_and_leaves_neither_a_file_nor_a_process(begun: Begun) -> None:
    os.killpg(begun.process.pid, signal.SIGINT)

    assert begun.process.wait(timeout=20) == 130
    assert list(begun.out.parent.iterdir()) == [begun.vendors]
    with pytest.raises(ProcessLookupError):
        _wait_until_gone(begun.process.pid)


def _wait_until_gone(group: int) -> None:
    """Raise `ProcessLookupError` once no process of a group is left."""
    for _ in range(200):
        os.killpg(group, 0)
        time.sleep(0.05)
