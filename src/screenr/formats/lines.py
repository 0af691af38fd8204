"""A match as labeled lines: the one account that the table and the Markdown page both give."""

import datetime as dt
from typing import NamedTuple

from screenr.formats import effect_words, wording
from screenr.formats.safe import one_line
from screenr.formats.shown import ownership_of
from screenr.models.counterparty import Counterparty
from screenr.models.finding import Evidence, Match


class Line(NamedTuple):
    """A label and what stands beside it; `items` are sentences of their own."""

    label: str
    items: tuple[str, ...]


def match_lines(match: Match, as_of: dt.date, *, explain: bool) -> list[Line]:
    """Everything a reader needs of a match, most decisive first."""
    listed = match.designation
    ownership = ownership_of(match, as_of)
    lines = [
        Line("decided", () if match.decision is None else (match.decision.sentence,)),
        Line("met", (wording.met(match),)),
        Line("score", (f"{wording.verdict(match)}. {match.comparison.reason}",)),
        Line("listed", (wording.dates(listed, in_force=match.in_force),)),
        Line("means", (match.summary,) if explain or not match.effects else ()),
        Line("owner", () if ownership is None else (ownership,)),
        Line("license", tuple(wording.license_lines(listed.license))),
        Line("effects", effect_items(match, as_of, full=explain)),
        Line("later", later_items(match, as_of, full=explain)),
        Line("where", (", ".join(listed.countries),)),
        Line("program", (", ".join(listed.programs),)),
        Line("born", (", ".join(listed.born),)),
        Line("cited", (wording.citation_words(listed.citations),)),
        Line("notes", tuple(note for note in match.notes if note != ownership)),
        Line("id", (listed.id,)),
    ]
    if explain:
        lines.append(Line("why", tuple(evidence_sentence(each) for each in match.evidence)))
    return cleaned(lines)


def cleaned(lines: list[Line]) -> list[Line]:
    """Each item on one harmless line; a label with nothing beside it goes."""
    kept = []
    for line in lines:
        items = tuple(shown for item in line.items if (shown := one_line(item)))
        if items:
            kept.append(Line(line.label, items))
    return kept


def effect_items(match: Match, day: dt.date, *, full: bool = True) -> tuple[str, ...]:
    """A sentence for each effect, and for what the list leaves alone."""
    return effect_words.effect_items(match.effects, day, listed=match.designation, full=full)


def later_items(match: Match, day: dt.date, *, full: bool = True) -> tuple[str, ...]:
    """A sentence for each effect that begins after the day."""
    return effect_words.effect_items(match.upcoming, day, listed=match.designation, full=full)


def evidence_sentence(evidence: Evidence) -> str:
    """One thing that counted, with its share of the score."""
    sign = f"{evidence.weight:+.2f}"
    match evidence.feature:
        case "left_query":
            return f"{sign} only in what was asked: {evidence.query} ({evidence.reading})"
        case "left_listed":
            return f"{sign} only in the listed name: {evidence.listed} ({evidence.reading})"
        case "rule":
            return f"rule: {evidence.reading}"
        case feature:
            return f"{sign} {feature}: {evidence.query} ~ {evidence.listed} ({evidence.reading})"


def match_title(match: Match) -> str:
    """The list and the party, as a heading."""
    return f"{one_line(match.list.short)}: {one_line(match.designation.name)}"


def match_line(match: Match) -> str:
    """A match in one line, for those that are not told at length."""
    listed = wording.dates(match.designation, in_force=match.in_force)
    decided = "" if match.decision is None else f", {wording.decided(match.decision)}"
    return one_line(
        f"{match_title(match)} ({match.score:.2f} {match.comparison.relation or ''}, listed"
        f" {listed}) {match.designation.id}{decided}"
    )


def asked(counterparty: Counterparty) -> str:
    """What was asked beside the name."""
    parts = []
    if counterparty.aliases:
        parts.append(f"also {', '.join(counterparty.aliases)}")
    if counterparty.kind is not None:
        parts.append(counterparty.kind)
    country = counterparty.country_given or ", ".join(counterparty.countries)
    if country:
        parts.append(country)
    if counterparty.born:
        parts.append(f"born {', '.join(counterparty.born)}")
    if counterparty.identifiers:
        parts.append(f"id {', '.join(counterparty.identifiers)}")
    return "; ".join(parts)
