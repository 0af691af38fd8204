"""Two small lists as files, for tests that run a command from its arguments to its exit code."""

import datetime as dt
from pathlib import Path

import factory
import yaml

from screenr.lists.snapshot_file import list_record, write_snapshot
from screenr.models.designation import Alias, Bounds, Designation
from screenr.models.snapshot import Snapshot, Source

PUBLISHED = dt.date(2026, 7, 9)
ALPHA = (
    Designation(
        id="us-alpha:1",
        kind="organization",
        name="ZORVEX Robotics Co., Ltd.",
        aliases=(Alias(name="Zorvex"),),
        countries=("CN",),
        listed=dt.date(2019, 10, 9),
        sources=("alpha",),
    ),
    Designation(
        id="us-alpha:2",
        kind="organization",
        name="Zorvex Optics Institute",
        countries=("CN",),
        listed=Bounds(after=dt.date(2021, 1, 1), by=dt.date(2022, 1, 1)),
        sources=("alpha",),
    ),
)
BETA = (
    Designation(
        id="us-beta:1",
        kind="organization",
        name="Zorvex Robotics Company Limited",
        countries=("CN",),
        listed=dt.date(2021, 12, 16),
        delisted=dt.date(2025, 1, 7),
        sources=("beta",),
    ),
)


def write_lists(data_dir: Path) -> None:
    """Write both lists with one snapshot each."""
    for list_id, designations in (("us-alpha", ALPHA), ("us-beta", BETA)):
        folder = data_dir / "lists" / list_id
        folder.mkdir(parents=True)
        info = list_record(factory.list_info(list_id))
        text = yaml.safe_dump(info, allow_unicode=True, sort_keys=False)
        (folder / "list.yaml").write_text(text, encoding="utf-8")
        write_snapshot(_snapshot(list_id, designations), folder / f"{PUBLISHED}.yaml")


def _snapshot(list_id: str, designations: tuple[Designation, ...]) -> Snapshot:
    return Snapshot(
        list=list_id,
        published=PUBLISHED,
        retrieved=PUBLISHED,
        sources=(
            Source(
                key=list_id.removeprefix("us-"),
                file="typed.csv",
                sha256="0" * 64,
                format="csv",
                basis="parsed",
                published=PUBLISHED,
            ),
        ),
        entries=len(designations),
        complete=True,
        designations=designations,
    )
