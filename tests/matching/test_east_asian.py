"""Which names of East Asian persons are one, and what may be one, however long it was made."""

import pytest

import screenr
from screenr.catalog import open_catalog
from screenr.matching.east_asian import is_native_name, is_pinyin, romanized_keys


@pytest.mark.parametrize("word", ["wei", "xiaoming", "guoqiang", "xian", "jingang", "yue"])
def test_syllables_of_pinyin_are_told(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["kwok", "keung", "tung", "hsiao", "ming1", "n", "xiong r"])
def test_other_syllables_are_not(word: str) -> None:
    assert not is_pinyin(word)


@pytest.mark.parametrize("syllables", ["ia", "ana", "ianguang"])
def test_a_word_that_could_be_parted_in_many_ways_is_tried_in_one(syllables: str) -> None:
    assert not is_pinyin(syllables * 200 + "q")


def test_a_word_of_vowels_alone_is_tried_once() -> None:
    assert not romanized_keys(["wang", "a" * 900 + "q"], open_catalog().index.lexicon)


def test_romanizations_of_a_korean_name_meet_whatever_its_vowels() -> None:
    found = screenr.compare("CHOI Chang-hwan", "CHOE Janghwan", kind="person")

    assert found.is_match


@pytest.mark.parametrize("name", ["张伟明", "張偉明", "王芳", "欧阳志远", "배현숙"])
def test_a_family_name_and_usual_characters_are_a_name_of_the_country(name: str) -> None:
    assert is_native_name(name, open_catalog().index.lexicon)


@pytest.mark.parametrize("name", ["德库尔", "加什帕罗维奇", "라흐몬", "张", "张伟明明", "Li", ""])
def test_other_texts_may_be_foreign_names_by_their_sound(name: str) -> None:
    assert not is_native_name(name, open_catalog().index.lexicon)


def test_a_chinese_person_is_no_foreigner_of_one_name_who_sounds_alike() -> None:
    assert not screenr.compare("倪寒酉", "NENE", kind="person").is_match
    assert screenr.compare("马卡尔", "MACAL", kind="person").is_match
    assert screenr.compare("KIMJONGUN", "김정은", kind="person").is_match
