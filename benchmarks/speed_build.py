"""From the YAML of the lists to an index: the newest snapshot of each list, on one core."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from speed_line import Figure

from screenr.catalog import build_index_file
from screenr.lists.store import list_folders, snapshot_paths

DATA = Path(__file__).resolve().parents[1] / "data"


def lines_of_build(folder: Path) -> Iterator[Figure]:
    """How long a build takes, and how large the index is."""
    data = folder / "data"
    for each in list_folders(DATA):
        target = data / "lists" / each.name
        target.mkdir(parents=True)
        shutil.copy(each / "list.yaml", target)
        shutil.copy(snapshot_paths(each)[-1], target)
    shutil.copytree(DATA / "names", data / "names")
    out = folder / "index.bin"
    started = time.process_time()
    build_index_file(data, out)
    spent = time.process_time() - started
    yield Figure("index from YAML, one core", "<= 10 s", f"{spent:.1f} s")
    yield Figure("size of the index", "-", f"{out.stat().st_size / 1e6:.1f} MB")
