"""An earlier report as a baseline."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import factory
import gate_factory
import pytest

from screenr.errors import UsageError
from screenr.formats import FORMATS
from screenr.formats.view import View
from screenr.gate.baseline import Baseline, read_baseline
from screenr.models.finding import Finding
from screenr.models.report import Report

HIT = factory.hit()


def document(report: Report | None = None) -> dict[str, Any]:
    text = FORMATS["json"].report(report or factory.report(HIT, factory.clear()), View())
    read: dict[str, Any] = json.loads(text)
    return read


def baseline(folder: Path, content: object) -> Baseline:
    path = folder / "old.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return read_baseline(path, shown="old.json")


def test_the_open_matches_of_a_report_are_known(tmp_path: Path) -> None:
    read = baseline(tmp_path, document())

    assert len(read.matches) == 1
    assert read.known(HIT.counterparty, "us-test-list:17") is not None
    assert read.known(factory.counterparty("Other"), "us-test-list:17") is None


def test_what_was_decided_then_is_not_known(tmp_path: Path) -> None:
    decided = replace(factory.match(), decision=gate_factory.decision())

    read = baseline(tmp_path, document(factory.report(factory.hit(decided))))

    assert read.matches == {}


def test_the_worst_status_of_an_activity_is_what_it_was(tmp_path: Path) -> None:
    mild = replace(factory.effect(), status="red_flag")
    both = replace(factory.match(), effects=(factory.effect(), mild))

    read = baseline(tmp_path, document(factory.report(factory.hit(both))))

    (known,) = read.matches.values()
    assert known.statuses == {"export_reexport_transfer": "license_required"}


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"schema": "sarif"}', "[" * 100_000])
def test_what_is_no_report_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(UsageError, match="not a JSON report of screenr"):
        baseline(tmp_path, content)


def test_a_report_that_lacks_what_is_compared_is_refused(tmp_path: Path) -> None:
    older = document()
    del older["findings"][0]["matches"][0]["digest"]

    with pytest.raises(UsageError, match="not a whole report: KeyError at 'digest'"):
        baseline(tmp_path, older)


def test_a_report_with_a_number_for_a_name_is_refused(tmp_path: Path) -> None:
    older = document()
    older["findings"][0]["matches"][0]["designation"] = 17

    with pytest.raises(UsageError, match="not a whole report: TypeError at 17, which should be"):
        baseline(tmp_path, older)


def test_an_absent_baseline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file"):
        read_baseline(tmp_path / "none.json", shown="none.json")


@pytest.mark.parametrize(
    ("finding", "asked", "reason"),
    [
        (factory.clear("Bakery"), "us-test-list", "the counterparty is no longer in the files"),
        (factory.clear("Acme"), "us-test-list", "the counterparty no longer matches it"),
        (factory.clear("Acme"), "us-other", "its list was not asked"),
    ],
)
def test_what_is_gone_is_listed_with_the_reason(
    tmp_path: Path, finding: Finding, asked: str, reason: str
) -> None:
    use = baseline(tmp_path, document()).use([finding], [asked])

    assert [(each.designation, each.reason) for each in use.gone] == [("us-test-list:17", reason)]


def test_what_is_still_there_is_not_gone(tmp_path: Path) -> None:
    assert baseline(tmp_path, document()).use([HIT], ["us-test-list"]).gone == ()
