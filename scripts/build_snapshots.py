"""Write the shipped snapshots from a folder of stored source files, and account for every record.

    python scripts/build_snapshots.py SOURCE_DIR [--only LIST]... [--out data/lists]

Ends 1 when a record of a source is neither written, merged nor refused with a reason, or when a
list comes out smaller than it is known to be.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from screenr.lists.snapshot_file import write_snapshot  # noqa: E402
from snapshots import bis, dhs_dod, fcc_889, ofac, state, un  # noqa: E402
from snapshots.common import Builder, Built  # noqa: E402

BUILDERS: dict[str, Builder] = {
    **ofac.BUILDERS,
    **bis.BUILDERS,
    **state.BUILDERS,
    **dhs_dod.BUILDERS,
    **fcc_889.BUILDERS,
    **un.BUILDERS,
}

# How many parties each list is known to have had when its source was stored.
MINIMUM: Mapping[str, int] = {
    "us-ofac-sdn": 19_181,
    "us-ofac-ssi": 286,
    "us-ofac-plc": 78,
    "us-ofac-ns-cmic": 68,
    "us-ofac-ns-mbs": 51,
    "us-ofac-capta": 1,
    "us-bis-entity-list": 3_409,
    "us-bis-dpl": 464,
    "us-bis-uvl": 222,
    "us-bis-meu": 70,
    "us-state-aeca-debarred": 787,
    "us-state-isn": 161,
    "us-state-7031c": 4,
    "us-dhs-uflpa": 148,
    "us-dod-1260h": 187,
    "us-fcc-covered": 15,
    "us-ndaa-889": 5,
    "un-sc": 1_003,
}


def main(arguments: list[str]) -> int:
    """Build what was asked for; 0 when every list is whole."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("source", type=Path, metavar="SOURCE_DIR")
    parser.add_argument("--only", action="append", choices=sorted(BUILDERS), metavar="LIST")
    parser.add_argument("--out", type=Path, default=HERE.parent / "data" / "lists")
    options = parser.parse_args(arguments)
    whole = True
    for name in options.only or BUILDERS:
        built = BUILDERS[name](options.source)
        snapshot = built.snapshot
        path = options.out / name / f"{snapshot.published}.yaml"
        write_snapshot(snapshot, path)
        whole &= account(name, built)
    return 0 if whole else 1


def account(name: str, built: Built) -> bool:
    """Print what became of the records; false when some are missing."""
    tally = built.tally
    say(
        f"{name} {built.snapshot.published}: read {tally.read}, written {tally.written}, "
        f"merged {tally.merged}, split {tally.split}, refused {len(tally.refused)}"
    )
    for reason in tally.refused:
        say(f"  refused: {reason}")
    for note, count in sorted((+tally.notes).items()):
        say(f"  {note}: {count}")
    faults = []
    if tally.shortfall:
        faults.append(f"{tally.shortfall} records are not accounted for")
    if tally.written != len(built.snapshot.designations):
        faults.append(f"counted {tally.written}, holds {len(built.snapshot.designations)}")
    if len(built.snapshot.designations) < MINIMUM[name]:
        faults.append(f"{MINIMUM[name]} parties expected at least")
    for fault in faults:
        say(f"  FAULT: {fault}")
    return not faults


def say(line: str) -> None:
    """Print a line of the account, which is what this script gives back."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
