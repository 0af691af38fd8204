"""A row becomes a counterparty, or a reason why not."""

import pytest

from screenr.inputs.columns import Columns
from screenr.inputs.counterparties import reader_of
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.row import Row

COLUMNS = Columns(name=0, aliases=(1,), countries=(2,), identifiers=(3,), kind=4, born=5)


def outcome(*cells: str, problem: str = "") -> tuple[Counterparty | RowError, str]:
    filled = [*cells, *[""] * (6 - len(cells))]
    return reader_of(COLUMNS)(Row(7, filled, problem))


def party(*cells: str) -> Counterparty:
    found, _ = outcome(*cells)
    assert isinstance(found, Counterparty)
    return found


def test_each_cell_goes_to_its_place() -> None:
    assert party(" Acme ", "A One; 一", "Germany", "DE1|DE2", "Company", "1964-05") == Counterparty(
        ref="7",
        name="Acme",
        aliases=("A One", "一"),
        countries=("DE",),
        country_given="Germany",
        identifiers=("DE1", "DE2"),
        kind="organization",
        born=("1964-05",),
    )


def test_the_comma_does_not_part_aliases() -> None:
    assert party("Acme", "Acme, Inc.").aliases == ("Acme, Inc.",)


@pytest.mark.parametrize("nothing", ["-", "n/a", "N/A", "unknown", "无", "--"])
def test_what_stands_for_nothing_is_nothing(nothing: str) -> None:
    found, note = outcome("Acme", nothing, nothing, nothing, nothing, nothing)

    assert isinstance(found, Counterparty)
    assert (found.aliases, found.countries, found.identifiers) == ((), (), ())
    assert (found.kind, found.born, note) == (None, (), "")


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("中国", ("CN",)),
        ("Korea, Republic of", ("KR",)),
        ("CN; HK", ("CN", "HK")),
        ("France/Germany", ("FR", "DE")),
        ("Chinese", ("CN",)),
        ("NA", ("NA",)),
    ],
)
def test_countries_are_read_as_people_write_them(cell: str, codes: tuple[str, ...]) -> None:
    assert party("Acme", "", cell).countries == codes


def test_a_country_that_is_not_understood_is_noted_and_the_row_is_used() -> None:
    found, note = outcome("Acme", "", "Atlantis")

    assert isinstance(found, Counterparty)
    assert note == "country not understood: Atlantis"


def test_a_kind_that_is_not_understood_is_noted_and_the_row_is_used() -> None:
    found, note = outcome("Acme", "", "", "", "Tier 2")

    assert isinstance(found, Counterparty)
    assert note == "kind not understood: Tier 2"


@pytest.mark.parametrize(
    ("cells", "problem", "said"),
    [
        (("  ",), "", "the name is empty"),
        (("#REF!",), "", "the name is empty (#REF!)"),
        (('{"name": "Acme"}',), "", "the name is a JSON object, not a text"),
        (("NULL",), "", "the name is empty (NULL)"),
        (("x" * 1001,), "", "the name is longer than 1,000 characters"),
        (("Acme", "x" * 1001), "", "an alias is longer than 1,000 characters"),
        (("Acme", "", "", "", "", "soon"), "", "the birth date is not a date"),
        (("Acme",), "the line is not JSON", "the line is not JSON"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(
    cells: tuple[str, ...], problem: str, said: str
) -> None:
    assert outcome(*cells, problem=problem)[0] == RowError(7, said)
