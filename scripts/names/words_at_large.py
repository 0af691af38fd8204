"""Write data/names/words_at_large.tsv: how frequent a word is in English at large.

How unusual a brand word is cannot be told from the lists alone (subsidiaries make brands look
frequent there), so an outside background is needed. wordfreq is a build-time source only: the
table that ships is this file. Run: `python scripts/names/words_at_large.py`.
"""

from __future__ import annotations

from pathlib import Path
from unicodedata import combining, normalize

from wordfreq import get_frequency_dict, zipf_frequency

TABLE = Path(__file__).resolve().parents[2] / "data" / "names" / "words_at_large.tsv"
LEAST_ZIPF = 2.4  # keeps the file below 700 kB; rarer words read as unseen
HEADER = """\
# How frequent words are in English at large; a word not listed is rarer than the last row.
# word: folded; zipf: base-10 logarithm of occurrences per billion words, one decimal.
# Source: wordfreq (Robyn Speer, https://github.com/rspeer/wordfreq), English, written by
# scripts/names/words_at_large.py: letters only, two or more, zipf 2.4 and higher.
# License: data CC BY-SA 4.0 (wordfreq and its sources, see its NOTICE.md); this table likewise.
word\tzipf
"""


def fold(word: str) -> str:
    """The word as names are compared: lowercase, without accents."""
    return "".join(mark for mark in normalize("NFKD", word) if not combining(mark)).lower()


def frequencies() -> dict[str, float]:
    """Folded words with the highest zipf of their spellings."""
    found: dict[str, float] = {}
    for word in get_frequency_dict("en", wordlist="large"):
        key = fold(word)
        if len(key) > 1 and key.isascii() and key.isalpha():
            found[key] = max(found.get(key, 0.0), zipf_frequency(word, "en"))
    return {key: zipf for key, zipf in found.items() if zipf >= LEAST_ZIPF}


def main() -> None:
    """Write the table, sorted by word."""
    rows = "".join(f"{word}\t{zipf:.1f}\n" for word, zipf in sorted(frequencies().items()))
    TABLE.write_text(HEADER + rows, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
