"""A figure of the table, and a program that is run to take it."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """What was asked, what it must reach, what was measured."""

    what: str
    must: str
    measured: str


class Ran(NamedTuple):
    """How long a program took on the clock, and its peak of memory in MB."""

    seconds: float
    memory: float


def told(figure: Figure) -> str:
    """A figure in columns."""
    return f"{figure.what:<58} {figure.must:<22} {figure.measured}"


def ran(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Ran:
    """Run Python with `arguments`, its output thrown away; an end by crash is an error."""
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 -- our own programs
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)} ended {process.returncode}")
    return Ran(time.perf_counter() - started, used.ru_maxrss / 1024)
