"""How far a run is, on a terminal's standard error, and nowhere else."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from screenr.models.run import Tally

_Watch = Callable[[Tally], None]


@contextlib.contextmanager
def shown(done: Callable[[], float | None], *, quiet: bool) -> Iterator[_Watch]:
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
        TextColumn("{task.fields[hits]:,} hits"),
        TimeRemainingColumn(compact=True),
    )
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, rows=0, rate="", hits=0)
        began = bar.get_time()
        before: list[int] = []

        def watch(tally: Tally) -> None:
            before.append(tally.rows) if not before else None
            seconds = bar.get_time() - began
            rate = f"{(tally.rows - before[0]) / seconds:,.0f}/s" if len(before) and seconds else ""
            share = done()
            bar.update(
                task,
                total=None if share is None else 1.0,
                completed=share or 0,
                rows=tally.rows,
                rate=rate,
                hits=tally.hits,
            )

        yield watch
