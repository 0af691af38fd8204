"""The page for tickets."""

from collections.abc import Callable

import factory
import pytest

from screenr.formats import FORMATS
from screenr.formats.view import View


def page(name: str) -> str:
    return FORMATS["markdown"].report(factory.report(factory.clear(name)), View())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("![x](http://evil.example)", r"\!\[x\](http\://evil.example)"),
        ("**bold** _it_ `code`", r"\*\*bold\*\* \_it\_ \`code\`"),
        ("www.evil.example", r"www\.evil.example"),
        ("a | b", r"a \| b"),
        ("@team", r"\@team"),
    ],
)
def test_a_name_is_shown_as_it_stands(name: str, shown: str) -> None:
    assert shown in page(name)


def test_a_name_cannot_begin_a_heading_of_its_own() -> None:
    assert "\n# Gotcha" not in page("x\n# Gotcha")


def test_the_whole_page_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    report = factory.report(
        factory.hit(), factory.clear("Bakery", factory.lowered()), warnings=("A sentence.",)
    )

    golden("report.md", FORMATS["markdown"].report(report, View(explain=True)))


def test_of_many_matches_no_one_is_hidden() -> None:
    matches = [factory.match(designation_id=f"us-test-list:n{number}") for number in range(13)]
    page = FORMATS["markdown"].report(factory.report(factory.hit(*matches)), View())

    assert "3 more matches in short" in page
    assert all(f"us-test-list:n{number}" in page for number in range(13))
