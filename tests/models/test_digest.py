"""When a designation is still what it was."""

import json
from dataclasses import replace

import factory
import pytest

from screenr.models.designation import Alias, Citation, Identifier, plain
from screenr.models.digest import changed_parts, digest_of, flat

LISTED = factory.designation()


def test_the_same_facts_have_the_same_digest() -> None:
    assert digest_of(LISTED) == digest_of(factory.designation())


def test_another_designation_has_another_digest() -> None:
    assert digest_of(LISTED) != digest_of(replace(LISTED, id="us-test-list:18"))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"name": "ACME ROBOTICS"}, "names"),
        ({"aliases": (Alias(name="Acme Bots", weak=True),)}, "names"),
        ({"countries": ("CN",)}, "countries"),
        ({"nationalities": ("CN",)}, "countries"),
        ({"kind": "person"}, "identity"),
        ({"born": ("1964",)}, "identity"),
        ({"identifiers": (Identifier(type="imo", value="1"),)}, "identity"),
        ({"programs": ()}, "programs and license terms"),
        ({"license": None}, "programs and license terms"),
        ({"listed": factory.DAY}, "dates"),
        ({"delisted": factory.DAY}, "dates"),
        ({"until": factory.DAY}, "dates"),
    ],
)
def test_a_change_that_matters_is_seen_and_named(change: dict[str, object], part: str) -> None:
    changed = replace(LISTED, **change)  # type: ignore[arg-type]

    assert changed_parts(digest_of(LISTED), digest_of(changed)) == (part,)


@pytest.mark.parametrize(
    "change",
    [
        {"remarks": "reworded"},
        {"addresses": ("Elsewhere 1",)},
        {"citations": (Citation(cite="90 FR 1"),)},
        {"sources": ("new",)},
        {"countries": ("HK", "CN")},
    ],
)
def test_a_change_that_does_not_matter_is_none(change: dict[str, object]) -> None:
    changed = replace(LISTED, **change)  # type: ignore[arg-type]

    assert digest_of(changed) == digest_of(LISTED)


@pytest.mark.parametrize(
    "value",
    [
        Alias(name="Acme"),
        Alias(name='Äcme "Bots"', weak=True, type="fka", script="Hans"),
        Identifier(type="imo", value="1"),
        Identifier(type="aka", value="1", country="CN"),
    ],
)
def test_aliases_and_identifiers_are_digested_as_they_are_written(
    value: Alias | Identifier,
) -> None:
    text = json.dumps(plain(value), sort_keys=True, separators=(",", ":"))

    assert flat(value) == text


def test_what_is_no_digest_of_this_form_holds_for_nothing() -> None:
    assert changed_parts("abc", digest_of(LISTED))
