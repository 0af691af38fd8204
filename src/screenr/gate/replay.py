"""A recorded run, done again: the same rows, policy and decisions, and as near as can be the lists.

Only with the very same lists does another outcome mean that the program judges otherwise. With
others it is no replay, and what differs is said, list by list and counterparty by counterparty.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from screenr.catalog import Catalog
from screenr.decisions.file import DecisionsRead
from screenr.errors import ListUnavailableError, ScreenrError
from screenr.gate.baseline import Baseline, Known
from screenr.gate.held import Asked
from screenr.gate.record import outcomes
from screenr.gate.run import GateInput, run
from screenr.models.counterparty import Counterparty
from screenr.models.decision import Decision
from screenr.models.designation import Kind
from screenr.models.gate import Position, SupplierFile, UnreadRow
from screenr.models.policy import Policy
from screenr.screening import Screener


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What differs, a line each; `versions` are the program then and now."""

    lists: tuple[str, ...]
    outcomes: tuple[str, ...]
    screened: int
    recorded_by: str

    @property
    def verdict(self) -> Literal["same", "other outcome", "other lists"]:
        """Other lists come first: what came out of them proves nothing."""
        if self.lists:
            return "other lists"
        return "other outcome" if self.outcomes else "same"


def replay(record: Mapping[str, Any], catalog: Catalog) -> Replay:
    """Screen the rows of a record again with the lists that are held now."""
    held = {info.id for info in catalog.lists()}
    try:
        day = dt.date.fromisoformat(record["as_of"])
        still = tuple(each["id"] for each in record["lists"] if each["id"] in held)
        given = _input(record, still)
    except (KeyError, TypeError, ValueError) as error:
        raise ScreenrError(
            f"the record does not hold what a run needs: {type(error).__name__} at {error}"
        ) from None
    if not still:
        raise ListUnavailableError("none of the lists of this record is held here")
    screener = Screener(catalog, given.policy, as_of=day)
    now = {use.id: use for use in screener.lists}
    differing = []
    for each in record["lists"]:
        use = now.get(each["id"])
        if use is None:
            differing.append(f"{each['id']}: then of {each['published']}, not held now")
        elif use.sha256 != each["sha256"]:
            differing.append(
                f"{each['id']}: then of {each['published']} ({each['sha256'][:12]}),"
                f" now of {use.published.isoformat()} ({use.sha256[:12]})"
            )
    result = run(given, screener)
    return Replay(
        lists=tuple(differing),
        outcomes=tuple(_differences(record["counterparties"], outcomes(result))),
        screened=len(given.rows),
        recorded_by=record["screenr"],
    )


def _input(record: Mapping[str, Any], lists: tuple[str, ...]) -> GateInput:
    policy = record["policy"]
    chosen = policy["activities"]
    return GateInput(
        files=tuple(SupplierFile(**each) for each in record["files"]),
        rows=tuple(
            (Position(each["file"], each["line"]), _counterparty(each))
            for each in record["counterparties"]
        ),
        unread=tuple(
            UnreadRow(Position(each["file"], each["line"]), each["message"])
            for each in record["unread"]
        ),
        policy=Policy(
            lists=lists,
            threshold=record["threshold"],
            activities=None if chosen is None else tuple(chosen),
            fail_on=policy["fail_on"],
        ),
        policy_file=policy["file"],
        max_age_days=policy["max_age_days"],
        asked=Asked(lists, tuple(record["missing"]), tuple(record["left_out"]), ()),
        decisions=_decisions(record["decisions"]),
        baseline=_baseline(record["baseline"]),
    )


def _counterparty(record: Mapping[str, Any]) -> Counterparty:
    return Counterparty(
        ref=record["ref"],
        name=record["name"],
        aliases=tuple(record["aliases"]),
        countries=tuple(record["countries"]),
        country_given=record["country_given"],
        kind=next((each for each in get_args(Kind) if each == record["kind"]), None),
        born=tuple(record["born"]),
        identifiers=tuple(record["identifiers"]),
    )


def _decisions(record: Mapping[str, Any] | None) -> DecisionsRead | None:
    if record is None:
        return None
    return DecisionsRead(
        file=record["file"],
        sha256=record["sha256"],
        decisions=tuple(
            Decision(
                **{
                    **each,
                    "on": dt.date.fromisoformat(each["on"]),
                    "expires": dt.date.fromisoformat(each["expires"]),
                }
            )
            for each in record["entries"]
        ),
    )


def _baseline(record: Mapping[str, Any] | None) -> Baseline | None:
    if record is None:
        return None
    matches = []
    for each in record["matches"]:
        activities = each["activities"]
        matches.append(
            Known(
                **{
                    **each,
                    "countries": tuple(each["countries"]),
                    "activities": None if activities is None else tuple(activities),
                }
            )
        )
    return Baseline(
        file=record["file"], sha256=record["sha256"], matches={each.key: each for each in matches}
    )


def _differences(
    then: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    for before, after in zip(then, now, strict=True):
        told = [*_verdicts(before, after), *_matches(before["matches"], after["matches"])]
        if told:
            yield f"{before['file']}:{before['line']} {before['name']}: {'; '.join(told)}"


def _verdicts(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    if before["verdict"] != after["verdict"]:
        yield f"was {before['verdict']}, is {after['verdict']}"


def _matches(then: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    before = {each["designation"]: each for each in then}
    after = {each["designation"]: each for each in now}
    yield from (f"no longer matches {each}" for each in before if each not in after)
    yield from (f"now matches {each}" for each in after if each not in before)
    for each in before:
        if each not in after:
            continue
        changed = [
            f"{name} {before[each][name]}, now {after[each][name]}"
            for name in ("score", "relation", "verdict")
            if before[each][name] != after[each][name]
        ]
        if before[each]["digest"] != after[each]["digest"]:
            changed.append("the designation changed")
        if changed:
            yield f"{each}: {', '.join(changed)}"
