import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from screenr.text.keys import (
    consonants,
    is_heard_apart,
    keys_of_each,
    skeleton,
    slavic,
    sound,
    sound_of_each,
    sounded,
    visual,
)

WORD = st.text("abcdefghijklmnopqrstuvwxyz019 ", max_size=10) | st.from_regex(
    r"(?:t?s?ch|k?h|[uwj]|d?zh?|[aeoiy]|ff|g){1,7}", fullmatch=True
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("sech1n", "sechin"), ("rnegvii", "megvii"), ("kadyr0v", "kadyrov"), ("zavocl", "zavod")],
)
def test_words_drawn_alike_look_the_same(one: str, other: str) -> None:
    assert visual(one) == visual(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yousef", "youssef"),
        ("yusuf", "yousuf"),
        ("hussein", "husein"),
        ("muhammad", "mohamad"),
        ("kadyrov", "kadirov"),
        ("shoigu", "shoygu"),
        ("makhlouf", "makhluf"),
        ("sirajuddin", "sirajudin"),
    ],
)
def test_spellings_of_the_same_sounds_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("putin", "pustin"), ("assad", "abbas"), ("huawei", "hikvision")]
)
def test_other_names_do_not_sound_the_same(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_a_skeleton_survives_other_vowels_and_voicing() -> None:
    assert skeleton("zawahiri") == skeleton("zwahry")


def test_an_initial_vowel_is_one_vowel_in_the_skeleton() -> None:
    assert skeleton("usama") == skeleton("osama")


def test_consonants_are_what_dropped_vowels_leave() -> None:
    assert consonants("soleimani") == "slmn"


@settings(max_examples=300, derandomize=True, deadline=None)
@given(words=st.lists(WORD, max_size=6))
def test_words_together_have_the_keys_that_each_has(words: list[str]) -> None:
    alone = [[key(word) for word in words] for key in (visual, sound, skeleton, slavic)]

    assert [*keys_of_each(words)] == alone
    assert sound_of_each(words) == alone[1]


@given(st.text("aceghikoptsuxyz", min_size=1), st.text("aceghikoptsuxyz", min_size=1))
def test_words_heard_apart_sound_together_as_each_does(one: str, other: str) -> None:
    assume(is_heard_apart(one[-1], other[0]))
    assume(sound(one)[-1:] != sound(other)[0] and sound(other) != "h")

    assert sound(one + other) == sound(one) + sound(other)


@pytest.mark.parametrize(("one", "other"), [("gas", "hemi"), ("roko", "uri"), ("mek", "halid")])
def test_letters_that_make_one_sound_are_not_heard_apart(one: str, other: str) -> None:
    assert not is_heard_apart(one[-1], other[0])


def test_a_consonant_that_comes_twice_is_heard_twice() -> None:
    assert (sounded("putin"), sounded("potanin")) == ("ptn", "ptnn")
