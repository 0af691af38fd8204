"""Write data/names/syllables.tsv: each pinyin syllable in Wade-Giles and in Cantonese spellings.

Cantonese has no one-to-one map from pinyin, so the readings of the common characters of a
syllable are collected (Jyutping) and spelled as Hong Kong usually does. Sources at build time
only: pypinyin (Wade-Giles, MIT) and ToJyutping (BSD-2-Clause).
Run: `python scripts/names/syllables.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from unicodedata import combining, normalize

import ToJyutping
from pypinyin import Style, lazy_pinyin
from wordfreq import get_frequency_dict

TABLE = Path(__file__).resolve().parents[2] / "data" / "names" / "syllables.tsv"
CHARACTERS = 4000  # the everyday ones; rarer characters hardly stand in names
LEAST_SHARE = 0.08  # of a syllable's weight; drops readings of odd characters
HEADER = """\
# Syllables of Mandarin and their spellings in other romanizations, for names split by syllable.
# pinyin: without tone, ü as v; wade_giles: without apostrophe and tone; cantonese: spellings of
# the common characters of that syllable, Jyutping and Hong Kong style, divided by |, a hint only.
# Source: written by scripts/names/syllables.py from pypinyin (Wade-Giles) and ToJyutping
# (Cantonese readings) over the 4,000 most frequent characters of wordfreq.
# License: Apache-2.0, as the project; pypinyin MIT, ToJyutping BSD-2-Clause.
pinyin\twade_giles\tcantonese
"""
INITIALS = {"gw": ("kw",), "kw": ("kw",), "ng": ("ng", ""), "z": ("ts", "ch"), "c": ("ts", "ch")}
INITIALS |= {"s": ("s", "sh"), "g": ("k",), "j": ("y",), "d": ("t",), "b": ("p",)}
FINALS = {"aa": ("a", "ah"), "aai": ("ai",), "aau": ("au",), "aam": ("am",), "aan": ("an",)}
FINALS |= {"aang": ("ang",), "aap": ("ap",), "aat": ("at",), "aak": ("ak",), "am": ("am", "um")}
FINALS |= {"an": ("an", "un"), "ai": ("ai",), "oe": ("eu",), "oeng": ("eung",), "oek": ("euk",)}
FINALS |= {"eoi": ("ui",), "eon": ("un",), "eot": ("ut",), "yu": ("yu", "ue", "u")}
FINALS |= {"yun": ("uen", "yuen"), "yut": ("ut", "uet"), "ou": ("o", "ou"), "u": ("u", "oo")}
FINALS |= {
    "un": ("un", "oon"),
    "ing": ("ing",),
    "ik": ("ik",),
    "ei": ("ei", "ee"),
    "i": ("i", "ee"),
}


def plain(text: str) -> str:
    """Letters without marks, apostrophes and tone digits."""
    bare = "".join(mark for mark in normalize("NFKD", text) if not combining(mark))
    return re.sub(r"[^a-z]", "", bare.lower())


def hong_kong(jyutping: str) -> set[str]:
    """The usual Hong Kong spellings of one Jyutping syllable, with the syllable itself."""
    match = re.fullmatch(r"(gw|kw|ng|[bpmfdtnlgkhzcsjw]?)([a-z]+)", jyutping)
    if match is None:
        return {jyutping}
    initial, final = match.groups()
    heads = INITIALS.get(initial, (initial,))
    tails = FINALS.get(final, (final,))
    return {re.sub("^yyu", "yu", head + tail) for head in heads for tail in tails} | {jyutping}


def common_characters() -> list[str]:
    """The most frequent single Han characters."""
    counted: defaultdict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("zh").items():
        for character in word:
            if "\u4e00" <= character <= "\u9fff":
                counted[character] += frequency
    return sorted(counted, key=lambda each: (-counted[each], each))[:CHARACTERS]


def main() -> None:
    """Write the table, sorted by syllable."""
    wade: dict[str, str] = {}
    readings: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for rank, character in enumerate(common_characters(), start=1):
        pinyin = lazy_pinyin(character, v_to_u=False)[0]
        if not re.fullmatch(r"[a-z]+", pinyin):
            continue
        wade[pinyin] = plain(lazy_pinyin(character, style=Style.WADEGILES)[0]).replace("v", "u")
        jyutping = ToJyutping.get_jyutping_list(character)[0][1]
        if jyutping:
            readings[pinyin][re.sub(r"\d", "", jyutping.split()[0])] += 1 / rank**0.5
    lines = []
    for pinyin in sorted(wade):
        total = sum(readings[pinyin].values())
        kept = [key for key, share in readings[pinyin].items() if share >= LEAST_SHARE * total]
        spelled = sorted(set().union(*(hong_kong(key) for key in kept)) - {pinyin})
        lines.append(f"{pinyin}\t{wade[pinyin]}\t{'|'.join(spelled)}\n")
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
