"""Where a run is written, and how it goes on after an interruption.

A file appears whole or not at all: it grows beside its place under another name. Of the formats
whose bytes depend on nothing but the rows, a side file says after each chunk how far the run came
and what it was made of, so that `--resume` can go on. It goes on only where what was written is
still that, and everything that decides a byte is the same.
"""

import contextlib
import json
import os
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from screenr.cli.output import STDOUT, keep, new_file
from screenr.errors import ScreenrError, UsageError
from screenr.models.run import Tally

_SCHEMA = "screenr/resume/1"
_BLOCK = 1 << 20
_FAR = 1 << 40
_O_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends


class Output:
    """A stream to write a run to; `tally` counts what an earlier run wrote."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.tally = Tally()

    def reached(self, tally: Tally) -> None:
        """Note how far the run came; nothing to note where it cannot go on."""


class Resumable(Output):
    """A file that is written, with its side file.

    A checksum tells whether it was changed since by accident; on purpose, the side file would be
    changed as well. A cryptographic digest takes as long as a quarter of all else that is done with
    a clear row.
    """

    def __init__(self, stream: BinaryIO, side: Path, made_of: Mapping[str, str]) -> None:
        super().__init__(stream)
        self._side, self._made_of = side, made_of
        self._checksum = self._read = 0

    def reached(self, tally: Tally) -> None:
        """Write the side file, whole or not at all."""
        self.stream.flush()
        self._sum_up()
        record = {
            "schema": _SCHEMA,
            "made_of": self._made_of,
            "bytes": self._read,
            "crc32": self._checksum,
            "tally": tally.record(),
        }
        beside = self._side.with_name(f"{self._side.name}.new")
        beside.write_text(json.dumps(record), encoding="utf-8")
        beside.replace(self._side)

    def go_on(self, record: Mapping[str, Any]) -> None:
        """Stand where the side file says, if all before it is what was written."""
        self._sum_up(record["bytes"])
        if self._read != record["bytes"] or self._checksum != record["crc32"]:
            raise ScreenrError(
                "what the interrupted run wrote was changed since",
                hint="leave `--resume` out to begin anew",
            )
        self.stream.seek(self._read)
        self.stream.truncate()
        self.tally = Tally.of_record(record["tally"])

    def _sum_up(self, end: int | None = None) -> None:
        """Add what was written since the last time to the checksum."""
        self.stream.seek(self._read)
        left = _BLOCK if end is None else end - self._read
        while block := self.stream.read(min(_BLOCK, left)):
            self._checksum = zlib.crc32(block, self._checksum)
            self._read += len(block)
            left = _BLOCK if end is None else end - self._read


@contextlib.contextmanager
def opened(
    destination: str, *, made_of: Mapping[str, str] | None, resume: bool, streams: bool
) -> Iterator[Output]:
    """An output, moved into its place at the end; thrown away where the run breaks off.

    `made_of` says what decides the bytes, in words, where the run could be gone on with; None where
    it could not. `streams` says that rows may go out as they come.
    """
    path = Path(os.path.realpath(destination))
    try:
        if destination == STDOUT and streams:
            yield Output(cast("BinaryIO", sys.stdout.buffer))
        elif destination == STDOUT or (path.exists() and not path.is_file()):
            with _copied_to(destination) as output:
                yield output
        elif made_of is None:
            with new_file(path) as stream:
                yield Output(stream)
        else:
            with _side_by_side(path, made_of, resume=resume) as output:
                yield output
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror or type(error).__name__
        raise ScreenrError(f"could not write `{destination}`: {reason}") from error


@contextlib.contextmanager
def _copied_to(destination: str) -> Iterator[Output]:
    """For a stream or a device, which cannot be taken back: it gets what is finished."""
    with tempfile.TemporaryFile() as stream:
        yield Output(cast("BinaryIO", stream))
        stream.seek(0)
        if destination == STDOUT:
            shutil.copyfileobj(stream, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        else:
            with Path(destination).open("wb") as device:
                shutil.copyfileobj(stream, device)


@contextlib.contextmanager
def _side_by_side(path: Path, made_of: Mapping[str, str], *, resume: bool) -> Iterator[Output]:
    part, side = part_of(path), side_of(path)
    with _alone(part) as stream:
        try:
            before = _record(part, side, made_of) if resume else None
            output = Resumable(stream, side, made_of)
            if before is None:
                stream.truncate(0)
                side.unlink(missing_ok=True)
            else:
                output.go_on(before)
            yield output
            stream.close()
            keep(part, path)
            side.unlink(missing_ok=True)
        except BaseException:
            stream.close()
            if not resume:
                part.unlink(missing_ok=True)
                side.unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _alone(part: Path) -> Iterator[BinaryIO]:
    """Open a file that grows, as no other run does: two of them would mix their rows.

    The system ends the lock with the process, however that ends. A run that ends just now may have
    moved the file away before it was locked here, so it must still be the one of that name.
    """
    with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | _O_BINARY, 0o600), "r+b") as stream:
        if not (_is_locked(stream.fileno()) and part.exists() and _is_same(stream, part)):
            raise ScreenrError(
                "another run is writing to this output", hint="wait for its end, or end it"
            )
        yield cast("BinaryIO", stream)


def _is_same(stream: IO[bytes], part: Path) -> bool:
    return os.path.samestat(os.fstat(stream.fileno()), part.stat())


def _is_locked(file: int) -> bool:
    """Lock a file for this process, as far as nobody else has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _FAR, os.SEEK_SET)  # its locks are of bytes; this one is never written
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def part_of(path: Path) -> Path:
    """Where a file grows."""
    return path.with_name(f".{path.name}.part")


def side_of(path: Path) -> Path:
    """Where it is noted how far it came."""
    return path.with_name(f".{path.name}.resume")


def _record(part: Path, side: Path, made_of: Mapping[str, str]) -> Mapping[str, Any] | None:
    """What the interrupted run noted; None where there was none."""
    if not (side.is_file() and part.stat().st_size):
        return None
    try:
        record = json.loads(side.read_text(encoding="utf-8"))
        before = dict(record["made_of"])
    except (ValueError, KeyError, TypeError) as error:
        raise ScreenrError(
            f"`{side}` is damaged", hint="leave `--resume` out to begin anew"
        ) from error
    differs = [what for what, value in made_of.items() if before.get(what) != value]
    if differs:
        what = differs[0]
        raise UsageError(
            f"the interrupted run had another {' and another '.join(differs)}",
            hint=f"{what} was {before.get(what)}, is {made_of[what]}; leave `--resume` out to begin"
            " anew",
        )
    return cast("Mapping[str, Any]", record)
