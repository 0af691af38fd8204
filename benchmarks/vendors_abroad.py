"""Names in other scripts, as a vendor master of China, Korea, Russia or the Gulf has them.

Chinese and Korean names are made of the tables' family names, characters of given names, places and
words of business; Russian and Arabic ones are words of listed persons' names and names at large,
written by the letters that they sound like. Usual words recur as in `vendors`.
"""

import random
import re
from collections.abc import Callable
from functools import partial

from listed import AS_OF, listed_names
from vendors import SEED, often, rows

import screenr

_CYRILLIC = {
    "shch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ts": "ц", "ya": "я", "yu": "ю",
    "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
    "j": "дж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
    "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "й", "z": "з",
}  # fmt: skip
_ARABIC = {
    "sh": "ش", "ch": "تش", "kh": "خ", "gh": "غ", "th": "ث", "dh": "ذ", "aa": "ا", "ee": "ي",
    "oo": "و", "a": "", "b": "ب", "c": "ك", "d": "د", "e": "", "f": "ف", "g": "غ", "h": "ح",
    "i": "ي", "j": "ج", "k": "ك", "l": "ل", "m": "م", "n": "ن", "o": "و", "p": "ب", "q": "ق",
    "r": "ر", "s": "س", "t": "ت", "u": "و", "v": "ف", "w": "و", "x": "كس", "y": "ي", "z": "ز",
}  # fmt: skip
_FORMS = {"zh": ("有限公司", "股份有限公司", "集团有限公司", ""), "ko": ("주식회사", "(주)", "")}


def vendors_abroad(language: str, count: int, *, seed: int = SEED) -> list[str]:
    """So many different names, always the same; `language` is ``zh``, ``ko``, ``ru`` or ``ar``."""
    chance = random.Random(seed)  # noqa: S311 -- a sample
    made = _MAKERS[language](chance)
    found: dict[str, None] = {}
    while len(found) < count:
        found[made()] = None
    return list(found)


def _east_asian(chance: random.Random, *, language: str) -> Callable[[], str]:
    families = [r["han"] for r in rows("surnames_east_asia.tsv") if r["language"] == language]
    given = [row["han"] for row in rows("given_characters.tsv")]
    if language == "ko":
        sounds = {row["han"]: row["korean"].split("|")[0] for row in rows("han_readings.tsv")}
        given = sorted({sounds[each] for each in given if sounds.get(each)})
    places = [row["han"] for row in rows("places.tsv") if row["han"]]
    lines = [
        r["han"] for r in rows("han_words.tsv") if (r["lang"], r["class"]) == (language, "line")
    ]
    for each in (families, given, places, lines):
        chance.shuffle(each)

    def person() -> str:
        return often(families, chance) + "".join(often(given, chance) for _ in range(2))

    def firm() -> str:
        place = often(places, chance) if language == "zh" else ""
        brand = chance.choice(given) + chance.choice(given)
        return place + brand + often(lines, chance) + chance.choice(_FORMS[language])

    return lambda: person() if chance.random() < 0.5 else firm()  # noqa: PLR2004


def _spelled(chance: random.Random, *, letters: dict[str, str]) -> Callable[[], str]:
    screener = screenr.load(as_of=AS_OF)
    listed = [name for _, _, name in listed_names(screener, {"us-ofac-sdn"}) if "," in name]
    usual = [word for name in listed for word in re.findall("[a-z]{3,}", name.lower())]
    at_large = [row["name"] for row in rows("person_names_at_large.tsv")]
    pattern = re.compile("|".join(letters))

    def word() -> str:
        found = chance.choice(usual if chance.random() < 0.5 else at_large)  # noqa: PLR2004
        read = re.sub("^[aeiou]", "ا", found) if letters is _ARABIC else found
        return pattern.sub(lambda each: letters[each[0]], read)

    return lambda: " ".join(word() for _ in range(chance.choice((2, 2, 3))))


_MAKERS: dict[str, Callable[[random.Random], Callable[[], str]]] = {
    "zh": partial(_east_asian, language="zh"),
    "ko": partial(_east_asian, language="ko"),
    "ru": partial(_spelled, letters=_CYRILLIC),
    "ar": partial(_spelled, letters=_ARABIC),
}
