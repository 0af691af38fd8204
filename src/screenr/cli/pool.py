"""Chunks of rows worked on in several processes, their results in order.

Processes are spawned, not forked, everywhere: one way to start them on all systems. They are
started before anything else is done, and load what they need while this one reads the header and
opens the lists; so nothing heavy may be imported here. At most two chunks a process and two more
are under way, so that a fast reader fills no memory.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from screenr.cli.garbage import seldom_looked_for
from screenr.errors import ScreenrError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from screenr.cli.batch_work import Done, Job, Worker
    from screenr.models.row import Row

_LOADED = ("screenr.cli.batch_work", "screenr.matching.batch_candidates")
_Result = TypeVar("_Result")
_worker: "list[Worker]" = []  # of this process, where it is one of the pool


class Pool:
    """Processes that screen, `workers` of them."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._processes = ProcessPoolExecutor(
            workers, multiprocessing.get_context("spawn"), initializer=_start
        )
        # A task starts a process while none is idle. More than can run at once are left for later:
        # a small file needs no hundred of them, whatever was asked for.
        try:
            for _ in range(min(workers, os.cpu_count() or 1)):
                self._submit(os.getpid)
        except BaseException:
            self.end()
            raise

    def work(self, job: "Job", chunks: "Iterable[Sequence[Row]]") -> "Generator[Done]":
        """What came of each chunk, in the order of the chunks."""
        waiting: deque[Future[Done]] = deque()
        try:
            for chunk in chunks:
                waiting.append(self._submit(_work, job, chunk))
                if len(waiting) == 2 * self.workers + 2:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise ScreenrError(
                "a process that screens was ended from outside, perhaps for lack of memory",
                hint="try `--workers 1`",
            ) from error

    def _submit(self, work: "Callable[..., _Result]", *given: object) -> "Future[_Result]":
        try:
            return self._processes.submit(work, *given)
        except OSError as error:
            raise ScreenrError(
                f"a process that screens could not be started: {error.strerror or error}",
                hint="try `--workers 1`",
            ) from error

    def end(self) -> None:
        """End the processes whatever they do: nothing may be left that goes on.

        They are not asked to, since to take their tables apart would take them half a second.
        """
        # Rows may be on their way to a process that reads no more; without this the program waits
        # for them when it exits (https://github.com/python/cpython/issues/94777, mended in 3.11.5).
        queue = getattr(self._processes, "_call_queue", None)
        if queue is not None:
            queue.cancel_join_thread()
        for child in multiprocessing.active_children():
            child.kill()
        self._processes.shutdown(wait=False, cancel_futures=True)


def _start() -> None:
    # Ctrl-C reaches all processes of a terminal; the one that began the others ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    seldom_looked_for()
    for each in _LOADED:
        import_module(each)


def _end_with_parent() -> None:
    """A parent that was killed could not end its children, and they would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(job: "Job", rows: "Sequence[Row]") -> "Done":
    if not _worker:
        from screenr.cli.batch_work import worker_of

        _worker.append(worker_of(job))
    return _worker[0].work(rows)
