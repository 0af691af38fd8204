"""Firms' names of which two words must meet: one of them leads to nothing, and nothing is lost."""

from itertools import permutations

import pytest
from small_index import index_of, lost, typed

from screenr.matching.index import Index

LISTED = (
    "Kelvura Trading LLC", "Kelvura Ostramat Group", "Ostramat", "Ali Kelvura", "Kelvura Holding",
    "Brinzakov al-Din Foundation", "Ali Trading Company", "Trading Company of Alians",
    "Brinzakov Ostramat Kelvura Industries", "K. Ostramat", "United Ostramat Alliance Co",
    "Kel Vura Shipping", "Келвура Остромат",
)  # fmt: skip
WORDS = ("Kelvura", "Ostromat", "Brinzakow", "Ali", "Al", "Aliance", "Trading", "LLC", "K")
OTHERS = ("Кельвура", "Остромат", "Брынзаков", "Али", "Торговая", "ООО")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("brands"), typed("organization", *LISTED))


@pytest.mark.parametrize("threshold", [0.65, 0.8])
@pytest.mark.parametrize("words", [WORDS, OTHERS], ids=["Latin", "Cyrillic"])
def test_no_name_of_a_firm_is_lost(index: Index, words: tuple[str, ...], threshold: float) -> None:
    asked = [" ".join(each) for size in (1, 2, 3) for each in permutations(words, size)]

    assert lost(index, asked, threshold, each=3) == []
