"""The word tables are well formed, and hide no distinctive name."""

from __future__ import annotations

from pathlib import Path
from unicodedata import combining, normalize

import pytest

NAMES = Path(__file__).resolve().parents[2] / "data" / "names"
COLUMNS = {
    "abbreviations": ("abbreviation", "full"),
    "arabic_words": ("arabic", "english", "class", "lang"),
    "business_names_at_large": ("word", "commonness"),
    "business_words": ("word", "canonical", "class", "language"),
    "given_characters": ("han", "pinyin", "hokkien"),
    "given_names": ("name", "group", "relation"),
    "spelling_pairs": ("name", "other", "parties"),
    "han_readings": ("han", "cantonese", "korean", "vietnamese"),
    "han_words": ("han", "english", "class", "lang"),
    "legal_forms": ("form", "family", "group", "countries", "source"),
    "numbers": ("word", "value"),
    "particles": ("particle", "kind", "language"),
    "person_names_at_large": ("name", "commonness", "kind"),
    "pinyin": ("han", "pinyin", "phrases"),
    "places": ("place", "country", "kind", "canonical", "han"),
    "surnames_east_asia": ("han", "pinyin", "variants", "language"),
    "syllables": ("pinyin", "wade_giles", "others"),
    "titles": ("title", "kind"),
    "vendor_notes": ("note", "place"),
    "words_at_large": ("word", "zipf"),
}
IN_HAN = {"given_characters", "han_readings", "han_words", "pinyin", "surnames_east_asia"}
GENERIC = (
    "abbreviations",
    "business_names_at_large",
    "business_words",
    "legal_forms",
    "numbers",
    "particles",
    "places",
    "titles",
)
DISTINCTIVE = {
    "megvii",
    "sensetime",
    "yitu",
    "hikvision",
    "dahua",
    "iflytek",
    "huawei",
    "zte",
    "hytera",
    "sugon",
    "dji",
    "cloudwalk",
    "netposa",
    "leon",
    "yixin",
    "meiya",
    "pico",
    "torch",
    "aerosun",
}
KINDS = {
    ("places", 2): {"country", "demonym", "region", "city"},
    ("arabic_words", 2): {"legal", "org", "line", "descriptor", "place"},
    ("business_words", 2): {"line", "org", "descriptor"},
    ("han_words", 2): {"legal", "org", "line", "descriptor", "place_suffix", "number"},
    ("vendor_notes", 1): {"apart", "end", "rest", "number"},
    ("given_names", 2): {"spelling", "form", "diminutive"},
    ("person_names_at_large", 2): {"family", "given", "both"},
    ("business_names_at_large", 1): {"1", "2", "3"},
    ("person_names_at_large", 1): {"1", "2", "3"},
    ("legal_forms", 2): {
        *("limited", "stock", "partnership", "state", "nonprofit"),
        *("free_zone", "trust", "branch", "company"),
    },
}


def rows(table: str) -> list[tuple[str, ...]]:
    """All lines of a table that are not comments, the column names first."""
    lines = (NAMES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def folded(word: str) -> str:
    """Lowercase without accents, as names are compared; й is a letter."""
    return "й".join(
        "".join(mark for mark in normalize("NFKD", part) if not combining(mark))
        for part in word.lower().split("й")
    )


def looked_up(table: str) -> set[str]:
    """The first column of a table."""
    return {row[0] for row in rows(table)[1:]}


@pytest.mark.parametrize("table", COLUMNS)
def test_table_names_its_columns_and_every_row_fills_them(table: str) -> None:
    header, *body = rows(table)
    assert header == COLUMNS[table]
    assert {len(row) for row in body} == {len(header)}


@pytest.mark.parametrize("table", COLUMNS)
def test_table_states_its_source_and_license(table: str) -> None:
    text = (NAMES / f"{table}.tsv").read_text(encoding="utf-8")
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert any(line.startswith("# Source: ") for line in comments)
    assert any(line.startswith("# License: ") for line in comments)


@pytest.mark.parametrize("table", COLUMNS)
def test_rows_are_sorted_and_none_stands_twice(table: str) -> None:
    body = rows(table)[1:]
    assert body == sorted(set(body))


@pytest.mark.parametrize("table", sorted(set(COLUMNS) - {"given_names", "spelling_pairs"}))
def test_a_word_has_one_meaning_in_a_table(table: str) -> None:
    assert len(looked_up(table)) == len(rows(table)) - 1


@pytest.mark.parametrize("table", sorted(set(COLUMNS) - IN_HAN))
def test_words_are_folded(table: str) -> None:
    words = looked_up(table)
    assert {word for word in words if word != folded(word)} == set()
    assert (
        table in {"arabic_words", "titles", "vendor_notes"}
        or {word for word in words if not word.isascii()} == set()
    )
    assert {word for word in words if not word.replace(" ", "").isalnum()} == set()
    assert {word for word in words if word != " ".join(word.split())} == set()


@pytest.mark.parametrize(("table", "column"), KINDS)
def test_a_kind_is_one_of_those_documented(table: str, column: int) -> None:
    assert {row[column] for row in rows(table)[1:]} <= KINDS[table, column]


@pytest.mark.parametrize("table", GENERIC)
def test_no_generic_table_hides_a_distinctive_name(table: str) -> None:
    assert looked_up(table).isdisjoint(DISTINCTIVE)


def test_canonical_words_are_their_own_canonical() -> None:
    canonical = {row[0]: row[1] for row in rows("business_words")[1:]}
    known = {target for target in canonical.values() if target in canonical}
    assert {word for word in known if canonical[word] != word} == set()


def test_canonical_places_are_their_own_canonical() -> None:
    canonical = {row[0]: row[3] for row in rows("places")[1:]}
    known = {target for target in canonical.values() if target in canonical}
    assert {place for place in known if canonical[place] != place} == set()


def test_a_spelling_belongs_to_one_family_of_given_names() -> None:
    spellings = [row[0] for row in rows("given_names")[1:] if row[2] == "spelling"]
    assert len(spellings) == len(set(spellings))


def test_numbers_have_whole_values() -> None:
    assert all(row[1].isdigit() for row in rows("numbers")[1:])


@pytest.mark.parametrize(
    ("table", "word", "reads_as"),
    [
        ("abbreviations", "mfg", "manufacturing"),
        ("business_words", "keji", "technology"),
        ("business_words", "teknoloji", "technology"),
        ("business_words", "industrial", "industry"),
        ("han_words", "股份有限公司", "co ltd"),
        ("han_words", "株式会社", "co ltd"),
        ("han_words", "주식회사", "co ltd"),
        ("given_characters", "嘉", "jia"),
        ("han_readings", "国", "kwok"),
        ("legal_forms", "obshchestvo s ogranichennoy otvetstvennostyu", "ooo"),
        ("numbers", "fourty", "40"),
        ("numbers", "xiii", "13"),
        ("syllables", "zhang", "chang"),
    ],
)
def test_known_words_read_as_expected(table: str, word: str, reads_as: str) -> None:
    assert {row[0]: row[1] for row in rows(table)}[word] == reads_as


@pytest.mark.parametrize(
    ("spelling", "place"),
    [("peking", "beijing"), ("canton", "guangzhou"), ("sinkiang", "xinjiang"), ("kitay", "china")],
)
def test_old_spelling_of_a_place_leads_to_its_name(spelling: str, place: str) -> None:
    assert {row[0]: row[3] for row in rows("places")}[spelling] == place


@pytest.mark.parametrize("surname", ["kim", "lee", "park", "cheung", "nguyen", "ng", "hsu"])
def test_romanized_surname_is_found_among_the_variants(surname: str) -> None:
    spelled = {each for row in rows("surnames_east_asia")[1:] for each in row[2].split("|")}
    assert surname in spelled | {row[1] for row in rows("surnames_east_asia")[1:]}
