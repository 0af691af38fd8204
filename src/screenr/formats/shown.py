"""What every format shows of a finding, decided once so that no format forgets a part."""

import datetime as dt

from screenr.effects import ownership_sentence
from screenr.formats.wording import counted
from screenr.models.finding import Finding, Match


def shown(finding: Finding, limit: int | None) -> tuple[tuple[Match, ...], int]:
    """The matches to show and the number left out."""
    if limit is None:
        return finding.matches, 0
    matches = finding.matches[:limit]
    return matches, len(finding.matches) - len(matches)


def ownership_of(match: Match, as_of: dt.date) -> str | None:
    """The list's ownership rule, where it decides what the match means.

    A family match is a relative or a namesake of the listed party: whether the listing reaches it
    is a question of who owns it, and the lists answer that differently.
    """
    if match.comparison.relation != "family":
        return None
    return ownership_sentence(match.list, as_of)


def omission(finding: Finding, count: int) -> str:
    """How many matches were left out, and of which lists: a hit never hides."""
    names = dict.fromkeys(match.list.short for match in finding.matches[-count:])
    return f"{counted(count, 'more match')} left out by --limit ({', '.join(names)})"
