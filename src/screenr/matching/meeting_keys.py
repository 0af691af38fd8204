"""How the index finds every word that a word can meet: by shared keys and by edit distance.

`listed_hashes` has the keys of words in the index, `keys_to` names those a counterparty's word asks
for; together with the scan by edit distance they cover each rule of `meet`.
"""

from collections.abc import Iterator, Sequence

from screenr.matching.align import LONGEST_JOIN
from screenr.matching.index_file import hash_of, hashes_of
from screenr.matching.lexicon import LEGAL, NUMBER, SHORT_FORM, Lexicon
from screenr.matching.meet import without_article
from screenr.matching.words import Word
from screenr.text import keys


def listed_hashes(words: Sequence[Word], made: keys.Keys, *, lexicon: Lexicon) -> list[list[int]]:
    """The keys under which each of the listed words stands, hashed: those of a kind together.

    `made` are the keys of those that are spelled.
    """
    raws = [word.raw for word in words]
    texts = hashes_of("t:", [word.text for word in words])
    found = [[*each] for each in zip(texts, hashes_of("r:", raws), strict=True)]
    spelled = [at for at, word in enumerate(words) if is_spelled(word)]
    latin = [raws[at] for at in spelled]
    of_kinds = zip("vskyc", (*made, keys.consonants_of_each(latin)), strict=True)
    kinds = [hashes_of(f"{kind}:", of_each) for kind, of_each in of_kinds]
    for at, *hashes in zip(spelled, *kinds, strict=True):
        found[at] += hashes
    for at, word in enumerate(words):
        found[at] += map(hash_of, _of_some(word, lexicon))
        if word.native and is_spelled(word):
            found[at].append(hash_of(f"n:{keys.skeleton(word.raw)}"))
    return found


def keys_to(word: Word, lexicon: Lexicon) -> Iterator[str]:
    """The keys that a counterparty's word asks for, besides what is near by edit distance."""
    raw = word.raw
    yield from (f"t:{word.text}", f"r:{raw}")
    if is_spelled(word):
        yield from (f"v:{keys.visual(raw)}", f"s:{keys.sound(raw)}")
        yield from (f"k:{keys.skeleton(raw)}", f"y:{keys.slavic(raw)}")
        if keys.lacks_vowels(raw):
            yield f"c:{keys.consonants(raw)}"
    yield from _of_some(word, lexicon)


def _of_some(word: Word, lexicon: Lexicon) -> Iterator[str]:
    """The keys that some words have beside those of all."""
    if word.cls == NUMBER:
        yield "#:"
    if is_spelled(word):
        bare = without_article(word.raw)
        if bare != word.raw:
            yield f"s:{keys.sound(bare)}"
        for family in families(word.raw, lexicon):
            yield f"f:{family}"


def is_spelled(word: Word) -> bool:
    """Whether a word is in Latin letters, and more than one."""
    return word.raw.isascii() and len(word.raw) > 1


def families(word: str, lexicon: Lexicon) -> Iterator[str]:
    """The names that a word is a spelling or a short form of."""
    for family in lexicon.families.get(word, "").split("|"):
        if family:
            yield family.removeprefix(SHORT_FORM)


def is_piece(raw: str, shortest: int) -> bool:
    """Whether a word may be one of several that are one."""
    return len(raw) >= shortest and not raw.isdigit()


def runs(words: Sequence[Word], *, shortest: int) -> Iterator[tuple[int, int, str]]:
    """Where neighbours that may be one word begin and end, and that word."""
    raws = [word.raw for word in words]
    are_pieces = [is_piece(raw, shortest) for raw in raws]
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
