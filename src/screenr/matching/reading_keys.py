"""The keys under which listed readings stand in the index, hashed.

A reading is a row of numbers of words, and what tells whether a rule asks for a word is worked out
once a word: most readings have no key of most kinds, which their numbers say without their words.
"""

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from screenr.matching import acronyms
from screenr.matching.align import LONGEST_JOIN, SHORTEST_PIECE
from screenr.matching.east_asian import (
    family_names,
    guessed_keys,
    native_keys,
    romanized_keys,
    with_syllables,
)
from screenr.matching.exactness import is_set_aside
from screenr.matching.index_file import hash_of, hashed_sections
from screenr.matching.lexicon import DISTINCT, LEGAL, Lexicon
from screenr.matching.meeting_keys import is_piece
from screenr.matching.words import Word

_NONE: Sequence[int] = ()
Row = Sequence[int]
"""The words of a reading, by their numbers."""


def reading_keys(
    rows: Sequence[Row], people: Sequence[Row], words: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, bytes]]:
    """All of them; `people` are the words of those that may be persons', untitled, else nothing."""
    yield from hashed_sections("bare", "reading", _bare(rows, words))
    yield from hashed_sections("acronym", "reading", _acronyms(rows, words))
    yield from hashed_sections("run", "reading", _runs(rows, people, words))
    yield from hashed_sections("native", "reading", _native(rows, words, lexicon))
    named = _named(rows, people, words, lexicon)
    for name, keys_of in (("romanized", romanized_keys), ("guessed", guessed_keys)):
        hashes = (map(hash_of, keys_of(each, lexicon)) if each else _NONE for each in named)
        yield from hashed_sections(name, "reading", hashes)


def _bare(rows: Iterable[Row], words: Sequence[Word]) -> Iterator[Sequence[int]]:
    """`exactness.bare_names`: as written, and by the meaning where that differs."""
    aside = {at for at, word in enumerate(words) if is_set_aside(word)}
    meant = {at for at, word in enumerate(words) if word.text != word.raw}
    raws, texts = [word.raw.encode() for word in words], [word.text.encode() for word in words]
    for row in rows:
        kept = row if aside.isdisjoint(row) else [at for at in row if at not in aside] or row
        written = crc32(b"".join(map(raws.__getitem__, kept)))
        if meant.isdisjoint(kept):
            yield (written,)
        else:
            yield written, crc32(b"".join(map(texts.__getitem__, kept)))


def _acronyms(rows: Iterable[Row], words: Sequence[Word]) -> Iterator[Iterable[int]]:
    """`acronyms.listed_keys`; a name with an unusual word has none but for that word itself."""
    distinct = [word.cls == DISTINCT for word in words]
    unusual = {at for at, word in enumerate(words) if acronyms.is_unusual(word)}
    for row in rows:
        if unusual.isdisjoint(row) or sum(map(distinct.__getitem__, row)) == 1:
            yield map(hash_of, acronyms.listed_keys([words[at] for at in row]))
        else:
            yield _NONE


def _runs(
    rows: Iterable[Row], people: Iterable[Row], words: Sequence[Word]
) -> Iterator[Sequence[int]]:
    """Neighbouring words written together, as `align` joins them (`meeting_keys.runs`).

    Also those of a person's name without titles. The hash of what is joined goes on from that of
    the first words.
    """
    pieces = [word.raw.encode() if is_piece(word.raw, SHORTEST_PIECE) else b"" for word in words]
    legal = {at for at, word in enumerate(words) if word.cls == LEGAL}
    begun = [crc32(piece) if piece and at not in legal else None for at, piece in enumerate(pieces)]

    def joined(row: Row) -> Iterator[int]:
        for at, hashed in enumerate(map(begun.__getitem__, row), start=1):
            if hashed is None:
                continue
            for each in row[at : at + LONGEST_JOIN - 1]:
                if not pieces[each]:
                    break
                hashed = crc32(pieces[each], hashed)  # noqa: PLW2901 -- it grows
                yield hashed
                if each in legal:
                    break

    for row, untitled in zip(rows, people, strict=True):
        found = [*joined(row)]
        if len(untitled) < len(row):
            found += joined(untitled)
        yield found


def _native(
    rows: Iterable[Row], words: Sequence[Word], lexicon: Lexicon
) -> Iterator[Iterable[int]]:
    others = {at for at, word in enumerate(words) if not word.raw.isascii()}
    for row in rows:
        if others.isdisjoint(row):
            yield _NONE
        else:
            yield map(hash_of, native_keys([words[at].raw for at in row], lexicon))


def _named(
    rows: Sequence[Row], people: Sequence[Row], words: Sequence[Word], lexicon: Lexicon
) -> list[Sequence[str]]:
    """The words of names of persons that may be East Asian in Latin letters, else nothing."""
    known = family_names(lexicon)
    families = {at for at, word in enumerate(words) if word.raw in known}
    return [
        ()
        if not untitled or families.isdisjoint(row)
        else with_syllables([words[at] for at in untitled], [words[at] for at in row], lexicon)
        for row, untitled in zip(rows, people, strict=True)
    ]
