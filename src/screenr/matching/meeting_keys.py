"""How the index finds every word that a word can meet: by shared keys and by edit distance.

`keys_of` names a word's keys in the index, `keys_to` those a counterparty's word asks for; together
with the scan by edit distance they cover each rule of `meet`.
"""

from collections.abc import Iterator, Sequence

from screenr.matching.align import LONGEST_JOIN, SHORTEST_PIECE
from screenr.matching.lexicon import LEGAL, NUMBER, SHORT_FORM, Lexicon
from screenr.matching.listed import PERSON
from screenr.matching.meet import without_article
from screenr.matching.persons import without_titles
from screenr.matching.words import Word
from screenr.text import keys


def keys_of(word: Word, lexicon: Lexicon) -> Iterator[str]:
    """The keys under which a listed word stands."""
    yield from _shared(word, lexicon)
    if is_spelled(word):
        yield f"c:{keys.consonants(word.raw)}"
        if word.native:
            yield f"n:{keys.skeleton(word.raw)}"


def keys_to(word: Word, lexicon: Lexicon) -> Iterator[str]:
    """The keys that a counterparty's word asks for, besides what is near by edit distance."""
    yield from _shared(word, lexicon)
    if is_spelled(word) and keys.lacks_vowels(word.raw):
        yield f"c:{keys.consonants(word.raw)}"


def _shared(word: Word, lexicon: Lexicon) -> Iterator[str]:
    yield f"t:{word.text}"
    yield f"r:{word.raw}"
    if word.cls == NUMBER:
        yield "#:"
    if is_spelled(word):
        yield f"v:{keys.visual(word.raw)}"
        yield f"s:{keys.sound(word.raw)}"
        yield f"k:{keys.skeleton(word.raw)}"
        yield f"y:{keys.slavic(word.raw)}"
        yield f"s:{keys.sound(without_article(word.raw))}"
        yield from (f"f:{family}" for family in _families(word.raw, lexicon))


def is_spelled(word: Word) -> bool:
    """Whether a word is in Latin letters, and more than one."""
    return word.raw.isascii() and len(word.raw) > 1


def _families(word: str, lexicon: Lexicon) -> Iterator[str]:
    for family in lexicon.families.get(word, "").split("|"):
        if family:
            yield family.removeprefix(SHORT_FORM)


def joined_runs(words: Sequence[Word], kinds: int, lexicon: Lexicon) -> set[str]:
    """Neighbouring words of a listed name written together, as `align` joins them."""
    found = set(runs(words, shortest=SHORTEST_PIECE))
    if kinds & PERSON:
        found.update(runs(without_titles(words, lexicon), shortest=SHORTEST_PIECE))
    return {joined for _, _, joined in found}


def runs(words: Sequence[Word], *, shortest: int) -> Iterator[tuple[int, int, str]]:
    """Where neighbours that may be one word begin and end, and that word."""
    for at, first in enumerate(words):
        joined = first.raw
        if first.cls == LEGAL or joined.isdigit() or len(joined) < shortest:
            continue
        for end in range(at + 1, min(at + LONGEST_JOIN, len(words))):
            raw = words[end].raw
            if raw.isdigit() or len(raw) < shortest:
                break
            joined += raw
            yield at, end + 1, joined
            if words[end].cls == LEGAL:
                break
