r"""The container of a compiled index: named sections in one file, read in place.

Layout, all numbers little-endian::

    8 bytes   magic ``SCREENR\x01`` (the last byte is the format's version)
    32 bytes  SHA-256 of everything after it
    4 bytes   length of the header
    header    JSON: ``{"inputs": <digest>, "sections": {name: [offset, size]}, "meta": {...}}``
    sections  each aligned to 8 bytes; offsets count from the start of the first section

Number sections are arrays of one type, named by their suffix: ``.u4`` unsigned 32-bit, ``.u1``
bytes, ``.f8`` doubles. String sections come in pairs: ``x.txt``, the strings in UTF-8 one after the
other, and ``x.at.u4``, where each begins, with the total length last.
"""

import hashlib
import json
import mmap
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, overload

from screenr.errors import ListUnavailableError

MAGIC = b"SCREENR\x01"
_TYPES = {"u4": "I", "u1": "B", "f8": "d"}


class Strings(Sequence[str]):
    """Strings that lie one after the other in a section, decoded when asked for."""

    def __init__(self, text: memoryview, starts: Sequence[int]) -> None:
        self._text, self._starts = text, starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return str(self._text[self._starts[at] : self._starts[at + 1]], "utf-8")

    def joined(self, first: int, last: int) -> str:
        """The strings from `first` up to `last`, one after the other."""
        return str(self._text[self._starts[first] : self._starts[last]], "utf-8")


class IndexFile:
    """An open index. `meta` is what the writer put beside the sections."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as stream:
                self._bytes = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError) as error:
            raise ListUnavailableError(
                f"cannot read the index `{path}`: {error}", hint="install screenr again"
            ) from error
        header, self._base = self._checked()
        self.inputs: str = header["inputs"]
        self.meta: dict[str, Any] = header["meta"]
        self._sections: dict[str, list[int]] = header["sections"]

    def _checked(self) -> tuple[dict[str, Any], int]:
        whole = self._bytes
        if bytes(whole[: len(MAGIC)]) != MAGIC or len(whole) < 44:  # noqa: PLR2004
            raise self._damaged("it is not an index of this version")
        if hashlib.sha256(whole[40:]).digest() != bytes(whole[8:40]):
            raise self._damaged("its digest does not fit its content")
        (size,) = struct.unpack_from("<I", whole, 40)
        return json.loads(bytes(whole[44 : 44 + size])), _aligned(44 + size)

    def _damaged(self, why: str) -> ListUnavailableError:
        return ListUnavailableError(
            f"the index `{self.path}` is damaged: {why}", hint="install screenr again"
        )

    def raw(self, name: str) -> memoryview:
        """A section's bytes."""
        offset, size = self._sections[name]
        return self._bytes[self._base + offset : self._base + offset + size]

    def numbers(self, name: str) -> Sequence[int]:
        """A section of whole numbers."""
        if sys.byteorder == "big":
            return _swapped(name, self.raw(name))
        content = self.raw(name)
        return content.cast("I") if name.endswith(".u4") else content

    def floats(self, name: str) -> Sequence[float]:
        """A section of doubles."""
        return (
            self.raw(name).cast("d")
            if sys.byteorder == "little"
            else _swapped(name, self.raw(name))
        )

    def strings(self, name: str) -> Strings:
        """A pair of sections that hold strings."""
        return Strings(self.raw(f"{name}.txt"), self.numbers(f"{name}.at.u4"))


def _swapped(name: str, content: memoryview) -> "array[Any]":
    swapped = array(_TYPES[name.rpartition(".")[2]], bytes(content))
    swapped.byteswap()
    return swapped


def number_section(name: str, values: Iterable[float]) -> Iterator[tuple[str, bytes]]:
    """One section of numbers, named ``<name>`` with its type as suffix."""
    packed = array(_TYPES[name.rpartition(".")[2]], values)
    if sys.byteorder != "little":
        packed.byteswap()
    yield name, packed.tobytes()


def string_sections(name: str, values: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The two sections of a sequence of strings."""
    encoded = [value.encode() for value in values]
    starts = [0]
    for each in encoded:
        starts.append(starts[-1] + len(each))
    yield f"{name}.txt", b"".join(encoded)
    yield from number_section(f"{name}.at.u4", starts)


def encode(sections: Iterable[tuple[str, bytes]], *, inputs: str, meta: Mapping[str, Any]) -> bytes:
    """The bytes of an index file: the same for the same content."""
    places: dict[str, list[int]] = {}
    body = bytearray()
    for name, content in sections:
        if name in places:
            raise ValueError(f"two sections are named {name}")
        body += bytes(_aligned(len(body)) - len(body))
        places[name] = [len(body), len(content)]
        body += content
    header = json.dumps(
        {"inputs": inputs, "meta": meta, "sections": places},
        ensure_ascii=False, sort_keys=True, separators=(",", ":"),
    ).encode()  # fmt: skip
    head = struct.pack("<I", len(header)) + header
    padding = bytes(_aligned(44 + len(header)) - 44 - len(header))
    rest = head + padding + bytes(body)
    return MAGIC + hashlib.sha256(rest).digest() + rest


def _aligned(offset: int) -> int:
    return (offset + 7) // 8 * 8
