"""Everything known of one designation."""

import datetime as dt
import json
from collections.abc import Callable

import factory
import pytest

from screenr.formats.dossier import Dossier, Standing
from screenr.formats.show import DOSSIERS
from screenr.formats.view import View
from screenr.models.designation import Bounds, Designation


def standing(designation: Designation) -> Standing:
    return Standing(
        designation=designation,
        list=factory.list_info(),
        in_force=True,
        effects=(factory.effect(), factory.effect("visa_entry", scope="")),
        upcoming=(),
        summary="Supplying it needs a license.",
        ownership="It does not reach owned companies.",
        notes=("A note of caution.",),
    )


DOSSIER = Dossier(
    as_of=factory.DAY,
    asked=standing(factory.designation("ACME ROBOTICS")),
    related=(
        standing(
            factory.designation(
                "Acme Early Works",
                designation_id="us-other-list:1",
                listed=Bounds(by=dt.date(2018, 8, 13)),
            )
        ),
    ),
)
EACH = pytest.mark.parametrize("name", DOSSIERS)


@EACH
def test_each_format_shows_the_party_and_its_relatives(name: str) -> None:
    text = DOSSIERS[name](DOSSIER, View())

    assert "ACME ROBOTICS" in text
    assert "Acme Early Works" in text
    assert "us-other-list:1" in text


@EACH
def test_each_format_shows_aliases_addresses_and_what_it_restricts(name: str) -> None:
    text = DOSSIERS[name](DOSSIER, View(width=110))

    assert "Acme Bots" in text
    assert "Supplying it needs a license" in text
    assert "It does not reach owned companies." in text


@EACH
def test_no_format_lets_control_characters_through(name: str) -> None:
    dossier = Dossier(as_of=factory.DAY, asked=standing(factory.designation("\x1b[2J\u202e")))

    assert not set(DOSSIERS[name](dossier, View())) & set("\x1b\u202e")


def test_the_timeline_begins_with_what_was_listed_first() -> None:
    assert json.loads(DOSSIERS["json"](DOSSIER, View()))["timeline"] == [
        "us-other-list:1",
        "us-test-list:17",
    ]


@pytest.mark.parametrize(("name", "file"), [("table", "show.txt"), ("markdown", "show.md")])
def test_the_whole_page_is_as_reviewed(
    golden: Callable[[str, str], None], name: str, file: str
) -> None:
    golden(file, DOSSIERS[name](DOSSIER, View()))
