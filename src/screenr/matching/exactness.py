"""The same name once case, spacing, punctuation, legal form and script are set aside."""

from collections.abc import Sequence

from screenr.matching.lexicon import LEGAL, STOP
from screenr.matching.words import Word


def bare_names(words: Sequence[Word]) -> tuple[str, str]:
    """The name without legal form, connectors and spaces: as written, and by its meaning."""
    kept = [word for word in words if not is_set_aside(word)] or words
    return "".join([word.raw for word in kept]), "".join([word.text for word in kept])


def is_set_aside(word: Word) -> bool:
    """Whether a word does not tell names apart: legal forms and connectors.

    Of the connectors not letters and "on", which may be the name (E.ON).
    """
    return word.cls == LEGAL or (word.cls == STOP and (len(word.raw) > 2 or word.raw == "of"))  # noqa: PLR2004
