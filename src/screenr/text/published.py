"""Names as lists publish them, with the accidents of their publishing set right by rule.

Rules, each from what stands in the Consolidated Screening List and 15 CFR 744 Supp. 4: UTF-8 read
as Windows-1252 ("Yongâ€™an"), apostrophes turned into question marks ("People?s"), Cyrillic letters
in a Latin word ("Со., Ltd."), trailing commas and a trailing "and" left from a cut list, double and
exotic spaces. What no rule reads stays as it is, and `is_damaged` tells of it.
"""

import re

_MOJIBAKE = re.compile("[Ââ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÃÅÄ][\u0080-\u00bf€-™]")
_LOST_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
_ENDS = re.compile(r"(?:[\s,;:]+|(?<=[\s,;])and)+$|^(?:[\s,;]+|and(?=\s))+", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
# Capitals of Cyrillic that are drawn as Latin ones (Unicode Technical Standard 39).
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
_CYRILLIC = re.compile("[\u0400-\u04ff]+")


def clean_name(text: str) -> str:
    """Set right what publishing did to a name; the letters the list meant stay as they are."""
    text = _reread(text).translate(_INVISIBLE)
    text = _LOST_APOSTROPHE.sub("'", text)
    text = _latin_lookalikes(text)
    text = _SPACES.sub(" ", text).strip().replace(" ,", ",")
    return _closed(_ENDS.sub("", text))


def is_damaged(text: str) -> bool:
    """Whether a cleaned name still shows letters that were lost on the way."""
    return "?" in text or "\ufffd" in text or _MOJIBAKE.search(text) is not None


def _reread(text: str) -> str:
    if _MOJIBAKE.search(text) is None:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _latin_lookalikes(text: str) -> str:
    """Read Cyrillic words of look-alike letters as Latin where the name has no other Cyrillic."""
    words = _CYRILLIC.findall(text)
    if not words or not re.search("[A-Za-z]", text):
        return text
    read = text.translate(_LOOKALIKES)
    return text if _CYRILLIC.search(read) else read


def _closed(text: str) -> str:
    """Drop a parenthesis that stands alone at the end, and close one that was left open."""
    opened = text.count("(") - text.count(")")
    if text.endswith("(") or (text.endswith(")") and opened < 0):
        return text[:-1].rstrip()
    return f"{text})" if opened == 1 else text
