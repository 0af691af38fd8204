"""Whether a designation is still what somebody decided about, and if not, what changed.

The digest covers what a reviewer weighs: whom the entry names, where and who that is, what it
restricts and when. It leaves out what changes without changing the party or the restriction:
addresses, remarks, citations, sources, and the day a list was last confirmed. What a list itself
restricts (`list.yaml`) is not part of it either, because a reworded rule would open every decision.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring_ascii

from screenr.models.designation import Alias, Designation, Identifier, plain

_ENCODER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))
_text = encode_basestring_ascii
_NAMES = {each: sorted(each.__slots__) for each in (Alias, Identifier)}
_LENGTH = 12  # of each part: 48 bits, plenty to see a change, and a digest that fits on a line

# In the order of the digest, each as canonical JSON: sorted, so that a reordered entry is the same.
_PARTS: Mapping[str, Callable[[Designation], str]] = {
    "names": lambda each: f"[{_text(each.name)},{_sorted(map(flat, each.aliases))}]",
    "countries": lambda each: f"[{_sorted(each.countries)},{_sorted(each.nationalities)}]",
    "identity": lambda each: (
        f"[{_text(each.kind)},{_canonical(each.parent)},{_sorted(each.born)},"
        f"{_sorted(map(flat, each.identifiers))}]"
    ),
    "programs and license terms": lambda each: (
        f"[{_sorted(each.programs)},{_canonical(each.license)}]"
    ),
    "dates": lambda each: (
        f"[{_canonical(each.listed)},{_canonical(each.effective)},"
        f"{_canonical(each.until)},{_canonical(each.delisted)}]"
    ),
}


def digest_of(designation: Designation) -> str:
    """The digest of the facts that matter: a SHA-256 a part, shortened and joined by dashes."""
    named = _text(designation.id)
    return "-".join([_digest(f"[{named},{facts(designation)}]") for facts in _PARTS.values()])


def changed_parts(before: str, now: str) -> tuple[str, ...]:
    """What changed between two digests; all parts where `before` is no digest of this form."""
    old, new = before.split("-"), now.split("-")
    if len(old) != len(_PARTS):
        return tuple(_PARTS)
    return tuple(name for name, was, now_is in zip(_PARTS, old, new, strict=True) if was != now_is)


def _sorted(values: Iterable[str]) -> str:
    return f"[{','.join([_text(each) for each in sorted(values)])}]"


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
    if value is None:  # as most are, or days
        return "null"
    return f'"{value}"' if type(value) is dt.date else _ENCODER.encode(plain(value))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
