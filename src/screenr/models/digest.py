"""Whether a designation is still what somebody decided about, and if not, what changed.

The digest covers what a reviewer weighs: whom the entry names, where and who that is, what it
restricts and when. It leaves out what changes without changing the party or the restriction:
addresses, remarks, citations, sources, and the day a list was last confirmed. What a list itself
restricts (`list.yaml`) is not part of it either, because a reworded rule would open every decision.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring_ascii

from screenr.models.designation import Alias, Designation, Identifier, plain

_ENCODER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))
_text = encode_basestring_ascii
_NAMES = {each: sorted(each.__slots__) for each in (Alias, Identifier)}
_LENGTH = 12  # of each part: 48 bits, plenty to see a change, and a digest that fits on a line

# In the order of the digest. Lists are sorted, so that a reordered entry is the same entry.
_PARTS: Mapping[str, Callable[[Designation], object]] = {
    "names": lambda each: [each.name, _sorted(each.aliases)],
    "countries": lambda each: [sorted(each.countries), sorted(each.nationalities)],
    "identity": lambda each: [
        each.kind,
        each.parent,
        sorted(each.born),
        _sorted(each.identifiers),
    ],
    "programs and license terms": lambda each: [sorted(each.programs), plain(each.license)],
    "dates": lambda each: [
        plain(each.listed),
        plain(each.effective),
        plain(each.until),
        plain(each.delisted),
    ],
}


def digest_of(designation: Designation) -> str:
    """The digest of the facts that matter: a SHA-256 a part, shortened and joined by dashes."""
    return "-".join(_digest([designation.id, facts(designation)]) for facts in _PARTS.values())


def changed_parts(before: str, now: str) -> tuple[str, ...]:
    """What changed between two digests; all parts where `before` is no digest of this form."""
    old, new = before.split("-"), now.split("-")
    if len(old) != len(_PARTS):
        return tuple(_PARTS)
    return tuple(name for name, was, now_is in zip(_PARTS, old, new, strict=True) if was != now_is)


def _sorted(values: tuple[Alias | Identifier, ...]) -> list[str]:
    return sorted([flat(each) for each in values])


def flat(value: Alias | Identifier) -> str:
    """A model of texts and marks as JSON, as `plain` tells it, at a third of the cost."""
    fields = [(name, getattr(value, name)) for name in _NAMES[type(value)]]
    told = [
        f'"{name}":{_text(each) if each is not True else "true"}'
        for name, each in fields
        if each is not None and each is not False and (name, each) != ("type", "aka")
    ]
    return f"{{{','.join(told)}}}"


def _canonical(value: object) -> str:
    return _ENCODER.encode(value)


def _digest(value: object) -> str:
    return hashlib.sha256(_canonical(value).encode()).hexdigest()[:_LENGTH]
