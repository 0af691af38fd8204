"""How the index finds every word that a word can meet: by shared keys and by edit distance.

`keys_of` names a word's keys in the index, `keys_to` those a counterparty's word asks for; together
with the scan by edit distance they cover each rule of `meet`.
"""

from collections.abc import Iterator, Sequence

from screenr.matching.east_asian import given_sounds, korean_key, splits
from screenr.matching.lexicon import NUMBER, SHORT_FORM, Lexicon
from screenr.matching.meet import without_article
from screenr.matching.persons import SERVANT, SERVANT_OF
from screenr.matching.words import Word
from screenr.text import keys
from screenr.text.transliterate import script


def keys_of(word: Word, lexicon: Lexicon) -> Iterator[str]:
    """The keys under which a listed word stands."""
    yield from _shared(word, lexicon)
    if _is_spelled(word):
        yield f"c:{keys.consonants(word.raw)}"
        yield f"e:{korean_key(word.raw)}"
        if word.native:
            yield f"n:{keys.skeleton(word.raw)}"


def keys_to(word: Word, lexicon: Lexicon) -> Iterator[str]:
    """The keys that a counterparty's word asks for, besides what is near by edit distance."""
    yield from _shared(word, lexicon)
    if _is_spelled(word) and keys.lacks_vowels(word.raw):
        yield f"c:{keys.consonants(word.raw)}"


def _shared(word: Word, lexicon: Lexicon) -> Iterator[str]:
    yield f"t:{word.text}"
    yield f"r:{word.raw}"
    if word.cls == NUMBER:
        yield "#:"
    if _is_spelled(word):
        yield f"v:{keys.visual(word.raw)}"
        yield f"s:{keys.sound(word.raw)}"
        yield f"k:{keys.skeleton(word.raw)}"
        yield f"y:{keys.slavic(word.raw)}"
        yield f"s:{keys.sound(without_article(word.raw))}"
        yield from (f"f:{family}" for family in _families(word.raw, lexicon))


def _is_spelled(word: Word) -> bool:
    """In Latin letters, and more than one."""
    return word.raw.isascii() and len(word.raw) > 1


def _families(word: str, lexicon: Lexicon) -> Iterator[str]:
    if word in (SERVANT, SERVANT_OF):
        yield SERVANT_OF
    for family in lexicon.families.get(word, "").split("|"):
        if family:
            yield family.removeprefix(SHORT_FORM)


def east_asian_keys(words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The keys under which the words of a romanized name stand, for a name in Han or Hangul."""
    for family, given in splits(words):
        for group in lexicon.families.get(family, "").split("|"):
            if group.startswith("@"):
                yield f"f:{group}"
        sounds = given_sounds(given)
        kind = "e" if script(given) == "Hangul" else "r"
        for first in range(len(sounds)):
            for last in range(first + 1, len(sounds) + 1):
                yield f"{kind}:{''.join(sounds[first:last])}"
        if kind == "r":
            known = set(sounds)
            yield from (
                f"r:{said}" for said, pinyin in lexicon.syllables.items() if pinyin in known
            )
