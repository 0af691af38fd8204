"""Names cut short: by the width of a field, the first word to its initial, or of their vowels."""

from collections.abc import Sequence

from screenr.matching.align import Alignment, Pair
from screenr.matching.lexicon import DISTINCT, LEGAL, ORG, STOP, Lexicon
from screenr.matching.organization_costs import INITIAL, may_be_initial
from screenr.matching.words import Word
from screenr.text import keys

TRUNCATED = 0.88
NARROWEST_FIELD = 18
FIELDS, FIELD_SLACK = (20, 35), 3
TOLD_LETTERS = 5
"""Letters of a name, beside its legal form, that a cut-off field must hold to tell anything."""
LONG_PHRASE = 3
"""So many common words together tell one party from another."""


def take_truncated(found: Alignment, query: Sequence[Word], listed: Sequence[Word]) -> None:
    """A field cut off at its width: the last word begins a listed one."""
    last = len(query) - 1
    left = [at for at in found.left_query if query[at].cls not in (STOP, LEGAL)]
    if left not in ([last], []) or not may_be_truncated(query):
        return
    begun = query[last].raw
    for pair in found.pairs:
        if pair.query == (last,) and pair.reading != "identical" and len(pair.listed) == 1:
            (other,) = pair.listed
            if len(listed[other].raw) > len(begun) and listed[other].raw.startswith(begun):
                found.cut = other
            return
    for other in found.left_listed if last in found.left_query else ():
        if listed[other].raw.startswith(begun):
            found.take(Pair((last,), (other,), TRUNCATED, "cut off"))
            found.cut = other
            return


def take_cut_between_words(found: Alignment, query: Sequence[Word], listed: Sequence[Word]) -> None:
    """A field cut off between two words: all that it holds is how the listed name begins.

    What ends on a type of organization (Tianjin University) is a name as it stands.
    """
    if (
        found.cut is None
        and query[-1].cls != ORG
        and not found.left_query
        and len(query) < len(listed)
        and fills_a_field(query)
        and begins_with(found, len(query))
    ):
        found.cut = len(query) - 1


def begins_with(found: Alignment, words: int) -> bool:
    """The listed name begins with so many words of the other, in their order."""
    places = {(pair.query, pair.listed) for pair in found.pairs}
    return places == {((at,), (at,)) for at in range(words)}


def fills_a_field(query: Sequence[Word]) -> bool:
    """Whether a name is about as long as the usual fields, 20 and 35 characters.

    Blanks at the end of a field are lost, and so is the punctuation of the name.
    """
    length = sum(len(word.raw) + 1 for word in query) - 1
    return _tells(query) and any(width - FIELD_SLACK <= length <= width for width in FIELDS)


def may_be_truncated(query: Sequence[Word]) -> bool:
    """Whether the last word of a name may have been cut off at the width of a field.

    The narrowest fields have twenty characters, less the punctuation of the name and blanks at the
    end. What ends on a legal form was not cut off.
    """
    length = sum([len(word.raw) + 1 for word in query]) - 1
    is_long = length >= NARROWEST_FIELD and query[-1].cls not in (STOP, LEGAL)
    return is_long and _tells(query)


def _tells(query: Sequence[Word]) -> bool:
    """Whether more is there than a legal form and a letter or two of the name."""
    telling = [len(word.raw) for word in query if word.cls not in (STOP, LEGAL)]
    return sum(telling) >= TOLD_LETTERS


def take_initial(found: Alignment, query: Sequence[Word], listed: Sequence[Word]) -> None:
    """The first word cut down to its initial (H. Goke Microelectronics), where the rest tells."""
    if not may_be_initial(query) or 0 not in found.left_query or 0 not in found.left_listed:
        return
    met = [pair for pair in found.pairs if listed[pair.listed[0]].cls not in (LEGAL, STOP)]
    is_distinct = any(listed[at].cls == DISTINCT for pair in met for at in pair.listed)
    is_whole = len(met) >= LONG_PHRASE and len(found.left_query) == len(found.left_listed) == 1
    if listed[0].raw[0] == query[0].raw and (is_distinct or is_whole):
        found.take(Pair((0,), (0,), INITIAL, "initial"))


def is_without_vowels(query: Sequence[Word], lexicon: Lexicon) -> bool:
    """The whole name is written without vowels, common words and all."""
    long = [word for word in query if len(word.raw) > 2]  # noqa: PLR2004
    bare = all(keys.lacks_vowels(part) for word in long for part in word.raw.split())
    return bare and any(
        word.cls != DISTINCT and word.raw not in lexicon.business and word.raw not in lexicon.legal
        for word in long
    )
