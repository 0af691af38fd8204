"""A format that forgets a row is a false clear: each must show everything."""

from collections.abc import Callable
from dataclasses import replace

import factory
import gate_factory
import pytest

from screenr.formats import FORMATS, format_of_file
from screenr.formats.view import View
from screenr.models.counterparty import RowError

WARNING = "No snapshot from then: parties removed in between may be missing."
FULL = factory.report(
    factory.hit(
        factory.match(relation="family"),
        factory.match("Acme Bots", matched_as="supplementary", designation_id="us-test-list:18"),
        factory.match("ACME HIDDEN", designation_id="us-test-list:19"),
    ),
    factory.clear("Corner Bakery", factory.lowered()),
    factory.unscreened("- -"),
    errors=(RowError(5, "the name is empty"),),
    lists=(factory.list_use(basis="reconstructed"),),
    warnings=(WARNING,),
)
EACH = pytest.mark.parametrize("name", FORMATS)


def rendered(name: str, *, limit: int | None = 2) -> str:
    return FORMATS[name].report(FULL, View(limit=limit, width=200))


@EACH
def test_each_format_shows_a_hit_with_its_list_and_date(name: str) -> None:
    text = rendered(name)

    assert "ACME ROBOTICS LIMITED" in text
    assert "us-test-list:17" in text
    assert "2019-10-09" in text


@EACH
def test_each_format_shows_who_is_clear(name: str) -> None:
    text = rendered(name)

    assert "Corner Bakery" in text
    assert "clear" in text.lower()


@EACH
def test_each_format_shows_a_name_that_was_not_screened(name: str) -> None:
    text = rendered(name)

    assert "no word is left to compare" in text


@EACH
def test_each_format_shows_a_row_that_could_not_be_read(name: str) -> None:
    text = rendered(name)

    assert "the name is empty" in text
    assert "5" in text


@EACH
def test_each_format_leaves_out_what_is_over_the_limit(name: str) -> None:
    assert "us-test-list:19" not in rendered(name)
    assert "us-test-list:19" in rendered(name, limit=None)


@EACH
def test_each_format_shows_what_a_contradiction_set_aside(name: str) -> None:
    text = rendered(name)

    assert "us-test-list:21" in text
    assert "1950" in text
    assert "1987" in text


COUNTED: dict[str, Callable[[str], bool]] = {
    "table": lambda text: "1 more match left out" in text,
    "json": lambda text: '"omitted": 1' in text,
    "jsonl": lambda text: '"omitted": 1' in text,
    "csv": lambda text: "1,Acme,,hit,,1,us-test-list" in text,
    "markdown": lambda text: "1 more match left out" in text,
    "html": lambda text: "1 more match left out" in text,
}


@EACH
def test_each_format_says_how_many_were_left_out(name: str) -> None:
    assert COUNTED[name](rendered(name))


@EACH
def test_each_format_says_that_a_list_was_reconstructed(name: str) -> None:
    text = rendered(name)

    assert "reconstructed" in text
    assert WARNING in text


@EACH
def test_each_format_shows_the_ownership_rule_of_a_family_match(name: str) -> None:
    assert "It does not reach owned companies." in rendered(name)


@EACH
def test_each_format_names_the_source_of_a_supplementary_name(name: str) -> None:
    assert "the company's own site" in rendered(name)


@EACH
def test_each_format_shows_a_decided_match_with_who_decided_what_and_why(name: str) -> None:
    decided = replace(factory.match(), decision=gate_factory.decision())

    text = FORMATS[name].report(factory.report(factory.hit(decided)), View(width=200))

    assert "us-test-list:17" in text
    assert "decided" in text.lower()
    for part in ("jane", "2026-10-01", "2027-10-01", "another company"):
        assert part in text


@EACH
def test_each_format_says_under_what_license_terms(name: str) -> None:
    assert "Presumption of denial." in rendered(name)


@EACH
def test_each_format_gives_the_same_bytes_for_the_same_report(name: str) -> None:
    assert rendered(name) == rendered(name)


@EACH
def test_each_format_says_of_what_day_the_lists_are(name: str) -> None:
    assert "2026-07-09" in rendered(name)


@EACH
def test_no_format_lets_control_characters_through(name: str) -> None:
    wild = "\x1b[31mred\x07 \u202egnp.exe \ud800 \x9b"
    report = factory.report(
        factory.hit(name=wild), factory.clear("Bakery", factory.lowered(wild, matched_name=wild))
    )

    text = FORMATS[name].report(report, View(width=200))

    assert not set(text) & set("\x1b\x07\u202e\ud800\x9b")


@EACH
def test_no_format_reads_markup_in_a_name(name: str) -> None:
    report = factory.report(factory.clear("[red]Acme[/red] [/]"))

    text = FORMATS[name].report(report, View(width=200))

    assert "red" in text.replace("\\", "")
    assert "[/]" in text.replace("\\", "")


def test_a_file_ending_names_its_format() -> None:
    assert format_of_file("report.JSONL") == "jsonl"
    assert format_of_file("report.md") == "markdown"


def test_an_unknown_ending_names_no_format() -> None:
    assert format_of_file("report.docx") is None
    assert format_of_file("report") is None
