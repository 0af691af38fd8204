"""What somebody noted beside a counterparty's name: ``Dawning (DO NOT USE)``, ``V10023 Dawning``.

Vendor masters have a column for the name and often none for its state, currency or addressee:
those are written into the name, and with them it would be another one. The notes, and where they
stand, are in `data/names/vendor_notes.tsv`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from screenr.matching.lexicon import Lexicon
from screenr.text import normalize

LONGEST_NOTE = 4
"""Words of a note."""
_END, _REST, _WITH_NUMBER = "end", "rest", "number"
_WIDE: dict[int, int | str] = {
    **str.maketrans("（）［］｛｝＜＞【】＊｜；／＼：－–", "()[]{}<>[]*|;/\\:--"),
    ord("—"): " - ",
}
"""Signs of full width and long dashes, by which notes are set apart as well."""
_BRACKETS = re.compile(
    r"\(([^()]*)(?:\)|$)|\[([^\[\]]*)(?:\]|$)|\{([^{}]*)(?:\}|$)|<([^<>]*)(?:>|$)"
    r"|\*+([^*]*)(?:\*+|$)"
)
_BEYOND = re.compile(
    r"(?<!\s)\s+[-/]+\s+|(?<!\s)\s+/(?=\w{4})|(?<=\w{4})/\s+|(?<=\w{4})/(?=\w{4})"
    r"|(?<=\w{4})(?:\s+-|-\s+)(?=\w{4})|[|;\\\t-\r\x85\u2028\u2029]|(?<![-=])[-=]*>+"
    r"|(?<!\s)\s+(?:or|OR|and/or|AND/OR)\s+|(?<!\s)\s+(?:&|and|AND)\s+(?=(?i:mr|mrs|ms|dr)\b)"
)
"""What parts two names, or a name and a note: a dash or stroke between blanks, or beside one or a
stroke beside none where the words are no short ones (`Al- Amin`, `INC /DE/`); a bar, a semicolon,
an arrow, a line's end; `or` between two holders of an account, which the given name Or is not, and
`and` before a title."""
_PARTING_WORDS = frozenset({"or", "mr", "mrs", "ms", "dr"})
_SIGNS = re.compile(
    r"[()\[\]{}<>*|;:_/\\\t-\r\x85（）［］｛｝＜＞【】＊｜；：／＼－–—\xa0\u2000-\u200a\u2028\u2029\u202f\u3000]"
)
"""The signs, and blanks that may stand beside a dash."""
_JOINED = r"(?:[A-Za-z]{0,4}\d+[-/.]){1,3}\d+"
"""Numbers with signs between them, as a date or `US10-100234`."""
_TOKEN = re.compile(rf"{_JOINED}(?![^\W_])|[^\W_](?:[.'’/]?[^\W_])*")
_CODE = re.compile(rf"[A-Za-z]{{1,8}}\d{{3,}}[A-Za-z]?|\d{{4,}}|(?=(?:\D*\d){{5}}){_JOINED}")
_NUMBER = re.compile(r"\d{3,}")
_SERIES = re.compile(r"[A-Za-z]{1,8}")
_SERIES_AT_END = re.compile(r"[A-Za-z]{1,2}")
_JOIN = re.compile(r"[-_#]+")
_HEADING = re.compile(r"([^:]*):(?!\d)(.*)", re.DOTALL)
"""What stands before a colon that is none of a time, and what stands after it."""
_WITH_DIGIT = re.compile(r"[a-z]*\d+[a-z]*")


def sides_of(name: str) -> list[str]:
    """What stands on each side of dashes, strokes, bars and the like."""
    sides = map(str.strip, _BEYOND.split(name.translate(_WIDE)))
    return [side for side in sides if any(map(str.isalnum, side))]


class _Token(NamedTuple):
    """A word of a name where it stands, as written and folded."""

    start: int
    end: int
    text: str
    folded: str


class VendorNotes:
    """Finds the notes of a lexicon in names as they were typed."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._places = lexicon.notes
        ends = [note.split() for note, place in lexicon.notes.items() if place == _END]
        self._at_ends = frozenset(word for note in ends for word in (note[0], note[-1]))
        self._units = lexicon.numbered_units
        self._within = _PARTING_WORDS | {
            note.partition(" ")[0]
            for note, place in lexicon.notes.items()
            if place in (_REST, _WITH_NUMBER)
        }

    def may_stand_in(self, name: str, folded: Sequence[str]) -> bool:
        """Whether a name of these words may have a note or two sides; of nearly all it is no."""
        return (
            folded[0] in self._at_ends
            or folded[-1] in self._at_ends
            or " -" in name
            or "- " in name
            or not "".join(folded).isalpha()  # there may be a code
            or not self._within.isdisjoint(folded)
            or _SIGNS.search(name) is not None
        )

    def without_asides(self, name: str) -> str:
        """The name without what is nothing but a note, in brackets or beyond a dash."""
        plain = name.translate(_WIDE)
        heading = _HEADING.fullmatch(plain)
        if heading and self._is_note(heading[1]) and any(map(str.isalnum, heading[2])):
            return heading[2].strip()
        text = _BRACKETS.sub(self._unless_note, plain)
        sides = sides_of(text)
        kept = [side for side in sides if not self._is_note(side)]
        if not kept or (text == plain and len(kept) == len(sides)):
            return name
        return " ".join((text if len(kept) == len(sides) else " - ".join(kept)).split())

    def without_ends(self, name: str) -> str:
        """The name without the notes that it begins and ends with."""
        tokens = _tokens(name)
        first, last = 0, self._rest(tokens)
        while dropped := self._last([token.folded for token in tokens[first:last]]):
            last -= dropped
        while dropped := self._first([token.folded for token in tokens[first:last]]):
            first += dropped
        return _between(name, tokens, first, last)

    def without_tags(self, name: str) -> str:
        """The name without a note before its first low line or after its last."""
        tag, _, rest = name.partition("_")
        if rest and self._is_note(tag):
            return rest
        rest, _, tag = name.rpartition("_")
        return rest if rest and self._is_note(tag) else name

    def without_codes(self, name: str) -> str:
        """The name without the codes that it begins with or, where it does not, ends with.

        The number of an institute after its name is no code.
        """
        tokens = _tokens(name)
        first, last = 0, len(tokens)
        while dropped := _code_before(name, tokens[first:]):
            first += dropped
        while not first and (dropped := self._code_after(name, tokens[:last])):
            last -= dropped
        return _between(name, tokens, first, last)

    def _unless_note(self, found: re.Match[str]) -> str:
        return " " if self._is_note(found[found.lastindex or 0]) else found[0]

    def _is_note(self, text: str) -> bool:
        """Whether a text is nothing but notes and numbers."""
        words = normalize.words(text)
        at = 0
        while at < len(words):
            size, runs_on = self._note_at(words, at)
            if runs_on:
                return True
            if not size and not _WITH_DIGIT.fullmatch(words[at]):
                return False
            at += size or 1
        return True

    def _note_at(self, words: Sequence[str], at: int) -> tuple[int, bool]:
        """How many words the longest note is that begins there, and whether all after is of it."""
        for size in range(min(LONGEST_NOTE, len(words) - at), 0, -1):
            place = self._places.get(" ".join(words[at : at + size]))
            if place is not None:
                after = "".join(words[at + size : at + size + 1])
                is_numbered = place == _WITH_NUMBER and any(map(str.isdigit, after))
                return size, place == _REST or is_numbered
        return 0, False

    def _rest(self, tokens: Sequence[_Token]) -> int:
        """The place of the first note that runs on to the end of a name."""
        words = [token.folded for token in tokens]
        within = (at for at in range(1, len(words)) if self._note_at(words, at)[1])
        return next(within, len(words))

    def _last(self, words: Sequence[str]) -> int:
        """How many words a note has that a name of these ends with; it is never all of them."""
        for size in range(min(LONGEST_NOTE, len(words) - 1), 0, -1):
            if self._places.get(" ".join(words[-size:])) == _END:
                return size
        return 0

    def _first(self, words: Sequence[str]) -> int:
        """The same of what it begins with, and of a note with its number."""
        for size in range(min(LONGEST_NOTE, len(words) - 1), 0, -1):
            place = self._places.get(" ".join(words[:size]))
            if place == _END:
                return size
            if place == _WITH_NUMBER and size + 1 < len(words) and _NUMBER.fullmatch(words[size]):
                return size + 1
        return 0

    def _code_after(self, name: str, tokens: Sequence[_Token]) -> int:
        """How many words the code has that a name ends with."""
        if len(tokens) < 2:  # noqa: PLR2004
            return 0
        before, last = tokens[-2:]
        if _JOIN.search(name[before.end : last.start]) and _NUMBER.fullmatch(last.text):
            return 1 + (len(tokens) > 2 and _SERIES_AT_END.fullmatch(before.text) is not None)  # noqa: PLR2004
        if last.text.isdigit() and not self._units.isdisjoint(token.folded for token in tokens):
            return 0
        return _CODE.fullmatch(last.text) is not None


def _tokens(name: str) -> list[_Token]:
    return [
        _Token(*found.span(), found[0], " ".join(normalize.words(found[0])))
        for found in _TOKEN.finditer(name)
    ]


def _code_before(name: str, tokens: Sequence[_Token]) -> int:
    """How many words the code has that a name begins with."""
    if len(tokens) < 2:  # noqa: PLR2004
        return 0
    first, second = tokens[:2]
    if (
        len(tokens) > 2  # noqa: PLR2004
        and _JOIN.fullmatch(name[first.end : second.start])
        and _SERIES.fullmatch(first.text)
        and _NUMBER.fullmatch(second.text)
    ):
        return 2
    is_marked = name[: first.start].endswith("#")
    return (_NUMBER if is_marked else _CODE).fullmatch(first.text) is not None


def _between(name: str, tokens: Sequence[_Token], first: int, last: int) -> str:
    start = tokens[first].start if first else 0
    return name[start : tokens[last - 1].end] if last < len(tokens) else name[start:]
