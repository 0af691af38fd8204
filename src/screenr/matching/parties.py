"""How many listed parties have a word: what weighs the words of counterparties' names."""

from collections.abc import Sequence
from functools import cached_property
from zlib import crc32

from screenr.matching.index_file import IndexFile, hash_of
from screenr.matching.key_table import KeyTable

_TEXT, _RAW = hash_of("t:"), hash_of("r:")


class Parties:
    """Counts listed organizations by what a word means, and listed persons by how it is written."""

    def __init__(self, file: IndexFile, words: KeyTable) -> None:
        self._file, self._words = file, words

    def having(self, text: str, raw: str) -> tuple[int, int]:
        """How many organizations have the word `text`, and how many persons the word `raw`."""
        encoded = text.encode()
        by_text = self._words.under(crc32(encoded, _TEXT))
        by_raw = self._words.under(crc32(encoded if raw == text else raw.encode(), _RAW))
        return (
            self._counted(by_text, text, 1) if by_text else 0,
            self._counted(by_raw, raw, 0) if by_raw else 0,
        )

    def _counted(self, words: Sequence[int], text: str, column: int) -> int:
        vocabulary, counts = self._columns
        for word in words:
            if vocabulary[word].split("\t", 2)[column] == text:
                return counts[column][word]
        return 0

    @cached_property
    def _columns(self) -> tuple[Sequence[str], Sequence[Sequence[int]]]:
        names = "word.persons.u4", "word.organizations.u4"
        return self._file.strings("word"), [self._file.numbers(name) for name in names]
