"""Text files line by line; lines may be given back, and what could not be decoded is marked.

Bytes that do not fit the encoding come as lone surrogates or as U+FFFD: a row that holds one was
not read, whatever the rest of it says.
"""

import codecs
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from screenr.errors import UsageError
from screenr.inputs.encoding import NAMES, encoding_of
from screenr.inputs.source import Source

_BROKEN = re.compile("[\ud800-\udfff\ufffd]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTE = 0xDC00  # a byte that is not UTF-8 comes as this and its value (PEP 383)
_LOST = "\ufffd"
_NUL = "\x00"
_BLOCK = 500  # lines; each is held once more while its block is read


class Lines(Iterator[str]):
    """Counts lines and keeps those of the present record, so that a wrong record can be undone."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: deque[str] = deque()
        self.number = 0
        self.record: list[str] = []

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        self.number += 1
        self.record.append(line)
        return line

    def block(self) -> list[str]:
        """Many lines at once, none of them in a record; none where some were given back."""
        lines = [] if self._back else list(islice(self._lines, _BLOCK))
        self.number += len(lines)
        return lines

    def undo(self, lines: Sequence[str]) -> None:
        """Give back the lines that came last."""
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)

    def give_back(self) -> str:
        """Undo all lines of the record but the first, which is returned."""
        first, *others = self.record
        self.undo(others)
        return first


def encoding_for(source: Source, asked: str | None) -> str:
    """The encoding that was asked for, else the one that the bytes show."""
    if asked is None:
        return encoding_of(source.head, source.blocks, name=source.name)
    try:
        found = codecs.lookup(asked).name
        b"\n".decode(found, errors="replace")
    except (LookupError, ValueError) as error:  # some codecs refuse to replace, or to read at all
        raise UsageError(
            f"unknown `--encoding` {asked!r}", hint="for example utf-8, utf-16, gb18030, cp1252"
        ) from error
    marked = found == "utf-8" and source.head.startswith(codecs.BOM_UTF8)
    return "utf-8-sig" if marked else found


def text_of(source: Source, encoding: str) -> io.TextIOWrapper:
    """The text, its line ends as they are."""
    # Only UTF-8 can keep the very bytes that do not fit, because their range is never ASCII.
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return source.text(encoding, errors=errors)


def head_of(source: Source, encoding: str) -> list[str]:
    """The whole lines of the head, or all of a text without a line end."""
    text = source.head.decode(encoding, errors="replace")
    lines = text.splitlines(keepends=True)
    return lines[:-1] if len(lines) > 1 and not text.endswith(("\n", "\r")) else lines


def damage(text: str, encoding: str) -> str:
    """Why a text was not read rightly; empty where it was."""
    if _NUL in text:
        return "the row holds a NUL character"
    if text.isascii():
        return ""
    if encoding.startswith("utf-8") and _LOST in text:
        return f"the row holds {_LOST}, which stands for a letter that was lost"
    if encoding == "cp1252" and _is_utf8_after_all(text):
        return "the row is written in UTF-8, and the file in Windows-1252"
    if _BROKEN.search(text):
        return f"the row holds bytes that are not {NAMES.get(encoding, encoding.upper())}"
    return ""


def is_whole(lines: Sequence[str], encoding: str) -> bool:
    """Whether none of many lines is damaged; False also where that takes a look at each."""
    text = "".join(lines)
    return not damage(text, encoding) and (encoding != "cp1252" or text.isascii())


def _is_utf8_after_all(text: str) -> bool:
    """Whether bytes that were read as Windows-1252 are letters of UTF-8, as by chance none are."""
    try:
        text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    return True


def repaired(cells: Iterable[str]) -> list[str]:
    r"""Cells whose undecodable bytes are spelled out, such as ``\xe9``."""
    return [_SURROGATE.sub(_spelled, cell) for cell in cells]


def _spelled(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code - _BYTE:02x}" if code - _BYTE in range(0x80, 0x100) else f"\\u{code:04x}"
