"""How well names are matched, beside the usual comparisons, in one table.

    python benchmarks/quality.py [--bench DIR] [--sample N] [--lists-sample N] [--only SECTION]

`pairs` compares two names; `damage` screens damaged listed names against the whole list they are
from; `aliases` compares the names of listed persons with each other; `clean` screens parties that
are on no list against all lists. README.md says how to read it.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from aliases import lines_of_aliases
from clean import lines_of_clean
from damaged import lines_of_damaged, lines_of_lists
from labelled import read_file, read_folder
from lines import Asked, Line, shown
from pairs import lines_of_pairs
from scorers import RIVALS

OWN = Path(__file__).resolve().parents[1] / "tests" / "cases" / "names.csv"
SECTIONS = ("pairs", "damage", "aliases", "clean")
ALIASED = "un-sc"
"""The list whose own aliases are asked: it says of each how good it is."""


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; a line as soon as it is known."""
    args = _arguments().parse_args(argv)
    asked = Asked(args.sample, args.misses)
    wanted = args.only or SECTIONS
    sets = [read_file(OWN), *(read_folder(args.bench) if args.bench else ())]
    _say(shown(("set", "rows", "measure", "screenr", *(each.title for each in RIVALS), "s")))
    for each in sets if "pairs" in wanted else ():
        _print(lines_of_pairs(each, asked))
    for each in sets if "damage" in wanted else ():
        _print(lines_of_damaged(each, asked))
    if "damage" in wanted:
        _print(lines_of_lists(args.lists_sample, misses=args.misses))
    if "aliases" in wanted:
        _print(lines_of_aliases(ALIASED, asked))
    for each in sets if "clean" in wanted else ():
        _print(lines_of_clean(each, asked))
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--bench", type=Path, help="a folder of labelled sets (CSV)")
    parser.add_argument("--sample", type=int, help="ask at most N rows of a set (default: all)")
    parser.add_argument(
        "--lists-sample", type=int, default=50, help="listed parties to damage (default: 50)"
    )
    parser.add_argument(
        "--only", action="append", choices=SECTIONS, help="one section (repeatable)"
    )
    parser.add_argument(
        "--misses", type=int, default=0, help="show N wrong answers a set on stderr"
    )
    return parser


def _print(lines: Iterable[Line]) -> None:
    for line in lines:
        seconds = f"{line.seconds:.1f}" if line.seconds else ""
        _say(shown((line.title, f"{line.rows}", line.measure, *line.answers, seconds)))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
