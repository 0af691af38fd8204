"""Two names with what is known of their kinds: one comparison, which `told` puts into words."""

from collections.abc import Sequence
from typing import NamedTuple

from screenr.matching import east_asian, organizations, persons
from screenr.matching.acronyms import ACRONYM
from screenr.matching.lexicon import DISTINCT, LEGAL, NUMBER, STOP
from screenr.matching.listed import CRAFT, ORGANIZATION, PERSON
from screenr.matching.meet import SAME_SOUND
from screenr.matching.organizations import ALONE
from screenr.matching.outcome import Outcome
from screenr.matching.prepared import Prepared
from screenr.matching.words import Word
from screenr.models.designation import Kind

DEFAULT_THRESHOLD = 0.80
STRONG = 0.90
NOT_EXACT = 0.99
OTHER_KIND, AS_FIRM = 0.75, 0.93
"""The cap of a match in name alone with another kind of party; a person's name as a firm's."""

ANOTHER_KIND = "another kind of party"
KIND_FLAG: dict[str | None, int] = {
    "organization": ORGANIZATION,
    "person": PERSON,
    "vessel": CRAFT,
    "aircraft": CRAFT,
}


class Candidate(NamedTuple):
    """A comparison of two readings, before it is told in words."""

    score: float
    exact: bool
    relation: str
    outcome: Outcome
    query: Sequence[Word]
    listed: Sequence[Word]
    rules: tuple[str, ...]


def compare_readings(
    query: Prepared, listed: Prepared, *, kinds: int, query_kind: Kind | None, floor: float = 0.0
) -> Candidate | None:
    """The best comparison over the kinds that the listed name may be of.

    None where the readings cannot be compared: both transliterated by sound alone, or one of a firm
    alone (mended, or both read by parts) with a person's. None as well, or anything lower,
    where the score is below `floor`.
    """
    if query.translated and listed.translated:
        if not (query.is_by_parts and listed.is_by_parts):
            return None
        kinds &= ~PERSON  # by sound, half of all names would be one
    if query.reading.mended or listed.reading.mended:
        kinds &= ~PERSON
    wanted = KIND_FLAG.get(query_kind, 0)
    if query.translated != listed.translated and kinds & PERSON and _are_names_alone(query, listed):
        kinds &= ~ORGANIZATION
    best: Candidate | None = None
    for kind in (ORGANIZATION, PERSON, CRAFT):
        if not kinds & kind or (wanted and kinds & wanted and kind != wanted):
            continue
        other = bool(wanted and wanted != kind)
        if kind == PERSON:
            is_sure = kinds == PERSON
            found = _as_person(query, listed, floor=floor, contradicted=other, is_sure=is_sure)
        else:
            is_craft = kind == CRAFT
            found = _as_firm(query, listed, floor=floor, contradicted=other, is_craft=is_craft)
        if found is not None and (best is None or found.score > best.score):
            best = found
    return best


def _as_person(
    query: Prepared, listed: Prepared, *, floor: float, contradicted: bool, is_sure: bool
) -> Candidate | None:
    """As persons; `is_sure` where the list says that its name is one's."""
    exact = query.is_person_called(listed)
    is_person = (is_sure and not exact) or not listed.looks_like_organization
    is_other = is_person and query.looks_like_organization
    if floor > OTHER_KIND and (contradicted or (is_other and not listed.has_names)):
        return None
    outcome = _person_outcome(query, listed, 0.0 if exact else floor)
    if outcome is None:
        return None
    total = 1.0 if exact else min(outcome.score, NOT_EXACT)
    rules = []
    if is_other:
        # A firm named after a person is another party; after one word of a name, nothing at all.
        rules.append("the counterparty's name has a legal form, the listed party is a person")
        names = sum(persons.is_full(pair, listed.person_words) for pair in outcome.pairs)
        is_named = names > 1 and listed.has_names
        total = min(total * AS_FIRM, NOT_EXACT) if is_named else min(total, OTHER_KIND)
    if contradicted:
        rules.append(ANOTHER_KIND)
        total = min(total, OTHER_KIND)
    return Candidate(
        total, exact, "same", outcome, query.person_words, listed.person_words,
        (*rules, *outcome.rules),
    )  # fmt: skip


def _are_names_alone(*sides: Prepared) -> bool:
    """Nothing in the names says that they are a firm's: across scripts a person's are compared."""
    return all(word.cls in (DISTINCT, STOP) for side in sides for word in side.words)


def _as_firm(
    query: Prepared, listed: Prepared, *, floor: float, contradicted: bool, is_craft: bool
) -> Candidate | None:
    """As organizations, or as ships and aircraft."""
    contradicted = contradicted or (is_craft and query.looks_like_organization)
    if contradicted and floor > OTHER_KIND:
        return None
    exact = query.is_called(listed, by_meaning=query.translated != listed.translated)
    outcome = organizations.score(query, listed, floor=0.0 if exact else floor)
    if outcome is None:
        return None
    exact = exact and ALONE not in outcome.rules
    total = 1.0 if exact else min(outcome.score, NOT_EXACT)
    rules: list[str] = []
    if is_craft and not exact:
        total = min(total, _craft_score(query, listed, outcome, rules))
    if contradicted:
        rules.append(ANOTHER_KIND)
        total = min(total, OTHER_KIND)
    relation = outcome.relation
    if exact:
        relation = "family" if _legal_forms_differ(query, listed) else "same"
    return Candidate(
        total, exact, relation, outcome, query.words, listed.words, (*rules, *outcome.rules)
    )


def _person_outcome(query: Prepared, listed: Prepared, floor: float) -> Outcome | None:
    """Names in Han or Hangul are compared strictly with names in Latin letters.

    Two of them by their own characters only: by sound, half of all names would be one.
    """
    mine, theirs, lexicon = query.person_words, listed.person_words, query.lexicon
    if query.script in east_asian.SCRIPTS or listed.script in east_asian.SCRIPTS:
        if any(side.translated and side.is_east_asian for side in (query, listed)):
            return _nothing(mine, theirs)
        if listed.script == "Latin":
            return east_asian.score(mine, theirs, listed.romanized, lexicon)
        if query.script == "Latin":
            return east_asian.score(theirs, mine, query.romanized, lexicon).swapped()
    crossed = query.translated != listed.translated
    if crossed and (query.is_east_asian or listed.is_east_asian):
        return _heard_alone(query, listed, floor)
    found = persons.score(
        mine, theirs, lexicon, crossed=crossed, floor=floor, near=query.near(listed)
    )
    if crossed or not query.family_groups or not query.family_groups & listed.family_groups:
        return found
    romanized = east_asian.score_romanized(query.romanized, listed.romanized, mine, theirs)
    return romanized if romanized.score > (found.score if found else floor) else found


def _heard_alone(query: Prepared, listed: Prepared, floor: float) -> Outcome | None:
    """A word in Han or Hangul against one in Latin letters: a foreign name, written by its sound.

    A name of the country must sound the same (KIMJONGUN, 김정은): by less, one Chinese person in
    eight would be somebody of one name (倪寒酉, Nene).
    """
    mine, theirs = query.person_words, listed.person_words
    if max(len(mine), len(theirs)) > 1:
        return _nothing(mine, theirs)
    is_strict = query.is_native_name or listed.is_native_name
    least = max(floor, SAME_SOUND) if is_strict else floor
    near = query.near(listed)
    found = persons.score(mine, theirs, query.lexicon, crossed=True, floor=least, near=near)
    if is_strict and (found is None or found.score < SAME_SOUND):
        return _nothing(mine, theirs)
    return found


def _nothing(mine: Sequence[Word], theirs: Sequence[Word]) -> Outcome:
    return Outcome(0.0, "same", (), range(len(mine)), range(len(theirs)), ())


def _craft_score(query: Prepared, listed: Prepared, outcome: Outcome, rules: list[str]) -> float:
    """Ships of similar names are many: all words must meet, but for a ship's prefix or a number.

    The quotient of `organizations` bounds this from above only where all words met; a prefix or a
    number left over is light enough there to keep it so.
    """
    left = [query.words[at] for at in outcome.left_query]
    left += [listed.words[at] for at in outcome.left_listed]
    left = [
        word
        for word in left
        if word.cls not in (STOP, LEGAL) and word.raw not in query.lexicon.ship_prefixes
    ]
    if any(word.cls != NUMBER for word in left) or any(
        pair.reading == ACRONYM for pair in outcome.pairs
    ):
        rules.append("not all words of the ship's name met")
        return min(outcome.score, 0.6)
    if left or any(pair.reading == "another number" for pair in outcome.pairs):
        rules.append("another number")
        return min(outcome.score, 0.85)
    return outcome.score


def _legal_forms_differ(query: Prepared, listed: Prepared) -> bool:
    mine, theirs = query.legal_groups, listed.legal_groups
    return bool(mine and theirs) and not mine & theirs
