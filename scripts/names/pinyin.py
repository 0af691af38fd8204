"""Write data/names/pinyin.tsv: how Mandarin reads each Han character, and phrases that differ.

Readings and phrases of pypinyin (MIT), which takes 60 MB and a third of a second to load.
Run: `python scripts/names/pinyin.py`.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TABLE = Path(__file__).resolve().parents[2] / "data" / "names" / "pinyin.tsv"
HEADER = """\
# How Mandarin reads Han characters.
# han: a character; pinyin: its usual reading in names, without tone, ü as v; phrases: those that
# begin with it and read one of their characters otherwise, the longest first, divided by |.
# Source: written by scripts/names/pinyin.py from pypinyin.
# License: MIT (LICENSE-PYPINYIN beside this table); copyright 2016 mozillazg, 闲耘.
han\tpinyin\tphrases
"""
IN_NAMES = {"都": "du"}
"""Characters that names read otherwise than running text does (Xiandai Hanyu Cidian)."""


def read(text: str) -> list[str]:
    """The syllables of a text."""
    syllables = lazy_pinyin(text, v_to_u=False)
    return [IN_NAMES.get(each, of) for each, of in zip(text, syllables, strict=True)]


def main() -> None:
    """Write the table, sorted by character."""
    alone = {each: read(each)[0] for each in map(chr, PINYIN_DICT)}
    phrases = defaultdict[str, list[str]](list)
    for phrase in sorted(PHRASES_DICT, key=lambda each: (-len(each), each)):
        syllables = read(phrase)
        if syllables != [alone.get(each) for each in phrase]:
            phrases[phrase[0]].append(" ".join((phrase, *syllables)))
    lines = (f"{of}\t{alone[of]}\t{'|'.join(phrases[of])}\n" for of in sorted(alone))
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
