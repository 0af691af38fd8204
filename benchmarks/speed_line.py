"""A figure of the table, and a program that is run to take it."""

import os
import subprocess
import sys
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


_LAUNCH = """import os, subprocess, sys, time
started = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(time.perf_counter() - started, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
"""
"""A small program between: what it starts would else be measured with this one's memory."""


def ran(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Ran:
    """Run Python with `arguments`, its output thrown away; an end by crash is an error."""
    told = subprocess.run(  # noqa: S603 -- our own programs
        [sys.executable, "-c", _LAUNCH, sys.executable, *arguments],
        stdout=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
        check=True,
        text=True,
    ).stdout
    seconds, memory, code = told.split()
    if int(code) not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)} ended {code}")
    return Ran(float(seconds), float(memory))
