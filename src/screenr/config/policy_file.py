"""`screenr.yaml`: the policy of a project, found from the working directory upward.

Only `gate` and what belongs to it read it. `check` and `batch` answer what they are asked: a file
in some folder above must not change the answer to a name that an officer typed.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

import pydantic

from screenr.config import policy_of
from screenr.models.list_info import Activity
from screenr.models.policy import Policy
from screenr.text import located_yaml, written
from screenr.text.written import Words

POLICY_NAME = "screenr.yaml"
DECISIONS_NAME = "screenr-decisions.yaml"

PlainWord = Literal["buy", "sell", "import", "invest", "pay", "federal", "market", "visit"]
# `none` would read as "never fail", and `unknown` alone would let a prohibition pass.
FailOn = Literal[
    "listed",
    "see_entry",
    "red_flag",
    "conditional",
    "denied_approval",
    "presumed_prohibited",
    "license_required",
    "prohibited",
]


class PolicyFile(pydantic.BaseModel, frozen=True, extra="forbid", title="screenr.yaml"):
    """The policy that a supplier list is screened and judged by."""

    lists: Annotated[
        tuple[Words, ...] | None,
        pydantic.Field(
            description="List ids and patterns, such as us-*; all by default.", min_length=1
        ),
    ] = None
    threshold: Annotated[
        float | None,
        pydantic.Field(
            description="Matches of this score or better count.", gt=0, le=1, allow_inf_nan=False
        ),
    ] = None
    activities: Annotated[
        tuple[Literal[PlainWord, Activity], ...] | None,
        pydantic.Field(
            description="What the counterparties are for; only effects on these decide.",
            min_length=1,
        ),
    ] = None
    fail_on: Annotated[
        FailOn | None,
        pydantic.Field(
            description="Fail every match (listed), or those with an effect this severe or worse."
        ),
    ] = None
    max_age_days: Annotated[
        int | None,
        pydantic.Field(
            description="Lists last confirmed longer ago than this cannot answer; 30 by default.",
            ge=0,
        ),
    ] = None
    decisions: Annotated[
        Words | None,
        pydantic.Field(description="The file of decisions, seen from this file's folder."),
    ] = None


POLICY_FILE: pydantic.TypeAdapter[PolicyFile] = pydantic.TypeAdapter(PolicyFile)


def read_policy(path: Path, *, shown: str) -> PolicyFile:
    """Read and check a policy; `UsageError` names file, line and column of the first fault."""
    root = located_yaml.load(written.text_of(written.bytes_of(path), shown), shown)
    return PolicyFile() if root is None else written.checked(POLICY_FILE, root, shown)


def place_of(path: Path, keys: Sequence[str | int]) -> tuple[int, int]:
    """Line and column of a value in a policy, for what only its reader can find wrong with it."""
    root = located_yaml.load(written.text_of(written.bytes_of(path), ""), "")
    return (1, 1) if root is None else root.at(keys).place


def policy_with(  # noqa: PLR0913 -- one parameter an option
    file: PolicyFile,
    *,
    lists: str | None = None,
    threshold: float | None = None,
    activities: Sequence[str] | None = None,
    fail_on: str | None = None,
    max_age_days: int | None = None,
) -> Policy:
    """The policy of a run: what a flag says goes before what the file says.

    `activities` are legal ones, already expanded, from the flags or else from the file.
    """
    return policy_of(
        lists=lists if lists is not None else ",".join(file.lists or ("*",)),
        threshold=file.threshold if threshold is None else threshold,
        activities=activities,
        max_age_days=file.max_age_days if max_age_days is None else max_age_days,
        fail_on=fail_on or file.fail_on or "listed",
    )


def found_upward(name: str, start: Path) -> Path | None:
    """The nearest file of this name in `start` or above it, no further up than its repository.

    What lies above the repository is not reviewed with it.
    """
    return next((each / name for each in _upward(start) if (each / name).is_file()), None)


def _upward(start: Path) -> Iterator[Path]:
    for folder in (start, *start.parents):
        yield folder
        if (folder / ".git").exists():
            return
