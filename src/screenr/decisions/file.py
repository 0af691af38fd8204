"""`screenr-decisions.yaml`: who decided what on which match, why, and until when.

A decision without reason, author or expiry is an error, and so are two on the same match: nobody
could tell later which of them let a listed party pass.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

import pydantic

from screenr.models.decision import Decision, DecisionVerdict, same_name
from screenr.text import located_yaml, written
from screenr.text.located_yaml import Node
from screenr.text.written import Day, Words


class DecisionEntry(pydantic.BaseModel, frozen=True, extra="forbid", title="decision"):
    """One reviewed match."""

    counterparty: Annotated[
        Words, pydantic.Field(description="The name as it stands in the supplier file.")
    ]
    country: Annotated[
        Words | None, pydantic.Field(description="Its country, where the supplier file gives one.")
    ] = None
    designation: Annotated[
        Words, pydantic.Field(description="The designation's id, such as us-ofac-sdn:306.")
    ]
    verdict: Annotated[
        DecisionVerdict,
        pydantic.Field(
            description="false_positive: two parties. accepted: one party, and dealing with it is"
            " allowed here. true_match: one party, and it is not."
        ),
    ]
    reason: Annotated[Words, pydantic.Field(description="Why, for whoever asks in a year.")]
    by: Annotated[Words, pydantic.Field(description="Who decided.")]
    on: Annotated[Day, pydantic.Field(description="The day of the decision.")]
    expires: Annotated[Day, pydantic.Field(description="The last day on which it holds.")]
    digest: Annotated[
        Words,
        pydantic.Field(description="Of the designation as it stood; `screenr decide` writes it."),
    ]

    @pydantic.model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.expires < self.on:
            raise ValueError(f"expires on {self.expires}, before it was made on {self.on}")
        return self


DecisionsFile = pydantic.RootModel[list[DecisionEntry]]
DECISIONS_FILE = pydantic.TypeAdapter(DecisionsFile)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsRead:
    """The decisions of a file, in its order, and the digest of its bytes."""

    file: str
    sha256: str
    decisions: tuple[Decision, ...]


def read_decisions(path: Path, *, shown: str) -> DecisionsRead:
    """Read and check; `UsageError` names file, line and column of the first fault."""
    content = written.bytes_of(path)
    return DecisionsRead(
        file=shown,
        sha256=hashlib.sha256(content).hexdigest(),
        decisions=decisions_in(written.text_of(content, shown), shown),
    )


def decisions_in(text: str, file: str) -> tuple[Decision, ...]:
    """The decisions that a text holds."""
    root = located_yaml.load(text, file)
    if root is None or root.plain() is None:
        return ()
    entries = written.checked(DECISIONS_FILE, root, file).root
    nodes = root.items or ()
    found = tuple(_decision(entry, node) for entry, node in zip(entries, nodes, strict=True))
    _refuse_doubles(found, nodes, file)
    return found


def key_of(decision: Decision) -> tuple[str, str, str]:
    """What a decision is about: the counterparty, its country where given, the designation."""
    return same_name(decision.counterparty), decision.country or "", decision.designation


def _decision(entry: DecisionEntry, node: Node) -> Decision:
    return Decision(**entry.model_dump(), line=node.line)


def _refuse_doubles(decisions: tuple[Decision, ...], nodes: tuple[Node, ...], file: str) -> None:
    first: dict[tuple[str, str, str], Decision] = {}
    for decision, node in zip(decisions, nodes, strict=True):
        before = first.setdefault(key_of(decision), decision)
        if before is not decision:
            raise located_yaml.fault(
                file,
                node.place,
                f"a second decision on `{decision.counterparty}` and {decision.designation}",
                hint=f"the first stands in line {before.line}; keep one of them",
            )
