"""The page for a comment on a pull request."""

from dataclasses import replace

import gate_factory
import pytest

from screenr.formats import gate_markdown
from screenr.formats.view import View
from screenr.models.decision import DecisionNote
from screenr.models.gate import DecisionsUse, Position


def page(name: str) -> str:
    result = gate_factory.result(gate_factory.entry(gate_factory.judged(name=name), name=name))
    return gate_markdown.gate(result, View())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("a | b `c`", r"a \| b \`c\`"),
        ("x\n# Gotcha", r"x \# Gotcha"),
        ("-->", r"--\>"),
    ],
)
def test_a_name_is_shown_as_it_stands(name: str, shown: str) -> None:
    assert shown in page(name)


@pytest.mark.parametrize("name", ["@org/everyone", "ask @someone", "see #123"])
def test_a_name_notifies_nobody(name: str) -> None:
    sign = "@" if "@" in name else "#"

    assert f"\\{sign}&#8203;" in page(name)


def test_an_address_of_mail_is_no_name_to_notify() -> None:
    assert r"jane\@example.com" in page("jane@example.com")


def test_the_page_can_be_found_again_by_its_mark() -> None:
    assert page("Acme").startswith(f"{gate_markdown.MARK}\n## FAIL: 1 of 1 counterparty fails")


def test_a_page_of_too_many_counterparties_ends_and_says_how_many_are_left_out() -> None:
    entries = [
        gate_factory.entry(gate_factory.judged(), name=f"Acme {at}", line=at) for at in range(300)
    ]
    text = gate_markdown.gate(gate_factory.result(*entries), View())

    assert len(text) <= gate_markdown.COMMENT
    shown = text.count("**Acme ")
    assert f"**{300 - shown} more left out" in text


def test_a_page_of_too_many_notes_ends_and_says_how_many_are_left_out() -> None:
    notes = tuple(
        DecisionNote(decision=gate_factory.decision(f"Gone {at}"), state="unused", reason="unused")
        for at in range(500)
    )
    use = DecisionsUse(file="screenr-decisions.yaml", sha256="0" * 64, count=500, unused=notes)

    text = gate_markdown.gate(gate_factory.result(decisions=use), View())

    assert len(text) <= gate_markdown.COMMENT
    assert "more; the JSON report has all." in text
    assert "Lists: us-test-list 2026-07-09" in text


def test_a_file_name_cannot_end_its_code_span() -> None:
    entry = replace(gate_factory.entry(gate_factory.judged()), position=Position("a`@x`.csv", 3))

    assert "`a'@x'.csv:3`" in gate_markdown.gate(gate_factory.result(entry), View())
