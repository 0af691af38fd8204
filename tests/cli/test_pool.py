"""Several processes are worth their start, or not; and they end with the run."""

import errno
import multiprocessing
import time
from collections.abc import Callable, Sequence
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from screenr.cli.workers import started, workers_for
from screenr.errors import ScreenrError

LARGE = 100_000_000
PATIENCE = 30
"""Seconds in which a killed process is gone, however busy the machine."""


def file_of(folder: Path, size: int) -> str:
    path = folder / "vendors.csv"
    with path.open("wb") as stream:
        stream.truncate(size)
    return str(path)


def ended(left: Callable[[], Sequence[BaseProcess]]) -> bool:
    """Whether none is left in time.

    A thread of the pool waits for the same processes. Where it learns first that one has ended,
    this one takes it to be alive, even after `join`, until the other has written that down.
    """
    end = time.monotonic() + PATIENCE
    while left() and time.monotonic() < end:
        time.sleep(0.01)
    return not left()


@pytest.mark.parametrize("size", [0, 1_000_000])
def test_a_small_file_is_screened_in_one_process(tmp_path: Path, size: int) -> None:
    assert workers_for(file_of(tmp_path, size), None) == 1


@pytest.mark.parametrize("file", ["-", "nowhere.csv", "no\0path"])
def test_what_has_no_size_is_screened_in_one_process(file: str) -> None:
    assert workers_for(file, None) == 1


def test_a_large_file_is_screened_in_as_many_processes_as_there_are_processors(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)

    assert workers_for(file_of(tmp_path, LARGE), None) == 4


def test_a_machine_of_many_processors_is_not_filled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 64)

    assert workers_for(file_of(tmp_path, LARGE), None) == 8


def test_as_many_processes_are_used_as_are_asked_for(tmp_path: Path) -> None:
    assert workers_for(file_of(tmp_path, 0), 3) == 3


def test_no_process_is_left_when_the_run_ends_before_it_began() -> None:
    with pytest.raises(LookupError), started(2):
        raise LookupError

    assert ended(multiprocessing.active_children)


def test_a_process_that_cannot_be_started_ends_those_that_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start, begun = SpawnProcess.start, list[SpawnProcess]()

    def start_one(process: SpawnProcess) -> None:
        if begun:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        begun.append(process)
        start(process)

    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(SpawnProcess, "start", start_one)

    with pytest.raises(ScreenrError, match="could not be started: Resource"), started(2):
        pass

    assert ended(lambda: [each for each in begun if each.is_alive()])


def test_no_more_processes_are_started_in_advance_than_there_are_processors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)

    with started(50):
        assert len(multiprocessing.active_children()) == 1


def test_one_process_is_this_one() -> None:
    with started(1) as pool:
        assert pool is None
