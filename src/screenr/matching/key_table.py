"""Numbers under hashed keys, as `index_file.hashed_sections` writes them."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from screenr.matching.index_file import IndexFile, passes


class KeyTable:
    """One such section of an index: of what the numbers are is in its name."""

    def __init__(self, file: IndexFile, section: str, what: str) -> None:
        self._file, self._section, self._what = file, section, what

    def under(self, hashed: int) -> Sequence[int]:
        """The numbers under a hash."""
        if not passes(self._sieve, hashed):
            return ()
        hashes, numbers = self._columns
        first = last = bisect_left(hashes, hashed)
        while last < len(hashes) and hashes[last] == hashed:
            last += 1
        return numbers[first:last]

    @cached_property
    def _sieve(self) -> Sequence[int]:
        return self._file.numbers(f"{self._section}.sieve.u1")

    @cached_property
    def _columns(self) -> tuple[Sequence[int], Sequence[int]]:
        file, section = self._file, self._section
        return file.numbers(f"{section}.u4"), file.numbers(f"{section}.{self._what}.u4")
