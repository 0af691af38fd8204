"""Supplier lists in YAML."""

import pytest

from screenr.errors import UsageError
from screenr.inputs.yaml_list import read_yaml
from screenr.models.counterparty import Counterparty, RowError

FILE = "suppliers.yaml"


def rows(text: str) -> list[tuple[int, Counterparty | RowError]]:
    return list(read_yaml(text, FILE))


def party(text: str) -> Counterparty:
    ((_, row),) = rows(text)
    assert isinstance(row, Counterparty)
    return row


def error(text: str) -> str:
    ((_, row),) = rows(text)
    assert isinstance(row, RowError)
    return row.message


def test_a_list_of_names_has_a_line_each() -> None:
    found = rows("# ours\n- Megvii\n\n- Corner Bakery\n")

    assert [line for line, _ in found] == [2, 4]
    assert [row.name for _, row in found if isinstance(row, Counterparty)] == [
        "Megvii", "Corner Bakery",
    ]  # fmt: skip


def test_a_list_of_mappings_says_more() -> None:
    found = party(
        "- name: Acme\n  aliases: [Acme Bots, ACME]\n  country: China\n  kind: organization\n"
        "  born: 1964\n  id: 91110108MA0\n  contact: Jane\n"
    )

    assert found == Counterparty(
        ref="suppliers.yaml:1",
        name="Acme",
        aliases=("Acme Bots", "ACME"),
        countries=("CN",),
        country_given="China",
        kind="organization",
        born=("1964",),
        identifiers=("91110108MA0",),
    )


def test_the_list_may_stand_under_one_key() -> None:
    assert party("suppliers:\n  - Megvii\n").ref == "suppliers.yaml:2"


@pytest.mark.parametrize("text", ["", "# none\n", "[]\n", "suppliers:\n", "suppliers: []\n"])
def test_a_list_without_entries_has_no_rows(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize("name", ["NO", "007", "1.50", "2026-01-01", "on", "0x1F"])
def test_names_stay_as_they_are_written(name: str) -> None:
    assert party(f"- {name}\n").name == name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("-\n", "the name is empty"),
        ("- ''\n", "the name is empty"),
        ("- country: CN\n", "the name is empty"),
        ("- '???'\n", "the name has neither letter nor digit"),
        (f"- {'a' * 1001}\n", "the name has 1,001 characters; the limit is 1,000"),
        ("- [a, b]\n", "a list in the list is no counterparty"),
        ("- name: Acme\n  aliasses: [Bots]\n", "unknown key `aliasses`; is it `aliases`?"),
        ("- name: Acme\n  alias: ['-']\n", "an alias has neither letter nor digit"),
        ("- name: Acme\n  alias: {a: b}\n", "`alias` is neither a text nor a list of texts"),
        ("- name: Acme\n  country: Ruritania\n", "unknown country `Ruritania`"),
        ("- name: Acme\n  kind: company\n", "unknown kind `company`"),
        ("- name: Acme\n  born: May 1964\n", "`born` is not a date: `May 1964`"),
    ],
)
def test_what_cannot_be_screened_is_said_with_its_line(text: str, message: str) -> None:
    assert error(text).startswith(message)


@pytest.mark.parametrize("text", ["just words\n", "a: 1\nb: 2\n", "suppliers: {a: b}\n"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"suppliers\.yaml:1:1: no list of counterparties"):
        rows(text)
