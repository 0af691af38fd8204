"""A reading compared with many: parties named alike are compared once, and never told wrong."""

import pytest

from screenr.catalog import open_catalog
from screenr.matching.compare import compare_readings
from screenr.matching.comparisons import Comparisons
from screenr.matching.index import Index
from screenr.matching.listed import CRAFT, ORGANIZATION
from screenr.matching.prepared import Prepared


@pytest.fixture(scope="module")
def index() -> Index:
    return open_catalog().index


def prepared(index: Index, name: str) -> Prepared:
    return Prepared(index.readings(name)[0], index.lexicon)


def test_the_same_names_are_compared_once(index: Index) -> None:
    listed = prepared(index, "Huawei Device")
    asked = Comparisons(prepared(index, "Huawei Device Ltd"), None)
    first = asked.best_with(listed, kinds=ORGANIZATION, floor=0.8)
    assert first is not None
    assert asked.best_with(listed, kinds=ORGANIZATION, floor=0.9) is first


def test_what_was_given_up_is_compared_again_under_a_lower_floor(index: Index) -> None:
    query, listed = prepared(index, "Huawei Mobile Flowers"), prepared(index, "Huawei Device")
    asked = Comparisons(query, None)
    assert asked.best_with(listed, kinds=ORGANIZATION, floor=0.99) is None
    again = asked.best_with(listed, kinds=ORGANIZATION, floor=0.0)
    assert again == compare_readings(query, listed, kinds=ORGANIZATION, query_kind=None)


def test_of_a_name_that_is_not_bounded_all_words_are_asked(index: Index) -> None:
    query, listed = index.readings("Zavrixo Flowers")[0], prepared(index, "Zavrix Flowers")
    asked = Comparisons(Prepared(query, index.lexicon, near={}), None)
    found = asked.best_with(listed, kinds=ORGANIZATION, floor=0.0, is_bounded=False)
    assert found is not None
    assert [pair.reading for pair in found.outcome.pairs] == ["identical", "spelling"]


def test_listed_names_of_the_same_words_are_prepared_once(index: Index) -> None:
    several = next(
        found
        for name in ("huaweidevice", "sberbank", "almaz", "huawei")
        if len(found := [*index.readings_named(name)]) > 1
    )
    objects = {index.prepared(at) for at in several}
    assert len(objects) == len({index.reading(at) for at in several})


@pytest.mark.parametrize("floor", [0.65, 0.71, 0.8, 0.86])
@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Fu Yuan Yu 8646", "FU YUAN YU 7627"),
        ("Zavrix 6", "ZAVRIX 7"),
        ("Zavrix Trading 2008", "ZAVRIX TRADING 2005"),
        ("Zavrix Fund 3", "ZAVRIX FUND 4"),
        ("Zavrix Plant 61", "ZAVRIX PLANT 61st"),
        ("Zavrix 007", "ZAVRIX 7"),
        ("Zavrix 5 Line 12", "ZAVRIX 12"),
    ],
)
def test_numbers_tell_beforehand_what_the_whole_comparison_would(
    name: str, listed: str, floor: float, index: Index
) -> None:
    query, other = prepared(index, name), prepared(index, listed)
    whole, ended = (
        compare_readings(query, other, kinds=ORGANIZATION | CRAFT, query_kind=None, floor=each)
        for each in (0.0, floor)
    )

    reaches = [each is not None and each.score >= floor for each in (whole, ended)]
    assert reaches[0] == reaches[1]
