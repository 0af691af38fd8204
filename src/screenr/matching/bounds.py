"""What a listed name's score can come to at most, from the words that could meet.

``score >= t`` is linear in the pairs, the score being a quotient of sums: a pair of words that meet
adds ``(similarity - t) * weight`` and the costs, times `t`, of the two words that are not left
over; a name is reached where these gains come to `t` times the cost of all words of both names. So
the best gain of each listed word, added up, says what a name can come to. Rules that lower a score
(the scorer's caps) leave out what cannot escape them.

The functions take numbers or arrays alike: `candidates` asks for one name, `batch_candidates` for
thousands.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from screenr.matching import by_sound, organization_costs, persons
from screenr.matching.lexicon import DISTINCT
from screenr.matching.meet import BY_ITSELF, IN_FIRMS
from screenr.matching.organization_facts import ONE_SLIP
from screenr.matching.organizations import (
    CONTRADICTED_SCALE,
    MOST_SCALED,
    SEATED,
    USUAL_SCALE,
    USUAL_STRENGTH,
)
from screenr.matching.slipped import RARE_LETTERS
from screenr.matching.words import Word

N: TypeAlias = Any
"""A number, or an array of them: numpy is not there for its types to be named."""
ONE_NAME = 0.6
"""The scorer's cap where persons' names have only one name in common."""
UNBRANDED = 0.6
"""The scorer's cap where distinctive words are there, and none met."""
ALLOWANCE = 1e-9
"""Slack for sums of rounded numbers when a bound is compared."""
NO_BRAND_SCALE = 1.6 * USUAL_SCALE
CLEAR, SURE = (each - ALLOWANCE for each in (by_sound.PLAUSIBLE_SOUND, by_sound.BESIDE_OTHERS))
CLEAR_ON_AVERAGE, CERTAIN = (
    each - ALLOWANCE for each in (by_sound.CLEAR_SIMILARITY, by_sound.CERTAIN_SIMILARITY)
)
"""How alike names are across scripts at least, and beside listed names that are left over; how
alike on average, and where few consonants are heard."""


class FirmGain(NamedTuple):
    """What a listed word of an organization adds where it meets.

    `gain` with the least costs, `cost` the part of it that grows with the scale of left-over costs;
    `brand` how unusual it is where it is distinctive, `rare` so rare that the scale stays at its
    least, `clear` distinctive and met by more than its sound.
    """

    gain: float
    cost: float
    brand: float
    rare: int
    clear: int


class PersonGain(NamedTuple):
    """What a listed word of a person's name adds where it meets.

    `contradicted` where names are left over on both sides, `query_met` where none of the
    counterparty's is, `listed_met` where none of the listed ones is; `mine` and `theirs` the weight
    of the words; `full` a name met without the company of others, `joined` written apart, `initial`
    as a letter; `similarity` how alike the two are, 1 where the listed one is not a name.
    """

    contradicted: float
    query_met: float
    listed_met: float
    mine: float
    theirs: float
    full: int
    joined: int
    initial: int
    similarity: float


def firm_gain(
    run: Sequence[Word], listed: Word, similarity: float, *, threshold: float
) -> FirmGain:
    """The gain of the query's word, or of a run of words written apart, with a listed word."""
    mine = sum(word.organization for word in run) / len(run)
    is_brand = listed.cls == DISTINCT
    both = is_brand and run[0].cls == DISTINCT
    weight = mine + listed.organization if both else 2 * min(mine, listed.organization)
    left = sum(map(organization_costs.left_query_cost, run))
    cost = threshold * (left + organization_costs.left_listed_cost(listed))
    rare = (
        is_brand
        and listed.strength >= 1.0
        and len(listed.raw) >= RARE_LETTERS
        and similarity > ONE_SLIP
    )
    gain = max(0.0, (similarity - threshold) * weight + cost)
    clear = is_brand and similarity != IN_FIRMS
    return FirmGain(gain, cost, is_brand * listed.strength, int(rare), int(clear))


def firm_initial_gain(initial: Word, *, threshold: float) -> FirmGain:
    """The most that a first word adds that was cut down to its initial."""
    lift = max(0.0, organization_costs.INITIAL - threshold) * (initial.organization + 1.0)
    left = organization_costs.left_query_cost(initial)
    cost = threshold * (left + max(organization_costs.LEFT_LISTED.values()))
    return FirmGain(lift + cost, cost, 0.0, 0, 0)


def person_gain(
    run: Sequence[Word], listed: Word, similarity: float, *, threshold: float
) -> PersonGain:
    """The same for a person's name."""
    mine, theirs = sum(map(heavy, run)), heavy(listed)
    tells = persons.tells(listed)
    is_full = tells and similarity >= BY_ITSELF - ALLOWANCE
    met = (similarity - threshold) * (sum(word.person for word in run) + listed.person)
    first, second, third = person_adds(met, mine, theirs, threshold=threshold)
    return PersonGain(
        max(0.0, first), max(0.0, second), max(0.0, third),
        mine, theirs, int(is_full), int(len(run) > 1), 0,
        similarity if tells else 1.0,
    )  # fmt: skip


def initial_gain(listed: Word, mine: float, *, threshold: float) -> PersonGain:
    """The gain of a name of weight `mine` and a listed one, of which one is an initial."""
    met = initial_lift(threshold) * min(mine, listed.person)
    theirs = heavy(listed)
    adds = person_adds(met, mine, theirs, threshold=threshold)
    return PersonGain(*adds, mine, theirs, 0, 0, 1, 1.0)


def initial_lift(threshold: float) -> float:
    """What an initial adds for each unit of its weight."""
    return 2 * max(0.0, persons.INITIAL - threshold)


def person_adds(met: N, mine: N, theirs: N, *, threshold: float) -> tuple[N, N, N]:
    """What words add that come to `met` and that are not left over, in the three cases."""
    return (
        met + threshold * persons.CONTRADICTED * (mine + theirs),
        met + threshold * persons.LEFT_LISTED * theirs,
        met + threshold * persons.LEFT_QUERY * mine,
    )


def initials(words: Sequence[Word]) -> dict[str, float]:
    """The letters that stand for names, alone or glued together, and what such a word weighs."""
    found: dict[str, float] = {}
    for word in words:
        if is_initial(word):
            for letter in word.raw:
                found[letter] = max(word.person, found.get(letter, 0.0))
    return found


def is_initial(word: Word) -> bool:
    """Whether a word may stand for names that begin with its letters."""
    return word.raw.isascii() and (len(word.raw) == 1 or persons.may_be_initials(word))


def may_be_heard(  # noqa: PLR0913 -- what must be heard, all named
    *, same: N, are_same: N, clear: N, sure: N, theirs_met: N, mean: N, consonants: N
) -> N:
    """Whether persons' names may be one across scripts (`by_sound.is_heard_clearly`).

    Two of them are the very `same`, or `are_same` all that met, and none is left over. Or else all
    could be met that must be of the counterparty's: `clear` where they sound alike enough, `sure`
    where also beside listed names left over; so alike on average, and of so many `consonants`.
    """
    is_heard = (clear & theirs_met) | sure
    is_clear = (consonants >= by_sound.CLEAR_CONSONANTS) & (mean >= CLEAR_ON_AVERAGE)
    is_whole = theirs_met & (consonants >= by_sound.CLEAR_CONSONANTS - 1) & (mean >= CERTAIN)
    return (same > 1) | (clear & theirs_met & are_same) | (is_heard & (is_clear | is_whole))


def heavy(word: Word) -> float:
    """The weight of a person's name, 0 for a particle: those are never left over."""
    return word.person if word.person > by_sound.LIGHT else 0.0


def firm_may_reach(  # noqa: PLR0913 -- sums, all named
    *,
    gain: N,
    cost: N,
    strength: N,
    seated: N,
    rare: N,
    common: N,
    unmet: N,
    needed: N,
    threshold: float,
) -> N:
    """Whether an organization's name can reach the threshold.

    `gain`, `cost`, `strength` and `rare` over its words (`FirmGain`, the third its `brand`);
    `seated` where it may begin with a place; `common` where neither name needs a distinctive pair,
    `unmet` where a word of the counterparty's that contradicts even a rare brand can meet none of
    the listed ones; `needed` is the least cost of all words of both names, times the threshold.
    Mended names have no rare words.
    """
    brand = strength > 0
    least = 1 + unmet * (CONTRADICTED_SCALE - 1)
    most = USUAL_STRENGTH * (1 - seated * (1 - SEATED))
    usual = USUAL_SCALE * most / _between(most / MOST_SCALED, strength, most)
    scale = rare * least + (1 - rare) * (brand * usual + (1 - brand) * NO_BRAND_SCALE)
    if threshold <= UNBRANDED:
        scale, common = rare * least + (1 - rare) * USUAL_SCALE, 1
    return (gain + (scale - 1) * cost + ALLOWANCE >= scale * needed) & (brand + common > 0)


def _between(least: N, value: N, most: N) -> N:
    value = value + (least - value) * (value < least)
    return value + (most - value) * (value > most)


def person_may_reach(  # noqa: PLR0913 -- sums, all named
    *,
    gains: Sequence[N],
    rarest: N,
    mine: N,
    theirs: N,
    mine_met: N,
    theirs_met: N,
    threshold: float,
) -> N:
    """Whether a person's name can reach the threshold, leaving its caps aside.

    `gains` are the first five sums of `PersonGain`, `rarest` the greatest weight of a listed name
    that met, `mine` and `theirs` the weights of all names of either side, `mine_met` and
    `theirs_met` whether all of them could meet.
    """
    contradicted, query_met, listed_met, met_mine, met_theirs = gains
    more = (rarest < by_sound.RARE) * (persons.FREQUENT - 1)
    more_query = (rarest < by_sound.RARE) * (persons.FREQUENT_QUERY - 1)
    left_query = threshold * persons.LEFT_QUERY
    left_listed = threshold * persons.LEFT_LISTED
    return (
        (contradicted + ALLOWANCE >= threshold * persons.CONTRADICTED * (mine + theirs))
        | (
            mine_met
            & (query_met + left_listed * more * met_theirs + ALLOWANCE
               >= left_listed * (1 + more) * theirs)
        )
        | (
            theirs_met
            & (listed_met + left_query * more_query * met_mine + ALLOWANCE
               >= left_query * (1 + more_query) * mine)
        )
    )  # fmt: skip
