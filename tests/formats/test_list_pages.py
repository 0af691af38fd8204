"""What is known of the lists themselves."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

import factory
import pytest

from screenr.formats.list_pages import LIST_PAGES, STATUS, Page
from screenr.formats.view import View
from screenr.models.list_info import EffectRule, OwnershipPeriod

USES = (
    factory.list_use("us-old", age_days=31),
    factory.list_use("us-new", age_days=30),
    factory.list_use("us-statute", age_days=None),
    factory.list_use("us-partial", complete=False, age_days=1),
)
INFO = factory.list_info(
    effects=(
        EffectRule(
            activity="invest_public_securities",
            status="prohibited",
            authority="E.O. 1",
            since="effective",
            until=dt.date(2030, 1, 1),
            programs=("TEST-1",),
            unverified=True,
        ),
        EffectRule(activity="purchase_from", status="none"),
    )
)
EACH_STATUS = pytest.mark.parametrize("name", STATUS)
EACH_PAGE = pytest.mark.parametrize("name", LIST_PAGES)


@EACH_STATUS
def test_each_format_names_every_list_with_its_day(name: str) -> None:
    text = STATUS[name](USES, View(), max_age_days=30)

    assert all(use.id in text for use in USES)
    assert text.count("2026-07-09") >= len(USES)


def test_a_list_older_than_the_limit_is_flagged_and_no_other() -> None:
    lines = STATUS["table"](USES, View(), max_age_days=30).splitlines()

    assert [line.split()[0] for line in lines if "OLD" in line] == ["us-old"]


def test_programs_learn_which_list_is_old() -> None:
    lists = json.loads(STATUS["json"](USES, View(), max_age_days=30))["lists"]

    assert [each["id"] for each in lists if each["old"]] == ["us-old"]


def test_a_list_that_is_not_whole_says_so() -> None:
    lines = STATUS["table"](USES, View(), max_age_days=30).splitlines()

    assert [line.split()[0] for line in lines if "not complete" in line] == ["us-partial"]


def test_a_narrow_terminal_cuts_no_date_and_no_state() -> None:
    text = STATUS["table"](USES, View(width=60), max_age_days=30)

    assert text.count("confirmed 2026-07-09") == len(USES)
    assert "not complete" in " ".join(text.split())


@EACH_PAGE
def test_each_format_says_whom_the_list_binds_and_where_it_is_published(name: str) -> None:
    text = LIST_PAGES[name](Page(INFO, USES[0]), View(width=110))

    assert "US persons" in text
    assert "example.gov/list" in text


@EACH_PAGE
def test_each_format_marks_what_is_unverified(name: str) -> None:
    assert "unverified" in LIST_PAGES[name](Page(INFO, USES[0]), View(width=110))


def test_a_rule_says_from_when_until_when_and_for_whom_it_holds() -> None:
    text = " ".join(LIST_PAGES["table"](Page(INFO, USES[0]), View(width=110)).split())

    assert (
        "Prohibited: trading its securities, from the effective date, until 2030-01-01;"
        " only for TEST-1 (E.O. 1). [unverified]" in text
    )


def test_a_rule_says_for_whom_it_does_not_hold() -> None:
    rule = EffectRule(activity="visa_entry", status="prohibited", without_programs=("TEST-2",))
    page = Page(factory.list_info(effects=(rule,)), USES[0])

    assert "not for TEST-2" in LIST_PAGES["table"](page, View(width=110))


@pytest.mark.parametrize(("name", "file"), [("table", "list.txt"), ("markdown", "list.md")])
def test_the_whole_page_is_as_reviewed(
    golden: Callable[[str, str], None], name: str, file: str
) -> None:
    golden(file, LIST_PAGES[name](Page(INFO, USES[0]), View()))


def test_the_whole_status_is_as_reviewed(golden: Callable[[str, str], None]) -> None:
    golden("lists-status.txt", STATUS["table"](USES, View(), max_age_days=30))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The rule was stayed.", "from 2025-11-10 to 2026-11-09: The rule was stayed."),
        ("From 2025-11-10 on the rule was stayed.", "- From 2025-11-10 on the rule was stayed."),
    ],
)
def test_the_days_of_an_ownership_rule_are_said_once(sentence: str, said: str) -> None:
    period = OwnershipPeriod(
        sentence=sentence, since=dt.date(2025, 11, 10), until=dt.date(2026, 11, 9)
    )
    info = replace(INFO, ownership=replace(INFO.ownership, overlay=(period,)))

    text = " ".join(LIST_PAGES["table"](Page(info, USES[0]), View(width=110)).split())

    assert said in text
