"""What is known besides the name: country, birth date, identifiers.

An agreement is shown and orders matches; it never lifts one over the threshold, so the index loses
nothing by not knowing it. A contradiction is shown as its own evidence and lowers the score.
"""

from dataclasses import replace

from screenr.models.counterparty import Counterparty
from screenr.models.designation import Designation
from screenr.models.finding import Comparison, Evidence

AGREES = 0.005
OTHER_COUNTRY = 0.06
OTHER_NATIONALITY = 0.15
"""For a person whose name is not the very same."""
OTHER_BIRTH = 0.15
BIRTH_SLACK = 1
"""Years that a published birth date may be off."""


def qualified(
    comparison: Comparison,
    counterparty: Counterparty,
    designation: Designation,
    *,
    threshold: float,
) -> Comparison:
    """The comparison with what country, birth date and identifiers add or take."""
    if not (counterparty.countries or counterparty.born or counterparty.identifiers):
        return comparison
    found = [
        each
        for each in (
            _country(comparison, counterparty, designation),
            _born(counterparty, designation),
            _identifier(counterparty, designation),
        )
        if each is not None
    ]
    if not found:
        return comparison
    exact = comparison.grade == "exact"
    moved = comparison.score + sum(each.weight for each in found)
    score = round(max(0.0, min(1.0 if exact else 0.99, moved)), 4)
    is_match = score >= threshold
    return replace(
        comparison,
        score=score,
        is_match=is_match,
        grade=comparison.grade if is_match else None,
        relation=comparison.relation if is_match else None,
        evidence=(*comparison.evidence, *found),
    )


def _country(
    comparison: Comparison, counterparty: Counterparty, designation: Designation
) -> Evidence | None:
    listed = tuple(dict.fromkeys((*designation.countries, *designation.nationalities)))
    if not counterparty.countries or not listed:
        return None
    agrees = set(counterparty.countries) & set(listed)
    return Evidence(
        feature="country",
        query=", ".join(counterparty.countries),
        listed=", ".join(listed),
        reading="in common" if agrees else "none in common",
        weight=AGREES if agrees else -_cost(comparison, counterparty, designation),
    )


def _cost(comparison: Comparison, counterparty: Counterparty, designation: Designation) -> float:
    is_person = "person" in (counterparty.kind, designation.kind)
    return OTHER_NATIONALITY if is_person and comparison.grade != "exact" else OTHER_COUNTRY


def _born(counterparty: Counterparty, designation: Designation) -> Evidence | None:
    if not counterparty.born or not designation.born:
        return None
    agrees = any(
        _could_be_one(mine, theirs) for mine in counterparty.born for theirs in designation.born
    )
    return Evidence(
        feature="born",
        query=", ".join(counterparty.born),
        listed=", ".join(designation.born),
        reading="could be one day" if agrees else "not the same",
        weight=AGREES if agrees else -OTHER_BIRTH,
    )


def _could_be_one(mine: str, theirs: str) -> bool:
    """Whether two birth dates, each as precise as given, could be one within a year."""
    (my_first, my_last), (their_first, their_last) = _years(mine), _years(theirs)
    return my_first - BIRTH_SLACK <= their_last and their_first <= my_last + BIRTH_SLACK


def _years(born: str) -> tuple[int, int]:
    first, _, last = born.partition("/")
    return int(first[:4]), int((last or first)[:4])


def _identifier(counterparty: Counterparty, designation: Designation) -> Evidence | None:
    mine = {_bare(each): each for each in counterparty.identifiers}
    for theirs in designation.identifiers if mine else ():
        if _bare(theirs.value) in mine:
            return Evidence(
                feature="identifier",
                query=mine[_bare(theirs.value)],
                listed=f"{theirs.type} {theirs.value}",
                reading="identical",
                weight=AGREES * 2,
            )
    return None


def _bare(identifier: str) -> str:
    return "".join(letter for letter in identifier.upper() if letter.isalnum())
