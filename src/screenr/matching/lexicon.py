"""What is known of words before any list is read: legal forms, places, trades, titles, spellings.

The tables of `data/names` are the source; they are read when an index is built, and travel in it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from screenr.errors import ListUnavailableError
from screenr.matching.string_table import Readings, StringTable
from screenr.text.romanization import cantonese_key

LEGAL, PLACE, LINE, ORG, DESCRIPTOR, STOP, NUMBER, DISTINCT = range(8)
CLASS_NAMES = ("legal form", "place", "line of business", "type of organization", "descriptor",
               "connector", "number", "distinctive")  # fmt: skip
_CLASS_OF = {"line": LINE, "org": ORG, "descriptor": DESCRIPTOR, "legal": LEGAL, "stop": STOP,
             "place_suffix": STOP, "number": NUMBER, "place": PLACE}  # fmt: skip

_SETS = ("titles", "particles", "connectors", "numbered_units", "bodies", "ship_prefixes",
         "given")  # fmt: skip
_IN_PLACE = ("zipf", "sounds", "pinyin")
_WHOLE = {"business": (2,), "native": (2,), "common": (1,), "people": (1,)}
"""Columns of whole numbers, by table."""
GROUP = "group"
"""The word, in any language, that firms write or leave out as they please."""
LONGEST_PHRASE = 6
SHORT_FORM = "~"
PINYIN_ONLY = "="
# Kunyas (Abu, Umm) and saints are part of the name; a conjunction or an alias mark joins two.
_LIGHT_PARTICLES = frozenset({"article", "patronymic", "preposition", "compound", "origin"})


@dataclass(frozen=True, slots=True, eq=False)  # of one build there is one: compared by identity
class Lexicon:
    """The reference tables, by folded word or phrase (words parted by one space).

    `legal`: phrase → (family, group). `business`: word → (canonical word, class). `abbreviations`:
    phrase → the words it stands for, where either is several. `places`: phrase → (canonical place,
    country). `native`: word in Han (Simplified), Kana, Hangul or Arabic script → (English words,
    class). `families`: word → the names it is a spelling of, parted by bars, `SHORT_FORM` before
    those it is a short form of. `syllables`: romanization of Mandarin → pinyin, parted by bars,
    `PINYIN_ONLY` before that of a syllable that only pinyin spells so; `southern`: key of a
    Cantonese or Hokkien syllable → the pinyin of usual given names that sound so; `given`:
    characters usual in given names, Han and Hangul. `notes`: phrase beside the names of vendors →
    where it stands (`vendor_notes`). `common`: word → 1..3, how usual it is in company names;
    `people`: the same in names of people.

    Not as dictionaries in an index: `zipf`, word → ten times its Zipf frequency in English at
    large; `sounds`, Han character → how Hong Kong, Korea and Vietnam read it, parted by tabs and
    bars; `pinyin`, Han character → how Mandarin reads it, a tab, and the phrases that begin with it
    and read otherwise, the longest first, parted by bars.
    """

    legal: Mapping[str, tuple[str, str]]
    business: Mapping[str, tuple[str, int]]
    abbreviations: Mapping[str, str]
    places: Mapping[str, tuple[str, str]]
    native: Mapping[str, tuple[str, int]]
    titles: frozenset[str]
    particles: frozenset[str]
    connectors: frozenset[str]
    numbered_units: frozenset[str]
    bodies: frozenset[str]
    ship_prefixes: frozenset[str]
    numbers: Mapping[str, str]
    families: Mapping[str, str]
    syllables: Mapping[str, str]
    southern: Mapping[str, str]
    given: frozenset[str]
    notes: Mapping[str, str]
    common: Mapping[str, int]
    people: Mapping[str, int]
    zipf: Mapping[str, int] | StringTable = field(default_factory=dict)
    sounds: Mapping[str, str] | Readings = field(default_factory=dict)
    pinyin: Mapping[str, str] | Readings = field(default_factory=dict)

    @classmethod
    def from_tables(cls, folder: Path) -> Self:
        """Read the tables of `data/names`; `ListUnavailableError` names a missing or bad one."""
        return cls(
            legal={r["form"]: (r["family"], r["group"]) for r in _rows(folder / "legal_forms.tsv")},
            business=_business_words(folder),
            abbreviations=_abbreviations(folder),
            places={
                r["place"]: (r["canonical"] or r["place"], r["country"])
                for r in _rows(folder / "places.tsv")
            },
            native=_native_words(folder),
            titles=frozenset(r["title"] for r in _rows(folder / "titles.tsv")),
            particles=frozenset(
                r["particle"]
                for r in _rows(folder / "particles.tsv")
                if r["kind"] in _LIGHT_PARTICLES
            ),
            connectors=_words_in_role(folder, "connector"),
            numbered_units=_words_in_role(folder, "numbered_unit"),
            bodies=_words_in_role(folder, "body"),
            ship_prefixes=_words_in_role(folder, "ship_prefix"),
            numbers={r["word"]: r["value"] for r in _rows(folder / "numbers.tsv")},
            families=_families(folder),
            syllables=_syllables(folder),
            southern=_southern(folder),
            given=_given(folder),
            notes={r["note"]: r["place"] for r in _rows(folder / "vendor_notes.tsv")},
            common=_commonness(folder / "business_names_at_large.tsv", "word"),
            people=_commonness(folder / "person_names_at_large.tsv", "name"),
            zipf={
                r["word"]: round(float(r["zipf"]) * 10)
                for r in _rows(folder / "words_at_large.tsv")
            },
            sounds={
                r["han"]: "\t".join((r["cantonese"], r["korean"], r["vietnamese"]))
                for r in _rows(folder / "han_readings.tsv")
            },
            pinyin={
                r["han"]: f"{r['pinyin']}\t{r['phrases']}" for r in _rows(folder / "pinyin.tsv")
            },
        )

    def to_json(self) -> bytes:
        """All but what is searched where it lies in the index.

        Tables are columns of lines: a few long strings are read ten times sooner than many short.
        """
        names = (name for name in self.__slots__ if name not in _IN_PLACE)
        tables = {name: _columns(getattr(self, name)) for name in names}
        return json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_json(
        cls, data: bytes, zipf: StringTable, *, sounds: Readings, pinyin: Readings
    ) -> Self:
        """Decode what `to_json` made."""
        fields: dict[str, Any] = {}
        for name, columns in json.loads(data).items():
            texts = (each.split("\n") if each else [] for each in columns)
            keys, *values = (
                map(int, text) if column in _WHOLE.get(name, ()) else text
                for column, text in enumerate(texts)
            )
            if name in _SETS:
                fields[name] = frozenset(keys)
            else:
                fields[name] = dict(
                    zip(
                        keys,
                        zip(*values, strict=True) if len(values) > 1 else values[0],
                        strict=True,
                    )
                )
        return cls(**fields, zipf=zipf, sounds=sounds, pinyin=pinyin)


def _columns(table: Mapping[str, Any] | frozenset[str]) -> list[str]:
    if isinstance(table, frozenset):
        return ["\n".join(sorted(table))]
    rows = [
        (key, *value) if isinstance(value, tuple) else (key, value)
        for key, value in sorted(table.items())
    ]
    return ["\n".join(map(str, column)) for column in zip(*rows, strict=True)]


def _business_words(folder: Path) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for row in _rows(folder / "business_words.tsv"):
        found[row["word"]] = (row["canonical"], _CLASS_OF[row["class"]])
    for row in _rows(folder / "abbreviations.tsv"):
        full = row["full"]
        found.setdefault(row["abbreviation"], found.get(full, (full, LINE)))
    return found


def _abbreviations(folder: Path) -> dict[str, str]:
    """What one word does not say alone: abbreviations of several words, phrases of several."""
    found = {row["abbreviation"]: row["full"] for row in _rows(folder / "abbreviations.tsv")}
    words = {row["word"]: row["canonical"] for row in _rows(folder / "business_words.tsv")}
    phrases = {word: full for word, full in words.items() if " " in word}
    return {
        short: full
        for short, full in {**phrases, **found}.items()
        if short != full and " " in short + full
    }


def _families(folder: Path) -> dict[str, str]:
    found: dict[str, dict[str, None]] = {}
    for row in _rows(folder / "given_names.tsv"):
        mark = SHORT_FORM if row["relation"] == "diminutive" else ""
        found.setdefault(row["name"], {})[mark + row["group"]] = None
        found.setdefault(row["group"], {})[row["group"]] = None
    for row in _rows(folder / "spelling_pairs.tsv"):
        for name in (row["name"], row["other"]):
            found.setdefault(name, {})[f"{row['name']}={row['other']}"] = None
    for row in _rows(folder / "surnames_east_asia.tsv"):
        for spelling in (row["han"], row["pinyin"], *row["variants"].split("|")):
            if spelling:
                found.setdefault(spelling, {})[f"@{row['pinyin']}{row['han']}"] = None
    return {word: "|".join(groups) for word, groups in found.items()}


def _syllables(folder: Path) -> dict[str, str]:
    found: dict[str, dict[str, None]] = {}
    rows = list(_rows(folder / "syllables.tsv"))
    for row in rows:
        for spelling in (row["wade_giles"], *row["others"].split("|")):
            if spelling:
                found.setdefault(spelling, {})[row["pinyin"]] = None
    for pinyin in (row["pinyin"] for row in rows):
        mark = "" if pinyin in found else PINYIN_ONLY
        found.setdefault(pinyin, {})[mark + pinyin] = None
    return {spelling: "|".join(pinyin) for spelling, pinyin in found.items()}


def _southern(folder: Path) -> dict[str, str]:
    cantonese = {r["han"]: r["cantonese"] for r in _rows(folder / "han_readings.tsv")}
    found: dict[str, dict[str, None]] = {}
    for row in _rows(folder / "given_characters.tsv"):
        keys = [f"c:{cantonese_key(each)}" for each in cantonese.get(row["han"], "").split("|")]
        keys += [f"h:{each}" for each in row["hokkien"].split("|")]
        for key in keys:
            if len(key) > len("c:"):
                found.setdefault(key, {})[row["pinyin"]] = None
    return {key: "|".join(pinyin) for key, pinyin in found.items()}


def _given(folder: Path) -> frozenset[str]:
    han = {r["han"] for r in _rows(folder / "given_characters.tsv")}
    hangul = (r["korean"] for r in _rows(folder / "han_readings.tsv") if r["han"] in han)
    return frozenset(han.union(*(each.split("|") for each in hangul))) - {""}


def _words_in_role(folder: Path, role: str) -> frozenset[str]:
    return frozenset(r["word"] for r in _rows(folder / "word_roles.tsv") if r["role"] == role)


def _commonness(path: Path, column: str) -> dict[str, int]:
    return {row[column]: int(row["commonness"]) for row in _rows(path)}


def _native_words(folder: Path) -> dict[str, tuple[str, int]]:
    found = {
        row[script]: (row["english"], _CLASS_OF[row["class"]])
        for script in ("han", "arabic")
        for row in _rows(folder / f"{script}_words.tsv")
    }
    for row in _rows(folder / "places.tsv"):
        if row["han"]:
            found.setdefault(row["han"], (row["canonical"] or row["place"], PLACE))
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8") as stream:
            lines = (line.rstrip("\n") for line in stream if not line.startswith(("#", "\n")))
            columns = next(lines, "").split("\t")
            for line in lines:
                yield dict(zip(columns, line.split("\t"), strict=True))
    except (OSError, ValueError) as error:  # no UTF-8, or a cell too few or too many
        raise ListUnavailableError(f"cannot read the table `{path}`: {error}") from error
