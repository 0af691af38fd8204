"""Every way to end has its number."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from conftest import Run

from screenr.cli.main import guarded
from screenr.errors import ExitCode, ListUnavailableError, ScreenrError, UsageError


def raising(error: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("wrong"), ExitCode.USAGE),
        (ListUnavailableError("gone"), ExitCode.UNABLE),
        (ScreenrError("failed"), ExitCode.UNABLE),
        (OSError("the disk is full"), ExitCode.UNABLE),
        (RuntimeError("oops"), ExitCode.BUG),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 141),
    ],
)
def test_each_error_has_its_exit_code(error: BaseException, code: int) -> None:
    assert guarded(raising(error)) == code


def test_an_error_is_one_line_and_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(raising(UsageError("what happened\nand more", hint="what to do")))

    assert capsys.readouterr().err == "error: what happened and more\nhint: what to do\n"


def test_an_error_message_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(raising(UsageError("name \x1b[2J \u202e \ud800")))

    assert capsys.readouterr().err == "error: name \\x1b[2J \\u202e \\ud800\n"


def test_a_bug_is_short_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(raising(RuntimeError("oops")))

    assert "Traceback" not in capsys.readouterr().err


def test_a_bug_shows_its_traceback_when_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENR_TRACEBACK", "1")

    guarded(raising(RuntimeError("oops")))

    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "ending", [KeyboardInterrupt(), BrokenPipeError()], ids=["interrupt", "broken pipe"]
)
def test_nothing_is_said_about_an_ending_that_the_person_made(
    ending: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    guarded(raising(ending))

    assert capsys.readouterr() == ("", "")


def test_version_is_said_on_the_standard_output(run: Run) -> None:
    assert run("--version") == (0, "screenr 0.1.0\n", "")


def test_help_says_what_clear_does_not_mean(run: Run) -> None:
    ran = run("--help")

    assert ran.code == 0
    assert "not legal advice" in ran.out


@pytest.mark.parametrize("argv", [["chek"], ["check"], ["check", "--foo", "x"], ["lists", "x"]])
def test_wrong_usage_is_two_plain_lines(run: Run, argv: list[str]) -> None:
    ran = run(*argv)

    assert ran.code == ExitCode.USAGE
    assert ran.out == ""
    error, hint = ran.err.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith("hint: ")


def test_a_mistyped_command_is_answered_with_the_likely_one(run: Run) -> None:
    assert "Did you mean 'check'" in run("chek").err


def test_no_command_shows_the_help_and_is_wrong_usage(run: Run) -> None:
    ran = run()

    assert ran.code == ExitCode.USAGE
    assert "Usage: screenr" in ran.err


def test_wrong_usage_does_not_load_what_draws_tables() -> None:
    code = (
        "import sys; from screenr.cli.main import main;"
        "main(['check', '--foo', 'x']); sys.exit('rich' in sys.modules)"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert ran.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the shell is that of POSIX")
@pytest.mark.parametrize(
    ("closed", "code"),
    [(">&-", ExitCode.UNABLE), ("2>&-", ExitCode.CLEAR), ("<&-", ExitCode.CLEAR)],
)
def test_a_closed_stream_is_never_taken_for_a_hit(closed: str, code: ExitCode) -> None:
    command = f'"{sys.executable}" -m screenr --version {closed}'

    ran = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602 -- the shell closes the stream

    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr
