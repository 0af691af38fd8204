"""What the benchmark asks is damaged as it says, and the same in every run."""

import damage
import pytest
from damage import Listed, Maker, Question

PHOENIX = Listed("us-alpha:1", "Shenzhen Phoenix Electronics Limited")
ANNA = Listed("us-alpha:2", "Anna Maria Zorvex")


def asked(make: Maker, party: Listed, kind: str) -> list[str]:
    return [each.query for each in make([party]) if each.damage == kind]


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        ("name_order", "Limited Electronics Phoenix Shenzhen"),
        ("initials", "S. Phoenix Electronics Limited"),
        ("addressed", "M/s. Shenzhen Phoenix Electronics Limited"),
        ("twice", "Sshenzhen Phoenix Electronics Limited"),
        ("sound", "Shenshen Phoenix Electronics Limited"),
    ],
)
def test_a_firm_is_damaged_as_invoices_and_hearsay_do(kind: str, query: str) -> None:
    assert asked(damage.organizations, PHOENIX, kind) == [query]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Phoenix Lines", "Foenix Lines"),
        ("Farm Lines", "Pharm Lines"),
        ("Coral Lines", "Koral Lines"),
        ("Kvant Lines", "Cvant Lines"),
    ],
)
def test_a_name_written_as_it_sounds_keeps_its_capital(name: str, query: str) -> None:
    assert asked(damage.organizations, Listed("us-alpha:3", name), "sound") == [query]


def test_a_letter_that_is_double_already_is_not_doubled_again() -> None:
    assert asked(damage.persons, Listed("us-alpha:4", "Aaron Lee"), "twice") == []


def test_a_damage_that_changes_nothing_is_not_asked() -> None:
    questions = list(damage.organizations([PHOENIX, ANNA]))

    assert [each for each in questions if each.expected and each.query == each.source] == []


@pytest.mark.parametrize("make", [damage.persons, damage.organizations])
def test_two_runs_ask_the_same(make: Maker) -> None:
    first: list[Question] = list(make([PHOENIX, ANNA]))

    assert first == list(make([PHOENIX, ANNA]))
