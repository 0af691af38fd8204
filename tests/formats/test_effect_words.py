"""What is restricted and what is left alone, in the order in which a reader needs it."""

import datetime as dt
from dataclasses import replace

import factory

from screenr.formats.effect_words import effect_items, rule_sentences
from screenr.models.finding import Effect
from screenr.models.list_info import EffectRule, Status

PARTY = factory.designation()


def effect(activity: str, status: Status, *, sentence: str = "", scope: str = "") -> Effect:
    return replace(factory.effect(activity, scope=scope), status=status, sentence=sentence)


def items(*effects: Effect, full: bool = False, kind: str = "organization") -> tuple[str, ...]:
    listed = replace(PARTY, kind=kind)  # type: ignore[arg-type]
    return effect_items(effects, factory.DAY, listed=listed, full=full)


def test_a_rule_in_its_own_words_comes_before_what_follows_from_it() -> None:
    follows = effect("purchase_from", "prohibited")
    own = effect("deal_in_property", "license_required", sentence="its property is blocked")

    assert items(follows, own)[0].startswith("Its property is blocked")


def test_a_bar_comes_before_a_caution() -> None:
    caution = effect("import_goods", "see_entry", sentence="imports may be barred too")
    bar = effect("purchase_from", "prohibited")

    assert items(caution, bar)[0].startswith("Buying from it is prohibited")


def test_what_is_left_alone_is_said_in_the_rule_s_own_words() -> None:
    held = effect("hold_public_securities", "none", sentence="holding them is lawful", scope="why")

    assert items(held) == ("Holding them is lawful.",)
    assert items(held, full=True) == ("Holding them is lawful: why.",)


def test_nothing_is_said_of_a_company_entering_the_country() -> None:
    free = (effect("purchase_from", "none"), effect("visa_entry", "none"))

    assert items(*free) == ("Not restricted by this list: buying from it.",)
    assert "its entry into the United States" in items(*free, kind="person")[0]


def test_an_effect_that_is_asked_for_alone_is_never_left_out() -> None:
    assert items(effect("visa_entry", "none")) == (
        "Not restricted by this list: its entry into the United States.",
    )


def test_rules_that_differ_only_in_the_activity_share_one_sentence() -> None:
    rules = [
        EffectRule(activity=activity, status="prohibited", scope="US persons")
        for activity in ("purchase_from", "import_goods")
    ]

    assert rule_sentences(rules, "E.O. 1") == [
        "Prohibited: buying from it; importing its goods (US persons) (E.O. 1)."
    ]


def test_an_end_of_a_freedom_is_said() -> None:
    still = replace(
        effect("invest_public_securities", "none", sentence="they may still be traded"),
        until=dt.date(2026, 12, 1),
    )

    assert items(still) == ("They may still be traded until 2026-12-01.",)
