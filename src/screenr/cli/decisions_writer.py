"""A decision from flags or answers, checked and written into the file of the project."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, get_args

from screenr.cli import output as out
from screenr.cli import project, request
from screenr.config.policy_file import DECISIONS_NAME
from screenr.decisions.edit import read_or_empty, with_decision
from screenr.decisions.file import decisions_in, key_of
from screenr.errors import UsageError
from screenr.models.decision import Decision, DecisionVerdict
from screenr.models.digest import digest_of
from screenr.text.countries import country_code


class Target(NamedTuple):
    """The file that decisions are written to, which need not be there yet."""

    path: Path
    quiet: bool

    @property
    def shown(self) -> str:
        """The file as seen from the working directory."""
        return project.shown(self.path)

    def decisions(self) -> tuple[Decision, ...]:
        """What is decided already."""
        return decisions_in(read_or_empty(self.path), self.shown)


@dataclass(frozen=True, slots=True)
class Given:
    """What the flags say of a decision."""

    counterparty: str | None
    country: str | None
    designation: str | None
    verdict: str | None
    reason: str | None
    by: str | None
    on: dt.date
    expires: dt.date | None

    def about_one_match(self) -> bool:
        """Whether something is given that only one match can have."""
        return any((self.counterparty, self.country, self.verdict, self.reason))


def target(policy: Path | None, decisions: Path | None, *, quiet: bool) -> Target:
    """The decisions file of the project, else a new one beside its policy."""
    found = project.project(policy, decisions)
    if found.decisions_path is not None:
        return Target(found.decisions_path, quiet)
    folder = Path.cwd() if found.policy_path is None else found.policy_path.parent
    return Target(folder / DECISIONS_NAME, quiet)


def decide_one(place: Target, given: Given, *, data_dir: str | None, replace: bool) -> None:
    """Write the decision that the flags give, about a designation as it stands on its day."""
    missing = [
        name
        for name, value in (
            ("COUNTERPARTY", given.counterparty),
            ("DESIGNATION", given.designation),
            ("--verdict", given.verdict),
            ("--reason", given.reason),
            ("--by", given.by),
            ("--expires", given.expires),
        )
        if not value or (isinstance(value, str) and not value.strip())
    ]
    if missing:
        raise UsageError(
            f"a decision needs {', '.join(missing)} too",
            hint="or `screenr decide --from report.json` to be asked about each open match",
        )
    from screenr.cli.gate_request import catalog

    designation = catalog(data_dir).designation_on(str(given.designation), given.on)
    decision = Decision(
        counterparty=" ".join(str(given.counterparty).split()),
        country=_country(given.country),
        designation=designation.id,
        verdict=verdict_of(given.verdict),
        reason=" ".join(str(given.reason).split()),
        by=" ".join(str(given.by).split()),
        on=given.on,
        expires=given.expires or given.on,
        digest=digest_of(designation),
    )
    write(place, decision, note=designation.name, replace=replace)


def verdict_of(given: str | None) -> DecisionVerdict:
    """One of the verdicts; near misses are hinted at."""
    names = get_args(DecisionVerdict)
    wanted = request.chosen(given, names, default="", option="--verdict")
    return next(each for each in names if each == wanted)


def write(place: Target, decision: Decision, *, note: str, replace: bool) -> None:
    """Add the decision, or put it in the place of one on the same match that has lapsed."""
    if decision.expires < decision.on:
        raise UsageError(
            f"it would expire on {decision.expires}, before it is made on {decision.on}",
            hint="`--expires` is the last day on which it holds",
        )
    text = read_or_empty(place.path)
    old = next(
        (each for each in decisions_in(text, place.shown) if key_of(each) == key_of(decision)),
        None,
    )
    if old is not None and not replace and _still_holds(old, decision):
        raise UsageError(
            f"{place.shown}:{old.line}: this match is decided until {old.expires}: {old.verdict}",
            hint="`--replace` puts the new decision in its place",
        )
    out.emit(with_decision(text, decision, file=place.shown, note=note), str(place.path))
    said = "decided" if old is None else "decided again"
    out.say(
        f"{place.shown}: {said}: {decision.counterparty} and {decision.designation}:"
        f" {decision.verdict} until {decision.expires}",
        quiet=place.quiet,
    )


def _still_holds(old: Decision, new: Decision) -> bool:
    return old.digest == new.digest and old.on <= new.on <= old.expires


def _country(given: str | None) -> str | None:
    """As a code, which is how decisions know countries; a word that is none stays as it is."""
    if given is None:
        return None
    words = [each.strip() for each in given.split(",") if each.strip()]
    return ", ".join(sorted(country_code(each) or each for each in words)) or None
