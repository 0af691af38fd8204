"""One match under the policy: does it fail, and why, in a sentence that a build log can show."""

from collections.abc import Iterable
from typing import NamedTuple, get_args

from screenr.effects import plain_sentence, severity
from screenr.effects.activities import doing
from screenr.gate.baseline import Baseline, Known
from screenr.models.counterparty import Counterparty
from screenr.models.decision import DecisionNote
from screenr.models.digest import digest_of
from screenr.models.finding import Effect, Match
from screenr.models.gate import JudgedMatch, MatchVerdict, Novelty, fingerprint_of
from screenr.models.list_info import Status
from screenr.models.policy import Policy

_NAMED = 3


class _Judged(NamedTuple):
    """What the policy alone says of a match."""

    fails: bool
    reason: str


def judge(
    match: Match,
    counterparty: Counterparty,
    policy: Policy,
    *,
    lapsed: DecisionNote | None = None,
    baseline: Baseline | None = None,
) -> JudgedMatch:
    """Decide on one match: the decision first, then the policy, then the baseline.

    A baseline excuses what was open in it, and never what somebody decided is a true match.
    """
    fingerprint = fingerprint_of(counterparty, match.designation.id)
    decision = match.decision
    if decision is not None and decision.passes:
        return JudgedMatch(
            match=match,
            verdict="decided",
            reason=f"Decided {decision.sentence}.",
            fingerprint=fingerprint,
        )
    found = _under(policy, match)
    known = None if baseline is None else baseline.known(counterparty, match.designation.id)
    novelty, change = _novelty(match, known, policy, baseline)
    before = [
        "" if decision is None else f"Decided {decision.sentence}.",
        "" if lapsed is None else _lapse(lapsed),
        change,
    ]
    is_known = found.fails and baseline is not None and novelty is None and decision is None
    excuse = "It stands unchanged in the baseline. Without it: " if is_known else ""
    failing: MatchVerdict = "known" if is_known else "fail"
    return JudgedMatch(
        match=match,
        verdict=failing if found.fails else "notice",
        reason=_joined([*before, f"{excuse}{found.reason}"]),
        fingerprint=fingerprint,
        lapsed=lapsed,
        novelty=novelty,
    )


def _under(policy: Policy, match: Match) -> _Judged:
    if policy.fail_on == "listed":
        return _Judged(fails=True, reason="Every match fails (`fail_on: listed`).")
    limit = severity(_status(policy.fail_on))
    severe = [each for each in match.effects if severity(each.status) >= limit]
    if severe:
        worst = f"{_sentences(severe)} (`fail_on: {policy.fail_on}`)."
        return _Judged(fails=True, reason=worst)
    return _Judged(fails=False, reason=_joined([_milder(policy, match), _later(limit, match)]))


def _milder(policy: Policy, match: Match) -> str:
    """Why a match passes: what it restricts of what the policy asks about, which is too little."""
    restricting = [each for each in match.effects if each.status != "none"]
    asked = "" if policy.activities is None else f" on {_activities(policy.activities)}"
    if not restricting:
        return f"{match.list.short} restricts nothing{asked}."
    return f"Milder than `fail_on: {policy.fail_on}`{asked}: {_sentences(restricting)}."


def _later(limit: int, match: Match) -> str:
    """What will fail once it begins, so that nobody is surprised on that day."""
    coming = [each for each in match.upcoming if severity(each.status) >= limit]
    if not coming or coming[0].since is None:
        return ""
    return f"It will fail from {coming[0].since.isoformat()} on: {plain_sentence(coming[0])}."


def _sentences(effects: Iterable[Effect]) -> str:
    told = list(dict.fromkeys(plain_sentence(each).rstrip(" .") for each in effects))
    more = f"; and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    text = "; ".join(told[:_NAMED]) + more
    return text[:1].upper() + text[1:]


def _activities(activities: Iterable[str]) -> str:
    told = [doing(each) for each in activities]
    more = f" and {len(told) - _NAMED} more activities" if len(told) > _NAMED else ""
    return ", ".join(told[:_NAMED]) + more


def _status(name: str) -> Status:
    """The status that a policy names; the file and the option are checked before."""
    return next(each for each in get_args(Status) if each == name)


def _lapse(note: DecisionNote) -> str:
    return (
        f"The decision of {note.decision.on.isoformat()} by {note.decision.by} no longer holds:"
        f" {note.reason}."
    )


def _novelty(
    match: Match, known: Known | None, policy: Policy, baseline: Baseline | None
) -> tuple[Novelty | None, str]:
    if baseline is None:
        return None, ""
    if known is None:
        return "new", "New since the baseline."
    changes = known.changes(match, digest_of(match.designation), policy.activities)
    return ("changed", f"Changed since the baseline: {changes}.") if changes else (None, "")


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(each.strip() for each in sentences if each.strip())
