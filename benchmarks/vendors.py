"""Names as a vendor master has them, made from the project's own tables with a fixed seed.

Three in four are firms: a brand (a word of the language, a family name, or a coined word), words
of business, a place now and then, a legal form; the others are persons. Words recur as they do in
life, by the law of Zipf and Mandelbrot: few are in many names, many in one; which ones is left to
chance. 4,000 names have 4,200 different words, where as many registrants of the SEC have 4,400;
100,000 names have 25,000.
"""

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data" / "names"
SEED = 20260731
_FORMS = ("Inc", "Inc.", "LLC", "Ltd", "Ltd.", "Limited", "GmbH", "Corp.", "Corporation", "S.A.",
          "Co., Ltd.", "PLC", "B.V.", "AG", "SpA", "")  # fmt: skip
_SYLLABLES = ("al", "an", "ar", "bel", "ca", "cor", "da", "del", "en", "er", "fi", "ga", "in", "ka",
              "lo", "lu", "ma", "mi", "na", "ne", "no", "or", "pa", "ra", "ri", "ro", "sa", "sol",
              "ta", "te", "tor", "tri", "va", "ve", "vi", "zen")  # fmt: skip
_COINED = 2_000
_OFTEN = 3.0
"""Added to a rank: the word of rank r is drawn as often as 1 / (r + 3) says."""


def vendors(count: int, *, seed: int = SEED) -> list[str]:
    """So many different names, always the same."""
    chance = random.Random(seed)  # noqa: S311 -- a sample
    found: dict[str, None] = {}
    makers = _Makers(chance)
    while len(found) < count:
        found[makers.firm() if chance.random() < 0.75 else makers.person()] = None  # noqa: PLR2004
    return list(found)


class _Makers:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = [row["word"] for row in rows("words_at_large.tsv") if len(row["word"]) > 3]  # noqa: PLR2004
        people = list(rows("person_names_at_large.tsv"))
        self._given = [row["name"] for row in people if row["kind"] in ("given", "both")]
        self._family = [row["name"] for row in people if row["kind"] in ("family", "both")]
        business = list(rows("business_words.tsv"))
        self._trade = [row["word"] for row in business if row["language"] == "en"]
        self._places = [row["place"] for row in rows("places.tsv") if row["kind"] == "city"]
        self._coined = [
            "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4))))
            for _ in range(_COINED)
        ]
        # The tables are in the order of the alphabet.
        for each in (self._words, self._given, self._family, self._trade, self._places):
            chance.shuffle(each)

    def firm(self) -> str:
        """A firm's name."""
        brand = self._chance.choice((self._words, self._words, self._family, self._coined))
        words = [self._often(brand)]
        if self._chance.random() < 0.2:  # noqa: PLR2004
            words.append(self._often(self._words))
        if self._chance.random() < 0.15:  # noqa: PLR2004
            words.append(self._often(self._places))
        words += [self._often(self._trade) for _ in range(self._chance.choice((0, 1, 1, 2)))]
        return " ".join([*(" ".join(words).title().split()), self._chance.choice(_FORMS)]).strip()

    def person(self) -> str:
        """A person's name, now and then with a middle initial."""
        given, family = self._often(self._given), self._often(self._family)
        middle = self._chance.random()
        if middle < 0.15:  # noqa: PLR2004
            return f"{given} {self._chance.choice('abcdefghjklmnprst')}. {family}".title()
        if middle < 0.4:  # noqa: PLR2004
            return f"{given} {self._often(self._given)} {family}".title()
        return f"{given} {family}".title()

    def _often(self, words: Sequence[str]) -> str:
        return often(words, self._chance)


def often(words: Sequence[str], chance: random.Random) -> str:
    """One of the words, the first of them more often."""
    ranks = len(words) / _OFTEN + 1
    return words[int(_OFTEN * (ranks ** chance.random() - 1))]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the project."""
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
