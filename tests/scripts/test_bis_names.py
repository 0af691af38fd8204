"""Name cells of the Entity List."""

import pytest

from screenr.models.designation import Alias
from snapshots.bis_names import kind_of_entry, read_aliases, read_name, short_names


def test_former_name_in_a_cut_cell_is_an_alias() -> None:
    found = read_name("Example, OOO (f.k.a., Sample, ZAO")
    assert (found.name, found.aliases) == ("Example, OOO", (Alias(name="Sample, ZAO", type="fka"),))


def test_affiliated_entity_is_named_by_itself() -> None:
    found = read_name("Example Co., Ltd. (Ex). Affiliated Entity: Sample Digital Co., Ltd.")
    assert (found.name, found.parent) == ("Sample Digital Co., Ltd.", "Example Co., Ltd. (Ex)")


def test_subordinate_institution_keeps_its_parent() -> None:
    found = read_name("Example 13th Institute (EX 13) subordinate institution: Sample Circuits")
    assert (found.name, found.parent) == ("Sample Circuits", "Example 13th Institute (EX 13)")


def test_institution_without_a_name_takes_its_first_alias() -> None:
    found = read_name("Example Institute subordinate institution:", ["Sample International"])
    assert found.name == "Sample International"


def test_number_alone_is_no_name_of_an_institution() -> None:
    found = read_name("Example Academy. Subordinate Institution - 204th Research Institute")
    assert found.name == "Example Academy 204th Research Institute"


def test_subsidiary_in_parentheses_has_a_parent() -> None:
    found = read_name("Example Limited (a subsidiary of Example National Corporation)")
    assert (found.name, found.parent) == ("Example Limited", "Example National Corporation")


def test_abbreviation_of_the_name_is_an_alias() -> None:
    assert short_names("Federal Example Service (FES)") == [
        Alias(name="Federal Example Service"),
        Alias(name="FES"),
    ]


@pytest.mark.parametrize("name", ["Example (HK) Co., Ltd.", "Example (UAE)", "Example (XYZ) Plant"])
def test_place_or_foreign_letters_in_parentheses_are_no_alias(name: str) -> None:
    assert short_names(name) == []


def test_entry_that_is_an_address_alone_is_told() -> None:
    assert kind_of_entry("Address 12", "Address 12", ()) == "address"


def test_addresses_in_alias_cells_are_given_apart() -> None:
    aliases, addresses = read_aliases("Example", ["Sample Ltd, 5 Mira Street, Minsk, Belarus"])
    assert (aliases, addresses) == (
        (Alias(name="Sample Ltd"),),
        ("5 Mira Street, Minsk, Belarus",),
    )
