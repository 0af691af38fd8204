"""The other names that somebody wrote into a counterparty's name: ``Dawning (Sugon)``, ``A dba B``.

Vendor masters have one column for a name and hold two in it, or one in characters and in letters;
either alone may be the listed one. Names of which a form of spacing got lost, initials
(``A.I. Petrov``) and whole words (``IvanPetrov``), are read parted as well, and Arabic names whose
halves their order parts (``Ullah, Khair``) in the other order. What is noted beside a name is left
aside first (`vendor_notes`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from screenr.matching.constructs import turned
from screenr.matching.east_asian import is_native_name
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER, PLACE, STOP
from screenr.matching.part import Part
from screenr.matching.phrasebook import Phrasebook
from screenr.matching.reading import in_latin
from screenr.matching.vendor_notes import sides_of
from screenr.text import normalize

SHORTEST = 4
"""Letters of a word in brackets, or beyond a dash, that may be a name by itself."""
UNUSUAL = 0.9
"""Strength at large from which one such word is taken for a name by itself."""
_PARENTHESIS = re.compile(
    r"\s*[(（\[［【{｛<＜]([^()（）\[\]［］【】{}｛｝<>＜＞]*)(?:[)）\]］】}｝>＞]|$)"
)
"""What stands in brackets of whatever kind, also where they do not end."""
_MARK = re.compile(
    r"(?:^|(?<![\s,;(])[\s,;(]+)"
    r"(?:a\.?\s?/?k\.?\s?/?a\.?|[fn]\.?\s?/?k\.?\s?/?a\.?|d\.?\s?/?b\.?\s?/?a\.?|t/as?"
    r"|also known as|now known as|formerly(?: known as)?|previously(?: known as)?"
    r"|doing business as|trading as|c/o|care of|att(?:n|ention)?\.?(?=:)|attn\.?|o/b/o|f/b/o"
    r"|on behalf of|for the benefit of|for (?:the )?account of|alias"
    r"|obo|(?-i:FBO|ITF)|(?:bill|mail|pay|payable|refer|remit|ship|sold|changed|moved|renamed) to"
    r"|merged (?:into|with)|(?:replaced|superseded|acquired) by|same as|dup(?:e|licate)? of"
    r"|see also|(?:see|use) (?:vendor|supplier)|contact person|曾用名|又名)[\s:：]+",
    re.IGNORECASE,
)
MARK_WORDS = frozenset({
    "a", "account", "acquired", "aka", "alias", "as", "att", "attention", "attn", "ba",
    "behalf", "benefit", "bill", "care", "changed", "contact", "dba", "dup", "dupe", "duplicate",
    "fbo", "fka", "formerly", "itf", "ka", "mail", "merged", "moved", "nka", "o", "obo", "pay",
    "payable", "previously", "refer", "remit", "renamed", "replaced", "same", "see", "ship", "sold",
    "superseded", "use", "曾用名", "又名",
})  # fmt: skip
"""Each mark has one of these, folded: who finds none of them in a name needs not look."""
_GLUED = re.compile(r"[^\W\d_][a-z]{2,}(?:[^\W\d_a-z][a-z]{2,}){1,2}")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INITIALS = re.compile(r"(?:^|(?<=\s))(?:[^\W\d_]\.){2,3}(?=\s|$)")
_VOWELS = frozenset("aeiouаеиоуыэюяё")
MOST_NAMES = 3
"""Words beside the initials of a person."""
_OF_ITS_OWN = frozenset({DISTINCT, PLACE, NUMBER})
"""Classes of words that one name has and the other need not have."""
_TELL_NOTHING = frozenset({LEGAL, STOP, NUMBER})
SHORTEST_BESIDE = 3
"""Letters of one word beside another script, and letters of that, that may be a name."""
_CHARACTERS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003134f]+")
_SCRIPTS = (
    _CHARACTERS,
    re.compile("[\u0370-\u1dff\ua000-\uabff\ufb1d-\ufdff\ufe70-\ufefe\U00010000-\U0001ffff]"),
    re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
)
"""Characters, which need no spaces; the letters of other scripts; Latin letters."""
_BETWEEN = " -/|,;:·"


def names_in(name: str, book: Phrasebook, strength: Callable[[str], float]) -> Iterable[str]:
    """The name as it is, then the names it holds, each once; `strength` is a word's at large."""
    return dict.fromkeys(_held(name, book, strength))


def _held(
    name: str, book: Phrasebook, strength: Callable[[str], float], *, has_code: bool = True
) -> Iterator[str]:
    yield name
    if bare := _without_notes(name, book):
        yield from _held(bare, book, strength, has_code=has_code)
        return
    # What looks like a code may be of the name.
    if has_code and (uncoded := _without_codes(name, book, strength)):
        yield from _held(uncoded, book, strength, has_code=False)
    if in_order := turned(name):
        yield in_order
    yield from parted(name, book)
    marked = [side.strip(" )）,;") for side in _MARK.split(name)]
    if len(marked) > 1:
        for side in marked:
            if any(map(str.isalnum, side)):
                yield from _held(side, book, strength, has_code=has_code)
        return
    yield from _set_apart(name, book, strength)


def _set_apart(name: str, book: Phrasebook, strength: Callable[[str], float]) -> Iterator[str]:
    """The names that scripts, signs or brackets set apart."""
    bare = _PARENTHESIS.sub(" ", name).strip()
    yield from _in_each_script(bare, book)
    sides = sides_of(bare)
    if len(sides) > 1:
        yield from (side for side in sides if _tells(side, book, strength))
    for inner in _PARENTHESIS.findall(name):
        found = book.parts(normalize.words(inner))
        telling = [part.raw for part in found if part.cls == DISTINCT and len(part.raw) >= SHORTEST]
        if telling and any(map(str.isalnum, bare)):
            yield bare
            if len(found) > 1 or strength(telling[0]) >= UNUSUAL:
                yield inner


def _without_notes(name: str, book: Phrasebook) -> str:
    """The name without what was noted beside it; nothing where that is all or there is none."""
    notes = book.notes
    for without in (notes.without_asides, notes.without_ends, notes.without_tags):
        text = without(name)
        if text != name and {part.cls for part in _parts(text, book)} - _TELL_NOTHING:
            return text
    return ""


def _without_codes(name: str, book: Phrasebook, strength: Callable[[str], float]) -> str:
    """The name without a code before or after it; nothing where too little tells in it.

    A usual word and a number may be a shop and its number.
    """
    text = book.notes.without_codes(name)
    return text if text != name and _tells(text, book, strength) else ""


def _tells(name: str, book: Phrasebook, strength: Callable[[str], float]) -> bool:
    """Whether it is a name by itself: of several words, or of an unusual one."""
    naming = _naming(name, book)
    if len(_parts(name, book)) > 1:
        return naming != []
    return any(
        part.cls == DISTINCT and len(part.raw) >= SHORTEST and strength(part.raw) >= UNUSUAL
        for part in naming
    )


def _naming(name: str, book: Phrasebook) -> list[Part]:
    """The words of a name that are neither its legal form nor its place."""
    return [part for part in _parts(name, book) if part.cls not in {PLACE, *_TELL_NOTHING}]


def _parts(name: str, book: Phrasebook) -> list[Part]:
    return book.parts(normalize.words(name))


def _in_each_script(name: str, book: Phrasebook) -> Iterator[str]:
    """A name that is written twice, in two scripts: ``海康威视 Hikvision``.

    As a whole it is compared by the words in the other script, beside which the letters are no
    name. One word of them is a firm's where the others are as well, not the line of business after
    a brand (TCL集团), and is asked with what these say of the firm: by itself it may sound like
    anybody.
    """
    native, letters = in_two_scripts(name)
    words = normalize.words(letters)
    classes = {part.cls for part in book.parts(words)} - {LEGAL, STOP}
    if not native or not classes:
        return
    is_person = is_native_name("".join(native.split()), book.lexicon)
    named, *_ = in_latin(normalize.words(native), book)
    is_name = is_person or any(part.cls == DISTINCT for part in named)
    if len(words) > 1:
        yield letters
    elif is_name and not is_person and DISTINCT in classes and len(words[0]) >= SHORTEST_BESIDE:
        yield " ".join([letters, *(part.raw for part in named if part.cls not in _OF_ITS_OWN)])
    if is_person or (is_name and len(native) >= SHORTEST_BESIDE):
        yield native


def in_two_scripts(name: str) -> tuple[str, str]:
    """What of a name is in another script, and the letters before or after it.

    Letters are Latin, or of any script beside characters. Both are empty where it is not so, and
    where a word is in two scripts.
    """
    if name.isascii() or sum(each.search(name) is not None for each in _SCRIPTS) < 2:  # noqa: PLR2004
        return "", ""
    runs: list[tuple[int, list[str]]] = []
    for word in _CHARACTERS.sub(r" \g<0> ", name).split():
        found = [at for at, each in enumerate(_SCRIPTS) if each.search(word)]
        if len(found) > 1:
            return "", ""
        if runs and found in ([], [runs[-1][0]]):
            runs[-1][1].append(word)
        elif found:
            runs.append((found[0], [word]))
    if len(runs) != 2:  # noqa: PLR2004
        return "", ""
    native, letters = (" ".join(words).strip(_BETWEEN) for _, words in sorted(runs))
    return native, letters


def may_hold_another(name: str, folded: Sequence[str], book: Phrasebook) -> bool:
    """Whether a name of these words may have a note or another name beside it.

    One short word in parentheses, or between strokes, is neither.
    """
    if not (folded and book.notes.may_stand_in(name, folded)):
        return False
    if _without_notes(name, book) or book.notes.without_codes(name) != name:
        return True
    held = _PARENTHESIS.findall(name)
    sides = sides_of(_PARENTHESIS.sub(" ", name))
    if len(sides) > 1:
        held += sides
    return any(
        len(words) > 1 or any(len(word) >= SHORTEST for word in words)
        for words in map(normalize.words, held)
    )


def has_mark(name: str) -> bool:
    """Whether a mark parts two names."""
    return _MARK.search(name) is not None


def may_be_parted(name: str) -> bool:
    """Whether `parted` may find something in a name."""
    return " " not in name or normalize.has_initials(name)


def parted(name: str, book: Phrasebook) -> Iterator[str]:
    """Words written together that capitals part; initials that read like a word or a legal form."""
    if not may_be_parted(name):
        return
    if _GLUED.fullmatch(name):
        if (found := _INNER_CAPITAL.sub(" ", name)) != name:
            yield found
    elif initials := _INITIALS.search(name):
        letters = initials[0].replace(".", "").lower()
        is_form = letters in book.lexicon.legal
        reads_otherwise = is_form or not _VOWELS.isdisjoint(letters)
        if not reads_otherwise or (is_form and initials.start() > 0):
            return
        rest = book.parts(normalize.words(name[: initials.start()] + name[initials.end() :]))
        if 0 < len(rest) <= MOST_NAMES and all(part.cls == DISTINCT for part in rest):
            yield name.replace(initials[0], initials[0].replace(".", " "))
