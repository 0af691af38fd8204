import pytest

from screenr.text.normalize import fold
from screenr.text.transliterate import latin, parted, script, simplified


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("huawei", "Latin"),
        ("кадыров", "Cyrillic"),
        ("παπαδοπουλος", "Greek"),
        ("נתניהו", "Hebrew"),
        ("سليماني", "Arabic"),
        ("华为", "Han"),
        ("たろう", "Kana"),
        ("김정은", "Hangul"),
    ],
)
def test_a_word_is_of_the_script_of_its_letters(word: str, name: str) -> None:
    assert script(word) == name


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("щербаков", "shcherbakov"),
        ("шойгу", "shoygu"),
        ("сечин", "sechin"),
        ("юрий", "yuriy"),
        ("захарченко", "zakharchenko"),
        ("милошевић", "miloshevic"),
        ("папандреу", "papandreu"),
    ],
)
def test_cyrillic_is_spelled_by_sound(word: str, spelled: str) -> None:
    assert latin(word) == spelled


def test_two_greek_letters_for_one_sound_are_one_sound() -> None:
    assert latin("μπουρας") == "bouras"


def test_hangul_is_spelled_syllable_by_syllable() -> None:
    assert latin("김정은") == "gim jeong eun"


def test_traditional_characters_are_simplified() -> None:
    assert simplified("陳全國") == "陈全国"


def test_arabic_letters_are_spelled_by_sound_without_vowels() -> None:
    assert latin(fold("مخلوف")) == "mkhluf"


def test_hebrew_letters_are_spelled_by_sound() -> None:
    assert latin("ליברמן") == "librmn"


@pytest.mark.parametrize("word", ["גבריאל", "გიორგი", "արմեն", "สมชาย", "たろう", "कुमार"])
def test_every_script_gives_latin_letters(word: str) -> None:
    spelled = latin(fold(word))

    assert spelled
    assert spelled.isascii()


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("الرشيد", "ال رشيد"),
        ("عبدالكريم", "عبد ال كريم"),
        ("ابوغيث", "ابو غيث"),
        ("عبدالله", "عبدالله"),
    ],
)
def test_arabic_words_written_together_are_parted_but_for_the_name_of_god(
    word: str, apart: str
) -> None:
    assert parted(word) == apart


def test_son_of_is_spelled_with_the_vowel_that_arabic_leaves_out() -> None:
    assert latin("بن") == "bin"
