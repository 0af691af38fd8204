"""Which lists can answer, and what is said of those that cannot."""

from pathlib import Path

import factory
import pytest
from data_folders import catalog_of
from small_lists import write_lists

from screenr.catalog import Catalog
from screenr.errors import UsageError
from screenr.gate.held import (
    KNOWN_LISTS,
    asked_of,
    old_among,
    problem_of_age,
    problem_of_missing,
)

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "lists"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("held")
    write_lists(folder)
    return catalog_of(folder)


def test_the_known_lists_are_those_that_ship() -> None:
    assert sorted(KNOWN_LISTS) == sorted(each.name for each in SHIPPED.iterdir() if each.is_dir())


def test_what_the_policy_leaves_out_is_named(catalog: Catalog) -> None:
    assert asked_of(("us-alpha",), catalog).left_out == ("us-beta",)


def test_what_the_program_knows_and_nobody_holds_is_named(catalog: Catalog) -> None:
    asked = asked_of(("*",), catalog)

    assert set(asked.absent) == set(KNOWN_LISTS)
    assert asked.missing == ()


def test_a_known_list_that_the_policy_names_is_missing_and_not_unknown(catalog: Catalog) -> None:
    asked = asked_of(("us-alpha", "us-ofac-sdn"), catalog)

    assert asked.missing == ("us-ofac-sdn",)
    assert asked.patterns == ("us-alpha",)


def test_an_exclusion_beside_a_missing_list_does_not_ask_all_the_rest(catalog: Catalog) -> None:
    asked = asked_of(("us-ofac-sdn", "!us-beta"), catalog)

    assert asked.patterns == ()
    assert asked.left_out == ("us-alpha", "us-beta")


def test_a_list_that_nobody_knows_is_an_error(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="no list `us-alfa`"):
        asked_of(("us-alfa",), catalog)


def test_an_exclusion_leaves_a_list_out(catalog: Catalog) -> None:
    assert asked_of(("us-*", "!us-beta"), catalog).left_out == ("us-beta",)


def test_a_list_is_old_only_beyond_the_limit() -> None:
    lists = [factory.list_use("us-a", age_days=30), factory.list_use("us-b", age_days=31)]

    assert [each.id for each in old_among(lists, 30)] == ["us-b"]


def test_a_list_fixed_by_statute_is_never_old() -> None:
    assert old_among([factory.list_use(age_days=None)], 0) == ()


def test_the_oldest_lists_are_named_and_the_others_counted() -> None:
    lists = [factory.list_use(f"us-{name}", age_days=40 + at) for at, name in enumerate("abcde")]

    told = problem_of_age(old_among(lists, 30), 30)

    assert told.startswith("us-e (44 days), us-d (43 days), us-c (42 days) and 2 more were last")
    assert "update the lists" in told


def test_a_missing_list_is_named_with_the_way_out() -> None:
    told = problem_of_missing(["us-ofac-sdn", "un-sc"])

    assert told.startswith("No snapshot is held of us-ofac-sdn, un-sc, which the policy names")
    assert "`--data-dir`" in told
