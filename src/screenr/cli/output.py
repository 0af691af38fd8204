"""Where results and talk go: data to the standard output or a file, talk to the standard error."""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from screenr.errors import ScreenrError, UsageError
from screenr.formats.view import View

STDOUT = "-"
WIDEST = 110


def emit(text: str, destination: str = STDOUT) -> None:
    """Write a rendered result; a file appears whole or not at all."""
    if destination == STDOUT:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise ScreenrError(f"could not write the result: {error.strerror}") from error
        return
    check(destination)
    _replace(Path(destination), text.encode("utf-8", errors="backslashreplace"))


def check(destination: str) -> None:
    """Refuse a destination that cannot be written to, before anything is screened."""
    if destination == STDOUT:
        return
    path = Path(destination)
    if path.name == "":
        raise UsageError("`--output` names no file", hint="name a file, or `-` for the screen")
    if os.path.isdir(path):  # noqa: PTH112 -- unlike Path.is_dir, false for an impossible name
        raise UsageError(f"`{path}` is a directory", hint="name a file after `--output`")
    if not path.parent.is_dir():
        raise UsageError(
            f"the directory of `{path}` does not exist", hint=f"make `{path.parent}` first"
        )


def spare(read: Path, destination: str, *, hint: str) -> None:
    """Refuse a destination that would take the place of a file that is read."""
    # Unlike those of Path, these answer for impossible names too.
    if destination == STDOUT or not os.path.isfile(destination) or not os.path.isfile(read):  # noqa: PTH113
        return
    if os.path.samefile(read, destination):  # noqa: PTH121 -- as above
        raise UsageError(f"`{destination}` would take the place of what is read", hint=hint)


def _replace(path: Path, content: bytes) -> None:
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 -- as above
            path.write_bytes(content)  # a pipe or a device is written to, never replaced
        else:
            _write_whole(Path(os.path.realpath(path)), content)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ScreenrError(f"could not write `{path}`: {reason}") from error


def _write_whole(path: Path, content: bytes) -> None:
    with new_file(path) as stream:
        stream.write(content)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that grows beside its place, and is moved there when it is whole."""
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as stream:
        temporary = Path(stream.name)
        try:
            yield cast("BinaryIO", stream)
            stream.close()
            keep(temporary, path)
        except BaseException:
            stream.close()
            temporary.unlink(missing_ok=True)
            raise


def keep(temporary: Path, path: Path) -> None:
    """Move a finished file into its place."""
    # A temporary file is private; the report gets the mode that any new file would.
    temporary.chmod(0o666 & ~_umask())
    temporary.replace(path)


def _umask() -> int:
    """The mode bits that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def say(text: str, *, quiet: bool = False) -> None:
    """Tell the person at the terminal; never part of the data."""
    from screenr.formats.safe import one_line

    if text and not quiet:
        sys.stderr.write(one_line(text) + "\n")


def is_terminal() -> bool:
    """Whether a person looks at the standard output."""
    return sys.stdout.isatty()


def view_of(destination: str, *, limit: int | None = None, explain: bool = False) -> View:
    """What the reader of `destination` can see: width and color come from the terminal."""
    if limit is not None and limit < 1:
        raise UsageError(f"`--limit` must be 1 or more, not {limit}")
    interactive = destination == STDOUT and is_terminal()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    columns = shutil.get_terminal_size(fallback=(80, 24)).columns
    return View(
        limit=limit,
        explain=explain,
        width=max(40, min(columns, WIDEST)),
        color=interactive and not plain,
    )
