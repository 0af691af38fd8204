"""The HTML page, as text: what stands in it, and that nothing in it can act."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import factory
import pytest

from screenr.formats import FORMATS
from screenr.formats.html_rows import data
from screenr.formats.view import View
from screenr.models.counterparty import RowError
from screenr.models.report import Report

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    "$rows ${policy} $$",
    "]]></style>",
)


class Elements(HTMLParser):
    """What a browser would make of the page: its elements, and the texts of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "script":
            self.scripts[-1] += data


def page_of(report: Report) -> str:
    return FORMATS["html"].report(report, View())


def rows_of(page: str) -> list[Any]:
    """The rows of the only block of a page, with their texts as they are in it."""
    found = re.search(r'<script type="application/json" class="rows">(.*)</script>', page)
    assert found
    rows = json.loads(found.group(1))[2]
    assert isinstance(rows, list)
    return rows


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_adds_no_element_and_no_attribute(name: str) -> None:
    tame = Elements(page_of(factory.report(factory.hit(name="Acme"), factory.unscreened("Acme"))))
    page = page_of(factory.report(factory.hit(name=name), factory.unscreened(name)))
    wild = Elements(page)

    assert wild.tags == tame.tags
    assert wild.attributes == tame.attributes
    assert [row[2] for row in rows_of(page)] == [name, name]


def test_nothing_is_loaded_from_outside() -> None:
    elements = Elements(page_of(factory.report(factory.hit())))

    assert not elements.attributes & {"src", "href", "action", "style", "srcset"}
    assert not set(elements.tags) & {"link", "iframe", "img", "object", "form", "base"}


def test_only_the_one_script_and_the_one_style_may_act() -> None:
    page = page_of(factory.report(factory.hit()))

    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert re.fullmatch(
        "default-src 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+';"
        " base-uri 'none'; form-action 'none'",
        policy.group(1),
    )


def test_what_was_not_screened_stands_before_everything_else() -> None:
    report = factory.report(
        factory.hit(), factory.unscreened("- -"), errors=(RowError(5, "empty"),)
    )
    page = page_of(report)

    assert page.index("2 rows NOT SCREENED") < page.index("Hits by list")
    assert page.index("no word is left to compare") < page.index("Hits by list")


def test_each_outcome_has_its_row() -> None:
    report = factory.report(
        factory.hit(), factory.clear(), factory.unscreened(), errors=(RowError(5, "empty"),)
    )

    assert [row[1] for row in rows_of(page_of(report))] == ["hit", "clear", "error", "error"]


def test_hits_and_rows_not_screened_are_readable_where_scripts_are_stripped() -> None:
    report = factory.report(factory.hit(), errors=(RowError(5, "the name is empty"),))
    page = re.sub("<script.*?</script>", "", page_of(report), flags=re.DOTALL)

    assert "us-test-list:17" in page
    assert "#5" in page
    assert "the name is empty" in page


def test_a_sentence_that_many_matches_share_is_written_once() -> None:
    findings = [factory.hit(ref=f"{number}") for number in range(20)]
    page = page_of(factory.report(*findings))

    assert page.count("Presumption of denial.") == 1


def test_a_match_carries_its_evidence_word_by_word() -> None:
    [row] = rows_of(page_of(factory.report(factory.hit())))

    assert row[7][0]["evidence"] == [
        ["+0.90", "name", "acme", "acme", "identical"],
        ["-0.01", "name", "", "limited", "legal form"],
    ]


def test_an_old_list_is_marked_and_one_fixed_by_statute_is_not() -> None:
    lists = (factory.list_use("us-old", age_days=135), factory.list_use("us-law", age_days=None))
    page = page_of(factory.report(lists=lists))

    assert page.count('<b class="old">old</b>') == 1
    assert "fixed by statute" in page


def test_a_page_without_hits_has_no_charts_and_says_what_clear_means() -> None:
    page = page_of(factory.report(factory.clear()))

    assert "Hits by list" not in page
    assert "This does not say that dealing with it is safe." in page


def test_data_keep_their_meaning_and_no_character_that_could_leave_their_element() -> None:
    text = "</script> \u2028 \ud800 \x00 \u202e 华为"

    written = data([text])

    assert json.loads(written) == [text]
    assert not set(written) & set("<\u2028\ud800\x00\u202e")
