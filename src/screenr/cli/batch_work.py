"""What is done with a chunk of rows, in this process or in another: read, screen, count, encode."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from screenr.catalog import Catalog
from screenr.formats.sinks import SINKS
from screenr.formats.view import View
from screenr.inputs.columns import Columns
from screenr.inputs.counterparties import Reader, reader_of
from screenr.matching.index import Index
from screenr.matching.index_file import IndexFile
from screenr.models.counterparty import Counterparty, RowError
from screenr.models.row import Row, Screened
from screenr.models.run import Run, Tally
from screenr.screening import Screener


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """All that a process must know to work on rows; it is sent there once."""

    run: Run
    columns: Columns
    format_name: str
    view: View
    index: Path


class Done(NamedTuple):
    """What came of a chunk: the payload for the sink, and the count."""

    payload: Any
    tally: Tally


def work_here(job: Job, screener: Screener, chunks: Iterable[Sequence[Row]]) -> Generator[Done]:
    """What came of each chunk, worked on in this process."""
    worker = Worker(job, screener)
    for chunk in chunks:
        yield worker.work(chunk)


class Worker:
    """Works on chunks of rows; a process has one."""

    def __init__(self, job: Job, screener: Screener) -> None:
        self._screener = screener
        self._read = reader_of(job.columns)
        self._encode = SINKS[job.format_name].encoder(job.run, job.view)

    def work(self, rows: Sequence[Row]) -> Done:
        """Screen a chunk; every row of it is in the payload."""
        tally = Tally()
        screened = screen_rows(rows, self._read, self._screener)
        return Done(self._encode(_counted(screened, tally)), tally)


def _counted(rows: Iterable[Screened], tally: Tally) -> Iterator[Screened]:
    for each in rows:
        tally.add(each)
        yield each


def worker_of(job: Job) -> Worker:
    """A worker for a process that has not opened the lists."""
    catalog = Catalog(Index(IndexFile(job.index)))
    return Worker(job, Screener(catalog, job.run.policy, as_of=job.run.as_of))


def screen_rows(rows: Sequence[Row], read: Reader, screener: Screener) -> Iterator[Screened]:
    """Rows with their findings, one by one, because a name may have a thousand matches.

    The screener gets all of the rows at once, because that is fastest.
    """
    read_rows = [read(row) for row in rows]
    parties = [each for each, _ in read_rows if isinstance(each, Counterparty)]
    # Strict, so that a finding too few is an error and not a row too few.
    pairs = zip(parties, screener.screen_all(parties), strict=True)
    for row, (each, note) in zip(rows, read_rows, strict=True):
        yield Screened(row, each if isinstance(each, RowError) else next(pairs)[1], note)
    next(pairs, None)  # here it shows whether there is one too many
