"""From counterparties to a report, and from a report to the number the run ends with."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from screenr.config import DEFAULT_MAX_AGE_DAYS
from screenr.errors import ExitCode
from screenr.models.counterparty import Counterparty
from screenr.models.policy import Policy
from screenr.models.report import ListUse, Report

_NAMED = 3  # a longer row of names hides what is said of them; each list carries its mark anyway


def screen(
    counterparties: Iterable[Counterparty],
    policy: Policy,
    *,
    as_of: dt.date,
    data_dir: Path | None,
) -> Report:
    """Screen each of them as of a day."""
    from screenr.catalog import open_catalog
    from screenr.screening import Screener

    screener = Screener(open_catalog(data_dir=data_dir), policy, as_of=as_of)
    return Report(
        as_of=as_of,
        policy=policy,
        threshold=screener.threshold,
        lists=screener.lists,
        findings=tuple(screener.screen(each) for each in counterparties),
        warnings=warnings_of(screener.lists, as_of),
    )


def exit_code(report: Report) -> ExitCode:
    """How the run ends: what was not screened outranks a hit, and is never clear."""
    if report.errors or report.count("error"):
        return ExitCode.UNABLE
    return ExitCode.HIT if report.count("hit") else ExitCode.CLEAR


def warnings_of(lists: Sequence[ListUse], as_of: dt.date) -> tuple[str, ...]:
    """What a reader must know of the lists before trusting the answer."""
    warnings = []
    rebuilt = [use.id for use in lists if use.basis == "reconstructed"]
    partial = [use.id for use in lists if not use.complete]
    if rebuilt:
        named = ", ".join(rebuilt) if len(rebuilt) <= _NAMED else f"{len(rebuilt)} lists"
        warnings.append(
            f"No snapshot from {as_of.isoformat()} or before is held of {named}: reconstructed from"
            " a later one by its dates, so parties removed in between may be missing."
        )
    if partial:
        warnings.append(
            f"The source of {', '.join(partial)} does not hold the whole list: a party may stand"
            " on it and not be found."
        )
    return tuple(warnings)


def age_warning(report: Report) -> str:
    """The oldest list, when too old, and how many more are; empty when none is."""
    given = report.policy.max_age_days
    limit = DEFAULT_MAX_AGE_DAYS if given is None else given
    old = [(use.age_days, use.id) for use in report.lists if (use.age_days or 0) > limit]
    if not old:
        return ""
    age, oldest = max(old)
    more = len(old) - 1
    others = f" (and {more} more {'list is' if more == 1 else 'lists are'} old)" if more else ""
    return f"warning: {oldest} was last confirmed {age} days ago{others}; the limit is {limit} days"
