"""What counted for or against a match, in words."""

import pytest

from screenr.formats.lines import evidence_sentence
from screenr.models.finding import Evidence


@pytest.mark.parametrize(
    ("feature", "query", "listed", "said"),
    [
        ("name", "zorvex", "zorveks", "+0.50 name: zorvex ~ zorveks (spelling)"),
        ("left_query", "lines", "", "+0.50 only in what was asked: lines (spelling)"),
        ("left_listed", "", "lines", "+0.50 only in the listed name: lines (spelling)"),
        ("rule", "", "", "rule: spelling"),
    ],
)
def test_each_feature_has_its_sentence(feature: str, query: str, listed: str, said: str) -> None:
    evidence = Evidence(feature=feature, query=query, listed=listed, reading="spelling", weight=0.5)

    assert evidence_sentence(evidence) == said
