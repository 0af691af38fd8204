"""Numbers under hashed keys, as `index_file.hashed_sections` writes them.

The sieve is asked where it is needed: a call of its own would cost more than it does.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from screenr.matching.index_file import IndexFile


class KeyTable:
    """One such section of an index: of what the numbers are is in its name."""

    def __init__(self, file: IndexFile, section: str, what: str) -> None:
        self._file, self._section, self._what = file, section, what

    def under(self, hashed: int) -> Sequence[int]:
        """The numbers under a hash."""
        sieve = self._sieve
        if not sieve[hashed >> 3 & len(sieve) - 1] >> (hashed & 7) & 1:
            return ()
        hashes, numbers = self._columns
        first = last = bisect_left(hashes, hashed)
        while last < len(hashes) and hashes[last] == hashed:
            last += 1
        return numbers[first:last]

    def under_any(self, hashes: Sequence[int]) -> set[int]:
        """The numbers under some hashes."""
        sieve = self._sieve
        last = len(sieve) - 1
        passing = [each for each in hashes if sieve[each >> 3 & last] >> (each & 7) & 1]
        return {number for each in passing for number in self.under(each)}

    @cached_property
    def _sieve(self) -> Sequence[int]:
        return self._file.numbers(f"{self._section}.sieve.u1")

    @cached_property
    def _columns(self) -> tuple[Sequence[int], Sequence[int]]:
        file, section = self._file, self._section
        return file.numbers(f"{section}.u4"), file.numbers(f"{section}.{self._what}.u4")
