"""What the gate decided in words: the one account that all formats for people give."""

from collections import Counter
from collections.abc import Iterator, Sequence

from screenr.formats import wording
from screenr.formats.safe import one_line
from screenr.formats.shown import ownership_of
from screenr.models.counterparty import Counterparty
from screenr.models.decision import DecisionNote
from screenr.models.gate import (
    DecisionsUse,
    EntryVerdict,
    GateEntry,
    GateResult,
    JudgedMatch,
    MatchVerdict,
)

VERDICTS = {"unable": "UNABLE", "fail": "FAIL", "pass": "PASS"}
ENTRY_VERDICTS: dict[EntryVerdict, str] = {
    "error": "NOT SCREENED",
    "fail": "FAIL",
    "known": "KNOWN",
    "decided": "DECIDED",
    "notice": "NOTICE",
    "pass": "PASS",
}
MATCH_ORDER: tuple[MatchVerdict, ...] = ("fail", "known", "decided", "notice")
AT_LENGTH = 3  # lists of an entry; the name of a large group meets a hundred affiliates


def headline(result: GateResult) -> str:
    """The verdict and what it rests on, in a line."""
    return f"{VERDICTS[result.verdict]}: {outcome(result)}"


def outcome(result: GateResult) -> str:
    """What came of the counterparties, without the verdict."""
    total, failed = len(result.entries), result.count("fail")
    said = (
        f"{failed} of {counterparties(total)} {'fails' if failed == 1 else 'fail'}"
        if failed
        else f"{counterparties(total)}, none fails"
    )
    return f"not all screened as asked; {said}" if result.verdict == "unable" else said


def counterparties(count: int) -> str:
    """A number of counterparties."""
    return f"{count} counterpart{'y' if count == 1 else 'ies'}"


def tally(result: GateResult) -> str:
    """Every counterparty and every unread row, counted once."""
    words: dict[EntryVerdict, str] = {
        "fail": "fail",
        "known": "known from the baseline",
        "decided": "decided",
        "notice": "matched and let pass",
        "pass": "without a match",
    }
    parts = [
        f"{count} {said}"
        for verdict, said in words.items()
        if (count := result.count(verdict)) or verdict in {"fail", "pass"}
    ]
    if refused := result.count("error") + len(result.unread):
        parts.append(f"{refused} NOT SCREENED")
    return " · ".join(parts)


def basis(result: GateResult) -> str:
    """Under what policy and lists, in a line."""
    return " · ".join(
        (
            f"as of {result.report.as_of.isoformat()}",
            wording.counted(len(result.report.lists), "list"),
            f"threshold {result.report.threshold:.2f}",
            f"fail_on {result.policy.fail_on}",
            f"policy {one_line(result.policy_file) if result.policy_file else 'by default'}",
        )
    )


def refused(result: GateResult) -> Iterator[tuple[str, str]]:
    """Where a row stands that was not screened, and why."""
    for row in result.unread:
        yield one_line(str(row.position)), one_line(row.message)
    for entry in result.entries:
        if entry.finding.error is not None:
            name = one_line(entry.counterparty.name)
            yield one_line(str(entry.position)), one_line(f"{name}: {entry.finding.error}")


def entries(result: GateResult, verdict: EntryVerdict) -> tuple[GateEntry, ...]:
    """The counterparties of a verdict, in the order of the files."""
    return tuple(each for each in result.entries if each.verdict == verdict)


def matches(entry: GateEntry, verdict: MatchVerdict) -> tuple[JudgedMatch, ...]:
    """The matches of a counterparty that have a verdict, best first."""
    return tuple(each for each in entry.matches if each.verdict == verdict)


def asked(counterparty: Counterparty) -> str:
    """The name, and the country where one was given."""
    country = counterparty.country_given or ", ".join(counterparty.countries)
    return one_line(f"{counterparty.name} ({country})" if country else counterparty.name)


def title(judged: JudgedMatch) -> str:
    """The list and the listed party."""
    return one_line(f"{judged.match.list.short}: {judged.match.designation.name}")


def short(judged: JudgedMatch) -> str:
    """A match and why it has its verdict, for those that are not told at length."""
    return f"{title(judged)} ({judged.match.designation.id}). {why(judged)}"


def why(judged: JudgedMatch) -> str:
    """Why it passes or fails, what is new about it, and what became of an earlier decision."""
    return one_line(judged.reason)


def facts(judged: JudgedMatch, result: GateResult) -> Iterator[tuple[str, str]]:
    """A match at length: label and sentence, most decisive first."""
    match = judged.match
    yield "why", why(judged)
    yield "means", one_line(match.summary)
    ownership = ownership_of(match, result.report.as_of)
    if ownership is not None:
        yield "owner", one_line(ownership)
    listed = wording.dates(match.designation, in_force=match.in_force)
    yield "listed", one_line(f"{listed} · {wording.verdict(match)}")
    if match.matched_name != match.designation.name:
        yield "met", one_line(wording.met(match))
    yield "id", one_line(match.designation.id)


def parted(
    found: Sequence[JudgedMatch], limit: int | None
) -> tuple[tuple[JudgedMatch, ...], tuple[JudgedMatch, ...]]:
    """Those to tell at length and the rest: the best of each list, because each bars other things.

    With a limit, which somebody asked for, simply the best. Decided ones are all told, so that
    nobody is let pass unseen.
    """
    if all(each.verdict == "decided" for each in found):
        return tuple(found), ()
    if limit is not None:
        return tuple(found[:limit]), tuple(found[limit:])
    best: dict[str, JudgedMatch] = {}
    for judged in found:
        best.setdefault(judged.match.list.id, judged)
    told = tuple(best.values())[:AT_LENGTH]
    return told, tuple(each for each in found if not any(each is one for one in told))


def others(left: Sequence[JudgedMatch], verdict: MatchVerdict) -> str:
    """How many matches of a verdict are not told, and on which lists they stand."""
    more = wording.counted(len(left), "more match")
    return f"{more} {ENTRY_VERDICTS[verdict]}: {lists_of(left)}"


def lists_of(found: Sequence[JudgedMatch]) -> str:
    """The lists that matches stand on, each with their number where there are several."""
    lists = Counter(each.match.list.short for each in found)
    names = (name if count == 1 else f"{name} ({count})" for name, count in lists.items())
    return one_line(", ".join(names))


def notes(result: GateResult) -> Iterator[str]:
    """What else a reader must know, a sentence each."""
    yield from (one_line(warning) for warning in result.report.warnings)
    if result.decisions is not None:
        yield from decision_notes(result.decisions)
    yield from _baseline_notes(result)
    named = (
        ("The policy leaves out", result.left_out),
        ("Not held, so not asked", result.absent),
    )
    yield from (f"{said}: {', '.join(ids)}." for said, ids in named if ids)


def decision_notes(use: DecisionsUse) -> Iterator[str]:
    """The decisions that did not hold, and why."""
    yield from (_decision_note(use.file, "does not hold", note) for note in use.lapsed)
    yield from (_decision_note(use.file, "met nothing", note) for note in use.unused)


def _decision_note(file: str, what: str, note: DecisionNote) -> str:
    decided = note.decision
    where = f"{file}:{decided.line}" if decided.line else file
    parties = f"{decided.counterparty} × {decided.designation}"
    return one_line(f"{where}: the decision on {parties} {what}: {note.reason.rstrip('.')}.")


def _baseline_notes(result: GateResult) -> Iterator[str]:
    use = result.baseline
    if use is None:
        return
    for gone in use.gone:
        parties = f"{gone.counterparty} × {gone.name} ({gone.designation})"
        yield one_line(f"Gone since the baseline: {parties}. {gone.reason}")
