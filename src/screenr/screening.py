"""From a counterparty to a finding: every name on the chosen lists, asked as of a day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from screenr.catalog import Catalog
from screenr.effects import ownership_sentence
from screenr.errors import UsageError
from screenr.listings import Listings
from screenr.matching.candidates import Candidates, Reached
from screenr.matching.compare import DEFAULT_THRESHOLD, STRONG, Candidate
from screenr.matching.comparisons import Comparisons
from screenr.matching.listed import ListedName
from screenr.matching.prepared import Prepared
from screenr.matching.qualifiers import qualified
from screenr.matching.reading import Reading
from screenr.matching.told import told
from screenr.models.counterparty import Counterparty
from screenr.models.designation import Designation
from screenr.models.finding import Finding, Match, MatchedAs
from screenr.models.list_info import ListInfo
from screenr.models.policy import Policy
from screenr.text.normalize import MAX_NAME

if TYPE_CHECKING:
    from screenr.matching.batch_candidates import BatchCandidates

CHUNK = 1_000
"""Counterparties that `screen_all` screens together."""
FEW = 20
"""Fewer names are found sooner one by one than the tables for many are made."""


class _Rank(NamedTuple):
    """Which of two names of a party is told: a strong official one first, then the better score.

    Of equals the one that says it is the same party.
    """

    is_official: bool
    score: float
    is_same: bool


_HIGHEST = _Rank(is_official=True, score=1.0, is_same=True)
_DIGITS, _ALLOWANCE = 9, 1e-9
"""Scores are ranked as if equal where only rounding parts them."""


class _Met(NamedTuple):
    """The best comparison of a counterparty with a record, and the listed reading it rests on."""

    candidate: Candidate
    reading: int
    rank: _Rank


class Screener:
    """Screens counterparties against the lists of a policy, as of a day."""

    def __init__(self, catalog: Catalog, policy: Policy, *, as_of: dt.date) -> None:
        self.catalog, self.policy, self.as_of = catalog, policy, as_of
        self._listings = Listings(catalog, policy, as_of=as_of)
        self.lists = self._listings.lists
        self.threshold = DEFAULT_THRESHOLD if policy.threshold is None else policy.threshold
        self._index = catalog.index
        self._candidates = Candidates(catalog.index)
        self._batch: BatchCandidates | None = None

    def screen_all(self, counterparties: Iterable[Counterparty | str]) -> Iterator[Finding]:
        """Screen each in turn; a name that cannot be screened is a finding with an error."""
        numbered = enumerate(counterparties, start=1)
        parties = (
            Counterparty(ref=f"{at}", name=each) if isinstance(each, str) else each
            for at, each in numbered
        )
        while chunk := list(islice(parties, CHUNK)):
            yield from self._together(chunk) if len(chunk) >= FEW else self._in_turn(chunk)

    def _in_turn(self, parties: Iterable[Counterparty]) -> Iterator[Finding]:
        for party in parties:
            try:
                yield self.screen(party)
            except UsageError as error:
                yield Finding(counterparty=party, error=error.message)

    def _together(self, parties: Sequence[Counterparty]) -> Iterator[Finding]:
        """The same, found faster for many."""
        batch = self._batch = self._batch or self._opened()
        names = [_names(party) for party in parties]
        queries = batch.read(chain.from_iterable(names))
        reached, of_names = batch.of(queries), queries.of_names
        # Now, since the numbers of words may be others' when the caller comes for more.
        asked = {at: queries.reading(at) for at in reached}
        for party, its_names in zip(parties, names, strict=True):
            best: dict[int, _Met] = {}
            error: str | None = None
            for name in its_names:
                of_name = next(of_names)
                if not of_name:
                    error = error or _unreadable(name).message
                for at in of_name:
                    if at in asked:
                        self._meet(asked[at], party, best, reached[at])
            yield Finding(party, error=error) if error else self._finding(party, best)

    def _opened(self) -> "BatchCandidates":
        from screenr.matching.batch_candidates import BatchCandidates

        self._index.file.verify()
        return BatchCandidates(self._index, self.threshold)

    def _reached_alone(self, query: Reading) -> Reached:
        return Reached(
            {
                at
                for person in (False, True)
                for at in self._candidates.of(query, person=person, threshold=self.threshold)
            }
        )

    def screen(self, counterparty: Counterparty | str) -> Finding:
        """All matches of a counterparty, best first.

        `UsageError` where its name has neither letter nor digit, or is longer than `MAX_NAME`.
        """
        if isinstance(counterparty, str):
            counterparty = Counterparty(ref="1", name=counterparty)
        best: dict[int, _Met] = {}
        for query in self._queries(counterparty):
            self._meet(query, counterparty, best, self._reached_alone(query))
        return self._finding(counterparty, best)

    def _finding(self, counterparty: Counterparty, best: dict[int, _Met]) -> Finding:
        if not best:
            return Finding(counterparty)
        found = [
            match
            for record, met in best.items()
            if (match := self._match(record, met, counterparty))
        ]
        found.sort(key=lambda match: (-match.score, match.designation.id))
        return Finding(
            counterparty=counterparty,
            matches=tuple(each for each in found if each.comparison.is_match),
            lowered=tuple(each for each in found if not each.comparison.is_match),
        )

    def _queries(self, counterparty: Counterparty) -> list[Reading]:
        queries: list[Reading] = []
        for name in _names(counterparty):
            found = self._index.readings(name) if len(name) <= MAX_NAME else ()
            if not found:
                raise _unreadable(name)
            queries += found
        return queries

    def _meet(
        self,
        query: Reading,
        counterparty: Counterparty,
        best: dict[int, _Met],
        reached: Reached,
    ) -> None:
        if not reached.readings:
            return
        index = self._index
        asked = Comparisons(Prepared(query, index.lexicon, reached.near), counterparty.kind)
        for at in sorted(reached.readings):
            record = index.record_of(at)
            before = best.get(record)
            if (before and before.rank >= _HIGHEST) or not self._listings.has(record):
                continue
            found = asked.best_with(
                index.prepared(at),
                kinds=index.kinds(at),
                floor=self.threshold if before is None else _floor_beside(before),
                is_bounded=at not in reached.unbounded,
            )
            if found is None or found.score < self.threshold:
                continue
            rank = _rank(found, index.matched_as(at))
            if before is None or rank > before.rank:
                best[record] = _Met(found, at, rank)

    def _match(self, record: int, met: _Met, counterparty: Counterparty) -> Match | None:
        designation, info, meaning = self._listings.of(record)
        if not meaning.in_force:
            return None
        comparison = qualified(
            told(met.candidate, threshold=self.threshold),
            counterparty,
            designation,
            threshold=self.threshold,
        )
        name = self._index.name_of(met.reading)
        if name.family and comparison.relation == "same":
            comparison = replace(comparison, relation="family")
        return Match(
            designation=designation,
            list=info,
            matched_name=name.name,
            matched_as=name.matched_as,
            source=name.source or None,
            comparison=comparison,
            in_force=True,
            effects=meaning.effects,
            upcoming=meaning.upcoming,
            summary=meaning.summary,
            notes=(*self._notes(info, name, comparison.relation), *meaning.notes),
        )

    def _notes(self, info: ListInfo, name: ListedName, relation: str | None) -> Iterator[str]:
        if name.matched_as == "weak_aka":
            yield "The list itself marks this alias as weak."
        if name.matched_as == "fka":
            yield "This is a former name of the listed party."
        if relation == "family":
            yield ownership_sentence(info, self.as_of)


def _names(counterparty: Counterparty) -> Sequence[str]:
    return (counterparty.name, *counterparty.aliases)


def _unreadable(name: str) -> UsageError:
    """Why a name has no reading."""
    if len(name) > MAX_NAME:
        return UsageError(
            f"a name of {len(name)} characters is not screened",
            hint=f"at most {MAX_NAME} characters; is a whole text in the name column?",
        )
    return UsageError("the name has neither letter nor digit", hint="give a name")


def _is_same_party(match: Match) -> bool:
    """The same name counts though the legal form differs: lists write Inc. for Limited."""
    return match.comparison.relation == "same" or match.comparison.grade == "exact"


def _floor_beside(before: _Met) -> float:
    """The least score with which another name of the party could be the one that is told."""
    least = before.rank.score - _ALLOWANCE
    return least if before.rank.is_official else min(STRONG, least)


def _rank(found: Candidate, matched_as: MatchedAs) -> _Rank:
    is_official = matched_as != "supplementary" and found.score >= STRONG
    return _Rank(is_official, round(found.score, _DIGITS), found.relation == "same")


def related(
    catalog: Catalog, designation: Designation, *, as_of: dt.date
) -> tuple[Designation, ...]:
    """The same party as it stands on other lists, by its own name and official aliases."""
    screener = Screener(catalog, Policy(threshold=STRONG), as_of=as_of)
    finding = screener.screen(
        Counterparty(
            ref="1",
            name=designation.name,
            aliases=tuple(alias.name for alias in designation.aliases if not alias.weak),
            kind=None if designation.kind in ("unknown", "address") else designation.kind,
        )
    )
    return tuple(
        sorted(
            (
                match.designation
                for match in finding.matches
                if match.designation.id != designation.id and _is_same_party(match)
            ),
            key=lambda found: found.id,
        )
    )
