"""The schemas that editors use and the loader that the gate uses know the same files."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import build_schemas
from screenr.cli.schema import NAMES
from screenr.cli.templates import TEMPLATES
from screenr.config.policy_file import POLICY_NAME, read_policy
from screenr.decisions.file import decisions_in
from screenr.errors import UsageError

DECISION = {
    "counterparty": "Acme Robotics GmbH",
    "designation": "us-test-list:17",
    "verdict": "false_positive",
    "reason": "another company",
    "by": "jane@example.com",
    "on": "2026-10-01",
    "expires": "2027-10-01",
    "digest": "0",
}


def schema(name: str) -> dict[str, Any]:
    path = build_schemas.TARGET / f"{name}.schema.json"
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def is_valid(name: str, document: object) -> bool:
    return jsonschema.Draft202012Validator(schema(name)).is_valid(document)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_shipped_is_what_the_loader_knows(name: str) -> None:
    path = build_schemas.TARGET / f"{name}.schema.json"

    assert path.read_text(encoding="utf-8") == build_schemas.schema_text(name)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_shipped_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("lists: ['us-*', un-sc]\nthreshold: 0.85\nactivities: [buy, import]\n", True),
        ("fail_on: license_required\nmax_age_days: 30\ndecisions: reviewed.yaml\n", True),
        ("fail_om: listed\n", False),
        ("fail_on: never\n", False),
        ("activities: [steal]\n", False),
        ("threshold: 1.5\n", False),
        ("max_age_days: -1\n", False),
        ("lists: []\n", False),
        ("lists: us-*\n", False),
    ],
)
def test_schema_and_loader_judge_a_policy_alike(text: str, valid: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a parameter of the table
    path = tmp_path / POLICY_NAME
    path.write_text(text, encoding="utf-8")

    assert is_valid("policy", yaml.safe_load(text)) is valid
    if valid:
        read_policy(path, shown=POLICY_NAME)
    else:
        with pytest.raises(UsageError):
            read_policy(path, shown=POLICY_NAME)


@pytest.mark.parametrize("key", DECISION)
def test_a_decision_without_one_of_its_keys_is_valid_nowhere(key: str) -> None:
    entry = {name: value for name, value in DECISION.items() if name != key}

    assert is_valid("decisions", [DECISION])
    assert not is_valid("decisions", [entry])
    with pytest.raises(UsageError):
        decisions_in(yaml.safe_dump([entry]), "decisions.yaml")


def test_the_template_of_a_policy_is_valid() -> None:
    assert is_valid("policy", yaml.safe_load(TEMPLATES[POLICY_NAME]))
