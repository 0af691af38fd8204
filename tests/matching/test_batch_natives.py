"""Words of other scripts are read once, for as long as they are remembered."""

from collections.abc import Sequence

import pytest

from screenr.catalog import open_catalog
from screenr.matching import batch_natives
from screenr.matching.batch_natives import Natives
from screenr.matching.batch_numbers import Numbers
from screenr.matching.native_words import NativeWord, NativeWords


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that were read."""
    read: list[str] = []
    rule = NativeWords.of

    def watched(words: NativeWords, together: Sequence[str]) -> NativeWord | None:
        read.append(" ".join(together))
        return rule(words, together)

    monkeypatch.setattr(NativeWords, "of", watched)
    return read


@pytest.fixture
def natives() -> Natives:
    return Natives(open_catalog().index, Numbers())


def test_a_word_is_read_once(natives: Natives, asked: list[str]) -> None:
    natives.read(["иван", "грыжма"])
    natives.forget([])
    natives.read(["грыжма", "петров"])

    assert asked == ["иван", "грыжма", "петров"]


def test_a_word_of_which_a_number_is_gone_is_read_anew(natives: Natives, asked: list[str]) -> None:
    first, *_ = natives.read(["иван", "грыжма"]) or ()
    natives.forget(first.numbers[:1])
    asked.clear()
    natives.read(["иван", "грыжма"])

    assert asked == ["иван"]


def test_no_more_words_are_kept_than_are_remembered_though_all_have_their_numbers(
    natives: Natives, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_natives, "REMEMBERED", 4)
    names = ["абд", "грыжма"], ["порт", "грыжма"], ["банк", "грыжма"]
    together = [" ".join(each) for each in names]
    for name in (*names, ["иван"], ["петров"]):
        natives.read(name)
    natives.forget([])
    asked.clear()
    for name in names:
        natives.read(name)

    assert [each for each in asked if " " in each] == together
