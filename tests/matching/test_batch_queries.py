"""The readings of a batch are known by the numbers of their words and a few marks."""

from screenr.matching.batch_queries import Numbered, Plain, Queries
from screenr.matching.reading import Reading
from screenr.matching.words import Word


def word(raw: str) -> Word:
    return Word(raw, raw, 0, 1.0, 1.0, 1.0, on_lists=False, usual_person=False, at_large=False)


WORDS = [word(raw) for raw in ("иван", "ivan", "grivota", "hvac")]


def queries() -> Queries:
    found = Queries(WORDS)
    found.add_plain(Plain([2], [3]))
    found.add(
        [Numbered([0], "Cyrillic", translated=False), Numbered([1], "Cyrillic", translated=True)]
    )
    found.add([])
    return found


def test_a_reading_is_made_of_its_words_and_marks() -> None:
    found = queries()

    assert [found.reading(at) for at in range(len(found))] == [
        Reading((WORDS[2],), "Latin", translated=False),
        Reading((WORDS[3],), "Latin", translated=False, mended=True),
        Reading((WORDS[0],), "Cyrillic", translated=False),
        Reading((WORDS[1],), "Cyrillic", translated=True),
    ]


def test_marks_of_all_readings_are_columns() -> None:
    found = queries()

    assert found.translated.tolist() == [False, False, False, True]
    assert found.mended.tolist() == [False, True, False, False]
    assert found.of_scripts({"Cyrillic"}).tolist() == [False, False, True, True]
    assert not found.of_scripts({"Han"}).any()


def test_each_name_has_its_readings_or_none() -> None:
    assert [*queries().of_names] == [range(2), range(2, 4), range(4, 4)]
