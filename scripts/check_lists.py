"""Check what is shipped: every list reads back, and the installed index is made of just that.

Run in an environment where the package is installed; it compares the index found there with one
compiled now from ``data/``.
"""

import filecmp
import importlib.util
import sys
import tempfile
from pathlib import Path

from screenr.catalog import build_index_file
from screenr.lists.snapshot_file import read_list_info, read_snapshot

DATA = Path(__file__).resolve().parent.parent / "data"


def main() -> int:
    """Read every file, compile the index again, and compare."""
    for folder in sorted((DATA / "lists").iterdir()):
        info = read_list_info(folder / "list.yaml")
        snapshots = sorted(path for path in folder.glob("*.yaml") if path.stem != "list")
        if not snapshots:
            print(f"{folder}: no snapshot", file=sys.stderr)
            return 1
        for path in snapshots:
            print(f"{info.id} {path.stem}: {read_snapshot(path).entries} entries")
    return _compare()


def _compare() -> int:
    spec = importlib.util.find_spec("screenr")
    if spec is None or spec.origin is None:
        print("screenr is not installed", file=sys.stderr)
        return 1
    installed = Path(spec.origin).parent / "_data" / "index.bin"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "index.bin"
        build_index_file(DATA, fresh)
        if not filecmp.cmp(installed, fresh, shallow=False):
            print(f"{installed} is not what {DATA} gives: install again", file=sys.stderr)
            return 1
    print(f"{installed}: up to date")
    return 0


if __name__ == "__main__":
    sys.exit(main())
