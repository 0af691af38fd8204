"""Names damaged as evasion, scanning and typing damage them, and near misses that must not be met.

What is damaged is taken from the shipped lists, so that nothing is copied from elsewhere. The seed
is fixed: two runs of the benchmark ask the same questions.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

SEED = 20260731
FIELD = 20
"""Width of the truncated field: what many payment and customs forms still have."""

_NEIGHBOURS = {
    "a": "qs", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "kp", "m": "nj", "n": "bm", "o": "ip", "p": "ol",
    "q": "wa", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "xs",
}  # fmt: skip
_SCANNED = (("o", "0"), ("i", "l"), ("l", "1"), ("s", "5"), ("b", "8"), ("m", "rn"), ("g", "9"))
_ALIKE = (
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("x", "ks"), ("qu", "kw"), ("ca", "ka"), ("co", "ko"),
    ("cu", "ku"), ("ce", "se"), ("ci", "si"), ("k", "c"), ("z", "s"), ("v", "w"), ("y", "i"),
)  # fmt: skip
_CYRILLIC = dict(zip("aeopcxyiksj", "аеорсхуікѕј", strict=True))
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad"
_VOWELS = re.compile(r"(?<=\w)[aeiou]+(?=\w)", re.IGNORECASE)
_TITLES = ("Dr.", "Mr.", "Eng.", "Gen.", "Prof.")
_FOREIGN = ("it", "er", "on", "ul")
_NOTED = (
    "{} (DO NOT USE)", "{} *DUP*", "{} - USD", "{} INACTIVE", "{} [BLOCKED]", "{} #10023",
    "{} (see V1002)", "{} PO BOX 12", "{} attn: Accounts Payable", "{} c/o Smith Consulting",
    "{} / Smith Consulting", "V10023 {}", "10023 - {}", "ZZZ {}", "DO NOT USE - {}", "c/o {}",
)  # fmt: skip
_LEAST = 4
"""Letters a word needs before a slip in it leaves it recognizable."""


class Listed(NamedTuple):
    """A listed party to be damaged: its designation and its primary name, given name first."""

    id: str
    name: str


class Question(NamedTuple):
    """A damaged name and the designation that must be found; None where nothing may be."""

    query: str
    expected: str | None
    damage: str
    source: str


Maker = Callable[[Sequence[Listed]], Iterator[Question]]


def persons(parties: Sequence[Listed]) -> Iterator[Question]:
    """Each party under every kind of damage that applies to a person, then three near misses."""
    return _questions(parties, {**_COMMON, **_OF_PERSONS}, seed=SEED)


def organizations(parties: Sequence[Listed]) -> Iterator[Question]:
    """Each party under every kind of damage that applies to a firm, then three near misses."""
    return _questions(parties, {**_COMMON, **_OF_FIRMS}, seed=SEED + 1)


def noted(parties: Sequence[Listed]) -> Iterator[Question]:
    """Each party with what vendor masters write before and after a name."""
    for at, party in enumerate(parties):
        for form in (_NOTED[at % len(_NOTED)], _NOTED[(at * 7 + 3) % len(_NOTED)]):
            yield Question(form.format(party.name), party.id, "noted", party.name)


def _questions(
    parties: Sequence[Listed], damages: "dict[str, Damage]", *, seed: int
) -> Iterator[Question]:
    chance = random.Random(seed)  # noqa: S311 -- a fixed sample, nothing secret
    for at, party in enumerate(parties):
        words = party.name.split()
        for damage, apply in damages.items():
            damaged = apply(words, chance)
            if damaged is not None and damaged != party.name:
                yield Question(damaged, party.id, damage, party.name)
        other = parties[(at + len(parties) // 2) % len(parties)].name.split()
        yield Question(" ".join((*words[:-1], other[0])), None, "token_swap", party.name)
        yield Question(f"{words[0]} {other[-1]}", None, "cross_pair", party.name)
        yield Question(_edited_beyond(words, chance), None, "edit_beyond", party.name)


Damage = Callable[[Sequence[str], random.Random], str | None]


def _name_order(words: Sequence[str], _: random.Random) -> str | None:
    return " ".join(reversed(words)) if len(words) > 1 else None


def _family_first(words: Sequence[str], _: random.Random) -> str | None:
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else None


def _token_drop(words: Sequence[str], _: random.Random) -> str | None:
    return " ".join((words[0], *words[2:])) if len(words) > 2 else None  # noqa: PLR2004


def _last_word_drop(words: Sequence[str], _: random.Random) -> str | None:
    return " ".join(words[:-1]) if len(words) > 2 else None  # noqa: PLR2004


def _initials(words: Sequence[str], _: random.Random) -> str | None:
    return " ".join((f"{words[0][0]}.", *words[1:])) if len(words) > 1 else None


def _title(words: Sequence[str], chance: random.Random) -> str | None:
    return " ".join((chance.choice(_TITLES), *words))


def _typo(words: Sequence[str], chance: random.Random) -> str | None:
    def slip(word: str, at: int) -> str:
        near = _NEIGHBOURS.get(word[at].lower())
        if near is None:
            return word
        letter = chance.choice(near)
        return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]

    return _in_one_word(words, chance, slip)


def _transpose(words: Sequence[str], chance: random.Random) -> str | None:
    def slip(word: str, at: int) -> str:
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return _in_one_word(words, chance, slip)


def _ocr(words: Sequence[str], chance: random.Random) -> str | None:
    name = " ".join(words)
    fitting = [pair for pair in _SCANNED if pair[0] in name.lower()]
    if not fitting:
        return None
    letter, read = chance.choice(fitting)
    return re.sub(letter, read, name, count=1, flags=re.IGNORECASE)


def _homoglyph(words: Sequence[str], chance: random.Random) -> str | None:
    def swap(word: str, at: int) -> str:
        letter = _CYRILLIC.get(word[at].lower())
        if letter is None:
            return word
        return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]

    return _in_one_word(words, chance, swap)


def _invisible(words: Sequence[str], chance: random.Random) -> str | None:
    def put(word: str, at: int) -> str:
        return word[:at] + chance.choice(_INVISIBLE) + word[at:]

    return _in_one_word(words, chance, put)


def _vowel_drop(words: Sequence[str], _: random.Random) -> str | None:
    return " ".join(_VOWELS.sub("", word) if len(word) >= _LEAST else word for word in words)


def _double(words: Sequence[str], chance: random.Random) -> str | None:
    name = " ".join(words)
    collapsed = re.sub(r"([A-Za-z])\1", r"\1", name, count=1)
    if collapsed != name:
        return collapsed
    return _in_one_word(words, chance, lambda word, at: word[: at + 1] + word[at:])


def _truncate(words: Sequence[str], _: random.Random) -> str | None:
    name = " ".join(words)
    return name[:FIELD].rstrip() if len(name) > FIELD else None


def _full_width(words: Sequence[str], _: random.Random) -> str | None:
    return "".join(
        chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in " ".join(words)
    )


def _joined(words: Sequence[str], _: random.Random) -> str | None:
    return " ".join((words[0] + words[1], *words[2:])) if len(words) > 2 else None  # noqa: PLR2004


def _other_form(words: Sequence[str], _: random.Random) -> str | None:
    bare = re.sub(r"[,.]?\s*(co\.?,?\s*ltd\.?|limited|ltd\.?|inc\.?|llc)$", "", " ".join(words),
                  flags=re.IGNORECASE)  # fmt: skip
    return f"{bare} Company Limited" if len(bare.split()) > 1 else None


def _addressed(words: Sequence[str], _: random.Random) -> str | None:
    return " ".join(("M/s.", *words))  # Messrs., as invoices of South Asia and the Gulf write it


def _twice(words: Sequence[str], _: random.Random) -> str | None:
    """The first letter that the name has several times is doubled where it stands first."""
    name = " ".join(words)
    lower = name.lower()
    fitting = (
        at
        for at, letter in enumerate(lower)
        if letter.isalpha() and lower.count(letter) > 1 and letter not in _beside(lower, at)
    )
    at = next(fitting, None)
    return None if at is None else name[: at + 1] + lower[at] + name[at + 1 :]


def _beside(text: str, at: int) -> str:
    return text[max(0, at - 1) : at] + text[at + 1 : at + 2]


def _sound(words: Sequence[str], _: random.Random) -> str | None:
    """Written as it sounds: the first pair of letters that English reads alike is exchanged."""
    name = " ".join(words)
    places = ((name.lower().find(pair[0]), pair) for pair in _ALIKE)
    found = min(((at, pair) for at, pair in places if at >= 0), default=None)
    if found is None:
        return None
    at, (letters, heard) = found
    shown = heard.capitalize() if name[at].isupper() else heard
    return name[:at] + shown + name[at + len(letters) :]


def _in_one_word(
    words: Sequence[str], chance: random.Random, change: Callable[[str, int], str]
) -> str | None:
    """Change one word of at least four letters, never at its first letter."""
    fitting = [at for at, word in enumerate(words) if len(word) >= _LEAST]
    if not fitting:
        return None
    at = chance.choice(fitting)
    changed = change(words[at], chance.randrange(1, len(words[at])))
    return " ".join((*words[:at], changed, *words[at + 1 :]))


def _edited_beyond(words: Sequence[str], chance: random.Random) -> str:
    """The longest word keeps its first and its last letter only: another name."""
    at = max(range(len(words)), key=lambda each: len(words[each]))
    word = words[at]
    changed = word[:1] + chance.choice(_FOREIGN) + word[-1:]
    return " ".join((*words[:at], changed, *words[at + 1 :]))


_COMMON: dict[str, Damage] = {
    "token_drop": _token_drop, "typo": _typo, "transpose": _transpose, "ocr": _ocr,
    "homoglyph": _homoglyph, "invisible": _invisible, "vowel_drop": _vowel_drop,
    "double": _double, "truncate": _truncate, "full_width": _full_width, "twice": _twice,
    "sound": _sound,
}  # fmt: skip
_OF_PERSONS: dict[str, Damage] = {
    "name_order": _name_order, "family_first": _family_first, "initials": _initials,
    "title": _title,
}  # fmt: skip
_OF_FIRMS: dict[str, Damage] = {
    "last_word_drop": _last_word_drop, "joined": _joined, "other_form": _other_form,
    "name_order": _name_order, "initials": _initials, "addressed": _addressed,
}  # fmt: skip
