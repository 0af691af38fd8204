"""What every format shows of a finding, decided once so that no format forgets a part."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from screenr.effects import ownership_sentence
from screenr.formats.view import View
from screenr.formats.wording import counted
from screenr.models.finding import Finding, Match

IN_FULL = 10


def shown(finding: Finding, limit: int | None) -> tuple[tuple[Match, ...], int]:
    """The matches to show and the number left out."""
    if limit is None:
        return finding.matches, 0
    matches = finding.matches[:limit]
    return matches, len(finding.matches) - len(matches)


def at_length(finding: Finding, view: View) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """The matches a reader gets in full and those that get a line each; the rest `shown` counts.

    The name of a large group meets a hundred affiliates, and what matters would drown in them.
    """
    matches, _ = shown(finding, view.limit)
    in_full = len(matches) if view.limit is not None or view.explain else IN_FULL
    return matches[:in_full], matches[in_full:]


def overview(finding: Finding) -> str:
    """How many matches there are, and on which lists."""
    total = counted(len(finding.matches), "match")
    lists = Counter(match.list.short for match in finding.matches)
    if len(finding.matches) == 1:
        return total
    names = (name if count == 1 else f"{name} ({count})" for name, count in lists.items())
    return f"{total}: {', '.join(names)}"


def ownership_of(match: Match, as_of: dt.date) -> str | None:
    """The list's ownership rule, where it decides what the match means.

    A family match is a relative or a namesake of the listed party: whether the listing reaches it
    is a question of who owns it, and the lists answer that differently.
    """
    if match.comparison.relation != "family":
        return None
    return ownership_sentence(match.list, as_of)


def in_short(matches: Sequence[Match]) -> str:
    """The heading of the matches that get a line each."""
    return f"{counted(len(matches), 'more match')} in short (--limit N shows N in full)"


def omission(finding: Finding, count: int) -> str:
    """How many matches were left out, and of which lists: a hit never hides."""
    names = dict.fromkeys(match.list.short for match in finding.matches[-count:])
    return f"{counted(count, 'more match')} left out by --limit ({', '.join(names)})"
