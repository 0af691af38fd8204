"""How words of organizations' names meet when one or both were brought into Latin letters."""

from collections.abc import Callable

from screenr.matching import east_asian
from screenr.matching.lexicon import DISTINCT
from screenr.matching.meet import Meeting, across_scripts, meet_in_organizations
from screenr.matching.words import Word
from screenr.text.transliterate import script

CLEAR_QUERY, CLEAR_LISTED = 0.8, 0.93
"""The least similarity of sound, where the counterparty or only the list writes another script."""


def rule_for(
    *, query_translated: bool, listed_translated: bool
) -> Callable[[Word, Word], Meeting | None]:
    """The rule by which words meet, by which of the two names was transliterated."""
    if query_translated and listed_translated:
        return _meet_in_parts
    return _meet_translated if query_translated or listed_translated else meet_in_organizations


def _meet_translated(query: Word, listed: Word) -> Meeting | None:
    """East Asian brands by the same sound only; of other scripts by a clear one."""
    native = query.native or listed.native
    if query.cls != DISTINCT or listed.cls != DISTINCT or not native:
        return meet_in_organizations(query, listed)
    if script(native) in east_asian.SCRIPTS:
        return Meeting(0.97, "transliteration") if query.raw == listed.raw else None
    found = across_scripts(query.raw, listed.raw)
    clear = CLEAR_QUERY if query.native else CLEAR_LISTED
    return found if found is not None and found.similarity >= clear else None


def _meet_in_parts(query: Word, listed: Word) -> Meeting | None:
    """Both read by parts: a distinctive part must be the same in its own script."""
    if query.cls == listed.cls == DISTINCT:
        return Meeting(1.0, "identical") if query.native == listed.native else None
    return meet_in_organizations(query, listed)
