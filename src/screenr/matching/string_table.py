"""Words with a small number each, and characters with a text, found where they lie in the index.

A dictionary of so many words takes five megabytes and its making as long as a start. Here the words
of one hash stand together in a text, so that a look-up reads some two of them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from screenr.matching.index_file import Strings, hash_of, number_section, string_sections

_TOGETHER = 2


class StringTable:
    """The words of a pair of sections."""

    def __init__(self, texts: Strings) -> None:
        self._texts, self._count = texts, len(texts)

    def get(self, word: str, default: int) -> int:
        """The number of `word`."""
        encoded = word.encode()
        found = self._texts.encoded(crc32(encoded) % self._count)
        _, begun, rest = found.partition(b"\n%b\t" % encoded)
        return int(rest.partition(b"\n")[0]) if begun else default


class Readings:
    """Characters, sorted, with their readings (`sounds` and `pinyin` of `Lexicon`)."""

    def __init__(self, characters: Sequence[int], readings: Strings) -> None:
        self._characters, self._readings = characters, readings

    def get(self, character: str, default: str) -> str:
        """What the table says of a character."""
        code = ord(character)
        at = bisect_left(self._characters, code)
        if at < len(self._characters) and self._characters[at] == code:
            return self._readings[at]
        return default


def reading_sections(name: str, readings: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The sections of characters and of what is said of each."""
    ordered = sorted(readings.items())
    yield from number_section(f"{name}.u4", (ord(character) for character, _ in ordered))
    yield from string_sections(name, (text for _, text in ordered))


def table_sections(name: str, numbers: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """The sections of a table: texts as many as half the words, at least one."""
    texts = ["\n"] * (1 + len(numbers) // _TOGETHER)
    for word, number in sorted(numbers.items()):
        texts[hash_of(word) % len(texts)] += f"{word}\t{number}\n"
    yield from string_sections(name, texts)
