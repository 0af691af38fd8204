"""Whether one word of a counterparty's name can be one word of a listed name, and how it is read.

The index finds the words that meet a given word by the same rules (`reach`), so every rule here has
its way into the index: an edit distance, or a key that both words share.
"""

import functools
from typing import NamedTuple

from rapidfuzz.distance import OSA

from screenr.matching import slipped
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER, SHORT_FORM, Lexicon
from screenr.matching.words import Word
from screenr.text import keys, phonetic
from screenr.text.transliterate import script

PLAUSIBLE = 0.6
"""The least similarity at which two words meet."""
LOOK_ALIKE = "look-alike letters"
NO_VOWELS = "vowels left out"
KNOWN = "known spelling"
FAMILY_NAME = "romanization"
"""East Asian family names that are one in their own script (Lee, Li)."""
SIMILAR = "similar sound"
MAN_AND_WOMAN = "a man's name and a woman's"
SLAVIC = "Slavic spelling"
SLAVIC_HEARD, SLAVIC_ALIKE = 0.92, 0.9
"""How alike the sounds of Slavic names are that are one, and how alike those names are."""
HEARD = 0.7
"""How alike the sounds are of names with one skeleton that meet without company."""
COMPANY = "similar sound beside other names that met"
IN_FIRMS = 0.84
"""How alike distinctive words of organizations are that sound so, whatever their vowels."""
IN_COMPANY = 0.68
"""How alike two names are that meet only where others do."""
BY_ITSELF = IN_COMPANY + 1e-6
"""What bounds take names for at least that meet without others, so as to tell them apart."""
SAME_SOUND = 0.96
"""The most that two words are alike which sound the same across scripts."""
SHORTEST_HEARD, CLEAR_SKELETON, WITH_ARTICLE = 4, 4, 6
"""Letters of a name that is recognized by sound; sounds that leave no doubt; letters of a name that
may have the article before it."""
SHORTEST_SKELETON = 3
SHORTEST_FORM = 3
"""Letters of a legal form in which a slip is recognized."""
OTHER_NUMBER = 0.75
"""Numbers that differ meet as such, so that the rest of the name can tell a fund from a factory."""


class Meeting(NamedTuple):
    """How alike two words are, 0 to 1, and how they were read as one."""

    similarity: float
    reading: str


def edits_allowed(length: int) -> int:
    """Slips that a word of `length` letters may carry: one in four letters, two in nine."""
    return 0 if length < 4 else 1 if length < 9 else 2 if length < 14 else 3  # noqa: PLR2004


def skeleton_edits_allowed(length: int) -> int:
    """Differences that a consonant skeleton may carry across scripts."""
    return 0 if length < 3 else 1 if length < 7 else 2  # noqa: PLR2004


def distance(left: str, right: str) -> int:
    """Edits between two words with neighbours transposed as one; 9 beyond what is allowed.

    Optimal string alignment, as RapidFuzz defines it; an integer cutoff, since its normalized one
    drops pairs that lie exactly on it.
    """
    if not left.isascii() and script(left) == "Han":
        return 0 if left == right else 9  # one character more or less is another name
    limit = edits_allowed(max(len(left), len(right)))
    if abs(len(left) - len(right)) > limit:
        return 9
    edits = OSA.distance(left, right, score_cutoff=limit)
    return edits if edits <= limit else 9


@functools.lru_cache(maxsize=2_000)
def meet_in_organizations(query: Word, listed: Word) -> Meeting | None:  # noqa: PLR0911 -- a rule each
    """Two words of organizations' names."""
    if query.text == listed.text:
        return _same(query, listed)
    if query.cls == listed.cls == NUMBER:
        return Meeting(OTHER_NUMBER, "another number")
    if query.cls == DISTINCT and listed.cls == LEGAL:
        return _misspelled_form(query, listed)
    if LEGAL in (query.cls, listed.cls) or NUMBER in (query.cls, listed.cls):
        return None
    found = _spelled_alike(query, listed) or _heard_in_organizations(query, listed)
    if found is None:
        return None
    if query.cls != DISTINCT or listed.cls != DISTINCT:
        # A slip in a common word ("aviatio"); two different common words never meet.
        if DISTINCT not in (query.cls, listed.cls) or found.similarity < 0.8:  # noqa: PLR2004
            return None
        if query.at_large and listed.at_large:
            return None
        return Meeting(found.similarity - 0.05, found.reading)
    return found


@functools.lru_cache(maxsize=2_000)
def meet_in_persons(query: Word, listed: Word, lexicon: Lexicon) -> Meeting | None:
    """Two words of persons' names."""
    found = _as_one_name(query, listed, lexicon)
    if found is not None and found.reading != KNOWN and _are_man_and_woman(query, listed):
        return Meeting(min(found.similarity, PLAUSIBLE), MAN_AND_WOMAN)
    return found


def _as_one_name(query: Word, listed: Word, lexicon: Lexicon) -> Meeting | None:
    left, right = query.raw, listed.raw
    if left == right:
        return Meeting(1.0, "identical")
    if len(left) == 1 or len(right) == 1:
        return None
    family = _family_meeting(left, right, lexicon)
    if family is not None:
        return family
    if keys.sound(left) == keys.sound(right) and min(len(left), len(right)) > 1:
        return Meeting(0.94, "same sound")
    found = _spelled_alike(query, listed)
    known = query.usual_person and listed.usual_person
    if found is not None and known and found.reading == "spelling":
        # Two names in their own right (Boris, Doris), one letter apart.
        found = Meeting(found.similarity - 0.25, "another name")
    if found is not None and found.similarity < PLAUSIBLE:
        found = None
    heard = None if known else _heard(left, right)
    if found is None or (heard and heard.similarity > found.similarity):
        found = heard._replace(reading=found.reading) if heard and found else heard
    if not known and (found is None or found.similarity < SLAVIC_ALIKE):
        found = _slavic_alike(left, right) or found
    return found or _sounds_alike(left, right, known=known)


def _heard_in_organizations(query: Word, listed: Word) -> Meeting | None:
    """Distinctive words of the same consonants whose vowels were guessed (Hejab, Hijab).

    A word of the language must have the same vowels too (Rashid, Rasheed), and two of them are two
    names, as two words of pinyin are.
    """
    left, right = query.raw, listed.raw
    if query.cls != DISTINCT or listed.cls != DISTINCT or (query.at_large and listed.at_large):
        return None
    is_long = min(len(left), len(right)) >= SHORTEST_HEARD
    heard = (is_long and keys.sound(left) == keys.sound(right)) or (
        not (query.at_large or listed.at_large) and _heard(left, right)
    )
    return Meeting(IN_FIRMS, SIMILAR) if heard and not slipped.are_chinese(left, right) else None


def _heard(left: str, right: str) -> Meeting | None:
    """Names of the same consonants whose vowels are not far apart."""
    skeleton = keys.skeleton(left)
    if (
        min(len(left), len(right)) < SHORTEST_HEARD
        or len(skeleton) < SHORTEST_SKELETON
        or skeleton != keys.skeleton(right)
        or len(keys.sounded(left)) != len(keys.sounded(right))
    ):
        return None
    heard = phonetic.similarity(left, right)
    return Meeting(max(0.78, 0.95 * heard), SIMILAR) if heard >= HEARD else None


def without_article(word: str) -> str:
    """A name without the Arabic article that was written together with it (``alhosseini``)."""
    return word[2:] if word[:2] in ("al", "el") and len(word) >= WITH_ARTICLE else word


def _sounds_alike(left: str, right: str, *, known: bool) -> Meeting | None:
    """Names that are one in other spellings, or could be where the other names agree."""
    if min(len(left), len(right)) < SHORTEST_HEARD:
        return None
    bare, other = without_article(left), without_article(right)
    if (bare != left) != (other != right) and keys.sound(bare) == keys.sound(other):
        return Meeting(0.9, "written with the article")
    heard, slavic = keys.skeleton(left), keys.slavic(left)
    is_clear = not known and len(slavic.removeprefix("a")) >= CLEAR_SKELETON
    if is_clear and slavic == keys.slavic(right):
        return Meeting(0.82, SLAVIC)
    if len(heard) > 1 and (heard == keys.skeleton(right) or slavic == keys.slavic(right)):
        return Meeting(IN_COMPANY, COMPANY)
    return Meeting(IN_COMPANY, COMPANY) if distance(left, right) == 1 else None


def _are_man_and_woman(query: Word, listed: Word) -> bool:
    """A name in its own right, and the same with an ending (Daniel, Daniela)."""
    short, long = (query, listed) if len(query.raw) < len(listed.raw) else (listed, query)
    return (
        short.usual_person
        and long.raw.startswith(short.raw)
        and long.raw[len(short.raw) :] in ("a", "ia", "ie")
    )


def _slavic_alike(left: str, right: str) -> Meeting | None:
    """A Slavic name in English, German, Polish or Belarusian letters (Selenskyj, Zelensky)."""
    slavic = keys.slavic(left)
    if len(slavic.removeprefix("a")) < CLEAR_SKELETON or slavic != keys.slavic(right):
        return None
    heard = phonetic.similarity(keys.slavic_letters(left), keys.slavic_letters(right))
    return Meeting(SLAVIC_ALIKE, SLAVIC) if heard >= SLAVIC_HEARD else None


@functools.lru_cache(maxsize=2_000)
def across_scripts(query: str, listed: str) -> Meeting | None:
    """Two words in Latin letters of which one was transliterated: by consonants, vowels little."""
    if query == listed:
        return Meeting(0.97, "transliteration")
    left, right = keys.skeleton(query), keys.skeleton(listed)
    limit = skeleton_edits_allowed(max(len(left), len(right)))
    if OSA.distance(left, right, score_cutoff=limit) > limit:
        return None
    found = min(SAME_SOUND, phonetic.similarity(query, listed) + 0.03)
    return Meeting(found, "transliteration") if found >= PLAUSIBLE else None


def _same(query: Word, listed: Word) -> Meeting:
    if query.raw == listed.raw or query.cls == LEGAL:
        return Meeting(1.0, "identical" if query.raw == listed.raw else "same legal form")
    return Meeting(0.97, "same meaning")


def _spelled_alike(query: Word, listed: Word) -> Meeting | None:
    left, right = query.raw, listed.raw
    longest = max(len(left), len(right))
    if keys.visual(left) == keys.visual(right) and _may_look_alike(left, right):
        return Meeting(0.94, LOOK_ALIKE)
    if _is_without_vowels(left, right):
        return Meeting(0.92 if len(keys.consonants(left)) > 2 else 0.85, NO_VOWELS)  # noqa: PLR2004
    edits = distance(left, right)
    if edits > 3:  # noqa: PLR2004
        return None
    similarity = 1 - edits / longest
    if query.at_large and listed.at_large:
        # Two words of the language, not one misspelled, unless a last letter fell off.
        similarity -= 0.03 if left.startswith(right) or right.startswith(left) else 0.1
    if keys.sound(left) == keys.sound(right):
        similarity = max(similarity, 0.9)
    return Meeting(similarity, "spelling") if similarity >= PLAUSIBLE else None


def _misspelled_form(query: Word, listed: Word) -> Meeting | None:
    """A slip in a legal form (``Ldt``): the word is unheard of otherwise."""
    if query.at_large or query.on_lists or min(len(query.raw), len(listed.raw)) < SHORTEST_FORM:
        return None
    edits = OSA.distance(query.raw, listed.raw, score_cutoff=1)
    return Meeting(0.9, "spelling") if edits <= 1 else None


def _may_look_alike(left: str, right: str) -> bool:
    """In a short word only a digit among letters, or two letters read as one, speak for it."""
    shortest = min(len(left), len(right))
    if shortest > 4 or (shortest == 4 and len(left) != len(right)):  # noqa: PLR2004
        return True
    return any(not (word.isalpha() or word.isdigit()) for word in (left, right))


def _is_without_vowels(left: str, right: str) -> bool:
    """One is the other written without the vowels inside it."""
    return (
        len(left) < len(right)
        and left[0] == right[0]
        and keys.lacks_vowels(left)
        and keys.consonants(left) == keys.consonants(right)
        and len(keys.consonants(left)) > 1
    )


def _family_meeting(left: str, right: str, lexicon: Lexicon) -> Meeting | None:
    """Both are spellings of one name, or one is a short form of the other's name."""
    mine, theirs = lexicon.families.get(left), lexicon.families.get(right)
    if mine is None or theirs is None:
        return None
    groups, others = set(mine.split("|")), set(theirs.split("|"))
    common = groups & others
    if common:
        is_given = any(not group.startswith("@") for group in common)
        return Meeting(0.95, KNOWN) if is_given else Meeting(0.93, FAMILY_NAME)
    bare = {each.removeprefix(SHORT_FORM) for each in groups}
    if bare & {each.removeprefix(SHORT_FORM) for each in others}:
        return Meeting(0.88, "short form")
    return None
