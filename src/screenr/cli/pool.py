"""Chunks of rows worked on in several processes, their results in order.

Processes are spawned, not forked, everywhere: one way to start them on all systems. At most two
chunks a process and two more are under way, so that a fast reader fills no memory.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from screenr.cli.batch_work import Done, Job, Worker, worker_of
from screenr.errors import ScreenrError
from screenr.models.row import Row
from screenr.screening import Screener

_MOST = 8  # by itself; more are used when asked for
_WORTH = 4 << 20
_worker: list[Worker] = []  # of this process, where it is one of the pool


def default_workers(size: int | None) -> int:
    """How many processes a file of this size is worth.

    A process takes half a second to start, in which another screens thousands of rows: below some
    50,000 rows, and for a stream of unknown length, one is as fast as several.
    """
    if size is None or size < _WORTH:
        return 1
    return min(os.cpu_count() or 1, _MOST)


def work_here(job: Job, screener: Screener, chunks: Iterable[Sequence[Row]]) -> Generator[Done]:
    """What came of each chunk, worked on in this process."""
    worker = Worker(job, screener)
    for chunk in chunks:
        yield worker.work(chunk)


def work_on(job: Job, chunks: Iterable[Sequence[Row]], workers: int) -> Generator[Done]:
    """What came of each chunk, in the order of the chunks, worked on in `workers` processes."""
    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_start, initargs=(job,)
    )
    waiting: deque[Future[Done]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_work, chunk))
            if len(waiting) == 2 * workers + 2:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        _end(pool)  # all is done; to take their tables apart would take them half a second
    except BrokenProcessPool as error:
        _end(pool)
        raise ScreenrError(
            "a process that screens was ended from outside, perhaps for lack of memory",
            hint="try `--workers 1`",
        ) from error
    except BaseException:  # Ctrl-C above all: nothing may be left that goes on
        _end(pool)
        raise


def _end(pool: ProcessPoolExecutor) -> None:
    # Rows may be on their way to a process that reads no more; without this the program waits for
    # them when it exits (https://github.com/python/cpython/issues/94777, mended in Python 3.11.5).
    queue = getattr(pool, "_call_queue", None)
    if queue is not None:
        queue.cancel_join_thread()
    for child in multiprocessing.active_children():
        child.kill()
    pool.shutdown(wait=False, cancel_futures=True)


def _start(job: Job) -> None:
    # Ctrl-C reaches all processes of a terminal; the one that began the others ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker.append(worker_of(job))


def _end_with_parent() -> None:
    """A parent that was killed could not end its children, and they would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(rows: Sequence[Row]) -> Done:
    return _worker[0].work(rows)
