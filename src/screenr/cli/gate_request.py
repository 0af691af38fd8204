"""From the flags and files of a gate to its input, and from its input to its result."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from screenr.catalog import Catalog, open_catalog
from screenr.cli import output as out
from screenr.cli import project, reporting, request
from screenr.cli.project import Project
from screenr.cli.supplier_files import Suppliers
from screenr.config import DEFAULT_MAX_AGE_DAYS
from screenr.config.policy_file import FailOn, PolicyFile, place_of, policy_with
from screenr.errors import ListUnavailableError, UsageError
from screenr.gate.baseline import read_baseline
from screenr.gate.held import Asked, asked_of, problem_of_missing
from screenr.gate.run import GateInput
from screenr.gate.run import run as run_gate
from screenr.models.gate import GateResult
from screenr.models.policy import Policy
from screenr.screening import Screener
from screenr.text.located_yaml import fault


def init() -> int:
    """Write the templates that are not there yet."""
    for path, written in project.templates():
        said = "written" if written else "was there and stays as it is"
        out.say(f"{project.shown(path)}: {said}")
    return 0


def policy_of(  # noqa: PLR0913 -- one parameter an option
    file: PolicyFile,
    *,
    lists: str | None,
    threshold: float | None,
    activity: Sequence[str] | None,
    fail_on: str | None,
    max_age: int | None,
) -> Policy:
    """What the flags say goes before what the file says."""
    if fail_on is not None:
        request.chosen(fail_on, get_args(FailOn), default="listed", option="--fail-on")
    return policy_with(
        file,
        lists=lists,
        threshold=threshold,
        activities=request.activities(activity or file.activities),
        fail_on=fail_on,
        max_age_days=max_age,
    )


def catalog(data_dir: str | None) -> Catalog:
    """The lists that are held."""
    return open_catalog(data_dir=request.data_dir(data_dir))


def gate_input(
    suppliers: Suppliers,
    found: Project,
    policy: Policy,
    *,
    baseline: Path | None,
    catalog: Catalog,
) -> GateInput:
    """Everything that decides, read and checked before anything is screened."""
    given = policy.max_age_days
    return GateInput(
        files=suppliers.files,
        rows=suppliers.rows,
        unread=suppliers.unread,
        policy=policy,
        policy_file=None if found.policy_path is None else project.shown(found.policy_path),
        max_age_days=DEFAULT_MAX_AGE_DAYS if given is None else given,
        asked=_asked(policy, found, catalog),
        decisions=found.decisions(),
        baseline=None
        if baseline is None
        else read_baseline(baseline, shown=project.shown(baseline)),
    )


def _asked(policy: Policy, found: Project, catalog: Catalog) -> Asked:
    """What of the policy's lists can be asked; a pattern that fits none is told with its place."""
    path = found.policy_path
    if path is not None and policy.lists == found.policy.lists:
        for number, pattern in enumerate(policy.lists):
            try:
                asked_of((pattern,), catalog)
            except UsageError as error:
                place = place_of(path, ("lists", number))
                raise fault(project.shown(path), place, error.message, hint=error.hint) from None
    return asked_of(policy.lists, catalog)


def run(given: GateInput, catalog: Catalog, *, as_of: dt.date) -> GateResult:
    """Screen and judge; an error where no list at all can be asked."""
    if not given.asked.patterns:
        raise ListUnavailableError(problem_of_missing(given.asked.missing))
    screener = Screener(catalog, _usable(given), as_of=as_of)
    return run_gate(given, screener, warnings=reporting.warnings_of(screener.lists, as_of))


def _usable(given: GateInput) -> Policy:
    from dataclasses import replace

    return replace(given.policy, lists=given.asked.patterns)
