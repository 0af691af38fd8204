"""A comparison told: its evidence word by word, and the reason in a sentence."""

from collections.abc import Sequence

from screenr.matching.align import Pair
from screenr.matching.compare import STRONG, Candidate
from screenr.matching.lexicon import CLASS_NAMES, DISTINCT, NUMBER, PLACE
from screenr.matching.words import Word
from screenr.models.finding import Comparison, Evidence, Grade, Relation

_SAME = "The names are the same once case, punctuation, order and legal form are set aside"
_TELLING = frozenset((DISTINCT, NUMBER, PLACE))
LEAST, MOST_TOLD = 0.01, 4
"""What each word weighs at least as evidence; so many pairs the reason names."""


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
    mine, theirs = _weights(found.query), _weights(found.listed)
    whole = sum([*mine, *theirs]) or 1.0
    evidence = [
        Evidence(
            feature="name",
            query=_written(found.query, pair.query),
            listed=_written(found.listed, pair.listed),
            reading=pair.reading,
            weight=round(pair.similarity * _weight(pair, mine, theirs) / whole, 4),
        )
        for pair in found.outcome.pairs
    ]
    if len(evidence) > 1:
        evidence.sort(key=lambda each: (-each.weight, each.query, each.listed))
    for at in found.outcome.left_query:
        word, share = found.query[at], mine[at] / whole
        evidence.append(_left_over("left_query", word, share, query=word.raw))
    for at in found.outcome.left_listed:
        word, share = found.listed[at], theirs[at] / whole
        evidence.append(_left_over("left_listed", word, share, listed=word.raw))
    evidence += [
        Evidence(feature="rule", query="", listed="", reading=rule, weight=0.0)
        for rule in dict.fromkeys(found.rules)
    ]
    return evidence


def _left_over(
    feature: str, word: Word, share: float, *, query: str = "", listed: str = ""
) -> Evidence:
    return Evidence(
        feature=feature,
        query=query,
        listed=listed,
        reading=CLASS_NAMES[word.cls],
        weight=-round(share, 4),
    )


def _weights(words: Sequence[Word]) -> list[float]:
    return [max(LEAST, word.organization) for word in words]


def _weight(pair: Pair, mine: Sequence[float], theirs: Sequence[float]) -> float:
    if len(pair.query) == len(pair.listed) == 1:
        return mine[pair.query[0]] + theirs[pair.listed[0]]
    return sum([*[mine[at] for at in pair.query], *[theirs[at] for at in pair.listed]])


def _written(words: Sequence[Word], places: Sequence[int]) -> str:
    """What stood in a name before it was brought into Latin letters."""
    if len(places) == 1:
        word = words[places[0]]
        return word.native or word.raw
    return " ".join([words[at].native or words[at].raw for at in places])


def _reason(found: Candidate, grade: Grade | None, relation: Relation) -> str:
    said = _SAME if grade == "exact" else _met_and_left(found)
    if grade is None and found.rules:
        said += f"; {found.rules[0]}"
    if grade and relation == "family":
        said += "; place, legal form or division differ, so it may be another company of the group"
    return said + "."


def _met_and_left(found: Candidate) -> str:
    query, listed, outcome = found.query, found.listed, found.outcome
    met = [
        pair.query
        for pair in outcome.pairs
        if pair.reading != "another number" and _is_told(listed, pair.listed)
    ]
    if met:
        said = f"{' and '.join([f'“{_raws(query, places)}”' for places in met[:MOST_TOLD]])} met"
    else:
        said = "Only common words met" if outcome.pairs else "No word met"
    for name, words, left in (
        ("counterparty's", query, outcome.left_query),
        ("listed", listed, outcome.left_listed),
    ):
        if left:
            said += f"; only in the {name} name: {_raws(words, left)}"
    return said


def _raws(words: Sequence[Word], places: Sequence[int]) -> str:
    return " ".join([words[at].raw for at in places])


def _is_told(words: Sequence[Word], places: Sequence[int]) -> bool:
    return not _TELLING.isdisjoint([words[at].cls for at in places])
