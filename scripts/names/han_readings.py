"""Write data/names/han_readings.tsv: how names read Han characters outside Mandarin.

Chinese names in Latin letters are Cantonese in Hong Kong, Korean names in Han characters are read
as Hangul, Vietnamese ones as Vietnamese. Source at build time only: `Unihan_Readings.txt` of the
Unicode Character Database; wordfreq says which characters are common.
Run: `python scripts/names/han_readings.py Unihan_Readings.txt`.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from unicodedata import combining, normalize

from opencc import OpenCC
from wordfreq import get_frequency_dict

NAMES = Path(__file__).resolve().parents[2] / "data" / "names"
CHARACTERS = 6000  # rarer characters hardly stand in names
FIELDS = {"kCantonese": "cantonese", "kHangul": "korean", "kVietnamese": "vietnamese"}
HEADER = """\
# How names read Han characters outside Mandarin.
# han: Simplified; cantonese: Hong Kong spelling; korean: Hangul; vietnamese: without marks; several
# readings are divided by |.
# Source: written by scripts/names/han_readings.py from Unihan_Readings.txt (Unicode Character
# Database 15.0), for the characters that are common (wordfreq) or stand in the other tables.
# License: Unicode License v3 (LICENSE-UNICODE beside this table); copyright 1991-2022 Unicode, Inc.
han\tcantonese\tkorean\tvietnamese
"""
HONG_KONG = (
    (r"^jyu", "yu"), (r"^j", "y"), (r"^gw", "kw"), (r"^[zc]", "ch"), (r"^g", "k"),
    (r"oeng$", "eung"), (r"oek$", "euk"), (r"oe", "eu"), (r"eoi$", "ui"), (r"eo", "u"),
    (r"(?<=[a-z])yu", "ue"), (r"aa", "a"), (r"ou$", "o"),
)  # fmt: skip


def hong_kong(jyutping: str) -> str:
    """The usual Hong Kong spelling of a Jyutping syllable.

    There is no scheme, only habits of the Government: Kataoka and Lee, A System without a System:
    Cantonese Romanization Used in Hong Kong Place and Personal Names (2008).
    """
    for pattern, letters in HONG_KONG:
        jyutping = re.sub(pattern, letters, jyutping)
    return jyutping


def bare(text: str) -> str:
    """Letters without marks."""
    marked = normalize("NFKD", text.lower().replace("đ", "d"))
    return "".join(mark for mark in marked if not combining(mark))


def spelled(field: str, values: str) -> list[str]:
    """The readings of a character in one field of the database."""
    each = values.split()
    if field == "kCantonese":
        return [hong_kong(re.sub(r"\d", "", value)) for value in each]
    if field == "kHangul":
        return [value.partition(":")[0] for value in each]
    return [bare(value) for value in each]


def readings(path: Path) -> dict[str, dict[str, dict[str, None]]]:
    """Readings by field and Simplified character."""
    simplify = OpenCC("t2s").convert
    found: dict[str, dict[str, dict[str, None]]] = {
        column: defaultdict(dict) for column in FIELDS.values()
    }
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("U+"):
            code, field, values = line.split("\t")
            if field in FIELDS:
                character = simplify(chr(int(code.removeprefix("U+"), base=16)))
                of_each = found[FIELDS[field]][character]
                of_each.update(dict.fromkeys(spelled(field, values)))
    return found


def characters() -> set[str]:
    """The common characters, in Simplified form."""
    simplify = OpenCC("t2s").convert
    counted: defaultdict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("zh").items():
        for character in simplify(word):
            if "\u4e00" <= character <= "\u9fff":
                counted[character] += frequency
    common = sorted(counted, key=lambda each: (-counted[each], each))[:CHARACTERS]
    typed = (
        line.split("\t")[0]
        for table in ("surnames_east_asia.tsv", "given_characters.tsv")
        for line in (NAMES / table).read_text(encoding="utf-8").splitlines()
        if not line.startswith(("#", "han\t"))
    )
    return {*common, *(each for word in typed for each in word if "\u4e00" <= each <= "\u9fff")}


def main() -> None:
    """Write the table, sorted by character."""
    found = readings(Path(sys.argv[1]))
    lines = []
    for character in sorted(characters()):
        columns = ["|".join(found[column].get(character, {})) for column in FIELDS.values()]
        if any(columns):
            lines.append("\t".join([character, *columns]) + "\n")
    text = HEADER + "".join(lines)
    (NAMES / "han_readings.tsv").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
