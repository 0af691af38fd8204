import datetime as dt
from typing import get_args

import pytest

from screenr.effects import PLAIN_WORDS, SEVERITY, expand, filter_effects, plain_sentence
from screenr.effects.activities import ACTIVITIES, DOING
from screenr.errors import UsageError
from screenr.models.finding import Effect
from screenr.models.list_info import Status


def effect(activity: str, status: Status = "prohibited", sentence: str = "") -> Effect:
    return Effect(
        activity=activity,
        status=status,
        scope="",
        authority="1 CFR 1",
        since=dt.date(2020, 1, 1),
        until=None,
        sentence=sentence,
    )


def test_buying_stands_for_any_purchase_and_for_us_origin_items() -> None:
    assert expand(["buy"]) == ("purchase_from", "acquire_us_origin_items_from")


def test_plain_words_and_legal_names_mix_without_repeating() -> None:
    assert expand(["visit", "BUY", "purchase_from"]) == (
        "purchase_from",
        "acquire_us_origin_items_from",
        "visa_entry",
    )


def test_an_unknown_word_is_refused_with_the_words_there_are() -> None:
    with pytest.raises(UsageError, match="`trade`") as caught:
        expand(["buy", "trade"])
    assert "invest" in str(caught.value.hint)
    assert "visa_entry" in str(caught.value.hint)


def test_every_activity_is_reached_by_exactly_one_plain_word() -> None:
    reached = [activity for legal in PLAIN_WORDS.values() for activity in legal]
    assert sorted(reached) == sorted(ACTIVITIES)


def test_every_activity_has_a_phrase() -> None:
    assert set(DOING) == set(ACTIVITIES)


def test_every_status_has_a_rank_and_a_bar_is_worse_than_a_license() -> None:
    assert set(SEVERITY) == set(get_args(Status))
    assert SEVERITY.index("prohibited") > SEVERITY.index("license_required")
    assert SEVERITY[0] == "none"


def test_what_could_not_be_determined_ranks_as_the_worst() -> None:
    assert SEVERITY[-1] == "unknown"


def test_filtering_keeps_the_order_and_only_what_was_asked() -> None:
    effects = (effect("visa_entry"), effect("purchase_from"), effect("import_goods"))
    assert filter_effects(effects, ("import_goods", "visa_entry")) == (effects[0], effects[2])


def test_asking_nothing_keeps_all_effects() -> None:
    effects = (effect("visa_entry"), effect("purchase_from"))
    assert filter_effects(effects, None) == effects


def test_an_effect_without_words_of_its_own_is_said_plainly() -> None:
    said = plain_sentence(effect("purchase_from", "none"))
    assert said == "buying from it is not restricted by this list"


def test_the_words_of_the_list_go_before_the_plain_ones() -> None:
    assert plain_sentence(effect("purchase_from", sentence="no deal")) == "no deal"
