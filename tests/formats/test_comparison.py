"""Two names compared, in every format."""

import csv
import io
import json

import pytest
from wire import strangers

from screenr.formats.comparison import COMPARISONS, ComparedNames, ComparisonV1
from screenr.formats.view import View
from screenr.models.finding import Comparison, Evidence

EACH = pytest.mark.parametrize("form", COMPARISONS)
NAMES = ComparedNames(
    query="Shenzhen Zorvex", listed="Zorvex Ltd.", kind="organization", threshold=0.8
)
EVIDENCE = (
    Evidence(feature="name", query="zorvex", listed="zorvexx", reading="spelling", weight=0.75),
    Evidence(feature="left_query", query="shenzhen", listed="", reading="place", weight=-0.2),
    Evidence(feature="left_listed", query="", listed="ltd", reading="legal form", weight=-0.05),
    Evidence(feature="rule", query="", listed="", reading="another kind of party", weight=0.0),
)


def comparison(*, score: float = 0.9123, is_match: bool = True) -> Comparison:
    return Comparison(
        score=score,
        is_match=is_match,
        grade="strong" if is_match else None,
        relation="family" if is_match else None,
        reason="“zorvex” met.",
        evidence=EVIDENCE,
    )


def rendered(
    form: str, names: ComparedNames = NAMES, found: Comparison | None = None, *, width: int = 80
) -> str:
    return COMPARISONS[form](names, found or comparison(), View(width=width))


@EACH
@pytest.mark.parametrize(
    "said",
    ["Shenzhen Zorvex", "Zorvex Ltd.", "organization", "0.91", "strong", "family", "“zorvex” met.",
     "zorvexx", "spelling", "shenzhen", "place", "legal form", "another kind of party"],
)  # fmt: skip
def test_each_format_says_what_the_score_rests_on(form: str, said: str) -> None:
    assert said in rendered(form)


@EACH
def test_each_format_tells_no_match_from_a_match(form: str) -> None:
    found = comparison(score=0.5, is_match=False)

    assert rendered(form, found=found) != rendered(form)
    assert any(said in rendered(form, found=found) for said in ("NO MATCH", "false", ",no,"))


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_a_score_just_below_the_threshold_does_not_read_as_if_it_reached_it(form: str) -> None:
    found = comparison(score=0.7996, is_match=False)

    assert "NO MATCH  0.7996, below the threshold 0.8000" in rendered(form, found=found)


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_where_nothing_met_it_says_so(form: str) -> None:
    found = Comparison(
        score=0.0, is_match=False, grade=None, relation=None, reason="No word was shared.",
        evidence=EVIDENCE[1:3],
    )  # fmt: skip

    words = rendered(form, found=found).replace("*", "").split()
    assert words[words.index("met") + 1] == "nothing"


@EACH
def test_a_hostile_name_steers_nothing(form: str) -> None:
    names = ComparedNames(
        query="\x1b[31m=cmd()\u202e", listed="[red]<b>@sum", kind=None, threshold=0.8
    )
    out = rendered(form, names)

    assert not set(out) & set("\x1b\u202e")
    assert "<b>" not in out or form != "markdown"


def test_a_csv_cell_is_no_formula() -> None:
    names = ComparedNames(query="=1+1", listed="@sum", kind=None, threshold=0.8)

    (row,) = csv.DictReader(io.StringIO(rendered("csv", names)))
    assert (row["query"], row["listed"]) == ("'=1+1", "'@sum")


def test_the_table_fits_a_narrow_terminal() -> None:
    lines = rendered("table", width=60).splitlines()

    assert max(map(len, lines)) <= 60


def test_json_is_what_version_1_says() -> None:
    document = json.loads(rendered("json"))

    assert list(strangers(document, ComparisonV1)) == []
    assert document["score"] == 0.9123
    assert len(document["evidence"]) == len(EVIDENCE)


def test_jsonl_is_the_json_on_one_line() -> None:
    (line,) = rendered("jsonl").splitlines()

    assert json.loads(line) == json.loads(rendered("json"))
