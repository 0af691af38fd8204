"""The policy of a project: every fault has its place."""

from pathlib import Path
from typing import get_args

import pytest

from screenr.config.policy_file import (
    FailOn,
    PlainWord,
    PolicyFile,
    found_upward,
    policy_with,
    read_policy,
)
from screenr.effects import PLAIN_WORDS, SEVERITY
from screenr.errors import UsageError

NAME = "screenr.yaml"


def read(tmp_path: Path, text: str) -> PolicyFile:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    return read_policy(tmp_path / NAME, shown=NAME)


def refused(tmp_path: Path, text: str) -> UsageError:
    with pytest.raises(UsageError) as error:
        read(tmp_path, text)
    return error.value


def test_a_whole_policy_is_read(tmp_path: Path) -> None:
    policy = read(
        tmp_path,
        "lists: [us-*, un-sc]\nthreshold: 0.9\nactivities: [buy, import_goods]\n"
        "fail_on: license_required\nmax_age_days: 7\ndecisions: d.yaml\n",
    )

    assert policy == PolicyFile(
        lists=("us-*", "un-sc"),
        threshold=0.9,
        activities=("buy", "import_goods"),
        fail_on="license_required",
        max_age_days=7,
        decisions="d.yaml",
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "threshold:\n", "threshold: null\n"])
def test_what_is_not_said_is_the_default(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == PolicyFile()


def test_an_unknown_key_is_refused_at_its_place_with_a_near_miss(tmp_path: Path) -> None:
    error = refused(tmp_path, "fail_on: listed\n# a comment\ntreshold: 0.9\n")

    assert error.message == "screenr.yaml:3:1: unknown key `treshold`"
    assert error.hint == "did you mean `threshold`?"


def test_an_unknown_key_that_is_near_none_is_told_the_known_ones(tmp_path: Path) -> None:
    hint = refused(tmp_path, "colour: red\n").hint

    assert hint == "known are lists, threshold, activities, fail_on, max_age_days, decisions"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("threshold: 85\n", "1:12: `threshold`: must be at most 1, not 85"),
        ("threshold: 0\n", "1:12: `threshold`: must be above 0, not 0"),
        ("threshold: .nan\n", "1:12: `threshold`: .nan is not a number"),
        ("threshold: high\n", "1:12: `threshold`: high is not a number"),
        ("max_age_days: -1\n", "1:15: `max_age_days`: must be 0 or more, not -1"),
        ("max_age_days: soon\n", "1:15: `max_age_days`: soon is not a whole number"),
        ("lists: us-*\n", "1:8: `lists`: must be a list, such as [us-*]"),
        ("lists: []\n", "1:8: `lists`: must not be empty"),
        ("activities: [zzz]\n", "1:14: `activities`: zzz is not one of"),
        ("lists: {us: alpha}\n", "1:8: `lists`: must be a list"),
        ("activities: [buy, dance]\n", "1:19: `activities`: dance is not one of"),
        ("fail_on: none\n", "1:10: `fail_on`: none is not one of 'listed', 'see_entry'"),
        ("- fail_on: listed\n", "1:1: must be keys with values"),
        ("fail_on\n", "1:1: must be keys with values"),
        ("fail_on: listed\nfail_on: prohibited\n", "2:1: the key `fail_on` stands here twice"),
    ],
)
def test_a_wrong_value_is_refused_at_its_place(tmp_path: Path, text: str, message: str) -> None:
    assert refused(tmp_path, text).message.startswith(f"screenr.yaml:{message}")


def test_a_mistyped_word_is_told_at_its_place_with_the_one_meant(tmp_path: Path) -> None:
    error = refused(tmp_path, "activities: [buyy]\n")

    assert error.message == "screenr.yaml:1:14: `activities`: buyy is unknown"
    assert error.hint == "did you mean `buy`?"


def test_a_value_as_long_as_a_file_is_told_in_short(tmp_path: Path) -> None:
    message = refused(tmp_path, f"max_age_days: {'x' * 500}\n").message

    assert message == f"screenr.yaml:1:15: `max_age_days`: {'x' * 60}… is not a whole number"


def test_the_first_of_several_faults_is_told(tmp_path: Path) -> None:
    assert ":2:" in refused(tmp_path, "fail_on: listed\nthreshold: 9\ncolour: red\n").message


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"lists: [\xff]\n")

    with pytest.raises(UsageError, match="not UTF-8"):
        read_policy(tmp_path / NAME, shown=NAME)


def test_a_byte_order_mark_is_set_aside(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffthreshold: 0.9\n").threshold == 0.9


def test_a_flag_goes_before_the_file() -> None:
    file = PolicyFile(lists=("us-*",), threshold=0.9, fail_on="prohibited", max_age_days=7)

    policy = policy_with(file, lists="un-sc", threshold=0.8, fail_on="listed", max_age_days=1)

    assert policy.lists == ("un-sc",)
    assert policy.threshold == 0.8
    assert policy.fail_on == "listed"
    assert policy.max_age_days == 1


def test_without_flags_the_file_decides() -> None:
    file = PolicyFile(lists=("us-*",), threshold=0.9, fail_on="prohibited", max_age_days=7)

    policy = policy_with(file)

    assert policy.lists == ("us-*",)
    assert policy.threshold == 0.9
    assert policy.fail_on == "prohibited"
    assert policy.max_age_days == 7


def test_without_both_every_match_on_every_list_fails() -> None:
    policy = policy_with(PolicyFile())

    assert policy.lists == ("*",)
    assert policy.fail_on == "listed"


def test_the_nearest_policy_above_is_found(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / NAME).touch()

    assert found_upward(NAME, tmp_path / "a" / "b") == tmp_path / NAME


def test_a_policy_above_the_repository_is_not_its_policy(tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / NAME).touch()

    assert found_upward(NAME, tmp_path / "repo") is None


def test_the_plain_words_are_those_of_the_effects() -> None:
    assert get_args(PlainWord) == tuple(PLAIN_WORDS)


def test_a_policy_may_name_each_status_that_restricts() -> None:
    assert get_args(FailOn) == ("listed", *SEVERITY[1:-1])
