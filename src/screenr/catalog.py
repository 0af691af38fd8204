"""The compiled lists of a data folder: opened where they lie, built once where they are not.

The package ships an index of its own lists. A folder named by the user (or a checkout) gets one in
the user's cache, addressed by the digest of what it was made from, so a stale one is never used.
A damaged one is compiled anew; of those that are there, the oldest go when another is written.
"""

import contextlib
import datetime as dt
import difflib
import fnmatch
import os
import tempfile
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from screenr.errors import ListUnavailableError, UsageError
from screenr.lists.store import answering, digest_of, list_folders, snapshot_paths
from screenr.matching.index import Index
from screenr.matching.index_file import MAGIC, IndexFile
from screenr.models.designation import Designation
from screenr.models.list_info import ListInfo
from screenr.models.report import ListUse

_HERE = Path(__file__).resolve().parent
_PACKAGED = _HERE / "_data" / "index.bin"
_CHECKOUT = _HERE.parents[1] / "data"
KEPT = 5
"""Indexes in the cache: room for some folders, or the states of one, at tens of megabytes each."""


def open_catalog(*, data_dir: Path | None = None) -> "Catalog":
    """Open the lists of `data_dir`, else those of a checkout, else those of the package.

    `ListUnavailableError` names the file that is absent or damaged.
    """
    if data_dir is None and not (_CHECKOUT / "lists").is_dir():
        return Catalog(Index(IndexFile(_PACKAGED)))
    folder = data_dir or _CHECKOUT
    inputs = _digest(folder)
    found = _whole(_PACKAGED) if data_dir is None else None
    if found is None or found.inputs != inputs:
        found = _cached(folder, inputs)
    return Catalog(Index(found))


def build_index_file(data_dir: Path, out: Path) -> None:
    """Compile the lists of `data_dir` and write the index to `out`, whole or not at all."""
    from screenr.compiling import compiled

    content = compiled(data_dir, _names_dir(data_dir), inputs=_digest(data_dir))
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=".index-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(out)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Catalog:
    """The lists with their snapshots, and the index over their designations."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._meta: list[dict[str, Any]] = index.file.meta["lists"]
        self._place = {each["info"]["id"]: at for at, each in enumerate(self._meta)}

    @cached_property
    def _infos(self) -> tuple[ListInfo, ...]:
        return tuple(ListInfo.from_record(each["info"]) for each in self._meta)

    def lists(self) -> tuple[ListInfo, ...]:
        """All lists, in the order of their ids."""
        return self._infos

    def place(self, list_id: str) -> int:
        """The place of a list in `lists()`."""
        return self._place[list_id]

    def select(self, patterns: Sequence[str]) -> tuple[str, ...]:
        """The lists that ids and patterns name, each once, in the order of their ids.

        ``!us-state-7031c`` leaves lists out, wherever it stands; alone, out of all.
        """
        named = [each for each in patterns if not each.startswith("!")] or ["*"]
        excluded = [each[1:] for each in patterns if each.startswith("!")]
        out = {each for pattern in excluded for each in self._fitting(pattern)}
        chosen = {each for pattern in named for each in self._fitting(pattern)} - out
        if not chosen:
            raise UsageError(f"`{','.join(patterns)}` leaves no list", hint="leave out fewer")
        return tuple(each for each in self._place if each in chosen)

    def _fitting(self, pattern: str) -> list[str]:
        found = fnmatch.filter(self._place, pattern)
        if not found:
            near = difflib.get_close_matches(pattern, self._place, n=1, cutoff=0.5)
            hint = f"did you mean `{near[0]}`?" if near else "`screenr lists status` shows all"
            raise UsageError(f"no list `{pattern}`", hint=hint)
        return found

    def uses(self, list_ids: Sequence[str], *, as_of: dt.date) -> tuple[ListUse, ...]:
        """The snapshot of each list that answers for a day."""
        return tuple(self._use(each, as_of) for each in list_ids)

    def snapshot_for(self, list_id: str, day: dt.date) -> int:
        """The place of the snapshot that answers for a day among the list's snapshots."""
        return answering(self._published(list_id), day)[0]

    def _published(self, list_id: str) -> list[dt.date]:
        snapshots = self._meta[self._place[list_id]]["snapshots"]
        return [dt.date.fromisoformat(each["published"]) for each in snapshots]

    def _use(self, list_id: str, as_of: dt.date) -> ListUse:
        at, is_later = answering(self._published(list_id), as_of)
        meta = self._meta[self._place[list_id]]
        snapshot, info = meta["snapshots"][at], self._infos[self._place[list_id]]
        retrieved = dt.date.fromisoformat(snapshot["retrieved"])
        return ListUse(
            id=list_id,
            title=info.title,
            published=dt.date.fromisoformat(snapshot["published"]),
            retrieved=retrieved,
            age_days=None if info.fixed_by_statute else max(0, (as_of - retrieved).days),
            entries=snapshot["entries"],
            sha256=snapshot["sha256"],
            basis="reconstructed" if is_later and not info.fixed_by_statute else "snapshot",
            complete=snapshot["complete"],
        )

    def designation(self, designation_id: str) -> Designation:
        """A designation as it stands in the newest snapshot that has it."""
        records = self.index.records.of(designation_id)
        if not records:
            ids = self.index.file.strings("id")
            near = difflib.get_close_matches(designation_id, list(ids), n=3, cutoff=0.6)
            raise UsageError(
                f"no designation `{designation_id}`",
                hint=f"did you mean {', '.join(near)}?" if near else "`screenr check` shows ids",
            )
        return self.index.records.designation(records[-1])

    def designation_on(self, designation_id: str, day: dt.date) -> Designation:
        """A designation as it stands in the snapshot that answers for a day, else in the newest."""
        newest = self.designation(designation_id)
        at = self.snapshot_for(newest.list_id, day)
        records = self.index.records.of(designation_id)
        standing = next((each for each in records if self.index.records.stands_in(each, at)), None)
        return newest if standing is None else self.index.records.designation(standing)


def _digest(data_dir: Path) -> str:
    folders = list_folders(data_dir)
    paths = [path for each in folders for path in (each / "list.yaml", *snapshot_paths(each))]
    names = _names_dir(data_dir)
    tables = sorted(path for path in names.iterdir() if path.suffix in {".tsv", ".yaml"})
    return digest_of([*paths, *tables, *_code()], root=data_dir)


def _code() -> list[Path]:
    """The modules that decide what an index says of its inputs: with other code it is another."""
    parts = ("lists", "matching", "models", "text")
    return [
        _HERE / "compiling.py",
        *(path for part in parts for path in sorted((_HERE / part).glob("*.py"))),
    ]


def _names_dir(data_dir: Path) -> Path:
    """The reference tables: the folder's own, else the checkout's, else the package's."""
    for folder in (data_dir / "names", _CHECKOUT / "names", _HERE / "_data" / "names"):
        if folder.is_dir():
            return folder
    raise ListUnavailableError(f"no reference tables in `{data_dir / 'names'}`")


def _cached(data_dir: Path, inputs: str) -> IndexFile:
    from platformdirs import user_cache_path

    path = user_cache_path("screenr") / f"index-{MAGIC[-1]}-{inputs[:32]}.bin"
    found = _whole(path)
    if found is None:
        build_index_file(data_dir, path)
        _remove_oldest(path)
        found = IndexFile(path)
    return found


def _whole(path: Path) -> IndexFile | None:
    """The index at `path`, every section of it checked; None where it is absent or damaged."""
    try:
        found = IndexFile(path)
        found.verify()
    except (ListUnavailableError, OSError):
        return None
    return found


def _remove_oldest(written: Path) -> None:
    """Keep the newest few of the cache: lists change often, and nobody asks for the old again.

    Another process may do the same at once, or have one open that it found before: Linux and macOS
    let it read on, Windows refuses to remove it, and then it goes another time.
    """
    others = []
    for path in written.parent.glob("index-*.bin"):
        with contextlib.suppress(OSError):
            others.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(others, reverse=True)[KEPT:]:
        if path != written:
            with contextlib.suppress(OSError):
                path.unlink()
