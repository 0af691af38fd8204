"""What the bound leaves out; that it leaves out nothing else is what `test_oracle` holds."""

from screenr.catalog import open_catalog
from screenr.matching import bounds
from screenr.matching.candidates import Candidates

NEEDED, USUALLY_NEEDED = 0.95, 0.64


def may_reach(*, unmet: int = 0, strength: float = 1.3, seated: int = 0, rare: int = 1) -> bool:
    """A brand whose words come to enough unless what is left over costs more."""
    reached = bounds.firm_may_reach(
        gain=1.0,
        cost=0.4,
        strength=strength,
        seated=seated,
        rare=rare,
        common=0,
        unmet=unmet,
        needed=NEEDED if rare else USUALLY_NEEDED,
        threshold=0.8,
    )
    return bool(reached)


def test_a_rare_brand_is_enough_where_nothing_contradicts() -> None:
    assert may_reach(unmet=0)


def test_a_distinctive_word_that_meets_nothing_contradicts_a_rare_brand() -> None:
    assert not may_reach(unmet=1)


def test_an_unusual_brand_is_enough() -> None:
    assert may_reach(rare=0)


def test_beside_a_brand_that_is_less_unusual_the_rest_costs_more() -> None:
    assert not may_reach(rare=0, strength=1.0)


def test_a_seat_before_the_brand_makes_the_rest_cost_less() -> None:
    assert may_reach(rare=0, strength=1.04, seated=1)


def test_a_mended_name_is_no_persons() -> None:
    index = open_catalog().index
    written, mended = index.readings("Mr. Sergei Ivanov")
    candidates = Candidates(index)
    assert mended.mended
    assert candidates.of(written, person=True, threshold=0.8)
    assert not candidates.of(mended, person=True, threshold=0.8)
