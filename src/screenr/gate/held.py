"""Which lists can answer: held, known and not held, too old.

A list that the program knows and the data folder lacks is no typing mistake: it is a list that
could not be asked, which must never end in 0.
"""

from collections.abc import Sequence
from typing import NamedTuple

from screenr.catalog import Catalog
from screenr.models.report import ListUse

KNOWN_LISTS = (
    "un-sc", "us-bis-dpl", "us-bis-entity-list", "us-bis-meu", "us-bis-uvl", "us-dhs-uflpa",
    "us-dod-1260h", "us-fcc-covered", "us-ndaa-889", "us-ofac-capta", "us-ofac-ns-cmic",
    "us-ofac-ns-mbs", "us-ofac-plc", "us-ofac-sdn", "us-ofac-ssi", "us-state-7031c",
    "us-state-aeca-debarred", "us-state-isn",
)  # fmt: skip
_NAMED = 3


class Asked(NamedTuple):
    """The patterns of a policy against what is held."""

    patterns: tuple[str, ...]
    missing: tuple[str, ...]
    left_out: tuple[str, ...]
    absent: tuple[str, ...]


def asked_of(patterns: Sequence[str], catalog: Catalog) -> Asked:
    """Part what can be asked from what the program knows but the data folder lacks.

    `missing` are lists that the policy names by their id; `absent` all that are known and not held.
    What a pattern such as ``us-*`` would take in stands in `absent` alone, as it names none.
    """
    held = [info.id for info in catalog.lists()]
    absent = tuple(each for each in KNOWN_LISTS if each not in held)
    missing = tuple(dict.fromkeys(each for each in patterns if each in absent))
    usable = tuple(each for each in patterns if each.removeprefix("!") not in absent)
    if missing and all(each.startswith("!") for each in usable):
        return Asked((), missing, tuple(held), absent)  # exclusions alone would mean all the rest
    chosen = catalog.select(usable)
    left_out = tuple(each for each in held if each not in chosen)
    return Asked(usable, missing, left_out, absent)


def old_among(lists: Sequence[ListUse], max_age_days: int) -> tuple[ListUse, ...]:
    """The lists confirmed longer ago than that, oldest first; one fixed by statute has no age."""
    old = [each for each in lists if each.age_days is not None and each.age_days > max_age_days]
    return tuple(sorted(old, key=lambda each: (-(each.age_days or 0), each.id)))


def problem_of_age(old: Sequence[ListUse], max_age_days: int) -> str:
    """One sentence on the lists that are too old."""
    named = ", ".join(f"{each.id} ({each.age_days} days)" for each in old[:_NAMED])
    more = f" and {len(old) - _NAMED} more" if len(old) > _NAMED else ""
    verb = "was" if len(old) == 1 else "were"
    return (
        f"{named}{more} {verb} last confirmed longer ago than the {max_age_days} days that the"
        " policy allows (`max_age_days`): update the lists by installing a newer screenr, or name"
        " newer ones with `--data-dir`."
    )


def problem_of_missing(missing: Sequence[str]) -> str:
    """One sentence on the lists that the policy names and nobody can ask."""
    return (
        f"No snapshot is held of {', '.join(missing)}, which the policy names: install a newer"
        " screenr, or name a folder that has them with `--data-dir`."
    )
