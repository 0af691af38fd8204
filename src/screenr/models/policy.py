"""The rules of a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Which lists are asked, how near a name must be, and what the asker wants to do.

    `threshold` None is the default one. `activities` are the legal activities (`screenr.effects`
    expands plain words such as ``buy``); None asks about all. `max_age_days` None warns at 30.
    """

    lists: tuple[str, ...] = ("*",)
    threshold: float | None = None
    activities: tuple[str, ...] | None = None
    fail_on: str = "listed"
    max_age_days: int | None = None
