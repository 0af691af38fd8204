"""From a counterparty to a finding: who is in force, in which order, with what said about it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict, Unpack

import factory
import pytest
from data_folders import catalog_of, organization, write_list, write_names

from screenr import screening
from screenr.catalog import Catalog
from screenr.errors import ExitCode, UsageError
from screenr.matching import batch_numbers
from screenr.models.counterparty import Counterparty
from screenr.models.designation import Alias, Bounds, Designation, Identifier, Kind
from screenr.models.finding import Finding, Match
from screenr.models.policy import Policy
from screenr.screening import Screener, related
from screenr.text.normalize import MAX_NAME

PUBLISHED = dt.date(2026, 7, 9)
AS_OF = factory.DAY
ROBOTICS = organization("us-alpha:1", "Zorvex Robotics Co., Ltd.")
OTHER_ROBOTICS = organization("us-beta:1", "Zorvex Robotics Company Limited")
BRANCH = organization("us-alpha:2", "Beijing Quibblat Marine Ltd.")
DELISTED = replace(
    organization("us-alpha:3", "Halvetti Semiconductor Ltd."), delisted=dt.date(2025, 1, 7)
)
ORDER = replace(organization("us-alpha:4", "Drenkov Optics Institute"), until=dt.date(2025, 6, 30))
BOUNDED = replace(
    organization("us-alpha:5", "Ymbrakt Avionics Ltd."),
    listed=Bounds(after=dt.date(2021, 1, 1), by=dt.date(2022, 1, 1)),
)
PERSON = Designation(
    id="us-alpha:6",
    kind="person",
    name="VORONTSEV, Grigory Stanislavovich",
    nationalities=("RU",),
    born=("1964-05-03",),
    listed=dt.date(2019, 1, 1),
    sources=("typed",),
)
SHIP = Designation(
    id="us-alpha:7", kind="vessel", name="KELVORNA", listed=dt.date(2019, 1, 1), sources=("typed",)
)
NAMED = replace(
    organization("us-alpha:8", "Pliskarta Industrial Group"),
    aliases=(
        Alias(name="Wubrezh", weak=True),
        Alias(name="Old Tazkoril Works", type="fka"),
    ),
    identifiers=(Identifier(type="uscc", value="9144-0300 708461136T", country="CN"),),
)
SUPPLEMENTARY = (
    {
        "party": "zorvex",
        "designations": [{"id": ROBOTICS.id, "relation": "same"}],
        "names": [{"name": "Mekanoid", "kind": "trade", "source": "the company's own site"}],
    },
    {
        "party": "quibblat",
        "designations": [{"id": BRANCH.id, "relation": "family"}],
        "names": [{"name": "Ostrelune", "kind": "legal", "source": "its annual report"}],
    },
)
OWNERSHIP = "It does not reach owned companies."

Screen = Callable[..., Finding]


class Known(TypedDict, total=False):
    """What may be known of a counterparty besides its name and kind."""

    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    born: tuple[str, ...]
    identifiers: tuple[str, ...]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    data_dir = tmp_path_factory.mktemp("screening")
    alpha = (ROBOTICS, BRANCH, DELISTED, ORDER, BOUNDED, PERSON, SHIP, NAMED)
    write_list(data_dir, factory.list_info("us-alpha"), {PUBLISHED: alpha})
    write_list(data_dir, factory.list_info("us-beta"), {PUBLISHED: (OTHER_ROBOTICS,)})
    write_names(data_dir, SUPPLEMENTARY)
    return catalog_of(data_dir)


@pytest.fixture(scope="module")
def screen(catalog: Catalog) -> Screen:
    """Screen one name with what is known of it; `as_of` and `policy` where they matter."""

    def _screen(
        name: str,
        *,
        as_of: dt.date = AS_OF,
        policy: Policy | None = None,
        kind: Kind | None = None,
        **known: Unpack[Known],
    ) -> Finding:
        party = Counterparty(ref="1", name=name, kind=kind, **known)
        return Screener(catalog, policy or Policy(), as_of=as_of).screen(party)

    return _screen


def ids(finding: Finding) -> list[str]:
    return [match.designation.id for match in finding.matches]


def only(finding: Finding) -> Match:
    (match,) = finding.matches
    return match


def weight(match: Match, feature: str) -> float:
    (found,) = (each.weight for each in match.evidence if each.feature == feature)
    return found


# -- in force


@pytest.mark.parametrize(
    ("name", "as_of", "status"),
    [
        (DELISTED.name, dt.date(2025, 1, 6), "hit"),
        (DELISTED.name, dt.date(2025, 1, 7), "clear"),
        (ORDER.name, dt.date(2025, 6, 29), "hit"),
        (ORDER.name, dt.date(2025, 6, 30), "clear"),
        (ROBOTICS.name, dt.date(2019, 11, 20), "clear"),
        (ROBOTICS.name, dt.date(2022, 1, 1), "hit"),
        (BOUNDED.name, dt.date(2021, 1, 1), "clear"),
        (BOUNDED.name, dt.date(2021, 1, 2), "hit"),
        (BOUNDED.name, dt.date(2022, 1, 1), "hit"),
    ],
)
def test_a_designation_matches_only_on_the_days_it_is_in_force(
    screen: Screen, name: str, as_of: dt.date, status: str
) -> None:
    assert screen(name, as_of=as_of).status == status


@pytest.mark.parametrize(("as_of", "notes"), [(dt.date(2021, 6, 1), 1), (AS_OF, 0)])
def test_a_day_within_the_bounds_of_listing_gives_a_note(
    screen: Screen, as_of: dt.date, notes: int
) -> None:
    said = only(screen(BOUNDED.name, as_of=as_of)).notes

    assert sum("May not have been listed yet" in note for note in said) == notes


# -- order and choice


def test_the_best_match_comes_first_and_equals_in_the_order_of_their_ids(screen: Screen) -> None:
    finding = screen("Zorvex Robotics")

    scores = [match.score for match in finding.matches]
    assert ids(finding) == [ROBOTICS.id, OTHER_ROBOTICS.id]
    assert scores == sorted(scores, reverse=True)


def test_an_alias_of_the_counterparty_is_screened_too(screen: Screen) -> None:
    finding = screen("Zorvvex Robotics", aliases=("Kelvorna",))

    assert set(ids(finding)) == {ROBOTICS.id, OTHER_ROBOTICS.id, SHIP.id}
    assert ids(finding)[0] == SHIP.id


def test_the_choice_of_lists_changes_no_score(screen: Screen) -> None:
    everywhere = {m.designation.id: m.comparison for m in screen("Zorvvex Robotics").matches}

    alone = only(screen("Zorvvex Robotics", policy=Policy(lists=("us-beta",))))

    assert alone.comparison == everywhere[alone.designation.id]
    assert len(everywhere) == 2


def test_a_list_that_is_not_chosen_gives_no_match(screen: Screen) -> None:
    finding = screen("Zorvex Robotics", policy=Policy(lists=("us-alpha",)))

    assert ids(finding) == [ROBOTICS.id]


def test_a_threshold_above_the_score_clears(screen: Screen) -> None:
    slipped = only(screen("Pliskarto Industrial Group"))

    stricter = Policy(threshold=min(1.0, slipped.score + 0.01))

    assert screen("Pliskarto Industrial Group", policy=stricter).status == "clear"


def test_one_designation_matches_once_whatever_the_number_of_names(screen: Screen) -> None:
    finding = screen(NAMED.name, aliases=("Wubrezh", "Old Tazkoril Works"))

    assert ids(finding) == [NAMED.id]
    assert only(finding).matched_as == "name"


@pytest.mark.parametrize(
    ("name", "alias"),
    [("Old Tazkoril Worxs", NAMED.name), (NAMED.name, "Old Tazkoril Worxs")],
)
def test_the_better_of_two_official_names_is_told_whichever_comes_first(
    screen: Screen, name: str, alias: str
) -> None:
    match = only(screen(name, aliases=(alias,)))

    assert (match.matched_as, match.score) == ("name", 1.0)


def test_a_strong_official_name_is_told_before_a_better_supplementary_one(screen: Screen) -> None:
    match = next(
        each
        for each in screen("Mekanoid", aliases=("Zorvex Robotics Shenzhen",)).matches
        if each.designation.id == ROBOTICS.id
    )

    assert match.matched_as == "name"


# -- what is said of a match


def test_an_exact_name_is_an_exact_match_of_the_same_party(screen: Screen) -> None:
    match = only(screen("zorvex  robotics", policy=Policy(lists=("us-alpha",))))

    assert (match.score, match.comparison.grade) == (1.0, "exact")
    assert (match.comparison.relation, match.in_force) == ("same", True)


def test_a_match_through_a_supplementary_name_says_so_with_its_source(screen: Screen) -> None:
    match = only(screen("Mekanoid"))

    assert match.designation.id == ROBOTICS.id
    assert (match.matched_as, match.source) == ("supplementary", "the company's own site")


def test_an_official_name_has_no_source_of_its_own(screen: Screen) -> None:
    assert only(screen(NAMED.name)).source is None


def test_a_supplementary_name_of_another_company_of_the_group_makes_a_family(
    screen: Screen,
) -> None:
    match = only(screen("Ostrelune"))

    assert (match.designation.id, match.comparison.relation) == (BRANCH.id, "family")
    assert OWNERSHIP in match.notes


def test_a_family_match_is_told_the_ownership_rule(screen: Screen) -> None:
    match = only(screen("Shenzhen Quibblat Marine Ltd"))

    assert match.comparison.relation == "family"
    assert OWNERSHIP in match.notes


def test_a_match_with_the_party_itself_is_not_told_the_ownership_rule(screen: Screen) -> None:
    assert OWNERSHIP not in only(screen(NAMED.name)).notes


@pytest.mark.parametrize(
    ("name", "matched_as", "note"),
    [
        ("Wubrezh", "weak_aka", "The list itself marks this alias as weak."),
        ("Old Tazkoril Works", "fka", "This is a former name of the listed party."),
    ],
)
def test_a_match_through_a_lesser_name_says_so(
    screen: Screen, name: str, matched_as: str, note: str
) -> None:
    match = only(screen(name))

    assert (match.matched_as, match.matched_name) == (matched_as, name)
    assert note in match.notes


# -- kind, country, birth, identifier


def test_a_person_does_not_match_a_firm_of_the_name(screen: Screen) -> None:
    assert screen("Zorvex Robotics", kind="person").status == "clear"


def test_a_firm_does_not_match_a_ship_of_the_name(screen: Screen) -> None:
    assert screen("Kelvorna", kind="organization").status == "clear"
    assert ids(screen("Kelvorna", kind="vessel")) == [SHIP.id]
    assert ids(screen("Kelvorna")) == [SHIP.id]


def test_a_country_in_common_is_evidence_for_a_match(screen: Screen) -> None:
    plain = only(screen("Pliskarto Industrial Group"))

    match = only(screen("Pliskarto Industrial Group", countries=("CN",)))

    assert weight(match, "country") > 0
    assert match.score >= plain.score


def test_another_country_is_evidence_against_a_match(screen: Screen) -> None:
    plain = only(screen(NAMED.name))

    match = only(screen(NAMED.name, countries=("BR",)))

    assert weight(match, "country") < 0
    assert match.score < plain.score


def test_another_country_hides_no_exact_name(screen: Screen) -> None:
    assert screen(NAMED.name, countries=("BR",)).status == "hit"


def test_a_country_lifts_nothing_over_the_threshold(screen: Screen) -> None:
    plain = only(screen("Pliskarto Industrial Group"))
    policy = Policy(threshold=plain.score + 0.001)

    finding = screen("Pliskarto Industrial Group", countries=("CN",), policy=policy)

    assert finding.status == "clear"


@pytest.mark.parametrize("born", ["1964", "1964-05", "1965", "1960/1964"])
def test_a_birth_date_that_could_be_the_same_speaks_for_a_match(screen: Screen, born: str) -> None:
    match = only(screen("Grigory Vorontsev", born=(born,)))

    assert weight(match, "born") > 0


@pytest.mark.parametrize("born", ["1981", "1990-02-11"])
def test_another_birth_date_speaks_against_a_match(screen: Screen, born: str) -> None:
    plain = only(screen(PERSON.name))

    finding = screen(PERSON.name, born=(born,), policy=Policy(threshold=0.5))

    assert weight(only(finding), "born") < 0
    assert only(finding).score < plain.score


def test_a_match_that_another_birth_date_lowers_under_the_threshold_is_set_aside(
    screen: Screen,
) -> None:
    finding = screen("Grigory Vorontsev", born=("1990",))

    assert finding.status == "clear"
    (lowered,) = finding.lowered
    assert lowered.designation.id == PERSON.id
    assert weight(lowered, "born") < 0
    assert not lowered.comparison.is_match


def test_what_was_set_aside_is_no_match_though_another_party_is_one(screen: Screen) -> None:
    finding = screen(
        "Grigory Vorontsev", born=("1990",), aliases=(ROBOTICS.name,), policy=Policy(threshold=0.85)
    )

    assert finding.status == "hit"
    assert PERSON.id not in ids(finding)
    assert [each.designation.id for each in finding.lowered] == [PERSON.id]


def test_a_match_that_stays_above_the_threshold_is_not_set_aside(screen: Screen) -> None:
    finding = screen(PERSON.name, born=("1990",), policy=Policy(threshold=0.5))

    assert only(finding).designation.id == PERSON.id
    assert finding.lowered == ()


def test_a_name_that_no_contradiction_lowers_is_not_set_aside(screen: Screen) -> None:
    plain = only(screen("Pliskarto Industrial Group"))
    policy = Policy(threshold=plain.score + 0.001)

    assert screen("Pliskarto Industrial Group", countries=("CN",), policy=policy).lowered == ()


def test_an_identifier_is_compared_by_its_letters_and_digits(screen: Screen) -> None:
    match = only(screen(NAMED.name, identifiers=("91440300708461136t",)))

    assert weight(match, "identifier") > 0


def test_another_identifier_is_no_evidence(screen: Screen) -> None:
    match = only(screen(NAMED.name, identifiers=("1234",)))

    assert "identifier" not in {each.feature for each in match.evidence}


# -- names that cannot be screened


@pytest.mark.parametrize("name", ["", "   ", "!?", "—"])
def test_a_name_without_letter_or_digit_is_refused(screen: Screen, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        screen(name)

    assert caught.value.exit_code == ExitCode.USAGE


def test_an_alias_without_letter_or_digit_is_refused_too(screen: Screen) -> None:
    with pytest.raises(UsageError):
        screen("Zorvex", aliases=("??",))


def test_a_text_in_place_of_a_name_is_refused(screen: Screen) -> None:
    with pytest.raises(UsageError, match=str(MAX_NAME + 1)):
        screen("x" * (MAX_NAME + 1))


@pytest.fixture(params=[1, 100], ids=["together", "one by one"])
def screener(
    catalog: Catalog, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Screener:
    """One that takes so many names for few, which are screened one by one."""
    monkeypatch.setattr(screening, "FEW", request.param)
    return Screener(catalog, Policy(), as_of=AS_OF)


def test_of_many_names_one_that_cannot_be_screened_is_an_error_in_its_place(
    screener: Screener,
) -> None:
    findings = list(screener.screen_all(["Mekanoid", "??", "Bakery", "z" * (MAX_NAME + 1)]))

    assert [each.status for each in findings] == ["hit", "error", "clear", "error"]
    assert [each.counterparty.ref for each in findings] == ["1", "2", "3", "4"]
    assert [each.error for each in findings if each.status == "error"] == [
        "the name has neither letter nor digit",
        f"a name of {MAX_NAME + 1} characters is not screened",
    ]


def test_a_counterparty_that_cannot_be_screened_keeps_its_own_reference(
    screener: Screener,
) -> None:
    (finding,) = screener.screen_all([Counterparty(ref="row 7", name="…")])

    assert (finding.counterparty.ref, finding.status) == ("row 7", "error")


def test_a_counterparty_of_which_one_name_cannot_be_screened_is_an_error(
    screener: Screener,
) -> None:
    parties = [
        Counterparty(ref="a", name="Bakery", aliases=("…", "Mekanoid")),
        Counterparty(ref="b", name="Bakery", aliases=("Mekanoid",)),
    ]

    assert [each.status for each in screener.screen_all(parties)] == ["error", "hit"]


def test_a_batch_in_which_no_word_is_near_a_listed_one_is_clear(screener: Screener) -> None:
    assert [each.status for each in screener.screen_all(["Qx", "Ыъ", "7"])] == ["clear"] * 3


def test_many_names_are_screened_as_each_alone(screener: Screener) -> None:
    names = ["Zorvex Robotics", "Mekanoid", "Bakery", "Kelvorna"]

    together = list(screener.screen_all(names))

    assert [each.matches for each in together] == [screener.screen(n).matches for n in names]


def test_two_batches_in_turn_do_not_disturb_each_other(
    screener: Screener, monkeypatch: pytest.MonkeyPatch
) -> None:
    for forgetful, most in (("REMEMBERED", 1), ("KEPT", 0)):
        monkeypatch.setattr(batch_numbers, forgetful, most)
    names = ["Bakery Grocers", "Zorvex Robotics"]
    first = screener.screen_all(names)
    assert next(first).status == "clear"

    others = screener.screen_all(["Mekanoid", "Kelvorna Cheese"])
    statuses = [next(others).status, next(first).status, next(others).status]

    assert statuses == ["hit", "hit", "clear"]


def test_an_unknown_list_is_refused_before_anything_is_screened(catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="us-gamma"):
        Screener(catalog, Policy(lists=("us-gamma",)), as_of=AS_OF)


# -- the same party elsewhere


def test_the_same_party_on_another_list_is_related(catalog: Catalog) -> None:
    assert related(catalog, ROBOTICS, as_of=AS_OF) == (OTHER_ROBOTICS,)


def test_a_party_on_no_other_list_has_no_relative(catalog: Catalog) -> None:
    assert related(catalog, SHIP, as_of=AS_OF) == ()
