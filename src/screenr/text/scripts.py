"""The script a name is written in, as an ISO 15924 code.

Only the first letter's Unicode block counts for scripts other than Chinese: listed names do not mix
them, but often carry Latin abbreviations, which are passed over.
"""

import functools
import unicodedata
from collections.abc import Callable

# Beginnings of Unicode character names (Unicode Standard, chapter 4.8) and their codes.
_PREFIXES = (
    ("LATIN ", None), ("ARABIC ", "Arab"), ("CYRILLIC ", "Cyrl"), ("HEBREW ", "Hebr"),
    ("GREEK ", "Grek"), ("HIRAGANA ", "Jpan"), ("KATAKANA ", "Jpan"), ("HANGUL ", "Kore"),
    ("THAI ", "Thai"), ("DEVANAGARI ", "Deva"), ("BENGALI ", "Beng"), ("MYANMAR ", "Mymr"),
    ("GEORGIAN ", "Geor"), ("ARMENIAN ", "Armn"), ("KHMER ", "Khmr"), ("LAO ", "Laoo"),
    ("TAMIL ", "Taml"), ("ETHIOPIC ", "Ethi"), ("SINHALA ", "Sinh"), ("TIBETAN ", "Tibt"),
    ("MONGOLIAN ", "Mong"), ("SYRIAC ", "Syrc"), ("THAANA ", "Thaa"), ("GUJARATI ", "Gujr"),
    ("GURMUKHI ", "Guru"), ("TELUGU ", "Telu"), ("KANNADA ", "Knda"), ("MALAYALAM ", "Mlym"),
)  # fmt: skip
_HAN = ("CJK UNIFIED ", "CJK COMPATIBILITY IDEOGRAPH")


def script_of(text: str) -> str | None:
    """Give the ISO 15924 code; None for Latin letters, and where there are no letters.

    Chinese is ``Hans`` or ``Hant`` where its characters decide, else ``Hani``; with kana it is
    ``Jpan``, with hangul ``Kore``.
    """
    seen = {_script(each) for each in text if each.isalpha()} - {None}
    if "Hani" in seen:
        return next((each for each in ("Jpan", "Kore") if each in seen), _chinese(text))
    for each in text:
        if each.isalpha() and (code := _script(each)) is not None:
            return code
    return None


def _script(letter: str) -> str | None:
    if letter.isascii():
        return None
    name = unicodedata.name(letter, "")
    if name.startswith(_HAN):
        return "Hani"
    return next((code for prefix, code in _PREFIXES if name.startswith(prefix)), None)


def _chinese(text: str) -> str:
    simplified, traditional = _converter("t2s")(text) == text, _converter("s2t")(text) == text
    if simplified == traditional:
        return "Hani"
    return "Hans" if simplified else "Hant"


@functools.cache
def _converter(way: str) -> Callable[[str], str]:
    import opencc  # loads megabytes that only Chinese names need

    convert: Callable[[str], str] = opencc.OpenCC(way).convert
    return convert
