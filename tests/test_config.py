"""Flags become a policy."""

import math

import pytest

from screenr.config import list_patterns, policy_of
from screenr.errors import UsageError


def test_lists_are_split_and_said_once() -> None:
    assert list_patterns("us-*, un-sc,us-*") == ("us-*", "un-sc")


def test_without_flags_all_lists_are_asked_at_the_default_threshold() -> None:
    policy = policy_of()

    assert policy.lists == ("*",)
    assert policy.threshold is None


@pytest.mark.parametrize("threshold", [0.0, -0.1, 1.1, math.nan, math.inf])
def test_a_threshold_outside_the_scale_is_refused(threshold: float) -> None:
    with pytest.raises(UsageError, match="above 0 and at most 1"):
        policy_of(threshold=threshold)


def test_the_ends_of_the_scale_are_accepted_where_they_mean_something() -> None:
    assert policy_of(threshold=1.0).threshold == 1.0


def test_a_negative_age_is_refused() -> None:
    with pytest.raises(UsageError, match="0 days or more"):
        policy_of(max_age_days=-1)
