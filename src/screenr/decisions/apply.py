"""Mark the matches that somebody decided, and say of each decision that did not hold why.

A decision holds for one counterparty and one designation as it then stood. Everything else opens
the match again: that is what makes it safe to let a reviewed false alarm pass.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from screenr.models.counterparty import Counterparty
from screenr.models.decision import Decision, DecisionNote, DecisionState, same_name
from screenr.models.digest import changed_parts, digest_of
from screenr.models.finding import Finding, Match

_ByMatch = Mapping[tuple[str, str], Sequence[Decision]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """Findings with their decisions marked, and what became of the others.

    `lapsed` is parallel to the findings: of each, the lapsed decision by designation.
    """

    findings: tuple[Finding, ...]
    lapsed: tuple[Mapping[str, DecisionNote], ...]
    unused: tuple[DecisionNote, ...]

    @property
    def lapses(self) -> tuple[DecisionNote, ...]:
        """Each decision that lapsed and holds nowhere, once, in the order of the file."""
        holding = {
            id(match.decision)
            for finding in self.findings
            for match in finding.matches
            if match.decision is not None
        }
        notes = {
            id(note.decision): note
            for each in self.lapsed
            for note in each.values()
            if id(note.decision) not in holding
        }
        return tuple(sorted(notes.values(), key=lambda note: note.decision.line))


def apply(findings: Iterable[Finding], decisions: Sequence[Decision], *, as_of: dt.date) -> Applied:
    """Mark what was decided; a decision never adds a match and never removes one."""
    by_match: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_match[same_name(decision.counterparty), decision.designation].append(decision)
    marked, lapsed = [], []
    met: set[tuple[str, str]] = set()
    for finding in findings:
        found, notes = _marked(finding, by_match, as_of)
        name = same_name(finding.counterparty.name)
        met.update((name, match.designation.id) for match in finding.matches)
        marked.append(found)
        lapsed.append(notes)
    names = tuple(dict.fromkeys(same_name(each.counterparty.name) for each in marked))
    unused = [
        DecisionNote(decision=each, state="unused", reason=_why_unused(each, names))
        for each in decisions
        if (same_name(each.counterparty), each.designation) not in met
    ]
    return Applied(findings=tuple(marked), lapsed=tuple(lapsed), unused=tuple(unused))


def country_of(counterparty: Counterparty) -> str | None:
    """The country as decisions write it: codes where they are known, in one order."""
    return ", ".join(sorted(counterparty.countries)) or counterparty.country_given


def lapse_of(
    decision: Decision, match: Match, counterparty: Counterparty, *, as_of: dt.date
) -> DecisionNote | None:
    """Why the decision does not hold for this match; None where it does."""
    state: DecisionState
    changed = changed_parts(decision.digest, digest_of(match.designation))
    country = country_of(counterparty)
    if decision.country is not None and decision.country != country:
        state, why = "moved", f"it was about `{decision.country}`, not {country or 'no country'}"
    elif changed:
        state, why = "changed", f"the designation changed since: its {', '.join(changed)}"
    elif as_of > decision.expires:
        state, why = "expired", f"it expired on {decision.expires.isoformat()}"
    elif as_of < decision.on:
        state, why = "early", f"it was made on {decision.on.isoformat()}, after the day asked about"
    else:
        return None
    return DecisionNote(decision=decision, state=state, reason=why)


def _marked(
    finding: Finding, by_match: _ByMatch, as_of: dt.date
) -> tuple[Finding, dict[str, DecisionNote]]:
    party, matches, notes = finding.counterparty, [], {}
    for match in finding.matches:
        found = by_match.get((same_name(party.name), match.designation.id), ())
        # The one that names the country is the more exact of two.
        ordered = sorted(found, key=lambda each: each.country is None)
        lapses = [lapse_of(each, match, party, as_of=as_of) for each in ordered]
        holding = next(
            (each for each, lapse in zip(ordered, lapses, strict=True) if lapse is None), None
        )
        matches.append(match if holding is None else replace(match, decision=holding))
        if holding is None and lapses and lapses[0] is not None:
            notes[match.designation.id] = lapses[0]
    return finding._replace(matches=tuple(matches)), notes


def _why_unused(decision: Decision, names: Sequence[str]) -> str:
    name = same_name(decision.counterparty)
    if name in names:
        return "the counterparty no longer matches this designation"
    near = get_close_matches(name, names, n=1, cutoff=0.75)
    if near:
        return f"no counterparty of this name was screened; it may now be called `{near[0]}`"
    return "no counterparty of this name was screened"
