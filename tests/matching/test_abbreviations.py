"""Abbreviations of several words meet these words, in names of firms and on either side."""

import pytest

import screenr
from screenr.catalog import open_catalog


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("NPO Almaz", "Scientific Production Association Almaz"),
        ("PLA Unit 61398", "People's Liberation Army Unit 61398"),
        ("Alpha R&D Center", "Alpha Research and Development Center"),
        ("CAS Institute of Computing Technology",
         "Institute of Computing Technology, Chinese Academy of Sciences"),
        ("Zvezda Imp. Exp. Co", "Zvezda Import Export Company"),
        ("Shanghai Micro Electronics Equipment", "Shanghai Microelectronics Equipment"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("listed_short", [False, True])
def test_an_abbreviation_meets_the_words_it_stands_for(
    short: str, full: str, *, listed_short: bool
) -> None:
    query, listed = (full, short) if listed_short else (short, full)

    found = screenr.compare(query, listed, kind="organization")

    assert found.grade in ("strong", "exact")
    assert found.relation == "same"


def test_quarters_of_the_compass_are_not_one_word() -> None:
    found = screenr.compare("Northwestern University", "Northeastern University")

    assert not found.is_match


def test_the_evidence_shows_the_abbreviation_as_it_was_written() -> None:
    found = screenr.compare("NPO Almaz", "Scientific Production Association Almaz")

    assert ("npo", "scientific", "same meaning") in {
        (each.query, each.listed, each.reading) for each in found.evidence
    }


def test_a_person_is_not_called_by_what_a_name_abbreviates() -> None:
    found = screenr.compare("Ai Weiwei", "Artificial Intelligence Weiwei", kind="person")

    assert not found.is_match


def test_a_type_of_firm_by_itself_is_not_written_out() -> None:
    assert len(open_catalog().index.readings("NPO")) == 1
