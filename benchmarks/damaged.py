"""Damaged names: whether the party is still found and a near miss left alone."""

import re
import time
from collections.abc import Iterator, Sequence

import damage
from damage import Listed, Question
from labelled import LabelledSet
from lines import RIVAL_SAMPLE, Asked, Line, by_damage, sampled, share, tell
from listed import AS_OF, listed_names, screened
from scorers import RIVALS, processed, screenr_matches

import screenr
from screenr import Counterparty, Screener
from screenr.models.designation import Kind

# Entity List entries have no kind, so its names are asked for without one.
_LISTS: tuple[tuple[str, Kind, damage.Maker], ...] = (
    ("us-ofac-sdn", "person", damage.persons),
    ("us-bis-entity-list", "organization", damage.organizations),
)


def lines_of_damaged(each: LabelledSet, asked: Asked) -> Iterator[Line]:
    """Damaged names against their own source name; near misses against every source name."""
    rows = sampled(each.damaged, asked.sample)
    if not rows:
        return
    start = time.perf_counter()
    names = sorted({row.source for row in each.damaged})
    benign = [row for row in rows if row.is_match]
    near = [row for row in rows if not row.is_match]
    found = screenr_matches(((row.query, row.source) for row in benign), "person")
    crossed = screenr_matches(((row.query, name) for row in near for name in names), "person")
    flagged = [any(crossed[at : at + len(names)]) for at in range(0, len(crossed), len(names))]
    spent = time.perf_counter() - start
    answers = [f"{share(sum(found), len(benign))} {share(sum(flagged), len(near))}"]
    listed = processed(names)
    for rival in RIVALS:
        met = sum(rival.is_match(row.query, row.source) for row in benign)
        false = sum(rival.finds(row.query, listed) for row in near)
        answers.append(f"{share(met, len(benign))} {share(false, len(near))}")
    yield Line(each.title, len(rows), "recall fpr", tuple(answers), spent)
    yield from by_damage(each.title, [row.damage for row in benign], found)


def lines_of_lists(sample: int, *, misses: int) -> Iterator[Line]:
    """Listed parties, damaged by `damage`, screened against all of the list they are from."""
    for list_id, kind, make in _LISTS:
        screener = screenr.load((list_id,), AS_OF)
        parties = sampled(_parties(screener, list_id, kind), sample)
        questions = [*make(parties), *damage.noted(parties)]
        start = time.perf_counter()
        asked_as: Kind | None = kind if kind == "person" else None
        found = _found(screener, questions, asked_as)
        spent = time.perf_counter() - start
        title = list_id
        yield _line_of_list(title, screener, questions, found, spent=spent)
        benign = [at for at, each in enumerate(questions) if each.expected]
        yield from by_damage(
            title, [questions[at].damage for at in benign], [found[at] for at in benign]
        )
        near = [at for at, each in enumerate(questions) if not each.expected]
        yield from by_damage(
            f"{title} near miss", [questions[at].damage for at in near], [found[at] for at in near]
        )
        tell(
            misses,
            (
                f"{title}: {each.damage}: {'missed' if each.expected else 'false'}: {each.query}"
                f" ~ {each.source}"
                for each, is_found in zip(questions, found, strict=True)
                if is_found != (each.expected is not None)
            ),
        )


def _line_of_list(
    title: str,
    screener: Screener,
    questions: Sequence[Question],
    found: Sequence[bool],
    *,
    spent: float,
) -> Line:
    benign = [at for at, each in enumerate(questions) if each.expected]
    near = [at for at, each in enumerate(questions) if not each.expected]
    met, false = (sum(found[at] for at in chosen) for chosen in (benign, near))
    answers = [f"{share(met, len(benign))} {share(false, len(near))}"]
    list_ids = {use.id for use in screener.lists}
    listed = processed(name for _, _, name in listed_names(screener, list_ids))
    asked = sampled(near, RIVAL_SAMPLE)
    for rival in RIVALS:
        met = sum(rival.is_match(questions[at].query, questions[at].source) for at in benign)
        false = sum(rival.finds(questions[at].query, listed) for at in asked)
        answers.append(f"{share(met, len(benign))} {share(false, len(asked))}")
    return Line(title, len(questions), "recall fpr", tuple(answers), spent)


def _found(screener: Screener, questions: Sequence[Question], kind: Kind | None) -> list[bool]:
    """Of each whether the party was found; for a near miss, whether any was."""
    asked = (Counterparty(ref="1", name=each.query, kind=kind) for each in questions)
    found = []
    for question, finding in zip(questions, screened(screener, asked), strict=True):
        ids = [match.designation.id for match in finding.matches]
        found.append(question.expected in ids if question.expected else bool(ids))
    return found


def _parties(screener: Screener, list_id: str, kind: Kind) -> list[Listed]:
    """The parties of a list by primary name, given name first, in Latin letters of two words up."""
    found: dict[str, Listed] = {}
    for at, name_kind, name in listed_names(screener, {list_id}):
        if kind == "person" and name_kind != kind:
            continue
        family, comma, given = name.partition(", ")
        turned = f"{given} {family}" if comma and kind == "person" else name
        if turned.isascii() and len(re.findall(r"[A-Za-z]{3,}", turned)) > 1:
            found.setdefault(at, Listed(at, turned))
    return list(found.values())
