import pytest

from screenr.matching.constructs import apart, joined, turned

ARTICLES = frozenset({"al", "ur"})


@pytest.mark.parametrize(
    "word",
    ["abdulrahman", "abdelrahman", "abdurrahman", "abderrahman", "abdoulrahman", "abdirahman"],
)
def test_servant_of_god_in_one_word_is_two_words_however_its_article_is_spelled(word: str) -> None:
    assert apart(word) == ("abdul", "rahman")


@pytest.mark.parametrize("word", ["abdullah", "abdallah", "abdulla", "abdullahi"])
def test_servant_of_allah_is_one_word(word: str) -> None:
    assert apart(word) == (word,)


@pytest.mark.parametrize("word", ["abdou", "abduction", "abdomen", "abdo"])
def test_other_words_that_begin_alike_stay_whole(word: str) -> None:
    assert apart(word) == (word,)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [("jalaluddin", ("jalal", "din")), ("eddine", ("din",)), ("aboubacar", ("abou", "bacar"))],
)
def test_of_the_faith_and_father_of_are_parted(word: str, pieces: tuple[str, ...]) -> None:
    assert tuple(apart(word)) == pieces


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("khair ullah noori", ["khairullah", "noori"]),
        ("خير الله نوري", ["خيرالله", "نوري"]),
        ("عبد الله احمد", ["عبدالله", "احمد"]),
    ],
)
def test_a_name_with_the_word_for_god_after_it_is_one_word(name: str, words: list[str]) -> None:
    assert joined(name.split(), ARTICLES) == words


def test_the_word_for_god_after_a_name_that_has_it_stays_a_name() -> None:
    assert joined(["hamdullah", "allah", "noor"], ARTICLES) == ["hamdullah", "allah", "noor"]


@pytest.mark.parametrize("name", ["abd al rahman", "abdur rahman", "abdel rahman"])
def test_servant_and_its_article_are_one_word(name: str) -> None:
    assert joined(name.split(), ARTICLES) == ["abdul", "rahman"]


@pytest.mark.parametrize("servant", ["abdul", "abdur", "abdel", "abdoul", "abdus"])
def test_a_servant_that_ends_the_name_is_the_same_as_one_that_begins_it(servant: str) -> None:
    assert joined(["rahman", servant], ARTICLES) == ["rahman", "abdul"]


@pytest.mark.parametrize("name", ["abdur", "zainul abdeen", "zainul abdin", "rahman abd"])
def test_what_is_no_half_of_a_name_stays_as_written_at_its_end(name: str) -> None:
    assert joined(name.split(), ARTICLES) == name.split()


@pytest.mark.parametrize(
    ("name", "in_order"),
    [
        ("ULLAH, Haji Khair", "Haji Khair ULLAH"),
        ("Ullah Aman", "Aman Ullah"),
        ("Tayeb, Allah Dad", "Allah Dad Tayeb"),
    ],
)
def test_the_family_name_comes_last_where_its_place_takes_names_apart(
    name: str, in_order: str
) -> None:
    assert turned(name) == in_order


@pytest.mark.parametrize(
    "name", ["Ullah", "Ullah,", "Khair Ullah", "Khan, Khair Ullah", "Allah Dad", "Tayeb, Dadullah"]
)
def test_names_that_both_orders_leave_whole_are_not_turned(name: str) -> None:
    assert not turned(name)
