"""Words of other scripts in Latin letters, by the sound a reader of the list would write down.

Own tables where anyascii gives bare consonants or letters without sound rules: Arabic (BGN/PCGN
1956 and Persian 1958, vowels unwritten), Cyrillic (BGN/PCGN 1947 and Ukrainian 1965), Greek (ELOT
743), Hebrew (BGN/PCGN 2018), Hangul (Revised Romanization 2000), Kana (Hepburn). Han is read by the
table of `matching.han_sounds`.
"""

import functools
import re
from collections.abc import Callable

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "w", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "қ": "q", "ғ": "gh", "ң": "ng", "ө": "o", "ұ": "u",
    "ү": "u", "һ": "h", "ә": "a",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_GREEK_PAIRS = {"ου": "ou", "μπ": "b", "ντ": "nt", "γκ": "gk", "γγ": "ng", "αυ": "av", "ευ": "ev"}
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "u", "ؤ": "u", "ي": "i", "ی": "i",
    "ى": "a", "ئ": "i", "ء": "", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ڨ": "g",
    "ہ": "h", "ے": "e", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ھ": "h", "ۀ": "e",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "v", "ז": "z", "ח": "h", "ט": "t",
    "י": "i", "כ": "k", "ך": "kh", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s",
    "ע": "a", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
# "Son of" and "daughter of", whose vowels are not written: ``bn`` alone would be an abbreviation.
_DESCENT = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ولد": "ould"}
_CONSTRUCT = re.compile("(عبد(?=ال)|ابو)(.{3,})")
_LEADS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
          "p", "h")  # fmt: skip
_VOWELS = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
           "we", "wi", "yu", "eu", "ui", "i")  # fmt: skip
_TAILS = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
          "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
_HANGUL_FIRST, _HANGUL_LAST = 0xAC00, 0xD7A3


@functools.lru_cache(maxsize=4_000)
def script(word: str) -> str:
    """The script of a folded word's first letter outside ASCII; ``Latin`` when there is none."""
    for letter in word:
        if letter > "\x7f":
            return next((name for first, last, name in _BLOCKS if first <= letter <= last), "Other")
    return "Latin"


@functools.lru_cache(maxsize=4_000)
def latin(word: str) -> str:
    """One folded word, of any script but Han, in Latin letters; Hangul syllables parted by spaces.

    Empty when nothing of it can be read.
    """
    if word in _DESCENT:
        return _DESCENT[word]
    kind = script(word)
    if kind in _TABLES:
        return _spell(word, _TABLES[kind])
    read = _READERS.get(kind)
    return read(word) if read is not None else _in_ascii(word)


@functools.lru_cache(maxsize=4_000)
def simplified(text: str) -> str:
    """Han text in Simplified characters (OpenCC's t2s table)."""
    return str(_opencc().convert(text))


def _greek(word: str) -> str:
    for pair, sound in _GREEK_PAIRS.items():
        word = word.replace(pair, sound)
    return _spell(word, _GREEK)


def _in_ascii(word: str) -> str:
    from anyascii import anyascii  # 12 ms, only for rare scripts

    return "".join(letter for letter in anyascii(word).lower() if letter.isalnum())


def parted(word: str) -> str:
    """A word with the Arabic article apart, as Latin spelling writes it (al-Rashid).

    So too what is written together with the word before it: "servant of the …", "father of …".
    """
    if (found := _CONSTRUCT.fullmatch(word)) and found[2] != "الله":
        return f"{found[1]} {parted(found[2])}"
    if word.startswith("ال") and len(word) > 4:  # noqa: PLR2004
        return f"{word[:2]} {word[2:]}"
    return word


def _spell(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter if letter.isascii() else "") for letter in word)


def _syllable(letter: str) -> str:
    code = ord(letter) - _HANGUL_FIRST
    if not 0 <= code <= _HANGUL_LAST - _HANGUL_FIRST:
        return letter if letter.isascii() else ""
    lead, rest = divmod(code, 588)
    vowel, tail = divmod(rest, 28)
    return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]


@functools.cache
def _opencc():  # type: ignore[no-untyped-def]  # noqa: ANN202 -- opencc ships no types
    from opencc import OpenCC

    return OpenCC("t2s")


_BLOCKS = (
    ("\u0370", "\u03ff", "Greek"), ("\u0400", "\u052f", "Cyrillic"), ("\u0590", "\u05ff", "Hebrew"),
    ("\u0600", "\u077f", "Arabic"), ("\u3040", "\u30ff", "Kana"), ("\u3400", "\u9fff", "Han"),
    ("\uac00", "\ud7a3", "Hangul"), ("\U00020000", "\U0003134f", "Han"),
)  # fmt: skip

_TABLES = {"Cyrillic": _CYRILLIC, "Arabic": _ARABIC, "Hebrew": _HEBREW}
_READERS: dict[str, Callable[[str], str]] = {
    "Latin": str,
    "Greek": _greek,
    "Hangul": lambda word: " ".join(_syllable(letter) for letter in word),
}
