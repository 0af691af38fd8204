"""A piece of a name before it is weighed."""

from typing import NamedTuple


class Part(NamedTuple):
    """Canonical text, text as folded, class, and the original where it was transliterated."""

    text: str
    raw: str
    cls: int
    native: str = ""
