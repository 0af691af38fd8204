"""Words asked for together reach what each of them reaches, and are at least as alike."""

from collections.abc import Sequence

import numpy as np
import pytest
from small_index import designation, index_of

from screenr.matching import batch_numbers, bounds
from screenr.matching.batch_book import BRAND, FULL, Book, Rows
from screenr.matching.batch_firms import FirmSide
from screenr.matching.batch_keys import AskedWords
from screenr.matching.batch_names import Names
from screenr.matching.batch_persons import PersonSide
from screenr.matching.batch_reach import BatchReach
from screenr.matching.batch_words import ListedWords
from screenr.matching.index import Index
from screenr.matching.reach import Reach, similarities
from screenr.matching.words import Word
from screenr.models.designation import Kind

LISTED: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
    ("organization", "Zorvex Robotics Co., Ltd.", ("佐维克斯机器人有限公司",)),
    ("organization", "ООО Зорвекс", ("Institute 54", "Aviation Trading LLC")),
    ("person", "Abd al-Rahman YUSUF", ("Abdurrahman Yousef", "عبد الرحمن يوسف")),
    ("person", "Boris J. Petrenko", ("Doris Petrenco", "Борис Петренко")),
    ("person", "Aleksandr Solovyov", ("Li Qiang", "Mohammed al-Hosseini")),
)
ASKED = (
    "Zorwex Robotcs Ltd", "Z0rvex aviatio Institute 55 LLC Ldt", "zrvx", "Jusuf Abdul Rahmann",
    "Youssef Abdel", "Borys Pitrenko", "Alexander Soloviev", "Mohamad Alhosseini", "Lee Chiang",
    "Зорвэкс", "Петренка Борис", "يوسف عبد", "佐维", "Zurvix",
)  # fmt: skip
THRESHOLD = 0.8
ROUNDED_UP = 1e-3
"""More than half precision adds to what two words lift by."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    listed = [
        designation(at, kind, name, aliases) for at, (kind, name, aliases) in enumerate(LISTED)
    ]
    return index_of(tmp_path_factory.mktemp("reach"), listed)


def asked(index: Index, *, translated: bool) -> Sequence[Word]:
    queries = [query for name in ASKED for query in index.readings(name)]
    return [word for each in queries if each.translated == translated for word in each.words]


@pytest.mark.parametrize("translated", [False, True])
@pytest.mark.parametrize("person", [False, True])
def test_words_together_are_as_alike_as_one_by_one(
    index: Index, *, person: bool, translated: bool
) -> None:
    words = asked(index, translated=translated)
    listed = ListedWords(index)
    used = listed.of_persons if person else listed.of_firms

    pairs = BatchReach(index, listed).of(AskedWords(words), translated=translated)[person]

    together = {(a, b): c for a, b, c in zip(*(each.tolist() for each in pairs), strict=True)}
    reach = Reach(index)
    lost = [
        (word.raw, listed.raws[at], similarity, together.get((place, at), 0.0))
        for place, word in enumerate(words)
        for at, similarity in similarities(
            index,
            word,
            reach.near(word, person=person, translated=translated),
            person=person,
            translated=translated,
        ).items()
        if used[at] and together.get((place, at), 0.0) < similarity - bounds.ALLOWANCE
    ]
    # East Asian names are met by their sound only where they are one word: see `batch_candidates`.
    assert not [each for each in lost if not any(w.native and w.raw == each[0] for w in words)]


@pytest.mark.parametrize("person", [False, True])
def test_what_words_add_together_is_what_each_adds(index: Index, *, person: bool) -> None:
    listed = ListedWords(index)
    words = [*dict.fromkeys(asked(index, translated=False))]
    pairs = BatchReach(index, listed).of(AskedWords(words), translated=False)[person]
    gain = bounds.person_gain if person else bounds.firm_gain
    book = Book(index, listed, THRESHOLD)
    numbers = np.array(book.numbers.of(words, translated=False))
    book.learn(numbers)

    rows = book.person if person else book.firm
    side = (PersonSide if person else FirmSide)(index, listed, book, THRESHOLD)
    at, of = rows.of(numbers)
    listed_words = rows.listed[at].astype(np.int64)
    added = side.gains(names_of_one(book), listed_words, at=at, of=of)
    found = dict(zip(zip(of.tolist(), listed_words.tolist(), strict=True), added.T, strict=True))

    for place, word, similarity in zip(*(each.tolist() for each in pairs), strict=True):
        least = np.array(gain((words[place],), index.word(word), similarity, threshold=THRESHOLD))
        assert (found[place, word] >= least - bounds.ALLOWANCE).all()
        assert found[place, word] == pytest.approx(least, abs=ROUNDED_UP)


@pytest.mark.parametrize(("kind", "first"), [("firm", BRAND), ("person", FULL)])
def test_rows_that_lead_stand_before_the_others_of_their_word(
    index: Index, kind: str, first: int
) -> None:
    book = Book(index, ListedWords(index), THRESHOLD)
    numbers = np.array(book.numbers.of(asked(index, translated=False), translated=False))
    book.learn(numbers)

    rows: Rows = getattr(book, kind)
    at, of = rows.of(numbers)
    leads = rows.marks[at] & first > 0
    assert 0 < leads.sum() < len(leads)
    assert (leads == (at < rows.others[numbers][of])).all()


def test_what_is_known_of_words_is_the_same_after_others_were_dropped(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = ListedWords(index)
    words = [*dict.fromkeys(asked(index, translated=False))]
    whole, small = (Book(index, listed, THRESHOLD) for _ in range(2))
    whole.learn(np.array(whole.numbers.of(words, translated=False)))
    monkeypatch.setattr(batch_numbers, "REMEMBERED", 8)
    monkeypatch.setattr(batch_numbers, "KEPT", 6)

    for word in words:
        small.forget()
        small.learn(np.array(small.numbers.of([word], translated=False)))

    assert [known(small, word) for word in words[-6:]] == [
        known(whole, word) for word in words[-6:]
    ]


def known(book: Book, word: Word) -> tuple[object, ...]:
    """What a book says of a word."""
    numbers = np.array(book.numbers.of([word], translated=False))
    rows = [
        each[rows.of(numbers)[0]].tolist()
        for rows in (book.firm, book.person)
        for each in (rows.listed, rows.lift, rows.marks)
    ]
    return *rows, *(each[numbers].tolist() for each in book.facts.values())


def names_of_one(book: Book) -> Names:
    """Each word of the book as a name."""
    every = np.arange(len(book.words))
    no = np.zeros(len(every), np.bool_)
    marks = np.zeros((len(every), 3), np.uint8)
    starts = np.arange(len(every) + 1)
    return Names(
        every,
        starts,
        every,
        book.facts,
        marks=marks,
        translated=no,
        is_firm=no,
        mended=no,
        joins=[],
    )
