"""Scripts of names."""

import pytest

from screenr.text.scripts import script_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("旷视科技有限公司", "Hans"),
        ("海康威視", "Hant"),
        ("北京", "Hani"),
        ("トヨタ自動車", "Jpan"),
        ("조선", "Kore"),
        ("صدام حسين", "Arab"),
        ("ООО Ромашка", "Cyrl"),
        ("שלום", "Hebr"),
        ("Huawei 华为技术", "Hans"),
    ],
)
def test_script_is_told(name: str, code: str) -> None:
    assert script_of(name) == code


@pytest.mark.parametrize("name", ["Megvii", "Müller Şirketi", "“Kawa”", "360", ""])
def test_latin_and_no_letters_have_no_code(name: str) -> None:
    assert script_of(name) is None
