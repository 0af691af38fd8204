"""Reports, their warnings and the number a run ends with."""

import factory

from screenr.cli.reporting import age_warning, exit_code, warnings_of
from screenr.errors import ExitCode
from screenr.models.counterparty import RowError

ROW_ERROR = RowError(5, "the name is empty")


def test_all_clear_ends_zero() -> None:
    assert exit_code(factory.report(factory.clear())) is ExitCode.CLEAR


def test_one_hit_ends_one() -> None:
    assert exit_code(factory.report(factory.clear(), factory.hit())) is ExitCode.HIT


def test_a_name_that_was_not_screened_ends_three() -> None:
    assert exit_code(factory.report(factory.clear(), factory.unscreened())) is ExitCode.UNABLE


def test_what_was_not_screened_outranks_a_hit() -> None:
    report = factory.report(factory.hit(), errors=(ROW_ERROR,))

    assert exit_code(report) is ExitCode.UNABLE


def test_a_reconstructed_list_is_warned_of() -> None:
    (warning,) = warnings_of([factory.list_use(basis="reconstructed")], factory.DAY)

    assert "us-test-list" in warning
    assert "parties removed in between may be missing" in warning


def test_a_list_that_is_not_whole_is_warned_of() -> None:
    (warning,) = warnings_of([factory.list_use(complete=False)], factory.DAY)

    assert "does not hold the whole list" in warning


def test_whole_and_timely_lists_need_no_warning() -> None:
    assert warnings_of([factory.list_use()], factory.DAY) == ()


def test_only_the_oldest_list_is_named_and_the_others_counted() -> None:
    lists = tuple(
        factory.list_use(name, age_days=age) for name, age in (("a", 31), ("b", 40), ("c", 30))
    )

    warning = age_warning(factory.report(lists=lists))

    assert warning == (
        "warning: b was last confirmed 40 days ago (and 1 more list is old); the limit is 30 days"
    )


def test_lists_within_the_given_age_are_not_warned_of() -> None:
    assert age_warning(factory.report(max_age_days=135)) == ""


def test_a_list_fixed_by_statute_is_never_old() -> None:
    report = factory.report(lists=(factory.list_use(age_days=None),), max_age_days=0)

    assert age_warning(report) == ""


def test_many_reconstructed_lists_are_counted_and_not_named() -> None:
    lists = [factory.list_use(f"us-{name}", basis="reconstructed") for name in "abcd"]

    (warning,) = warnings_of(lists, factory.DAY)

    assert "is held of 4 lists" in warning
    assert "us-a" not in warning
