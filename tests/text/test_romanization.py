"""Keys shared by the romanizations of one syllable."""

import pytest

from screenr.text.romanization import cantonese_key, korean_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("kashing", "kasing"),
        ("kwokkeung", "gwokkeung"),
        ("yuetngor", "yuetngo"),
        ("tszwai", "chiwai"),
        ("wah", "wa"),
        ("chunying", "chanying"),
        ("siewming", "siuming"),
    ],
)
def test_spellings_of_cantonese_share_a_key(left: str, right: str) -> None:
    assert cantonese_key(left) == cantonese_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("kashing", "kwokshing"), ("wai", "wah"), ("chi", "chiu"), ("man", "ming"), ("keung", "kong")],
)
def test_other_syllables_of_cantonese_do_not(left: str, right: str) -> None:
    assert cantonese_key(left) != cantonese_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("jongun", "chongun"),
        ("jongeun", "jongun"),
        ("myungbak", "myongpak"),
        ("moohyun", "muhyon"),
        ("geunhye", "kunhye"),
    ],
)
def test_spellings_of_korean_share_a_key(left: str, right: str) -> None:
    assert korean_key(left) == korean_key(right)


@pytest.mark.parametrize(
    ("left", "right"), [("jongun", "jongil"), ("suho", "so"), ("minho", "minsu")]
)
def test_other_syllables_of_korean_do_not(left: str, right: str) -> None:
    assert korean_key(left) != korean_key(right)
