"""The flags of a run become one `Policy`.

Everything that decides a verdict passes through here, so that what a report says it was made under
is what it was made under. Nothing is read from the machine: paths, environment and clock are the
command line's.
"""

from collections.abc import Sequence

from screenr.errors import UsageError
from screenr.models.policy import Policy

DEFAULT_MAX_AGE_DAYS = 30


def policy_of(
    *,
    lists: str = "*",
    threshold: float | None = None,
    activities: Sequence[str] | None = None,
    max_age_days: int | None = None,
    fail_on: str = "listed",
) -> Policy:
    """The policy that the flags ask for; `lists` is comma-separated ids and patterns."""
    return Policy(
        lists=list_patterns(lists),
        threshold=_checked_threshold(threshold),
        activities=None if activities is None else tuple(activities),
        max_age_days=_checked_age(max_age_days),
        fail_on=fail_on,
    )


def list_patterns(text: str) -> tuple[str, ...]:
    """Split ``us-*,un-sc``; the same pattern twice is one."""
    parts = [part.strip() for part in text.split(",")]
    patterns = tuple(dict.fromkeys(part for part in parts if part))
    if not patterns:
        raise UsageError(
            "`--lists` names no list", hint="for example `--lists us-*`, or leave it out for all"
        )
    return patterns


def _checked_threshold(threshold: float | None) -> float | None:
    # Written so that NaN, which compares false to everything, is refused too.
    if threshold is not None and not 0 < threshold <= 1:
        raise UsageError(
            f"`--threshold` must be above 0 and at most 1, not {threshold:g}",
            hint="scores run from 0 to 1; leave the option out for the default",
        )
    return threshold


def _checked_age(days: int | None) -> int | None:
    if days is not None and days < 0:
        raise UsageError(f"`--max-age` must be 0 days or more, not {days}")
    return days
