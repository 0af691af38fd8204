"""Two names with what is known of their kinds: one comparison, with its evidence and its reason."""

from collections.abc import Sequence
from typing import NamedTuple

from screenr.matching import east_asian, organizations, persons
from screenr.matching.exactness import bare_names
from screenr.matching.lexicon import CLASS_NAMES, DISTINCT, LEGAL, NUMBER, PLACE, STOP, Lexicon
from screenr.matching.listed import CRAFT, ORGANIZATION, PERSON
from screenr.matching.organizations import ALONE
from screenr.matching.outcome import Outcome
from screenr.matching.reading import Reading, looks_like_organization
from screenr.matching.words import Word
from screenr.models.designation import Kind
from screenr.models.finding import Comparison, Evidence, Grade, Relation
from screenr.text.transliterate import script

DEFAULT_THRESHOLD = 0.80
STRONG = 0.90
NOT_EXACT = 0.99
OTHER_KIND = 0.75
"""A match in name alone with a party of another kind stays below the default threshold."""

BARE_COMPANY = "company"
"""The group of "Co" alone, which says no legal form."""

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
    query: Reading, listed: Reading, *, kinds: int, query_kind: Kind | None, lexicon: Lexicon
) -> Candidate | None:
    """The best comparison over the kinds that the listed name may be of.

    None where the readings cannot be compared: both transliterated by sound alone, or the one
    without the slips of a firm's common words with a person's.
    """
    if query.translated and listed.translated and not _are_by_parts(query, listed):
        return None
    if query.mended:
        kinds &= ~PERSON
    wanted = KIND_FLAG.get(query_kind, 0)
    if query.translated != listed.translated and kinds & PERSON and _are_names_alone(query, listed):
        kinds &= ~ORGANIZATION
    found = [
        _as_kind(
            query,
            listed,
            kind=kind,
            kinds=kinds,
            lexicon=lexicon,
            contradicted=bool(wanted and wanted != kind),
        )
        for kind in (ORGANIZATION, PERSON, CRAFT)
        if kinds & kind and not (wanted and kinds & wanted and kind != wanted)
    ]
    return max(found, key=lambda each: each.score, default=None)


def _as_kind(  # noqa: PLR0913 -- what a comparison rests on, all named
    query: Reading, listed: Reading, *, kind: int, kinds: int, lexicon: Lexicon, contradicted: bool
) -> Candidate:
    rules: list[str] = []
    if kind == PERSON:
        mine, theirs = persons.person_words(query, lexicon), persons.person_words(listed, lexicon)
        outcome = _person_outcome(query, listed, mine, theirs, lexicon)
        exact = sorted(w.raw for w in mine) == sorted(w.raw for w in theirs)
        is_person = (kinds == PERSON and not exact) or not looks_like_organization(listed)
        if is_person and looks_like_organization(query):
            rules.append("the counterparty's name has a legal form, the listed party is a person")
    else:
        mine, theirs = query.words, listed.words
        outcome = organizations.score(query, listed, lexicon)
        by_meaning = query.translated != listed.translated
        exact = bare_names(mine)[by_meaning] == bare_names(theirs)[by_meaning] != ""
    exact = exact and ALONE not in outcome.rules
    total = 1.0 if exact else min(outcome.score, NOT_EXACT)
    if kind == CRAFT and not exact:
        total = min(total, _craft_score(query, listed, outcome, lexicon, rules))
    if kind == CRAFT and looks_like_organization(query):
        contradicted = True
    if rules and kind == PERSON:
        # A firm named after a person is another party; after one word of a name, nothing at all.
        names = sum(pair.reading != "initial" for pair in outcome.pairs)
        is_named = names > 1 and persons.telling_words(theirs, lexicon) > 1
        total = min(total * 0.93, NOT_EXACT) if is_named else min(total, OTHER_KIND)
    if contradicted:
        rules.append("another kind of party")
        total = min(total, OTHER_KIND)
    relation = outcome.relation if kind != PERSON else "same"
    if exact and kind != PERSON:
        relation = "family" if _legal_forms_differ(query, listed, lexicon) else "same"
    return Candidate(total, exact, relation, outcome, mine, theirs, (*rules, *outcome.rules))


def _are_names_alone(*sides: Reading) -> bool:
    """Nothing in the names says that they are a firm's: across scripts a person's are compared."""
    return all(word.cls in (DISTINCT, STOP) for side in sides for word in side.words)


def _was_east_asian(side: Reading) -> bool:
    return side.translated and any(script(word.native) in east_asian.SCRIPTS for word in side.words)


def _are_by_parts(query: Reading, listed: Reading) -> bool:
    """Both are Chinese, Japanese or Korean names read by their parts."""
    natives = [
        next((word.native for word in side.words if word.native), "") for side in (query, listed)
    ]
    return all(script(native) in east_asian.SCRIPTS for native in natives)


def _person_outcome(
    query: Reading, listed: Reading, mine: Sequence[Word], theirs: Sequence[Word], lexicon: Lexicon
) -> Outcome:
    """Names in Han or Hangul are compared strictly with names in Latin letters.

    Two of them by their own characters only: by sound, half of all names would be one.
    """
    scripts = script(query.words[0].raw), script(listed.words[0].raw)
    if any(kind in east_asian.SCRIPTS for kind in scripts) and (
        _was_east_asian(query) or _was_east_asian(listed)
    ):
        return Outcome(0.0, "same", (), range(len(mine)), range(len(theirs)), ())
    if scripts[0] in east_asian.SCRIPTS and scripts[1] == "Latin":
        return east_asian.score(mine, theirs, lexicon)
    if scripts[1] in east_asian.SCRIPTS and scripts[0] == "Latin":
        return east_asian.score(theirs, mine, lexicon).swapped()
    crossed = query.translated != listed.translated
    natives = [word.native for word in (*query.words, *listed.words) if word.native]
    if (
        crossed
        and max(len(mine), len(theirs)) > 1
        and any(script(native) in east_asian.SCRIPTS for native in natives)
    ):
        return Outcome(0.0, "same", (), range(len(mine)), range(len(theirs)), ())
    return persons.score(mine, theirs, lexicon, crossed=crossed)


def _craft_score(
    query: Reading, listed: Reading, outcome: Outcome, lexicon: Lexicon, rules: list[str]
) -> float:
    """Ships of similar names are many: all words must meet, but for a ship's prefix or a number.

    The quotient of `organizations` bounds this from above only where all words met; a prefix or a
    number left over is light enough there to keep it so.
    """
    left = [query.words[at] for at in outcome.left_query]
    left += [listed.words[at] for at in outcome.left_listed]
    left = [
        word
        for word in left
        if word.cls not in (STOP, LEGAL) and word.raw not in lexicon.ship_prefixes
    ]
    if any(word.cls != NUMBER for word in left):
        rules.append("not all words of the ship's name met")
        return min(outcome.score, 0.6)
    if left or any(pair.reading == "another number" for pair in outcome.pairs):
        rules.append("another number")
        return min(outcome.score, 0.85)
    return outcome.score


def _legal_forms_differ(query: Reading, listed: Reading, lexicon: Lexicon) -> bool:
    groups = [
        {lexicon.legal[word.raw][1] for word in side.words if word.raw in lexicon.legal}
        for side in (query, listed)
    ]
    groups = [each - {BARE_COMPANY} for each in groups]
    return all(groups) and not groups[0] & groups[1]


def told(found: Candidate, *, threshold: float) -> Comparison:
    """The comparison with its evidence word by word and the reason in a sentence."""
    relation: Relation = "family" if found.relation == "family" else "same"
    grade: Grade | None = None
    if found.score >= threshold:
        grade = "exact" if found.exact else "strong" if found.score >= STRONG else "possible"
    score = round(found.score, 4)
    return Comparison(
        score=score,
        is_match=found.score >= threshold,
        grade=grade,
        relation=relation if grade else None,
        reason=_reason(found, grade, relation),
        evidence=tuple(_evidence(found)),
    )


def _evidence(found: Candidate) -> list[Evidence]:
    def weight(word: Word) -> float:
        return max(word.organization, 0.01)

    whole = sum(map(weight, (*found.query, *found.listed))) or 1.0
    evidence = []
    for pair in found.outcome.pairs:
        mine = [found.query[at] for at in pair.query]
        theirs = [found.listed[at] for at in pair.listed]
        evidence.append(
            Evidence(
                feature="name",
                query=" ".join(word.native or word.raw for word in mine),
                listed=" ".join(word.native or word.raw for word in theirs),
                reading=pair.reading,
                weight=round(pair.similarity * sum(map(weight, (*mine, *theirs))) / whole, 4),
            )
        )
    evidence.sort(key=lambda each: (-each.weight, each.query, each.listed))
    for feature, words, places in (
        ("left_query", found.query, found.outcome.left_query),
        ("left_listed", found.listed, found.outcome.left_listed),
    ):
        for at in places:
            word = words[at]
            texts = (word.raw, "") if feature == "left_query" else ("", word.raw)
            evidence.append(
                Evidence(
                    feature=feature,
                    query=texts[0],
                    listed=texts[1],
                    reading=CLASS_NAMES[word.cls],
                    weight=-round(weight(word) / whole, 4),
                )
            )
    evidence += [
        Evidence(feature="rule", query="", listed="", reading=rule, weight=0.0)
        for rule in dict.fromkeys(found.rules)
    ]
    return evidence


def _reason(found: Candidate, grade: Grade | None, relation: Relation) -> str:
    met = [
        "".join(f"“{' '.join(found.query[at].raw for at in pair.query)}”")
        for pair in found.outcome.pairs
        if pair.reading != "another number"
        and any(found.listed[at].cls in (DISTINCT, NUMBER, PLACE) for at in pair.listed)
    ]
    left = [found.query[at].raw for at in found.outcome.left_query]
    missing = [found.listed[at].raw for at in found.outcome.left_listed]
    if grade == "exact":
        said = "The names are the same once case, punctuation, order and legal form are set aside"
    elif met:
        said = f"{' and '.join(met[:4])} met"
    else:
        said = "Only common words met" if found.outcome.pairs else "No word met"
    if left and grade != "exact":
        said += f"; only in the counterparty's name: {' '.join(left)}"
    if missing and grade != "exact":
        said += f"; only in the listed name: {' '.join(missing)}"
    if grade is None and found.rules:
        said += f"; {found.rules[0]}"
    if grade and relation == "family":
        said += "; place, legal form or division differ, so it may be another company of the group"
    return said + "."
