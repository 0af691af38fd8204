"""The bytes of an input: a file that can be read twice, or a stream that can not."""

import hashlib
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Self

from screenr.errors import ScreenrError, UsageError

STDIN = "-"
HEAD = 1 << 20
_BLOCK = 1 << 20


class Source:
    """What is screened; `head` is its beginning, read to find out what it is."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.path = None if name == STDIN else _checked(Path(name))
        self.size: int | None = None
        if self.path is not None and stat.S_ISREG(self.path.stat().st_mode):
            self.size = self.path.stat().st_size
        self._text: io.TextIOWrapper | None = None
        self._stream = self._open()
        try:
            self.head = self._stream.read(HEAD)
        except OSError as error:
            raise UsageError(f"`{name}` cannot be read: {error.strerror}") from error
        self._seen = hashlib.sha256(self.head)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._text is not None:
            self._text.detach()
        if self.path is not None:
            self._stream.close()

    @property
    def is_file(self) -> bool:
        """Whether it can be read more than once."""
        return self.size is not None

    def blocks(self) -> Iterator[bytes]:
        """All of a file, block by block; of a stream only the head."""
        if self.path is None or not self.is_file:
            # The last line may be cut, and a letter of it with it.
            yield self.head if len(self.head) < HEAD else self.head.rpartition(b"\n")[0]
            return
        with self.path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                yield block

    def digest(self) -> str:
        """SHA-256 of a file; of a stream, of what was read of it, because it comes only once."""
        if self.path is None or not self.is_file:
            return self._seen.hexdigest()
        with self.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def text(self, encoding: str, *, errors: str) -> io.TextIOWrapper:
        """The text from the beginning, its line ends as they are; an earlier one ends."""
        if self._text is not None:
            self._text.detach()
        self._text = io.TextIOWrapper(self._bytes(), encoding=encoding, errors=errors, newline="")
        return self._text

    def _bytes(self) -> BinaryIO:
        if self.is_file:
            self._stream.seek(0)
            return self._stream
        return io.BufferedReader(_Rejoined(self.head, self._read_on), _BLOCK)

    def _read_on(self, size: int) -> bytes:
        part = self._stream.read(size)
        self._seen.update(part)
        return part

    def done(self) -> float | None:
        """The share that was read."""
        if not self.size:
            return None
        return min(1.0, self._stream.tell() / self.size)

    def _open(self) -> BinaryIO:
        if self.path is None:
            if sys.stdin is None:  # Python leaves out a stream that its caller closed
                raise UsageError("there is no standard input", hint="name a file")
            return sys.stdin.buffer
        try:
            return self.path.open("rb")
        except OSError as error:
            raise UsageError(f"`{self.name}` cannot be read: {error.strerror}") from error


class _Rejoined(io.RawIOBase):
    """A stream whose beginning was read already."""

    def __init__(self, head: bytes, rest: Callable[[int], bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        part = self._head[: len(buffer)] or self._rest(len(buffer))
        self._head = self._head[len(part) :] if self._head else b""
        buffer[: len(part)] = part
        return len(part)


def _checked(path: Path) -> Path:
    if os.path.isdir(path):  # noqa: PTH112 -- unlike Path.is_dir, false for an impossible name
        raise UsageError(f"`{path}` is a directory", hint="name a file in it")
    try:
        path.stat()
    except (OSError, ValueError) as error:
        reason = "does not exist" if isinstance(error, FileNotFoundError) else f"{error}"
        raise UsageError(f"`{path}` {reason}", hint="name a file, or `-` for the input") from error
    return path


def unreadable(source: Source, error: Exception) -> ScreenrError:
    """The error where a library cannot make sense of a file."""
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    return UsageError(f"`{source.name}` cannot be read: {first}", hint="is it whole? open it once")
