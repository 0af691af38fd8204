"""Files that people write: whatever stands in them gives values or a clear error, never a crash."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import gate_factory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screenr.config.policy_file import read_policy
from screenr.decisions.edit import with_decision
from screenr.decisions.file import decisions_in
from screenr.errors import ScreenrError
from screenr.gate.baseline import read_baseline
from screenr.inputs.yaml_list import read_yaml
from screenr.models.counterparty import Counterparty, RowError

PIECES = st.lists(
    st.sampled_from(
        [
            "- ", "  ", "\n", ": ", "name", "counterparty", "threshold", "0.9", "[", "]", "{", "}",
            "&a", "*a", "!!str", "'", '"', "#", "|", "> ", "---", "...", "null", "~", "\t", "lists",
            "2026-01-01", "名", "\x00", "\ufeff", "%YAML 9.9", "? ", "<<: ", "\r\n", ",",
        ]
    )
).map("".join)  # fmt: skip
TEXTS = PIECES | st.text(max_size=60)
FEW = settings(max_examples=150, deadline=None, derandomize=True)


@FEW
@given(TEXTS)
def test_any_text_is_decisions_or_a_clear_error(text: str) -> None:
    with suppress(ScreenrError):
        assert isinstance(decisions_in(text, "d.yaml"), tuple)


@FEW
@given(TEXTS)
def test_any_text_is_a_supplier_list_or_a_clear_error(text: str) -> None:
    with suppress(ScreenrError):
        for line, row in read_yaml(text, "s.yaml"):
            assert line >= 1
            assert isinstance(row, Counterparty | RowError)


@settings(FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_policy_or_a_clear_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "screenr.yaml"
    path.write_bytes(content)

    with suppress(ScreenrError):
        read_policy(path, shown="screenr.yaml")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["schema", "policy", "findings", "counterparty", "matches", "name", "countries",
             "designation", "digest", "effects", "activities", "decision", "status"]
        ),
        inner,
    ),
    max_leaves=12,
)  # fmt: skip


@settings(FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON, JSON)
def test_any_report_is_a_baseline_or_a_clear_error(
    tmp_path: Path, policy: object, findings: object
) -> None:
    import json

    path = tmp_path / "report.json"
    document = {"schema": "screenr/report/1", "policy": policy, "findings": findings}
    path.write_text(json.dumps(document))

    with suppress(ScreenrError):
        read_baseline(path, shown="report.json")


@FEW
@given(TEXTS, TEXTS)
def test_a_written_decision_reads_back_or_nothing_is_written(before: str, name: str) -> None:
    said = " ".join(name.split())
    decision = replace(gate_factory.decision(), counterparty=said, reason=said)

    with suppress(ScreenrError):
        after = with_decision(before, decision, file="d.yaml", note=name)
        assert any(each.counterparty == said for each in decisions_in(after, "d.yaml"))
