"""The schemas of the files that people write."""

import json
from pathlib import Path

from conftest import Run


def test_the_schema_of_a_policy_is_written_to_the_standard_output(run: Run) -> None:
    ended = run("schema", "policy")

    assert ended.code == 0
    assert "fail_on" in json.loads(ended.out)["properties"]


def test_the_schema_of_decisions_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "decisions.schema.json"

    assert run("schema", "decisions", "-o", target).code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["type"] == "array"


def test_an_unknown_schema_is_wrong_usage_with_the_one_that_was_meant(run: Run) -> None:
    ended = run("schema", "polcy")

    assert ended.code == 2
    assert "did you mean `policy`?" in ended.err
