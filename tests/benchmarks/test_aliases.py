"""Which aliases the benchmark asks, and which other person stands nearest to each."""

import datetime as dt

import pytest
from aliases import Alias, aliases_of

from screenr.models.designation import Alias as ListedAlias
from screenr.models.designation import Designation


def person(name: str, *aliases: str, weak: str = "") -> Designation:
    return Designation(
        id=f"un-alpha:{name}",
        kind="person",
        name=name,
        aliases=(
            *(ListedAlias(name=each) for each in aliases),
            *(ListedAlias(name=each, weak=True) for each in [weak] if each),
        ),
        listed=dt.date(2020, 1, 1),
        sources=("alpha",),
    )


ZORVEX = person("Anna Zorvex", "Zorvex, A.", "Анна Зорвекс", "ANNA ZORVEX", weak="The Fox")
OTHERS = [person("Bruno Quibblat"), person("Hanna Zorve")]


def test_weak_aliases_and_the_primary_name_itself_are_not_asked() -> None:
    assert [each.name for each in aliases_of([ZORVEX, *OTHERS])] == ["Zorvex, A.", "Анна Зорвекс"]


def test_the_negative_is_the_nearest_other_person_in_whatever_script() -> None:
    nearest = {each.name: each.nearest for each in aliases_of([ZORVEX, *OTHERS])}

    assert nearest["Анна Зорвекс"] == "Hanna Zorve"


def test_of_equally_near_persons_the_first_is_taken() -> None:
    twins = [person("Zorvex Hanna"), person("Hanna Zorvex")]

    (alias,) = aliases_of([person("Anna Zorvex", "Ana Zorvex"), *twins])
    assert alias.nearest == "Zorvex Hanna"


@pytest.mark.parametrize(
    ("name", "is_latin"),
    [("Anna Zorvex", True), ("Žofie Müller", True), ("Da’ud ʿAlī", True), ("Анна", False)],
)
def test_what_is_latin_and_what_the_original_script(name: str, *, is_latin: bool) -> None:
    assert Alias(name, "", "").is_latin is is_latin
