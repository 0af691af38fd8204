"""From the YAML of a data folder to the bytes of an index."""

import gc
import hashlib
from collections import defaultdict
from pathlib import Path
from typing import Any

from screenr.lists.snapshot_file import list_record, read_list_info, read_snapshot
from screenr.lists.store import list_folders, snapshot_paths
from screenr.lists.supplementary import read_supplementary
from screenr.matching.index_names import Entry
from screenr.matching.index_writer import compile_index
from screenr.matching.lexicon import Lexicon
from screenr.matching.listed import ListedName


def compiled(data_dir: Path, names_dir: Path, *, inputs: str) -> bytes:
    """Read every snapshot and table and compile them; `inputs` is their digest.

    Without looking for garbage meanwhile: there is little, and millions of values to look through.
    """
    gc.disable()
    try:
        return _compiled(data_dir, names_dir, inputs=inputs)
    finally:
        gc.enable()


def _compiled(data_dir: Path, names_dir: Path, *, inputs: str) -> bytes:
    entries: list[Entry] = []
    lists: list[dict[str, Any]] = []
    for place, folder in enumerate(list_folders(data_dir)):
        info = read_list_info(folder / "list.yaml")
        snapshots, found = _snapshots(folder, place)
        entries += found
        lists.append({"info": list_record(info), "snapshots": snapshots})
    supplementary: dict[str, list[ListedName]] = defaultdict(list)
    for name in read_supplementary(names_dir / "supplementary.yaml"):
        for designation, relation in name.designations:
            supplementary[designation].append(
                ListedName(name.name, "supplementary", name.source, relation == "family")
            )
    lexicon = Lexicon.from_tables(names_dir)
    return compile_index(entries, supplementary, lexicon, inputs=inputs, meta={"lists": lists})


def _snapshots(folder: Path, place: int) -> tuple[list[dict[str, Any]], list[Entry]]:
    """The headers of a list's snapshots, and its designations with the snapshots that hold them."""
    headers: list[dict[str, Any]] = []
    versions: dict[str, list[Entry]] = defaultdict(list)
    for at, path in enumerate(snapshot_paths(folder)):
        snapshot = read_snapshot(path)
        headers.append(
            {
                "published": snapshot.published.isoformat(),
                "retrieved": snapshot.retrieved.isoformat(),
                "entries": snapshot.entries,
                "complete": snapshot.complete,
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                "sources": [
                    {"key": s.key, "file": s.file, "basis": s.basis, "sha256": s.sha256}
                    for s in snapshot.sources
                ],
            }
        )
        for designation in snapshot.designations:
            _add(versions[designation.id], Entry(designation, place, at, at))
    ordered = [entry for each in sorted(versions) for entry in versions[each]]
    return headers, ordered


def _add(versions: list[Entry], entry: Entry) -> None:
    """A designation that did not change since the snapshot before is one version with it."""
    before = versions[-1] if versions else None
    if before and before.last == entry.first - 1 and before.designation == entry.designation:
        versions[-1] = Entry(entry.designation, entry.list, before.first, entry.last)
    else:
        versions.append(entry)
