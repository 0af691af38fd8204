"""Which files of a data folder count, and which snapshot answers for a day."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screenr.errors import ExitCode, ListUnavailableError
from screenr.lists.store import answering, digest_of, list_folders, snapshot_paths

JUNE, JULY, AUGUST = dt.date(2026, 6, 1), dt.date(2026, 7, 9), dt.date(2026, 8, 3)
DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2027, 1, 1))


def touched(path: Path, content: bytes = b"") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_lists_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    for list_id in ("us-beta", "un-sc", "us-alpha"):
        touched(tmp_path / "lists" / list_id / "list.yaml")

    found = list_folders(tmp_path)

    assert [folder.name for folder in found] == ["un-sc", "us-alpha", "us-beta"]


def test_snapshots_without_list_yaml_are_an_error_and_not_left_out(tmp_path: Path) -> None:
    touched(tmp_path / "lists" / "us-alpha" / "list.yaml")
    touched(tmp_path / "lists" / "us-beta" / "2026-07-09.yaml")

    with pytest.raises(ListUnavailableError, match="us-beta"):
        list_folders(tmp_path)


def test_a_data_folder_without_lists_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListUnavailableError) as caught:
        list_folders(tmp_path)

    assert str(tmp_path / "lists") in caught.value.message
    assert caught.value.exit_code == ExitCode.UNABLE


def test_snapshots_come_oldest_first(tmp_path: Path) -> None:
    for name in ("2026-07-09.yaml", "2019-12-31.yaml", "2026-06-30.yaml"):
        touched(tmp_path / name)

    found = snapshot_paths(tmp_path)

    assert [path.stem for path in found] == ["2019-12-31", "2026-06-30", "2026-07-09"]


@pytest.mark.parametrize(
    "name", ["list.yaml", "2026-07-09.yml", "2026-7-9.yaml", "2026-07-09.yaml.bak", "old.yaml"]
)
def test_a_file_not_named_by_its_day_is_no_snapshot(tmp_path: Path, name: str) -> None:
    touched(tmp_path / name)
    touched(tmp_path / "2026-07-09.yaml")

    assert [path.name for path in snapshot_paths(tmp_path)] == ["2026-07-09.yaml"]


def test_a_list_without_snapshots_is_named(tmp_path: Path) -> None:
    touched(tmp_path / "us-alpha" / "list.yaml")

    with pytest.raises(ListUnavailableError, match="us-alpha") as caught:
        snapshot_paths(tmp_path / "us-alpha")

    assert caught.value.exit_code == ExitCode.UNABLE


def test_the_digest_is_the_same_wherever_the_folder_lies(tmp_path: Path) -> None:
    digests = {
        digest_of([touched(tmp_path / place / "lists" / "a.yaml", b"x")], root=tmp_path / place)
        for place in ("one", "two")
    }

    assert len(digests) == 1


def test_the_digest_changes_with_a_byte(tmp_path: Path) -> None:
    path = touched(tmp_path / "a.yaml", b"x")
    before = digest_of([path], root=tmp_path)

    path.write_bytes(b"y")

    assert digest_of([path], root=tmp_path) != before


def test_the_digest_changes_when_a_file_is_renamed(tmp_path: Path) -> None:
    first = digest_of([touched(tmp_path / "2026-07-09.yaml", b"x")], root=tmp_path)
    second = digest_of([touched(tmp_path / "2026-07-10.yaml", b"x")], root=tmp_path)

    assert first != second


def test_the_digest_changes_when_contents_are_swapped(tmp_path: Path) -> None:
    paths = [touched(tmp_path / "a.yaml", b"x"), touched(tmp_path / "b.yaml", b"y")]
    before = digest_of(paths, root=tmp_path)

    touched(tmp_path / "a.yaml", b"y")
    touched(tmp_path / "b.yaml", b"x")

    assert digest_of(paths, root=tmp_path) != before


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListUnavailableError, match=r"gone\.yaml"):
        digest_of([tmp_path / "gone.yaml"], root=tmp_path)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (JUNE, (0, False)),
        (dt.date(2026, 7, 8), (0, False)),
        (JULY, (1, False)),
        (dt.date(2026, 8, 2), (1, False)),
        (AUGUST, (2, False)),
        (dt.date(2030, 1, 1), (2, False)),
        (dt.date(2026, 5, 31), (0, True)),
    ],
)
def test_the_newest_snapshot_on_or_before_the_day_answers(
    day: dt.date, answer: tuple[int, bool]
) -> None:
    assert answering([JUNE, JULY, AUGUST], day) == answer


@settings(max_examples=200, derandomize=True, deadline=None)
@given(published=st.lists(DAYS, min_size=1, max_size=6, unique=True), day=DAYS)
def test_no_snapshot_of_a_later_day_answers_while_there_is_an_earlier_one(
    published: list[dt.date], day: dt.date
) -> None:
    ordered = sorted(published)

    at, is_later = answering(ordered, day)

    assert is_later == all(each > day for each in ordered)
    assert ordered[at] == (ordered[0] if is_later else max(e for e in ordered if e <= day))
