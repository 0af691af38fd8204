"""The one error boundary: every way a run can end becomes a number here.

A crash would end 1 in Python, which reads as a hit; so everything is caught, and what is none of
ours ends 4. Typer ends 2 on usage by itself and 1 on a broken pipe; both are taken over here. It is
imported only once the boundary stands, because it takes longer to load than anything else here.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TextIO

from screenr.cli.garbage import seldom_looked_for
from screenr.errors import ExitCode, ScreenrError

if TYPE_CHECKING:
    from typer.exceptions import TyperException

INTERRUPTED = 130
BROKEN_PIPE = 141


def entry() -> None:
    """Run as the `screenr` script."""
    seldom_looked_for()
    # Python leaves out a stream that its caller closed. What nobody hears may be lost; a result may
    # not, so the standard output becomes one on which writing fails.
    sys.stdout = _ready(sys.stdout, os.O_RDONLY)
    sys.stderr = _ready(sys.stderr, os.O_WRONLY)
    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:
        # What is still buffered would fail again, aloud, when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _ready(stream: TextIO | None, flags: int) -> TextIO:
    if stream is None:
        stream = os.fdopen(os.open(os.devnull, flags), "w")
    # Names come in every script and the report must not fail on a console's code page.
    stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[attr-defined]
    return stream


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; never raises."""
    return guarded(lambda: _run(argv))


def guarded(run: Callable[[], int]) -> int:
    """Turn however `run` ends into an exit code, and tell the person at the terminal."""
    try:
        code = run()
        sys.stdout.flush()
    except ScreenrError as error:
        return _report(error.message, hint=error.hint, code=error.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return BROKEN_PIPE
    except OSError as error:  # a full disk, a folder that may not be written: the machine's, no bug
        return _report(f"the system refused: {error}", hint=None, code=ExitCode.UNABLE)
    except Exception as error:  # noqa: BLE001 -- a crash is BUG, never HIT
        return _usage_or_bug(error)
    return code


def _run(argv: Sequence[str]) -> int:
    from screenr.cli.app import program

    try:
        ended = program(argv)(list(argv), prog_name="screenr", standalone_mode=False)
    except SystemExit as ending:
        # The only exit that Typer makes by itself here is the one on a broken pipe.
        raise BrokenPipeError from ending
    return int(ended or 0)


def _usage_or_bug(error: Exception) -> int:
    from typer.exceptions import TyperException

    return _usage(error) if isinstance(error, TyperException) else _bug(error)


def _usage(error: "TyperException") -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message(), file=sys.stderr)  # noqa: T201 -- this is the boundary
        return ExitCode.USAGE
    message = error.format_message().strip().rstrip(".")
    hint = "`screenr --help` lists the commands, `screenr COMMAND --help` its options"
    if type(error).__name__ == "NoSuchOption":
        hint = "`screenr COMMAND --help` lists the options; put `--` before a name that begins so"
    return _report(message, hint=hint, code=ExitCode.USAGE)


def _bug(error: Exception) -> int:
    if os.environ.get("SCREENR_TRACEBACK") == "1":
        import traceback

        traceback.print_exception(error)
    return _report(
        f"this is a bug in screenr ({type(error).__name__}: {error}); nothing was decided",
        hint="SCREENR_TRACEBACK=1 shows where; please report it with the command you ran",
        code=ExitCode.BUG,
    )


def _report(message: str, *, hint: str | None, code: int) -> int:
    from screenr.formats.safe import one_line

    lines = [f"error: {one_line(message)}"]
    if hint is not None:
        lines.append(f"hint: {one_line(hint)}")
    print("\n".join(lines), file=sys.stderr)  # noqa: T201 -- this is the boundary
    return code
