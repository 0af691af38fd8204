"""A person's reviewed verdict on a match, and what became of it."""

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import Literal

DecisionVerdict = Literal["false_positive", "accepted", "true_match"]
DecisionState = Literal["holds", "changed", "expired", "early", "moved", "unused"]


_SAID = {
    "false_positive": "a false positive",
    "accepted": "accepted",
    "true_match": "a true match",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided on one counterparty and one designation as it then stood.

    `false_positive` says that they are two parties, `accepted` that they are one and that dealing
    with it is allowed here, `true_match` that they are one and that it is not. `expires` is the
    last day on which it holds. `digest` is `screenr.models.digest.digest_of` the designation on the
    day `on`. `country`, where given, is that of the counterparty as the decider saw it. `line` is
    where it stands in its file.
    """

    counterparty: str
    designation: str
    verdict: DecisionVerdict
    reason: str
    by: str
    on: dt.date
    expires: dt.date
    digest: str
    country: str | None = None
    line: int = 0

    @property
    def passes(self) -> bool:
        """Whether a match so decided may pass."""
        return self.verdict != "true_match"

    @property
    def sentence(self) -> str:
        """Who decided what, when, until when and why, without a full stop."""
        return (
            f"{_SAID[self.verdict]} by {self.by} on {self.on.isoformat()},"
            f" until {self.expires.isoformat()}: {self.reason.rstrip(' .')}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNote:
    """A decision that did not hold in this run, and why in a sentence.

    `changed`: the designation is not what it was; `expired`: its day has passed; `early`: it was
    made after the day asked about; `moved`: the counterparty has another country; `unused`: it met
    no match, as after the counterparty was renamed or dropped.
    """

    decision: Decision
    state: DecisionState
    reason: str


def same_name(name: str) -> str:
    """The name as decisions, baselines and fingerprints know it: spacing and encoding set aside.

    Nothing else is: "a counterparty renamed" is what opens a decided match again.
    """
    return " ".join(unicodedata.normalize("NFC", name).split())
