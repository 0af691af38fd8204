"""Names as they are typed, folded to what they say.

Folding sets aside what does not tell names apart (case, accents, width, invisible characters,
look-alike letters inside a word) and keeps what does. The rules follow Unicode Standard Annex 15
(NFKC), Annex 44 (general categories) and Technical Standard 39 (mixed-script confusables).
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

MAX_NAME = 1000
"""Longest name that is screened, in characters; the longest listed one has about 350."""

PIECES = 4_000
"""Pieces of names between blanks whose words are kept; the memory of a run stays constant."""

# Letters that NFKD leaves whole though Latin spelling writes them with others.
_LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
    "ı": "i", "ŋ": "ng", "ħ": "h", "ŧ": "t", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
    "&": " and ", "+": " plus ", "@": " at ",
})  # fmt: skip
_APOSTROPHES = dict.fromkeys(map(ord, "'`´ʹʻʼʽʾʿˈˊˋ׳’‘‛′ʺ״ʴ\"“”„«»"))

# Cyrillic and Greek letters drawn like Latin ones: read as Latin only in a word that has Latin
# letters too (UTS 39, section 5.1), never in a word that is wholly Cyrillic or Greek.
_LOOKALIKES = str.maketrans({
    "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
    "т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "һ": "h", "ӏ": "l",
    "ԛ": "q", "ԝ": "w", "ь": "b", "з": "3", "г": "r", "п": "n", "ѵ": "v", "ү": "y", "ɡ": "g",
    "ɑ": "a", "α": "a", "ο": "o", "ρ": "p", "ν": "v", "ι": "i", "κ": "k", "τ": "t", "υ": "u",
    "χ": "x", "β": "b", "ε": "e", "η": "n", "γ": "y", "ω": "w", "σ": "o", "μ": "u", "ϲ": "c",
    "ѐ": "e", "ё": "e", "ѓ": "r", "ї": "i",
})  # fmt: skip

# Cyrillic й is a letter, though Unicode decomposes it; it passes decomposition as a private sign.
_SHORT_I = "\uf8ff"

# A terminal's control sequences (ECMA-48), of which only the letters would be left.
_ESCAPE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_SELECTOR = re.compile(r"[\ufe00-\ufe0f]")  # of a letter's variant
_SLASHED = re.compile(r"^([a-z])/([a-z])(?![^\W_])")  # M/V, M/T before a ship's name
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")
# What vanishes may stand beside the letter. A pattern that begins with a sign is soonest found.
_BETWEEN_DOTS = re.compile(r"\.[^\w. ]*[^\W\d_][^\w. ]*\.")
# Vowel signs of Indic, Thai, Khmer and Burmese are marks, which `\w` leaves out.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0900-\u109f\u1780-\u17ff\u3099\u309a])*")

# Each ASCII character as `words` reads it, where no rule looks at the ones beside it: capitals as
# small letters, punctuation as a blank, apostrophes and controls not at all. Dots stay.
_ASCII = [
    letter.lower() if letter.isalnum() or letter == "." else
    None if code in _APOSTROPHES or not (letter.isprintable() or letter in "\t\n\r\v\f") else
    _LETTERS.get(code, " ")
    for code, letter in enumerate(map(chr, range(128)))
]  # fmt: skip
_ASCII_LINES = [*_ASCII]
_ASCII_LINES[ord("\n")], _ASCII_LINES[ord(".")] = "\n", " "


def visible(text: str) -> str:
    """The text without characters that show nothing: controls, formats, surrogates, unassigned.

    Blanks of every kind become one space, so that a name cannot hide behind what is not seen.
    """
    if text.isprintable() and (text.isascii() or not _SELECTOR.search(text)):
        return " ".join(text.split())
    text = _ESCAPE.sub("", text)
    kept = []
    for letter in text:
        category = unicodedata.category(letter)
        if category in {"Zs", "Zl", "Zp"} or letter in "\t\n\r\v\f":
            kept.append(" ")
        elif category[0] != "C" and not _SELECTOR.match(letter):
            kept.append(letter)
    return " ".join("".join(kept).split())


def fold(text: str) -> str:
    """Case, accents, width and look-alikes set aside; letters of other scripts stay.

    ``fold(fold(x)) == fold(x)``. Apostrophes vanish (Qa'ida is one word), other punctuation stays
    for `words` to read.
    """
    if text.isascii():
        return visible(visible(text).lower().translate(_APOSTROPHES).translate(_LETTERS))
    wide = unicodedata.normalize("NFKC", visible(text)).casefold().replace("й", _SHORT_I)
    bare = unicodedata.normalize("NFKD", wide.translate(_APOSTROPHES))
    if not bare.isalnum():  # some may be marks
        bare = "".join([
            letter
            for letter in bare
            if unicodedata.category(letter) != "Mn" or _is_letter_mark(letter)
        ])  # fmt: skip
    composed = unicodedata.normalize("NFKC", bare.replace(_SHORT_I, "й"))
    plain = visible(composed.translate(_LETTERS))
    return " ".join(_unmask(word) for word in plain.split())


def words(text: str) -> list[str]:
    """The words of a name, folded: ``A.B.C. Co., Ltd`` gives ``abc co ltd``.

    Dotted letters are one word; any other punctuation parts words.
    """
    if _is_usual(text):
        plain = text.translate(_ASCII)
        if "." in plain:
            if has_initials(plain):
                plain = _DOTTED.sub(_undotted, plain)
            plain = plain.replace(".", " ")
        return plain.split()
    pieces = [*map(_of_piece, text.split(" "))]
    if None in pieces or "\x1b" in text:  # whose control sequences may hold blanks
        return _words_of_folded(_SLASHED.sub(r"\1\2", fold(text)))
    return [*chain.from_iterable(filter(None, pieces))]


@lru_cache(PIECES)
def _of_piece(piece: str) -> Sequence[str] | None:
    """The words of what stands between blanks: no rule looks over these, but for slashes."""
    folded = fold(piece)
    return None if "/" in folded else tuple(_words_of_folded(folded))


def _words_of_folded(folded: str) -> list[str]:
    if "." in folded:
        folded = _DOTTED.sub(_undotted, folded)
    return _WORD.findall(folded)


def words_of_each(texts: Sequence[str]) -> list[list[str]]:
    """`words` of each of many texts."""
    together = "\n".join(texts)
    if together.count("\n") != len(texts) - 1:  # some have lines of their own
        return [words(text) for text in texts]
    found = [line.split() for line in together.translate(_ASCII_LINES).split("\n")]
    are_usual = _is_usual(together)
    for at, text in enumerate(texts):
        if has_initials(text) or not (are_usual or _is_usual(text)):
            found[at] = words(text)
    return found


def has_initials(text: str) -> bool:
    """Whether letters may be dotted: two of them, each before a dot."""
    return text.count(".") > 1 and _BETWEEN_DOTS.search(text) is not None


def _is_usual(text: str) -> bool:
    """Whether each character says by itself how it is read, but for dots."""
    return text.isascii() and not ("/" in text or "_" in text or "\x1b" in text)


def _undotted(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "


def _is_letter_mark(letter: str) -> bool:
    """Marks that are letters of their script (Thai and Indic vowels), not accents.

    Combining class 0 is a letter; accents of Latin, Greek, Cyrillic, Arabic, Hebrew are above it.
    Kana voicing marks (class 8) and Indic viramas and nuktas (7, 9) also tell words apart.
    """
    return unicodedata.combining(letter) in (0, 7, 8, 9, 103, 107)


def _unmask(word: str) -> str:
    if word.isascii():
        return word
    has_latin = any("a" <= letter <= "z" for letter in word)
    return word.translate(_LOOKALIKES) if has_latin else word
