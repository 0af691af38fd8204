"""The gate on the wire."""

import json
from typing import Any

import gate_factory
from wire import strangers

from screenr.formats import GATE_FORMATS
from screenr.formats.gate_v1 import GateReportV1
from screenr.formats.view import View
from screenr.models.decision import DecisionNote
from screenr.models.gate import (
    BaselineUse,
    DecisionsUse,
    GateResult,
    GoneMatch,
    Position,
    UnreadRow,
)

NOTE = DecisionNote(decision=gate_factory.decision(), state="expired", reason="it expired")
RESULT = gate_factory.result(
    gate_factory.entry(gate_factory.judged(lapsed=NOTE), line=14),
    gate_factory.entry(name="Corner Bakery", line=15),
    gate_factory.unscreened(),
    unread=(UnreadRow(Position(gate_factory.FILE, 8), "the name is empty"),),
    decisions=DecisionsUse(file="screenr-decisions.yaml", sha256="0" * 64, count=1, lapsed=(NOTE,)),
    baseline=BaselineUse(
        file="report.json",
        sha256="1" * 64,
        count=1,
        gone=(GoneMatch(counterparty="A", designation="us-x:1", name="A LTD", reason="gone"),),
    ),
)


def document(result: GateResult, *, limit: int | None = None) -> dict[str, Any]:
    loaded = json.loads(GATE_FORMATS["json"].gate(result, View(limit=limit)))
    assert isinstance(loaded, dict)
    return loaded


def test_the_document_is_what_its_types_say() -> None:
    assert [*strangers(document(RESULT), GateReportV1)] == []


def test_it_is_a_report_with_one_more_key() -> None:
    found = document(RESULT)

    assert found["schema"] == "screenr/report/1"
    assert list(found)[-1] == "gate"


def test_each_counterparty_has_its_verdict_and_its_place() -> None:
    entries = document(RESULT)["gate"]["entries"]

    assert [(each["line"], each["verdict"]) for each in entries] == [
        (14, "fail"),
        (15, "pass"),
        (9, "error"),
    ]


def test_the_counts_add_up_to_all_rows() -> None:
    totals = document(RESULT)["gate"]["totals"]

    assert totals.pop("counterparties") == 3
    assert sum(totals.values()) == 3 + 1  # and the row that was not read


def test_a_limit_leaves_no_match_out_because_the_document_may_be_a_baseline() -> None:
    result = gate_factory.result(
        gate_factory.entry(gate_factory.judged(), gate_factory.judged("notice"))
    )

    (finding,) = document(result, limit=1)["findings"]

    assert len(finding["matches"]) == 2
    assert finding["omitted"] == 0
