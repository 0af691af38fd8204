"""How fast names are screened, how much memory that takes, and that nothing is lost by it.

    python benchmarks/speed.py [--only SECTION] [--rows N] [--repeat N] [--names N]

Every figure is a ratio or a rate taken in one run: a machine that others use as well is slow for
both sides alike. README.md says what each line asks, what it must reach, and what was learned.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from speed_batch import lines_of_batch
from speed_build import lines_of_build
from speed_growth import lines_of_growth
from speed_line import Figure, told
from speed_loss import lines_of_loss
from speed_start import lines_of_start


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; a line as soon as it is known."""
    args = _arguments().parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        sections: dict[str, Callable[[], Iterator[Figure]]] = {
            "start": lambda: lines_of_start(args.repeat),
            "batch": lambda: lines_of_batch(Path(folder), args.rows),
            "build": lambda: lines_of_build(Path(folder)),
            "growth": lambda: lines_of_growth(Path(folder), args.rows // 10),
            "loss": lambda: lines_of_loss(args.names),
        }
        print(told(Figure("what", "must", "measured")))
        for name, lines in sections.items():
            if not args.only or name in args.only:
                for line in lines():
                    print(told(line), flush=True)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    sections = ("start", "batch", "build", "growth", "loss")
    parser.add_argument("--only", action="append", choices=sections, help="repeatable")
    parser.add_argument("--rows", type=int, default=100_000, help="names of a batch")
    parser.add_argument("--repeat", type=int, default=15, help="starts of each program")
    parser.add_argument("--names", type=int, default=2_000, help="names asked for losses")
    return parser


if __name__ == "__main__":
    sys.exit(main())
