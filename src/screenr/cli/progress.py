"""How far a run is, on a terminal's standard error, and nowhere else."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from screenr.models.run import Tally

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

Watch = Callable[[Tally], None]


@contextlib.contextmanager
def shown(done: Callable[[], float | None], *, quiet: bool) -> Iterator[Watch]:
    """A function that is told the count as it grows; `done` is the share of the input read."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.fields[rows]:,} rows"),
        TextColumn("{task.fields[rate]}"),
        BarColumn(bar_width=None),
        TextColumn("hits {task.fields[hits]:,}"),
        TimeRemainingColumn(compact=True),
    )
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, rows=0, rate="", hits=0)
        yield _watch(bar, task, done)


def _watch(bar: "Progress", task: "TaskID", done: Callable[[], float | None]) -> Watch:
    began = bar.get_time()
    first: list[int] = []  # the count at the first chunk; with `--resume` it is no work of this run

    def watch(tally: Tally) -> None:
        if not first:
            first.append(tally.rows)
        seconds = bar.get_time() - began
        done_here = tally.rows - first[0]
        share = done()
        bar.update(
            task,
            total=None if share is None else 1.0,
            completed=share or 0,
            rows=tally.rows,
            rate=f"{done_here / seconds:,.0f}/s" if done_here and seconds else "",
            hits=tally.hits,
        )

    return watch
