"""An acronym meets the name it stands for, and nothing that only happens to have its letters."""

import pytest

import screenr
from screenr.catalog import open_catalog
from screenr.matching.acronyms import keys_to

SMIC = "Semiconductor Manufacturing International Corporation"


def score(query: str, listed: str) -> float:
    return screenr.compare(query, listed, kind="organization").score


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("SMIC", SMIC),
        ("S.M.I.C.", SMIC),
        ("AMMS", "Academy of Military Medical Sciences"),
        ("CASIC", "China Aerospace Science and Industry Corporation Limited"),
        ("IRISL", "Islamic Republic of Iran Shipping Lines"),
        ("CETC", "China Electronics Technology Group Corporation"),
        ("CETC 38th Research Institute",
         "China Electronics Technology Group Corporation 38th Research Institute"),
    ],
)  # fmt: skip
def test_initials_stand_for_a_name_but_for_small_words_and_group(acronym: str, name: str) -> None:
    assert score(acronym, name) >= screenr.DEFAULT_THRESHOLD


def test_an_acronym_by_itself_is_no_strong_match() -> None:
    found = screenr.compare("SMIC", SMIC, kind="organization")

    assert (found.grade, found.relation) == ("possible", "same")


def test_a_name_meets_its_listed_acronym() -> None:
    assert score(SMIC, "SMIC") >= screenr.DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("CARE", "China Aerospace Research Establishment"),
        ("SMI", "Semiconductor Manufacturing International"),
        ("ASML Holding NV", "Almanac Ship Management LLC"),
        ("HTIC", "Huawei Technologies Investment Company"),
        ("MSCI Inc.", "Mujahidin Shura Council in the Environs of Jerusalem"),
        ("CETC Solar", "China Electronics Technology Group Corporation"),
    ],
)
def test_words_of_the_language_short_acronyms_brands_and_other_words_do_not_meet(
    acronym: str, name: str
) -> None:
    assert score(acronym, name) < screenr.DEFAULT_THRESHOLD


def test_a_name_with_a_brand_does_not_meet_four_listed_letters() -> None:
    assert score("Catalyst Crew Technologies Corp.", "CCTC") < screenr.DEFAULT_THRESHOLD


def test_a_ship_is_not_called_by_the_initials_of_another() -> None:
    found = screenr.compare("NITC", "National Iranian Tanker Company", kind="vessel")

    assert not found.is_match


def test_a_name_of_small_words_is_not_spelled_in_every_way() -> None:
    small = " ".join(("the", "of", "and", "in", "de", "la", "for", "und") * 5)
    (reading, *_) = open_catalog().index.readings(f"bank {small} bank")

    assert len(set(keys_to(reading.words))) < 1_000


def test_screening_finds_a_party_by_an_acronym_that_the_lists_do_not_give() -> None:
    screener = screenr.load(["us-bis-entity-list"])

    names = {match.designation.name for match in screener.screen("UESTC").matches}

    assert "University of Electronic Science and Technology of China" in names
