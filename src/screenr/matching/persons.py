"""How far two names of persons denote one party.

As for organizations, what met over what there is; order is free. A family name alone, or a given
name alone, is never enough, and names left over on both sides contradict each other.
"""

import functools
from collections.abc import Sequence

from screenr.matching.align import Alignment, Near, Pair, align
from screenr.matching.by_sound import (
    LIGHT,
    RARE,
    UNHEARD,
    is_heard_clearly,
    is_patronymic,
    meet_crossed,
    part_lonely,
    take_joined_by_sound,
)
from screenr.matching.constructs import SERVANT, SERVANT_OF
from screenr.matching.east_asian import is_another_syllable
from screenr.matching.lexicon import LEGAL, Lexicon
from screenr.matching.meet import FAMILY_NAME, MAN_AND_WOMAN, SIMILAR, meet_in_persons
from screenr.matching.outcome import Outcome
from screenr.matching.reading import Reading
from screenr.matching.shortened import take_truncated
from screenr.matching.words import Word
from screenr.text import keys

LEFT_QUERY, LEFT_LISTED = 0.3, 0.22
FREQUENT, FREQUENT_QUERY = 2.0, 3.0
"""Names left over cost more beside names that many have."""
CONTRADICTED = 0.95
INITIAL = 0.85
HALVES = frozenset({SERVANT, SERVANT_OF, "abdu", "din"})
"""First and last halves of names: half a name in either form."""
HEARD_CLEARLY, HEARD_SURELY = 0.82, 0.88
LONGEST_INITIALS = 3  # letters written as one word


def left_query_cost(word: Word) -> float:
    """The least that a word of the counterparty's name costs when it meets nothing."""
    return LEFT_QUERY * word.person if word.person > LIGHT else 0.0


def left_listed_cost(word: Word) -> float:
    """The least that a word of a listed name costs when it meets nothing."""
    return LEFT_LISTED * word.person if word.person > LIGHT else 0.0


def person_words(reading: Reading, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of a person's name: titles and suffixes set aside unless nothing else is left."""
    return without_titles(reading.words, lexicon)


def without_titles(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of a person's name but for titles, suffixes and legal forms."""
    kept = tuple([word for word in words if not is_title(word, lexicon)])
    return kept or tuple(words)


def is_title(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a title, a suffix or a legal form."""
    return word.cls == LEGAL or word.raw in lexicon.titles or word.native in lexicon.titles


def telling_words(words: Sequence[Word], lexicon: Lexicon) -> int:
    """How many words of a person's name tell: titles and particles do not."""
    return sum(map(tells, without_titles(words, lexicon)))


def tells(word: Word) -> bool:
    """Whether a word is neither a particle nor the first half of a name such as Abdul Rahman."""
    return word.person > LIGHT and not is_servant(word.raw)


def is_full(pair: Pair, listed: Sequence[Word]) -> bool:
    """Whether names met that are neither initials nor particles."""
    is_name = pair.reading not in ("initial", "initials")
    return is_name and any(tells(listed[at]) for at in pair.listed)


def is_lone(untitled: Sequence[Word]) -> bool:
    """Whether initials stand beside one name of a person at most (J. Smith), titles set aside."""
    if all(len(word.raw) > 1 for word in untitled):
        return False
    return sum(tells(word) and len(word.raw) > 1 for word in untitled) <= 1


@functools.lru_cache(maxsize=2_000)
def is_servant(raw: str) -> bool:
    """Whether a word is the first half of a name such as Abdul Rahman."""
    return raw in HALVES


def score(  # noqa: PLR0913 -- what is known of both names, all named
    query: Sequence[Word],
    listed: Sequence[Word],
    lexicon: Lexicon,
    *,
    crossed: bool,
    floor: float = 0.0,
    near: Near | None = None,
) -> Outcome | None:
    """Compare the words of two persons' names; `crossed` where one side was transliterated.

    None where it is certain that the score is below `floor`.
    """
    meet = functools.partial(meet_crossed if crossed else meet_in_persons, lexicon=lexicon)
    found = align(query, listed, meet, near=near)
    take_joined_by_sound(found, query, listed)
    part_lonely(found, query, listed, tells)
    _take_initials(found, query, listed)
    take_truncated(found, query, listed)
    return _Scored(query, listed, found, crossed=crossed, lexicon=lexicon).outcome(floor)


def may_be_initials(word: Word) -> bool:
    """Two or three letters written as one word (JC), unless that is a name or a particle itself."""
    return (
        1 < len(word.raw) <= LONGEST_INITIALS
        and word.raw.isalpha()
        and word.person > LIGHT
        and not word.usual_person
        and not set(word.raw) & set("aeiou")
    )


def _take_initials(found: Alignment, query: Sequence[Word], listed: Sequence[Word]) -> None:
    """Initials meet names that begin with them, in order; glued ones (JC) the names in a row."""
    after = -1
    for at in tuple(found.left_query) if found.left_listed else ():
        initial = query[at].raw
        if not initial.isascii():
            continue
        for other in found.left_listed:
            name = listed[other].raw
            is_initial = (len(initial) == 1) != (len(name) == 1) and initial[0] == name[0]
            if is_initial and other > after:
                found.take(Pair((at,), (other,), INITIAL, "initial"))
                after = other
                break
        else:
            if may_be_initials(query[at]):
                _take_glued(found, at, initial, listed)


def _take_glued(found: Alignment, at: int, initials: str, listed: Sequence[Word]) -> None:
    """Let letters written as one word, which stands at `at`, meet the names in a row."""
    run = [other for other in found.left_listed if len(listed[other].raw) > 1][: len(initials)]
    if list(initials) == [listed[other].raw[0] for other in run]:
        found.take(Pair((at,), tuple(run), INITIAL, "initials"))


class _Scored:
    """The sums over an alignment that the verdict rests on."""

    def __init__(
        self,
        query: Sequence[Word],
        listed: Sequence[Word],
        found: Alignment,
        *,
        crossed: bool,
        lexicon: Lexicon,
    ) -> None:
        self.crossed = crossed
        self.query, self.listed, self.found = query, listed, found
        self.full = [pair for pair in found.pairs if is_full(pair, listed)]
        self.left_query = [query[at] for at in found.left_query if query[at].person > LIGHT]
        self.left_listed = [listed[at] for at in found.left_listed if listed[at].person > LIGHT]
        self.lexicon = lexicon
        self.rules: list[str] = []

    def weight(self, pair: Pair) -> float:
        """The weight of the words of a pair: of the full name on both sides for an initial."""
        mine = _weight(self.query, pair.query)
        theirs = _weight(self.listed, pair.listed)
        if pair.reading.startswith("initial"):
            return 2 * min(mine, theirs)
        return mine + theirs

    def outcome(self, floor: float) -> Outcome | None:
        """The score with its caps and why; None where it cannot reach `floor`."""
        met = whole = 0.0
        for pair in self.found.pairs:
            weight = self.weight(pair)
            met, whole = met + pair.similarity * weight, whole + weight
        total = met / (whole + self._left()) if whole else 0.0
        if total < floor or (total := min(total, self._cap())) < floor:
            return None
        return Outcome(total, "same", tuple(self.found.pairs), self.found.left_query,
                       self.found.left_listed, tuple(self.rules))  # fmt: skip

    def _left(self) -> float:
        mine = sum([word.person for word in self.left_query])
        theirs = sum([word.person for word in self.left_listed])
        if self.left_query and self.left_listed:
            self.rules.append("names left over on both sides")
            return CONTRADICTED * (mine + theirs)
        if max([self._rarity(pair) for pair in self.full], default=0.0) >= RARE:
            return LEFT_QUERY * mine + LEFT_LISTED * theirs
        return FREQUENT_QUERY * LEFT_QUERY * mine + FREQUENT * LEFT_LISTED * theirs

    def _cap(self) -> float:
        left = bool(self.left_query or self.left_listed)
        readings = {pair.reading for pair in self.full}
        unheard = self.crossed and not self._is_one_word() and not self._is_heard_clearly()
        initials = any(pair.reading.startswith("initial") for pair in self.found.pairs)
        is_of_two = FAMILY_NAME in readings and left
        caps = (
            (not self.full, 0.6, "initials alone" if initials else "no telling name in common"),
            (bool(self.full) and not self._is_enough(), 0.6, "only one name in common"),
            (is_of_two, 0.78, "a family name romanized otherwise, and names left over"),
            (unheard, UNHEARD, "too few sounds in common across scripts"),
            (self._ends_contradict(), 0.78, "the names end differently"),
            (self._is_doubtful(), 0.78, "a name met by its sound alone, and names left over"),
            (self._initials_contradict(), 0.75, "an initial contradicts"),
            (MAN_AND_WOMAN in readings, 0.78, MAN_AND_WOMAN),
            (self._is_of_another_syllable(), 0.78, "one syllable is another"),
        )
        self.rules += [rule for applies, _, rule in caps if applies]
        return min((cap for applies, cap, _ in caps if applies), default=1.0)

    def _is_one_word(self) -> bool:
        return all(sum(map(tells, words)) == 1 for words in (self.query, self.listed))

    def _is_enough(self) -> bool:
        """Two names, or one with an initial beside a rare one, or one where neither has more."""
        if len(self.full) > 1 or self._is_one_word() or self._joined_whole():
            return True
        rare = max([self._rarity(pair) for pair in self.full], default=0.0)
        return bool(self.full) and rare > RARE and self._is_completed()

    def _is_completed(self) -> bool:
        """By initials on one side; a listed initial leaves no other name of its party over."""
        initials = [pair for pair in self.found.pairs if pair.reading.startswith("initial")]
        listed = [pair for pair in initials if len(self.listed[pair.listed[0]].raw) == 1]
        if listed:
            return len(listed) == len(initials) and not self.left_listed
        return bool(initials)

    def _is_doubtful(self) -> bool:
        """Two names of which one met by its sound alone, and more names on either side."""
        if not (self.left_query or self.left_listed) or len(self.full) > 2:  # noqa: PLR2004
            return False
        alike = [pair for pair in self.full if pair.reading == SIMILAR]
        others = [self._rarity(pair) for pair in self.full if pair.reading != SIMILAR]
        beside_rare = max(others, default=0.0) > RARE
        return any(
            pair.similarity
            < (HEARD_CLEARLY if beside_rare and self._consonants(pair) > 2 else HEARD_SURELY)  # noqa: PLR2004
            for pair in alike
        )

    def _consonants(self, pair: Pair) -> int:
        """How many consonants of a listed name were heard."""
        return len(keys.skeleton(_written(self.listed, pair.listed)).removeprefix("a"))

    def _ends_contradict(self) -> bool:
        """A particle at the end is a name (Jong-il is not Jong Un)."""
        last, other = len(self.query) - 1, len(self.listed) - 1
        if last not in self.found.left_query or other not in self.found.left_listed:
            return False
        return min(self.query[last].person, self.listed[other].person) < LIGHT

    def _is_of_another_syllable(self) -> bool:
        met = [
            (pair.reading, _written(self.query, pair.query), _written(self.listed, pair.listed))
            for pair in self.full
        ]
        return is_another_syllable(met, self.lexicon)

    def _is_heard_clearly(self) -> bool:
        """Across scripts names are few sounds; Russian patronymics may be left over."""
        left = [word for word in self.left_query if not is_patronymic(word.raw)]
        consonants = sum(map(self._consonants, self.full))
        return is_heard_clearly(self.full, consonants, left, self.left_listed)

    def _initials_contradict(self) -> bool:
        """A middle initial on one side where the other has another name or initial."""
        both = (self.left_query, self.left_listed)
        return all(both) and any(len(word.raw) == 1 for left in both for word in left)

    def _joined_whole(self) -> bool:
        return any(len(pair.query) > 1 or len(pair.listed) > 1 for pair in self.full)

    def _rarity(self, pair: Pair) -> float:
        return max([self.listed[at].person for at in pair.listed])


def _weight(words: Sequence[Word], places: Sequence[int]) -> float:
    if len(places) == 1:
        return words[places[0]].person
    return sum([words[at].person for at in places])


def _written(words: Sequence[Word], places: Sequence[int]) -> str:
    return "".join([words[at].raw for at in places])
