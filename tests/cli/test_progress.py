"""The progress of a run, for people who watch it."""

import io
import sys

import pytest

from screenr.cli.progress import shown
from screenr.models.run import Tally


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Not a fixture: between those and the test, pytest puts its own stream in place."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    return stream


def test_rows_and_hits_are_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)

    with shown(lambda: 0.5, quiet=False) as watch:
        watch(Tally(rows=2_000, hits=3))
        watch(Tally(rows=4_000, hits=7))

    assert "4,000 rows" in terminal.getvalue()
    assert "hits 7" in terminal.getvalue()


def test_a_stream_of_unknown_length_is_shown_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)

    with shown(lambda: None, quiet=False) as watch:
        watch(Tally(rows=2_000))

    assert "2,000 rows" in terminal.getvalue()


def test_quiet_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)

    with shown(lambda: 0.5, quiet=True) as watch:
        watch(Tally(rows=2_000))

    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with shown(lambda: 0.5, quiet=False) as watch:
        watch(Tally(rows=2_000))

    assert capsys.readouterr().err == ""
