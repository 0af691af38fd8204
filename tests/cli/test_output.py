"""Files appear whole or not at all; talk stays off the standard output."""

import os
import stat
from pathlib import Path

import pytest

from screenr.cli.output import emit, say
from screenr.errors import ScreenrError, UsageError


def test_a_file_gets_the_text_in_utf_8(tmp_path: Path) -> None:
    emit("旷视\n", str(tmp_path / "out.txt"))

    assert (tmp_path / "out.txt").read_bytes() == "旷视\n".encode()


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("a much longer old text")

    emit("new", str(tmp_path / "out.txt"))

    assert (tmp_path / "out.txt").read_text() == "new"


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    emit("new", str(tmp_path / "out.txt"))

    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()

    emit("new", str(tmp_path / "out.txt"))

    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a directory"):
        emit("new", str(tmp_path))


def test_a_missing_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        emit("new", str(tmp_path / "no" / "out.txt"))


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    name = tmp_path / ("x" * 300)

    with pytest.raises(ScreenrError, match="could not write"):
        emit("new", str(name))

    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")

    emit("new", str(tmp_path / "link"))

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such devices")
def test_a_device_is_written_to_and_not_replaced() -> None:
    emit("new", os.devnull)

    assert not Path(os.devnull).is_file()


def test_a_dash_is_the_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    emit("data\n", "-")

    assert capsys.readouterr() == ("data\n", "")


def test_talk_goes_to_the_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    say("careful")

    assert capsys.readouterr() == ("", "careful\n")


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    say("careful", quiet=True)

    assert capsys.readouterr() == ("", "")
