"""Laws that hold for every name: hypothesis looks for one that breaks them."""

import datetime as dt
import unicodedata
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import screenr
from screenr import Counterparty, Policy, Screener
from screenr.catalog import open_catalog
from screenr.matching import constructs
from screenr.models.designation import Kind
from screenr.text.normalize import fold, words

AS_OF = dt.date(2026, 11, 21)
law = settings(max_examples=80, derandomize=True, deadline=None)

ODD_LETTERS = "aZ ß&+@'’.-_/ёйЖ華ｱé\u0301\u200b\u00ad\u3000０ⓜﬁ١สู"
ANY_TEXT = st.one_of(st.text(max_size=40), st.text(alphabet=ODD_LETTERS, max_size=12))
WORD = st.lists(st.sampled_from("abcdefghijklmnoprstuvz"), min_size=2, max_size=9).map("".join)
"""Letter by letter: a text might be a constant of whatever modules other tests imported."""
NAME_WORDS = st.lists(WORD, min_size=1, max_size=4, unique=True)
PARTICLES = st.sampled_from([
    "abdul", "abdur", "abdel", "abu", "al", "bin", "bint", "chol", "de", "din", "haji", "ibn",
    "jalaluddin", "jong", "khairullah", "kim", "mohammad", "petrovich", "uddin", "umm", "van",
])  # fmt: skip


def is_free(word: str) -> bool:
    """Whether a word is the same wherever in a person's name it stands.

    ``Khair Ullah`` and ``Abd al-Rahman`` are names of two words, which the other way round are
    none; a legal form is one only at an end.
    """
    legal = open_catalog().index.lexicon.legal
    return word not in constructs.GOD and word != constructs.SERVANT and word not in legal


FREE_WORDS = st.lists((WORD | PARTICLES).filter(is_free), min_size=1, max_size=4, unique=True)
KINDS = st.sampled_from(["person", "organization", None])
LISTED = st.sampled_from([
    "Megvii", "Shenzhen Technology Co", "Ramzan Kadyrov", "Kim Chol", "Golden Star Trading LLC",
    "Bank of Jordan", "Mohammad Hassan", "华为技术有限公司", "Рамзан Кадыров",
])  # fmt: skip


def score(query: str, listed: str, kind: Kind | None) -> float:
    return screenr.compare(query, listed, kind=kind).score


@cache
def screener(threshold: float) -> Screener:
    return screenr.load(as_of=AS_OF, policy=Policy(threshold=threshold))


@law
@given(ANY_TEXT)
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@law
@given(ANY_TEXT)
def test_a_word_has_no_punctuation_and_nothing_invisible(text: str) -> None:
    categories = {unicodedata.category(letter)[0] for word in words(text) for letter in word}

    assert categories <= {"L", "N", "M"}


@law
@given(ANY_TEXT, ANY_TEXT, KINDS)
def test_a_score_is_between_nothing_and_one(query: str, listed: str, kind: Kind | None) -> None:
    assert 0.0 <= score(query, listed, kind) <= 1.0


@law
@given(NAME_WORDS, KINDS)
def test_a_name_is_itself(name: list[str], kind: Kind | None) -> None:
    assert score(" ".join(name), " ".join(name), kind) == 1.0


@law
@given(NAME_WORDS, NAME_WORDS, KINDS)
def test_case_and_spacing_tell_nothing(
    query: list[str], listed: list[str], kind: Kind | None
) -> None:
    plain = score(" ".join(query), " ".join(listed), kind)

    assert score(f"  {'   '.join(query).upper()} ", " ".join(listed), kind) == plain
    assert score(" ".join(query), "\t".join(listed).title(), kind) == plain


@law
@given(FREE_WORDS)
def test_the_order_of_a_persons_names_tells_nothing(name: list[str]) -> None:
    assert score(" ".join(reversed(name)), " ".join(name), "person") == 1.0


@law
@given(NAME_WORDS, st.sampled_from(["Ullah", "Ollah"]))
def test_a_family_name_that_is_half_a_name_may_come_first(given_names: list[str], god: str) -> None:
    in_order = " ".join((*given_names, god))

    assert score(f"{god}, {' '.join(given_names)}", in_order, "person") == 1.0
    assert score(in_order, f"{god} {' '.join(given_names)}", "person") == 1.0


@settings(law, max_examples=9)
@given(LISTED)
def test_a_higher_threshold_adds_no_hit(name: str) -> None:
    party = Counterparty(ref="1", name=name)
    low, high = (
        {match.designation.id for match in screener(threshold).screen(party).matches}
        for threshold in (0.80, 0.92)
    )

    assert high <= low
