r"""The container of a compiled index: named sections in one file, read in place.

Layout, all numbers little-endian::

    8 bytes   magic ``SCREENR\x03`` (the last byte is the format's version)
    4 bytes   length of the header
    4 bytes   CRC-32 of the header
    header    JSON: ``{"inputs": <digest>, "sections": {name: [offset, size, CRC-32]}, "meta": …}``
    sections  each followed by zeros up to 8 bytes; offsets count from the start of the first

The sections fill the file to its last byte, so a truncated one is noticed when it is opened. What
stands in a section is checked against its CRC, zeros included, when the section is first asked for:
a check of one name touches a few of many megabytes. `verify` checks them all. A CRC and not a
cryptographic digest, because it guards against damage; who can rewrite the file can rewrite either.

Number sections are arrays of one type, named by their suffix: ``.u4`` unsigned 32-bit, ``.u1``
bytes, ``.f8`` doubles. String sections come in pairs: ``x.txt``, the strings in UTF-8 one after the
other, and ``x.at.u4``, where each begins, with the total length last. Packed sections are pairs as
well: ``x.zlib``, so many strings at a time, each followed by a zero byte, compressed together, and
``x.at.u4``, where each of these blocks begins. Hashed sections ``x.u4`` hold the CRC-32 sums of
keys in rising order, and beside them, in ``x.<what>.u4``, what each stands for; two keys of one sum
are not told apart, so that a little too much is found and nothing is lost.
"""

import functools
import json
import mmap
import operator
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, repeat
from pathlib import Path
from typing import Any, BinaryIO, overload

from screenr.errors import ListUnavailableError

MAGIC = b"SCREENR\x03"
PACKED = 16
"""Strings in a block of a packed section: what is decompressed to read one of them."""
BLOCKS = 16
"""Blocks that are kept unpacked: what is read next lies often in the same."""
_TYPES = {"u4": "I", "u1": "B", "f8": "d"}
_START = 16
_AT_ONCE = 1 << 18
_ONE = ord("1")


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
            text, starts = bytes(self._text), self._starts
            return [
                str(text[starts[each] : starts[each + 1]], "utf-8")
                for each in range(*at.indices(len(self)))
            ]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return str(self._text[self._starts[at] : self._starts[at + 1]], "utf-8")

    def encoded(self, at: int) -> bytes:
        """One string as it lies there."""
        return bytes(self._text[self._starts[at] : self._starts[at + 1]])

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
        self._sections: dict[str, tuple[int, int, int]] = header["sections"]
        self._sound: set[str] = set()
        self._read: dict[str, memoryview] = {}
        self._numbers: dict[str, Sequence[int]] = {}
        self._block = functools.lru_cache(BLOCKS)(self._unpacked)
        ends = [offset + _aligned(size) for offset, size, _ in self._sections.values()]
        if self._base + max(ends, default=0) != len(self._bytes):
            raise self._damaged("it does not end where its header says")

    def _checked(self) -> tuple[dict[str, Any], int]:
        whole = self._bytes
        if bytes(whole[: len(MAGIC)]) != MAGIC or len(whole) < _START:
            raise self._damaged("it is not an index of this version")
        size, expected = struct.unpack_from("<II", whole, len(MAGIC))
        base = _aligned(_START + size)
        if base > len(whole) or zlib.crc32(whole[_START:base]) != expected:
            raise self._damaged("its header does not fit its checksum")
        return json.loads(bytes(whole[_START : _START + size])), base

    def _damaged(self, why: str) -> ListUnavailableError:
        return ListUnavailableError(
            f"the index `{self.path}` is damaged: {why}", hint="install screenr again"
        )

    def verify(self) -> None:
        """Check every section, once; `ListUnavailableError` where one is not what was written."""
        if len(self._sound) == len(self._sections):
            return
        with self.path.open("rb") as stream:  # read, not mapped: what is mapped stays in memory
            stream.seek(self._base)
            in_order = sorted(self._sections.items(), key=operator.itemgetter(1))
            for name, (_, size, _) in in_order:
                self._check(name, _read_in_blocks(stream, _aligned(size)))

    def _check(self, name: str, content: Iterable[bytes | memoryview]) -> None:
        """Check a section by its content, zeros included."""
        found = 0
        for block in content:
            found = zlib.crc32(block, found)
        if found != self._sections[name][2]:
            raise self._damaged(f"its section `{name}` does not fit its checksum")
        self._sound.add(name)

    def raw(self, name: str) -> memoryview:
        """A section's bytes."""
        found = self._read.get(name)
        if found is None:
            offset, size, _ = self._sections[name]
            first = self._base + offset
            if name not in self._sound:
                self._check(name, [self._bytes[first : first + _aligned(size)]])
            found = self._read[name] = self._bytes[first : first + size]
        return found

    def numbers(self, name: str) -> Sequence[int]:
        """A section of whole numbers."""
        found = self._numbers.get(name)
        if found is None:
            content = self.raw(name)
            if sys.byteorder == "big":
                found = _swapped(name, content)
            else:
                found = content.cast("I") if name.endswith(".u4") else content
            self._numbers[name] = found
        return found

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

    def packed(self, name: str, at: int) -> str:
        """One string of a packed section, which is checked block by block: zlib has its own sum."""
        return str(self._block(name, at // PACKED)[at % PACKED], "utf-8")

    def _unpacked(self, name: str, number: int) -> list[bytes]:
        starts = self.numbers(f"{name}.at.u4")
        offset, size, _ = self._sections[f"{name}.zlib"]
        first, last = starts[number], starts[number + 1]
        if last > size:
            raise self._damaged(f"its section `{name}` is cut off")
        block = self._bytes[self._base + offset + first : self._base + offset + last]
        try:
            return zlib.decompress(block).split(b"\0")
        except zlib.error as error:
            raise self._damaged(f"its section `{name}` cannot be unpacked") from error


def _read_in_blocks(stream: BinaryIO, size: int) -> Iterator[bytes]:
    for at in range(0, size, _AT_ONCE):
        yield stream.read(min(_AT_ONCE, size - at))


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
    encoded = list(map(str.encode, values))
    yield f"{name}.txt", b"".join(encoded)
    yield from _starts(name, encoded)


def packed_sections(name: str, values: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """The two sections of strings that are seldom read: a ninth of the room, and block by block."""
    blocks = [
        zlib.compress(b"\0".join([*values[at : at + PACKED], b""]))
        for at in range(0, len(values), PACKED)
    ]
    yield f"{name}.zlib", b"".join(blocks)
    yield from _starts(name, blocks)


def hash_of(key: str) -> int:
    """The number by which a key is looked up; the same in every process and on every machine."""
    return zlib.crc32(key.encode())


def hashes_of(kind: str, keys: Sequence[str]) -> list[int]:
    """`hash_of` the keys that begin with `kind`, of which only the rest is given, in one line."""
    begun = zlib.crc32(kind.encode())
    rest = "\n".join(keys).encode().split(b"\n") if keys else []
    return list(map(zlib.crc32, rest, repeat(begun)))


def hashed_sections(
    name: str, what: str, hashes: Iterable[Iterable[int]]
) -> Iterator[tuple[str, bytes]]:
    """The hashes of keys of what is numbered in order, sorted, and beside them the numbers.

    And a sieve, of eight bits for each hash or more: the one of a hash that is there is set.
    """
    # Both in one number: half a million of these are sorted three times sooner than pairs.
    pairs = sorted({hashed << 32 | at for at, each in enumerate(hashes) for hashed in each})
    halves = array("I", array("Q", pairs).tobytes())
    upper = sys.byteorder == "little"
    in_order = halves[upper::2]
    yield from number_section(f"{name}.u4", in_order)
    yield from number_section(f"{name}.{what}.u4", halves[not upper :: 2])
    yield f"{name}.sieve.u1", _sieve(in_order)


def _sieve(hashes: Sequence[int]) -> bytes:
    size = 1 << max(len(hashes) - 1, 1).bit_length()
    digits, last = bytearray(b"0") * (8 * size), 8 * size - 1  # a digit a bit, the last one first
    for hashed in hashes:
        digits[last - (hashed & last)] = _ONE
    return int(digits, 2).to_bytes(size, "little")


def _starts(name: str, parts: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    starts = accumulate(map(len, parts), initial=0)
    yield from number_section(f"{name}.at.u4", starts)


def encode(sections: Iterable[tuple[str, bytes]], *, inputs: str, meta: Mapping[str, Any]) -> bytes:
    """The bytes of an index file: the same for the same content."""
    places: dict[str, list[int]] = {}
    body = bytearray()
    for name, content in sections:
        if name in places:
            raise ValueError(f"two sections are named {name}")
        whole = content + bytes(_aligned(len(content)) - len(content))
        places[name] = [len(body), len(content), zlib.crc32(whole)]
        body += whole
    header = json.dumps(
        {"inputs": inputs, "meta": meta, "sections": places},
        ensure_ascii=False, sort_keys=True, separators=(",", ":"),
    ).encode()  # fmt: skip
    padded = header + bytes(_aligned(_START + len(header)) - _START - len(header))
    return MAGIC + struct.pack("<II", len(header), zlib.crc32(padded)) + padded + bytes(body)


def _aligned(offset: int) -> int:
    return (offset + 7) // 8 * 8
