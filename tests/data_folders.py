"""Data folders of a test's own lists, with as many snapshots as it needs, and their catalogs."""

import datetime as dt
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from screenr.catalog import Catalog, build_index_file
from screenr.lists.snapshot_file import list_record, write_snapshot
from screenr.matching.index import Index
from screenr.matching.index_file import IndexFile
from screenr.models.designation import Designation
from screenr.models.list_info import ListInfo
from screenr.models.snapshot import Snapshot, Source

LISTED = dt.date(2019, 11, 21)
NAMES = Path(__file__).resolve().parents[1] / "data" / "names"


def write_list(
    data_dir: Path,
    info: ListInfo,
    snapshots: Mapping[dt.date, Sequence[Designation]],
    *,
    retrieved: dt.date | None = None,
) -> Path:
    """Write a list with its snapshots; each is confirmed on its own day unless `retrieved`."""
    folder = data_dir / "lists" / info.id
    folder.mkdir(parents=True)
    text = yaml.safe_dump(list_record(info), allow_unicode=True, sort_keys=False)
    (folder / "list.yaml").write_text(text, encoding="utf-8")
    for day, designations in snapshots.items():
        snapshot = _snapshot(info.id, day, designations, retrieved or day)
        write_snapshot(snapshot, folder / f"{day}.yaml")
    return folder


def write_names(data_dir: Path, supplementary: Sequence[Mapping[str, object]]) -> None:
    """Give the folder reference tables of its own, with these supplementary names."""
    shutil.copytree(NAMES, data_dir / "names")
    text = yaml.safe_dump(list(supplementary), allow_unicode=True)
    (data_dir / "names" / "supplementary.yaml").write_text(text, encoding="utf-8")


def catalog_of(data_dir: Path) -> Catalog:
    """Compile the folder beside itself and open it, whatever the user's cache holds."""
    out = data_dir / "index.bin"
    build_index_file(data_dir, out)
    return Catalog(Index(IndexFile(out)))


def organization(
    designation_id: str,
    name: str,
    *,
    listed: dt.date = LISTED,
    countries: tuple[str, ...] = ("CN",),
) -> Designation:
    """A designation with a name, a country and a day, and nothing else."""
    return Designation(
        id=designation_id,
        kind="organization",
        name=name,
        countries=countries,
        listed=listed,
        sources=("typed",),
    )


def _snapshot(
    list_id: str, day: dt.date, designations: Sequence[Designation], retrieved: dt.date
) -> Snapshot:
    source = Source(
        key="typed", file="typed.csv", sha256="0" * 64, format="csv", basis="parsed", published=day
    )
    return Snapshot(
        list=list_id,
        published=day,
        retrieved=retrieved,
        sources=(source,),
        entries=len(designations),
        complete=True,
        designations=tuple(designations),
    )
