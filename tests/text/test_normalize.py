import pytest
from hypothesis import given
from hypothesis import strategies as st

from screenr.text.normalize import fold, visible, words, words_of_each


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("HUAWEI", "huawei"),
        ("Łukasz Żółkiewski", "lukasz zolkiewski"),
        ("Søren Ølgaard", "soren olgaard"),
        ("Straße", "strasse"),
        ("Şükrü Çağlayan", "sukru caglayan"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("Ｍｅｇｖｉｉ", "megvii"),
        ("𝐇𝐮𝐚𝐰𝐞𝐢", "huawei"),
        ("Procter & Gamble", "procter and gamble"),
    ],
)
def test_case_accents_and_width_are_set_aside(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    "hidden",
    ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u202e", "\x07", "\ufe0f"],
)
def test_a_character_that_shows_nothing_is_not_there(hidden: str) -> None:
    assert fold(f"Hua{hidden}wei") == "huawei"


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u3000", "\t", "\n", "\u2028", "  "])
def test_every_blank_is_one_space(blank: str) -> None:
    assert visible(f"Huawei{blank}Technologies") == "Huawei Technologies"


def test_letters_drawn_alike_are_latin_in_a_latin_word() -> None:
    assert fold("Huаwеi") == "huawei"


def test_a_word_wholly_of_another_script_keeps_its_letters() -> None:
    assert fold("Рамзан Кадыров") == "рамзан кадыров"


def test_short_i_stays_apart_from_i() -> None:
    assert fold("Шойгу") == "шойгу"


def test_vowel_signs_of_thai_stay() -> None:
    assert words("สมชาย ใจดี") == ["สมชาย", "ใจดี"]


@pytest.mark.parametrize("name", ["Qa'ida", "Qa’ida", "Qa`ida", "Qaʿida"])
def test_an_apostrophe_does_not_part_a_word(name: str) -> None:
    assert words(name) == ["qaida"]


@pytest.mark.parametrize(
    ("typed", "parted"),
    [
        ("A.B.C. Co., Ltd", ["abc", "co", "ltd"]),
        ("Almaz-Antey", ["almaz", "antey"]),
        ("Huawei_Technologies", ["huawei", "technologies"]),
        ("SHENYANG (GROUP)", ["shenyang", "group"]),
        ("AO «Almaz»", ["ao", "almaz"]),
        ("沈阳飞机工业（集团）", ["沈阳飞机工业", "集团"]),
    ],
)
def test_punctuation_parts_words_and_points_within_letters_do_not(
    typed: str, parted: list[str]
) -> None:
    assert words(typed) == parted


@pytest.mark.parametrize("typed", ["", "...", "---", "\u200b", "!?"])
def test_a_text_without_letter_or_digit_has_no_words(typed: str) -> None:
    assert words(typed) == []


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_read_by_the_same_rules_as_other_text(name: str) -> None:
    assert [*words(name), "e"] == words(f"{name} é")


@given(st.text("aZéß&+@'’.-_/ёйЖα華ｱ／१०ｼﾞ가\u0301\u0654\u200d\u00ad\u3000\xa0 \n"))
def test_what_stands_between_blanks_is_read_as_in_the_whole_name(name: str) -> None:
    read_as_a_whole = name + "\x1b[0m"  # a control sequence, of which nothing is left

    assert words(name) == words(read_as_a_whole)


@given(st.lists(st.text("aZé9 .,&'-@+()^~/_\n\t", max_size=12)))
def test_many_names_have_the_words_that_each_has(names: list[str]) -> None:
    assert words_of_each(names) == [words(name) for name in names]


@pytest.mark.parametrize(
    "name", ["M/V Atlas", "Dahua_Tech", "Søren", "a\nb", "a\x1b[31mb", "A.B.", "A.'B."]
)
def test_a_name_that_some_rule_reads_has_the_same_words_among_others(name: str) -> None:
    assert words_of_each(["Atlas Co.", name]) == [["atlas", "co"], words(name)]
