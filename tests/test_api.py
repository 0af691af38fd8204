"""The functions that others build on: load, compare, compare_all."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_lists import ALPHA

import screenr
from screenr import Counterparty, Policy
from screenr.errors import UsageError
from screenr.models.designation import Kind

AS_OF = dt.date(2026, 11, 21)
PAIRS = [
    ("Megvii", "Megvii Technology Limited"),
    ("Zorvex Bakery", "Megvii Technology Limited"),
    ("Megvii Technologee", "MEGVII TECHNOLOGY LIMITED"),
]


# -- compare


def test_a_name_that_is_contained_is_a_match_that_is_not_exact() -> None:
    found = screenr.compare("Megvii", "Megvii Technology Limited", kind="organization")

    assert found.is_match
    assert screenr.DEFAULT_THRESHOLD <= found.score < 1.0
    assert found.grade in ("strong", "possible")


def test_a_legal_form_makes_no_difference() -> None:
    found = screenr.compare("Megvii Technology", "MEGVII TECHNOLOGY LIMITED", kind="organization")

    assert (found.score, found.grade, found.relation) == (1.0, "exact", "same")


def test_the_listed_name_may_say_more_but_not_the_counterpartys() -> None:
    shorter = screenr.compare("Zorvex", "Zorvex Quibblat", kind="organization")
    longer = screenr.compare("Zorvex Quibblat", "Zorvex", kind="organization")

    assert shorter.score > longer.score


def test_names_with_nothing_in_common_have_neither_grade_nor_relation() -> None:
    found = screenr.compare("Quibblat Bakery", "Megvii Technology Limited")

    assert not found.is_match
    assert (found.grade, found.relation) == (None, None)
    assert found.reason.startswith("No word met;")


@pytest.mark.parametrize("pair", [("", "Megvii"), ("Megvii", ""), ("!?", "…"), ("", "")])
def test_a_name_without_letters_compares_to_nothing(pair: tuple[str, str]) -> None:
    found = screenr.compare(*pair)

    assert (found.score, found.is_match, found.grade) == (0.0, False, None)
    assert found.reason
    assert not found.is_read


def test_names_that_differ_in_every_word_were_read() -> None:
    assert screenr.compare("Quibblat Bakery", "Megvii Technology Limited").is_read


def test_another_number_is_not_said_to_have_met() -> None:
    found = screenr.compare("13th Institute", "14th Institute", kind="organization")

    assert not found.is_match
    assert found.reason == "Only common words met; another number."


@pytest.mark.parametrize(
    ("query", "listed", "rules"),
    [
        ("Wali Quibblat", "Anna Zorvex", ["no telling name in common"]),
        ("W. Q.", "Wali Quibblat", ["initials alone"]),
        ("Wali", "Wali Quibblat", ["only one name in common"]),
    ],
)
def test_what_persons_have_in_common_is_said_as_it_is(
    query: str, listed: str, rules: list[str]
) -> None:
    found = screenr.compare(query, listed, kind="person")

    assert [each.reading for each in found.evidence if each.feature == "rule"] == rules


def test_a_threshold_decides_what_is_a_match() -> None:
    lenient = screenr.compare(*PAIRS[2], threshold=0.5)
    strict = screenr.compare(*PAIRS[2], threshold=1.0)

    assert lenient.score == strict.score
    assert (lenient.is_match, strict.is_match) == (True, False)


def test_words_are_weighed_by_the_lists_of_the_folder_asked_for(lists_dir: Path) -> None:
    # Huawei is the name of a hundred listed parties, and of none in this folder.
    pair = ("Huawei Quibblat", "Huawei Zorvex")
    shipped, own = screenr.compare(*pair), screenr.compare(*pair, data_dir=lists_dir)

    assert shipped.evidence != own.evidence


def test_each_word_is_in_the_evidence() -> None:
    found = screenr.compare("Megvii Zorvex", "Megvii Technology Limited", kind="organization")

    words = {each.query: each.feature for each in found.evidence if each.query}
    missing = {each.listed for each in found.evidence if each.feature == "left_listed"}
    assert words == {"megvii": "name", "zorvex": "left_query"}
    assert "technology" in missing


def test_the_order_of_names_tells_only_for_persons() -> None:
    found = screenr.compare("Vorontsev Grigory", "Grigory Vorontsev", kind="person")

    assert found.grade == "exact"


@pytest.mark.parametrize("kind", ["organization", "person", None])
def test_a_match_is_a_score_at_or_above_the_default_threshold(kind: Kind | None) -> None:
    for left, right in PAIRS:
        found = screenr.compare(left, right, kind=kind)

        assert found.is_match == (found.score >= screenr.DEFAULT_THRESHOLD)


def test_a_name_in_another_script_meets_its_translation() -> None:
    found = screenr.compare("华为技术有限公司", "Huawei Technologies Co., Ltd.")

    assert found.is_match
    assert found.evidence


# -- compare_all


def test_many_pairs_are_compared_as_each_alone() -> None:
    together = list(screenr.compare_all(PAIRS, kind="organization"))

    assert together == [screenr.compare(*pair, kind="organization") for pair in PAIRS]


def test_pairs_are_read_one_by_one() -> None:
    asked = []

    def pairs() -> Iterator[tuple[str, str]]:
        for pair in PAIRS:
            asked.append(pair)
            yield pair

    found = screenr.compare_all(pairs())
    next(found)

    assert asked == PAIRS[:1]


def test_no_pairs_give_no_comparisons() -> None:
    assert list(screenr.compare_all([])) == []


# -- load


def test_a_name_is_screened_against_the_lists_of_a_folder(lists_dir: Path) -> None:
    screener = screenr.load(as_of=AS_OF, data_dir=lists_dir)

    finding = screener.screen("Zorvex Robotics")

    assert finding.status == "hit"
    assert finding.matches[0].designation == ALPHA[0]
    assert finding.matches[0].effects
    assert finding.matches[0].evidence


def test_lists_are_chosen_by_pattern(lists_dir: Path) -> None:
    screener = screenr.load(("us-al*",), AS_OF, data_dir=lists_dir)

    assert [use.id for use in screener.lists] == ["us-alpha"]


def test_a_policy_decides_instead_of_lists(lists_dir: Path) -> None:
    policy = Policy(lists=("us-beta",), threshold=0.9)

    screener = screenr.load(("us-alpha",), AS_OF, data_dir=lists_dir, policy=policy)

    assert [use.id for use in screener.lists] == ["us-beta"]
    assert screener.threshold == 0.9


def test_an_unknown_list_is_refused(lists_dir: Path) -> None:
    with pytest.raises(UsageError, match="eu-fsf"):
        screenr.load(("eu-fsf",), AS_OF, data_dir=lists_dir)


def test_the_day_asked_about_decides_who_is_listed(lists_dir: Path) -> None:
    before, after = (
        screenr.load(("us-beta",), day, data_dir=lists_dir).screen("Zorvex Robotics")
        for day in (dt.date(2025, 1, 6), dt.date(2025, 1, 7))
    )

    assert (before.status, after.status) == ("hit", "clear")


def test_without_a_day_today_is_asked_about(lists_dir: Path) -> None:
    before = dt.datetime.now(dt.UTC).date()

    screener = screenr.load(data_dir=lists_dir)

    assert before <= screener.as_of <= dt.datetime.now(dt.UTC).date()


def test_names_and_counterparties_are_screened_in_one_stream(lists_dir: Path) -> None:
    screener = screenr.load(as_of=AS_OF, data_dir=lists_dir)

    findings = screener.screen_all(["Zorvex", Counterparty(ref="vendor 9", name="Bakery")])

    assert [(each.counterparty.ref, each.status) for each in findings] == [
        ("1", "hit"),
        ("vendor 9", "clear"),
    ]
