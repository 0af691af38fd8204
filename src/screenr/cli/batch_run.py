"""A run over a file, from its opened parts to its count: read, work, write, and note how far."""

import contextlib
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TYPE_CHECKING

from screenr.catalog import Catalog
from screenr.cli.batch_output import opened
from screenr.cli.batch_work import Job, work_here
from screenr.cli.progress import Watch
from screenr.errors import ScreenrError, UsageError
from screenr.formats.sinks import SINKS
from screenr.inputs.source import Source
from screenr.inputs.table import Asked, Table
from screenr.models.row import Row
from screenr.models.run import Tally
from screenr.screening import Screener
from screenr.version import __version__

if TYPE_CHECKING:
    from screenr.cli.pool import Pool

CHUNK = 1_000  # rows; what a process has at once, and what an interruption loses


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that a run needs; `made_of` says what decides its bytes, None where it cannot go on."""

    job: Job
    screener: Screener
    table: Table
    output: str
    pool: "Pool | None"
    resume: bool
    made_of: dict[str, str] | None


def run_batch(plan: Plan, watch: Watch) -> Tally:
    """Screen every row and write it; `watch` is told the count after each chunk."""
    job = plan.job
    row_format = SINKS[job.format_name]
    streams = row_format.resumable
    with opened(plan.output, made_of=plan.made_of, resume=plan.resume, streams=streams) as output:
        tally = output.tally
        sink = row_format.sink(output.stream, job.run, job.view)
        if not tally.rows:
            sink.begin()
        processes = 0 if plan.pool is None else plan.pool.workers
        chunks = _chunks(plan.table.rows, skip=tally.rows, halved=processes)
        work = (
            work_here(job, plan.screener, chunks)
            if plan.pool is None
            else plan.pool.work(job, chunks)
        )
        with contextlib.closing(work) as done_chunks:
            for done in done_chunks:
                sink.write(done.payload)
                tally.merge(done.tally)
                output.reached(tally)
                watch(tally)
        sink.close(tally)
    return tally


def _chunks(rows: Iterator[Row], *, skip: int, halved: int) -> Iterator[list[Row]]:
    """Rows in chunks, without those that an earlier run wrote.

    So many of the last are `halved`, that several processes end at about the same time.
    """
    waiting: deque[list[Row]] = deque()
    try:
        for _ in islice(rows, skip):
            pass
        while chunk := list(islice(rows, CHUNK)):
            waiting.append(chunk)
            if len(waiting) > halved:
                yield waiting.popleft()
    except OSError as error:
        raise ScreenrError(f"the input could not be read further: {error.strerror}") from error
    for chunk in waiting:
        yield from filter(None, (chunk[: CHUNK // 2], chunk[CHUNK // 2 :]))


def made_of(source: Source, asked: Asked, job: Job, catalog: Catalog) -> dict[str, str]:
    """What decides the bytes of an output, in the words that a refusal uses."""
    if source.path is None or not source.is_file:
        raise UsageError(
            "what comes through a pipe cannot be read again, so there is nothing to go on with",
            hint="save it to a file, or leave `--resume` out",
        )
    policy, view = job.run.policy, job.view
    return {
        "input": source.digest(),
        "version of screenr": __version__,
        "state of the lists": catalog.index.file.inputs,
        "day (`--as-of`)": job.run.as_of.isoformat(),
        "choice of lists": ",".join(policy.lists),
        "threshold": f"{job.run.threshold}",
        "choice of activities": ",".join(policy.activities or ()),
        "format": job.format_name,
        "choice of columns": json.dumps([job.run.columns, asdict(job.columns)]),
        "reading of the input": json.dumps(asdict(asked)),
        "amount of matches": f"{view.limit}, {'all' if view.all_matches else 'best'}",
    }
