"""What `screenr batch` was asked for, checked before anything is screened, and carried out."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from screenr.catalog import Catalog, open_catalog
from screenr.cli import batch_run, batch_summary, progress, reporting, request
from screenr.cli import output as out
from screenr.cli.batch_work import Job
from screenr.cli.reading import checked
from screenr.errors import UsageError
from screenr.formats.flat import added_columns
from screenr.formats.sinks import SINKS, require, sink_of_file
from screenr.formats.view import View
from screenr.inputs import open_table
from screenr.inputs.columns import Columns, Given, find
from screenr.inputs.source import Source
from screenr.inputs.table import Asked, Table
from screenr.models.policy import Policy
from screenr.models.run import Run, Tally
from screenr.screening import Screener

if TYPE_CHECKING:
    from screenr.cli.pool import Pool


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of a run, as far as they stand on their own."""

    file: str
    output: str
    format_name: str | None
    view: View
    given: Given
    asked: Asked
    policy: Policy
    as_of: dt.date
    pool: "Pool | None"
    resume: bool
    fail_on_hit: bool
    data_dir: Path | None
    quiet: bool


def screen_file(asked: Request) -> int:
    """Screen a file and say how it came out; the number is the exit code."""
    format_name = _format(asked)
    out.check(asked.output)
    with Source(asked.file) as source:
        _keep_input(source, asked.output)
        table = open_table(source, checked(asked.asked))
        columns = find(table.columns, asked.given)
        catalog = open_catalog(data_dir=asked.data_dir)
        screener = Screener(catalog, asked.policy, as_of=asked.as_of)
        job = _job(asked, table, columns, screener, format_name)
        plan = batch_run.Plan(
            job=job,
            screener=screener,
            table=table,
            output=asked.output,
            pool=asked.pool,
            resume=asked.resume,
            made_of=_made_of(asked, source, job, catalog),
        )
        _tell(asked, table, job)
        try:
            with progress.shown(table.done, quiet=asked.quiet) as watch:
                tally = batch_run.run_batch(plan, watch)
        except KeyboardInterrupt:
            if asked.resume:
                out.say("interrupted; the same command goes on with it", quiet=asked.quiet)
            raise
    _tell_end(asked, table, job, tally)
    return batch_summary.exit_code(tally, fail_on_hit=asked.fail_on_hit)


def _tell_end(asked: Request, table: Table, job: Job, tally: Tally) -> None:
    """Say how it came out."""
    for line in (*table.after, *batch_summary.summary(tally)):
        out.say(line, quiet=asked.quiet)
    if not tally.rows:
        out.say("warning: there is no row under the header", quiet=asked.quiet)
    out.say(reporting.age_warning(job.run.report()), quiet=asked.quiet)


def _job(
    asked: Request, table: Table, columns: Columns, screener: Screener, format_name: str
) -> Job:
    if asked.view.limit is not None and asked.view.limit < 1:
        raise UsageError(f"`--limit` must be 1 or more, not {asked.view.limit}")
    return Job(
        run=Run(
            as_of=asked.as_of,
            policy=asked.policy,
            threshold=screener.threshold,
            lists=screener.lists,
            warnings=reporting.warnings_of(screener.lists, asked.as_of),
            columns=table.columns,
            source="standard input" if asked.file == "-" else Path(asked.file).name,
        ),
        columns=columns,
        format_name=format_name,
        view=asked.view,
        index=screener.catalog.index.file.path,
    )


def _format(asked: Request) -> str:
    """The format asked for, else the one that the file's ending says, else CSV."""
    ending = Path(asked.output).suffix
    chosen = request.chosen(asked.format_name, SINKS, default="", option="--format")
    if not chosen and ending and asked.output != out.STDOUT:
        chosen = sink_of_file(asked.output) or ""
        if not chosen:
            raise UsageError(
                f"no format is known for a file that ends in `{ending}`",
                hint=f"say `--format` {', '.join(SINKS)}",
            )
    chosen = chosen or "csv"
    require(chosen)
    if not SINKS[chosen].is_text and asked.output == out.STDOUT and out.is_terminal():
        raise UsageError(f"`{chosen}` is nothing for a terminal", hint="name with `-o` a file")
    if asked.resume and not (SINKS[chosen].resumable and asked.output != out.STDOUT):
        able = ", ".join(name for name, each in SINKS.items() if each.resumable)
        raise UsageError(
            "`--resume` goes on with a file only, and not with every format",
            hint=f"write {able} to a file; the other formats begin anew",
        )
    return chosen


def _keep_input(source: Source, output: str) -> None:
    if source.path is not None:
        out.spare(source.path, output, hint="name another file after `-o`")


def _made_of(asked: Request, source: Source, job: Job, catalog: Catalog) -> dict[str, str] | None:
    """What decides the bytes, where the run could be gone on with."""
    if asked.output == out.STDOUT or not SINKS[job.format_name].resumable:
        return None
    if not source.is_file and not asked.resume:
        return None
    return batch_run.made_of(source, asked.asked, job, catalog)


def _tell(asked: Request, table: Table, job: Job) -> None:
    """Say how the file is understood, before time is spent on it."""
    for line in (*table.remarks, *job.columns.told(table.columns)):
        out.say(line, quiet=asked.quiet)
    first = added_columns(table.columns)[0]
    if SINKS[job.format_name].is_table and first != added_columns(())[0]:
        line = f"the input has columns of an earlier run; the new ones are `{first}` and so on"
        out.say(line, quiet=asked.quiet)
