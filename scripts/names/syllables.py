"""Write data/names/syllables.tsv: each pinyin syllable in the other romanizations of Mandarin.

Wade-Giles by pypinyin (MIT), Tongyong and Yale by their rules, which differ from pinyin in few
letters; what people of Taiwan write beside these was typed.
Run: `python scripts/names/syllables.py`.
"""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import combining, normalize

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT

TABLE = Path(__file__).resolve().parents[2] / "data" / "names" / "syllables.tsv"
HEADER = """\
# Syllables of Mandarin and their spellings in other romanizations, for names split by syllable.
# pinyin: without tone, ü as v; wade_giles: without apostrophe and tone; others: Tongyong, Yale and
# older habits of Taiwan, divided by |.
# Source: written by scripts/names/syllables.py from pypinyin (MIT) and the rules of Tongyong and
# of Yale; the habits of Taiwan typed by the authors.
# License: Apache-2.0, as the project.
pinyin\twade_giles\tothers
"""
CHARACTERS = range(0x4E00, 0xA000)
# Interjections and syllables of dialects, which stand in no name.
RARE = {"biang", "cei", "dia", "din", "eng", "fiao", "hm", "hng", "lo", "m", "n", "ng", "o", "yo"}
Rules = tuple[tuple[str, str], ...]
TONGYONG: Rules = (
    (r"^zhi$", "jhih"), (r"^(chi|shi|ri|zi|ci|si)$", r"\1h"), (r"^zh", "jh"), (r"^q", "c"),
    (r"^x", "s"), (r"iu$", "iou"), (r"ui$", "uei"), (r"^feng$", "fong"), (r"^wen$", "wun"),
    (r"^weng$", "wong"), (r"iong$", "yong"), (r"(?<=^[jcs])u(?!ei)", "yu"),
)  # fmt: skip
YALE: Rules = (
    (r"^zhi$", "jr"), (r"^(ch|sh)i$", r"\1r"), (r"^ri$", "r"),
    (r"^zi$", "dz"), (r"^ci$", "tsz"), (r"^si$", "sz"), (r"^zh", "j"), (r"^q", "ch"),
    (r"^x(?=i|u)", "sy"), (r"^syi(?=[aeo])", "sy"), (r"^z", "dz"), (r"^c(?!h)", "ts"),
    (r"(?<=[^y])iu$", "you"), (r"ui$", "wei"), (r"uo$", "wo"), (r"ao$", "au"),
)  # fmt: skip
TAIWAN = {
    "ying": "ing", "yin": "in", "yi": "i", "jiu": "jeou|chiou", "hui": "huei", "yu": "yu|yue",
    "shi": "shyh|shih", "zi": "tzu|tze", "ze": "tse", "jie": "jye|jie", "xun": "shun|hsun",
    "xiu": "hsiu|shiu", "xiang": "hsiang|shiang", "xin": "shin|hsin", "xing": "shing|hsing",
    "zhong": "chung|jong", "yan": "yen", "xi": "shi|hsi", "qi": "chyi|chi", "rui": "jui|ruey",
    "yun": "yun|yuin", "xue": "shiue|hsueh", "xu": "hsu|shyu", "juan": "jiuan", "quan": "chiuan",
}  # fmt: skip


def plain(text: str) -> str:
    """Letters without marks, apostrophes and tone digits."""
    bare = "".join(mark for mark in normalize("NFKD", text) if not combining(mark))
    return re.sub(r"[^a-z]", "", bare.lower())


def ruled(syllable: str, rules: Rules) -> str:
    """A syllable after the rules of a romanization."""
    for pattern, letters in rules:
        syllable = re.sub(pattern, letters, syllable)
    return syllable


def main() -> None:
    """Write the table, sorted by syllable."""
    wade: dict[str, str] = {}
    for character in map(chr, CHARACTERS):
        pinyin = lazy_pinyin(character, v_to_u=False)[0]
        if ord(character) in PINYIN_DICT and re.fullmatch(r"[a-z]+", pinyin):
            spelled = lazy_pinyin(character, style=Style.WADEGILES)[0]
            wade.setdefault(pinyin, plain(spelled).replace("v", "u"))
    lines = []
    for pinyin in sorted(wade.keys() - RARE):
        others = {
            ruled(pinyin, TONGYONG),
            ruled(pinyin, YALE),
            *TAIWAN.get(pinyin, pinyin).split("|"),
        }
        kept = sorted(others - {pinyin, wade[pinyin]})
        lines.append(f"{pinyin}\t{wade[pinyin]}\t{'|'.join(kept)}\n")
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
