"""How the index finds every word that a word can meet: by shared keys and by edit distance.

`listed_keys` names the keys of words in the index, `keys_to` those a counterparty's word asks for;
together with the scan by edit distance they cover each rule of `meet`.
"""

from collections.abc import Iterator, Sequence

from screenr.matching.align import LONGEST_JOIN, SHORTEST_PIECE
from screenr.matching.lexicon import LEGAL, NUMBER, SHORT_FORM, Lexicon
from screenr.matching.meet import without_article
from screenr.matching.words import Word
from screenr.text import keys


def listed_keys(words: Sequence[Word], made: keys.Keys, *, lexicon: Lexicon) -> Iterator[list[str]]:
    """The keys under which each of the listed words stands; `made` are those of their raws."""
    for word, *of_word in zip(words, *made, strict=True):
        found = _of_any(word)
        if is_spelled(word):
            found += _of_spelled(word, lexicon, made=of_word)
            found.append(f"c:{keys.consonants(word.raw)}")
            if word.native:
                found.append(f"n:{keys.skeleton(word.raw)}")
        yield found


def keys_to(word: Word, lexicon: Lexicon) -> Iterator[str]:
    """The keys that a counterparty's word asks for, besides what is near by edit distance."""
    yield from _of_any(word)
    if is_spelled(word):
        rules = (keys.visual, keys.sound, keys.skeleton, keys.slavic)
        yield from _of_spelled(word, lexicon, made=[made(word.raw) for made in rules])
        if keys.lacks_vowels(word.raw):
            yield f"c:{keys.consonants(word.raw)}"


def _of_any(word: Word) -> list[str]:
    found = [f"t:{word.text}", f"r:{word.raw}"]
    return [*found, "#:"] if word.cls == NUMBER else found


def _of_spelled(word: Word, lexicon: Lexicon, *, made: Sequence[str]) -> list[str]:
    """`made` are the keys of the word in the order of `keys.Keys`."""
    visual, sound, skeleton, slavic = made
    bare = without_article(word.raw)
    without = sound if bare == word.raw else keys.sound(bare)
    return [
        f"v:{visual}", f"s:{sound}", f"s:{without}", f"k:{skeleton}", f"y:{slavic}",
        *(f"f:{family}" for family in families(word.raw, lexicon)),
    ]  # fmt: skip


def is_spelled(word: Word) -> bool:
    """Whether a word is in Latin letters, and more than one."""
    return word.raw.isascii() and len(word.raw) > 1


def families(word: str, lexicon: Lexicon) -> Iterator[str]:
    """The names that a word is a spelling or a short form of."""
    for family in lexicon.families.get(word, "").split("|"):
        if family:
            yield family.removeprefix(SHORT_FORM)


def joined_runs(words: Sequence[Word], untitled: Sequence[Word]) -> set[str]:
    """Neighbouring words of a listed name written together, as `align` joins them.

    `untitled` are its words as a person's, of which there are never more.
    """
    names = (words, untitled) if len(untitled) < len(words) else (words,)
    return {joined for name in names for _, _, joined in runs(name, shortest=SHORTEST_PIECE)}


def runs(words: Sequence[Word], *, shortest: int) -> Iterator[tuple[int, int, str]]:
    """Where neighbours that may be one word begin and end, and that word."""
    raws = [word.raw for word in words]
    are_pieces = [len(raw) >= shortest and not raw.isdigit() for raw in raws]
    for at, joined in enumerate(raws):
        if not are_pieces[at] or words[at].cls == LEGAL:
            continue
        for end in range(at + 1, min(at + LONGEST_JOIN, len(words))):
            if not are_pieces[end]:
                break
            joined += raws[end]  # noqa: PLW2901 -- it grows
            yield at, end + 1, joined
            if words[end].cls == LEGAL:
                break
