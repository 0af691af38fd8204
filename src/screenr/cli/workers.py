"""In how many processes a batch is screened; one takes nothing of what several need."""

import contextlib
import os
from typing import TYPE_CHECKING

from screenr.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screenr.cli.pool import Pool

_MOST = 8  # by itself; more are used when asked for
_WORTH = 4 << 20


def workers_for(file: str, given: int | None) -> int:
    """How many processes are used: as many as given, else as many as the file is worth.

    A process takes half a second to start, in which another screens thousands of rows: below some
    50,000 rows, and for a stream of unknown length, one is as fast as several.
    """
    if given is not None and given < 1:
        raise UsageError(f"`--workers` must be 1 or more, not {given}")
    if given is not None:
        return given
    return min(os.cpu_count() or 1, _MOST) if _size(file) >= _WORTH else 1


def _size(file: str) -> int:
    """Of a file in bytes; nothing where there is none, which whoever opens it will say."""
    try:
        return os.path.getsize(file)  # noqa: PTH202 -- `file` may be no possible path
    except (OSError, ValueError):
        return 0


@contextlib.contextmanager
def started(workers: int) -> "Iterator[Pool | None]":
    """So many processes, ended when the run ends; None where one, this one, is enough."""
    if workers == 1:
        yield None
        return
    from screenr.cli.pool import Pool

    pool = Pool(workers)
    try:
        yield pool
    finally:
        pool.end()
