"""Names written inside a listed name."""

import pytest

from screenr.catalog import open_catalog
from screenr.matching.lexicon import Lexicon
from screenr.matching.listed import spellings


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return open_catalog().index.lexicon


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Zorvex Mining Corporation (ZMC)", ["Zorvex Mining Corporation", "ZMC"]),
        ("Zorvex Mining (ZMC) Co., Ltd.", ["Zorvex Mining Co., Ltd.", "ZMC"]),
        ("Zorvex Mining (ZMC) 12th Institute", ["Zorvex Mining 12th Institute"]),
        ("Corad Technology (China) Limited", []),
        ("Zorvex (Qamar)", []),
    ],
)
def test_an_acronym_in_parentheses_is_the_name_of_the_whole_before_it(
    lexicon: Lexicon, name: str, others: list[str]
) -> None:
    found = [" ".join(each.split()) for each in spellings(name, lexicon)]
    assert found == [name, *others]


def test_a_listed_name_of_two_halves_is_read_in_both_orders(lexicon: Lexicon) -> None:
    assert [*spellings("ULLAH, Haji Khair", lexicon)] == ["ULLAH, Haji Khair", "Haji Khair ULLAH"]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("عبدالله السندي (Abdullah Sindhi)", ["عبدالله السندي", "abdullah sindhi"]),
        (
            "Ansar al Charia in Libya (أنصار الشريعة (بليبيا))",
            ["انصار الشريعة بليبيا", "ansar al charia in libya"],
        ),
        ("Зорвекс Майнинг (ООО)", []),
        ("Зорвекс Майнинг (Co., Ltd.)", []),
        ("Zorvex Mining (formerly Зорвекс Майнинг)", []),
    ],
)
def test_a_name_in_two_scripts_is_a_name_in_each(
    lexicon: Lexicon, name: str, others: list[str]
) -> None:
    assert {*spellings(name, lexicon)} == {name, *others}
