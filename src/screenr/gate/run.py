"""Supplier rows, a policy and what people decided → the verdict of the gate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screenr.decisions.apply import Applied, apply
from screenr.decisions.file import DecisionsRead
from screenr.gate.baseline import Baseline
from screenr.gate.held import Asked, old_among, problem_of_age, problem_of_missing
from screenr.gate.judge import judge
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.gate import (
    BaselineUse,
    DecisionsUse,
    GateEntry,
    GateResult,
    Position,
    SupplierFile,
    UnreadRow,
)
from screenr.models.policy import Policy
from screenr.models.report import ListUse, Report
from screenr.screening import Screener


@dataclass(frozen=True, slots=True, kw_only=True)
class GateInput:
    """Everything that decides: the rows of the files, the policy, the decisions, the baseline.

    `policy` is the whole policy; what of its lists can be asked, and what not, is in `asked`.
    """

    files: tuple[SupplierFile, ...]
    rows: tuple[tuple[Position, Counterparty], ...]
    unread: tuple[UnreadRow, ...]
    policy: Policy
    policy_file: str | None
    max_age_days: int
    asked: Asked
    decisions: DecisionsRead | None = None
    baseline: Baseline | None = None


def run(given: GateInput, screener: Screener, *, warnings: Sequence[str] = ()) -> GateResult:
    """Screen each counterparty, mark what was decided, and judge every match."""
    screened = tuple(screener.screen_all(party for _, party in given.rows))
    decisions = () if given.decisions is None else given.decisions.decisions
    applied = apply(screened, decisions, as_of=screener.as_of)
    old = old_among(screener.lists, given.max_age_days)
    return GateResult(
        report=_report(given, screener, applied, warnings),
        policy=given.policy,
        policy_file=given.policy_file,
        files=given.files,
        entries=tuple(_entries(given, applied)),
        unread=given.unread,
        decisions=_decisions_use(given.decisions, applied),
        baseline=_baseline_use(given.baseline, applied, screener.lists),
        max_age_days=given.max_age_days,
        old_lists=old,
        left_out=given.asked.left_out,
        absent=given.asked.absent,
        missing=given.asked.missing,
        problems=tuple(_problems(given, applied, old)),
    )


def _report(
    given: GateInput, screener: Screener, applied: Applied, warnings: Sequence[str]
) -> Report:
    return Report(
        as_of=screener.as_of,
        policy=given.policy,
        threshold=screener.threshold,
        lists=screener.lists,
        findings=applied.findings,
        errors=tuple(_row_error(each) for each in given.unread),
        warnings=tuple(warnings),
    )


def _problems(given: GateInput, applied: Applied, old: Sequence[ListUse]) -> Iterator[str]:
    """The reasons for which not everything was screened as the policy wants it."""
    refused = len(given.unread) + sum(each.error is not None for each in applied.findings)
    if refused:
        yield f"{refused} {'row was' if refused == 1 else 'rows were'} not screened."
    yield from (f"{each.file} holds no counterparty." for each in given.files if not each.rows)
    if given.asked.missing:
        yield problem_of_missing(given.asked.missing)
    if old:
        yield problem_of_age(old, given.max_age_days)


def _entries(given: GateInput, applied: Applied) -> Iterator[GateEntry]:
    for (position, party), finding, lapsed in zip(
        given.rows, applied.findings, applied.lapsed, strict=True
    ):
        yield GateEntry(
            position=position,
            finding=finding,
            matches=tuple(
                judge(
                    match,
                    party,
                    given.policy,
                    lapsed=lapsed.get(match.designation.id),
                    baseline=given.baseline,
                )
                for match in finding.matches
            ),
        )


def _row_error(row: UnreadRow) -> RowError:
    return RowError(row.position.line, f"{row.position.file}: {row.message}")


def _baseline_use(
    baseline: Baseline | None, applied: Applied, lists: Sequence[ListUse]
) -> BaselineUse | None:
    if baseline is None:
        return None
    return baseline.use(applied.findings, [each.id for each in lists])


def _decisions_use(read: DecisionsRead | None, applied: Applied) -> DecisionsUse | None:
    if read is None:
        return None
    return DecisionsUse(
        file=read.file,
        sha256=read.sha256,
        count=len(read.decisions),
        lapsed=applied.lapses,
        unused=applied.unused,
    )
