"""Several processes are worth their start, or not."""

import pytest

from screenr.cli.pool import default_workers


@pytest.mark.parametrize("size", [None, 0, 1_000_000])
def test_small_files_and_streams_are_screened_in_one_process(size: int | None) -> None:
    assert default_workers(size) == 1


def test_a_large_file_is_screened_in_as_many_processes_as_there_are_processors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)

    assert default_workers(100_000_000) == 4


def test_a_machine_of_many_processors_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 64)

    assert default_workers(100_000_000) == 8
