"""Names that hold two names."""

import pytest

from screenr.catalog import open_catalog
from screenr.matching.index import Index
from screenr.matching.other_names import MARK_WORDS, has_mark, names_in
from screenr.matching.phrasebook import Phrasebook
from screenr.text import normalize


@pytest.fixture(scope="module")
def index() -> Index:
    return open_catalog().index


def held(name: str, book: Phrasebook, strength: float = 1.0) -> list[str]:
    return list(names_in(name, book, lambda _: strength))


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Dawning Information (Sugon)", ["Dawning Information", "Sugon"]),
        ("Corner Bakery dba Zorvex", ["Corner Bakery", "Zorvex"]),
        ("Corner Bakery (a.k.a. Zorvex Ltd)", ["Corner Bakery", "Zorvex Ltd"]),
        ("Corner Bakery, formerly known as Zorvex", ["Corner Bakery", "Zorvex"]),
        ("Huawei Technologies (China)", []),
        ("Corner Bakery (Holdings) Ltd", []),
        ("Akamai Technologies", []),
        ("RamzanKadyrov", ["Ramzan Kadyrov"]),
        ("McMurdo", []),
        ("Petrov A.I.", ["Petrov A I "]),
        ("A.B. Miller", ["A B  Miller"]),
        ("Petrov V.V.", []),
        ("Zorvex S.A.", []),
        ("A.I. Zorvex Ltd", []),
        ("VladimirVladimirovichPutin", ["Vladimir Vladimirovich Putin"]),
        ("Ullah, Haji Khair", ["Haji Khair Ullah"]),
        ("a" * 990 + "1", []),
        ("김정은 KIM Jong Un", ["KIM Jong Un", "김정은"]),
        ("Li Fangwei / 李方伟", ["Li Fangwei", "李方伟"]),
        ("先生 Владимир Путин", ["Владимир Путин"]),
        ("王 Viktor Zorvex", ["Viktor Zorvex"]),
        ("Zorvex Trading 有限公司", ["Zorvex Trading"]),
        ("China Zorvex Machinery 中国机械", ["China Zorvex Machinery"]),
        ("Huawei 华为", ["Huawei"]),
        ("海康威视 Hikvision", ["Hikvision", "海康威视"]),
        ("Hikvision海康威视", ["Hikvision", "海康威视"]),
        ("Megvii 旷视科技", ["Megvii technology", "旷视科技"]),
        ("Kevin 张伟", ["张伟"]),
        ("海康威视 Hikvision (中国)", ["Hikvision", "海康威视"]),
        ("AI 旷视", []),
        ("TCL集团股份有限公司", []),
        ("北京ABC科技有限公司", []),
        ("Viktor 李方伟 Zorvex", []),
        ("Владимир Путин Vladimir Putin", ["Vladimir Putin", "Владимир Путин"]),
        ("ПАО Зорвекс / Zorvex PJSC", ["Zorvex PJSC", "ПАО Зорвекс"]),
        ("Зорвекс Zorvex", ["Zorvex", "Зорвекс"]),
        ("ООО Зорвекс Ltd", []),
        ("Gаzprom Neft", []),
        ("José Zorvex Müller", []),
        ("Zorvex Robotics (DO NOT USE)", ["Zorvex Robotics"]),
        ("V10023 Zorvex", ["Zorvex"]),
        ("Zorvex Robotics - Ostrev Lines", ["Zorvex Robotics", "Ostrev Lines"]),
        ("Zorvex - Li", ["Zorvex"]),
        ("Jones c/o Zorvex (USD)", ["Jones c/o Zorvex", "Jones", "Zorvex"]),
    ],
)
def test_a_name_is_taken_apart_where_it_holds_another(
    index: Index, name: str, others: list[str]
) -> None:
    assert held(name, index.book) == [name, *others]


def test_an_everyday_word_in_parentheses_is_no_name_by_itself(index: Index) -> None:
    assert held("Zorvex Robotics (Mike)", index.book, 0.2) == [
        "Zorvex Robotics (Mike)",
        "Zorvex Robotics",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        "a.k.a.", "aka", "a/k/a", "f/k/a", "fka", "nka", "n/k/a", "d.b.a.", "dba", "d/b/a", "t/a",
        "also known as", "now known as", "formerly", "formerly known as", "previously",
        "doing business as", "trading as", "c/o", "care of", "attn", "attn:", "attention:", "o/b/o",
        "obo", "f/b/o", "FBO", "ITF", "on behalf of", "for the benefit of", "for account of",
        "alias", "bill to", "pay to", "payable to", "refer to", "remit to", "ship to", "sold to",
        "mail to", "changed to", "moved to", "renamed to", "merged into", "merged with",
        "replaced by", "superseded by", "acquired by", "same as", "dup of", "duplicate of",
        "see also", "see vendor", "use supplier", "contact person", "曾用名", "又名",
    ],
)  # fmt: skip
def test_a_mark_is_seen_by_one_of_its_words(mark: str) -> None:
    name = f"Zorvex {mark} Kelvura"

    assert has_mark(name)
    assert not MARK_WORDS.isdisjoint(normalize.words(name))
