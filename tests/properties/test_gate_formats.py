"""Laws of the gate's formats: whatever a supplier is called, what is written is well formed."""

import json
import re

import factory
import gate_factory
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from screenr.formats import GATE_FORMATS
from screenr.formats.view import View
from screenr.models.gate import MatchVerdict

PIECES = ["::error::", "##[", "%0A", "\n", "\r", "\x1b[", "`", "](", "]]>", "{", "<b>", "\x85", " "]
NAME = st.lists(
    st.one_of(st.characters(codec=None), st.sampled_from(PIECES)), min_size=1, max_size=30
).map("".join)
MARKS = [
    "<script>",
    "<img src=x>",
    "![a](b)",
    "[a](b)",
    "**",
    "|",
    "-->",
    "<!--",
    "~~",
    "# ",
    "1. ",
]
TAGS = {"h2", "h3", "p", "br", "strong", "code", "ul", "li"}
VERDICT: st.SearchStrategy[MatchVerdict] = st.sampled_from(["fail", "known", "decided", "notice"])
COMMAND = re.compile(r"::(error|warning|notice) file=suppliers\.csv,line=2,title=[^:,\n]*::[^\n]*")
law = settings(max_examples=50, derandomize=True, deadline=None)


def written(name: str, party: str, verdict: MatchVerdict) -> str:
    judged = gate_factory.judged(verdict, match=factory.match(party), name=party)
    result = gate_factory.result(gate_factory.entry(judged, name=party))
    return GATE_FORMATS[name].gate(result, View(width=60))


@given(NAME, VERDICT)
@law
def test_junit_can_be_parsed(party: str, verdict: MatchVerdict) -> None:
    root = etree.fromstring(written("junit", party, verdict).encode("utf-8"))

    assert len(root.findall(".//testcase")) == 1


@given(NAME, VERDICT)
@law
def test_sarif_can_be_parsed_and_names_the_party_as_it_is(
    party: str, verdict: MatchVerdict
) -> None:
    (run,) = json.loads(written("sarif", party, verdict))["runs"]

    assert [each["properties"]["counterparty"] for each in run["results"]] == [party]


@given(NAME, VERDICT)
@law
def test_the_annotations_are_one_command_and_no_other(party: str, verdict: MatchVerdict) -> None:
    # The runner parts lines at LF, CR and CR LF.
    lines = re.split(r"\r\n|\r|\n", written("github", party, verdict))

    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == 1
    assert COMMAND.fullmatch(commands[0])
    assert not [line for line in lines if "##[" in line]


@pytest.mark.parametrize("name", ["table", "markdown", "json", "sarif", "junit"])
@given(party=NAME, verdict=VERDICT)
@law
def test_no_other_format_holds_a_command_of_a_build_log(
    name: str, party: str, verdict: MatchVerdict
) -> None:
    lines = re.split(r"\r\n|\r|\n", written(name, party, verdict))

    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@given(st.lists(st.sampled_from([*PIECES, *MARKS, "a"]), min_size=1, max_size=12), VERDICT)
@law
def test_a_rendered_comment_has_no_tag_of_a_name(pieces: list[str], verdict: MatchVerdict) -> None:
    page = written("markdown", "x".join(pieces), verdict)

    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tags = set(re.findall(r"</?([A-Za-z0-9]+)", rendered.render(page)))

    assert tags <= TAGS
