"""What every builder gives back, and how source files are named in a snapshot."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from screenr.models.snapshot import Snapshot, Source


@dataclass
class Tally:
    """What became of the records of a list's main source.

    Each record read is written as a designation of its own, merged into another one, or refused
    with a reason; `split` counts designations made beyond one a record.
    """

    read: int = 0
    written: int = 0
    merged: int = 0
    split: int = 0
    refused: list[str] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    @property
    def shortfall(self) -> int:
        """Records that are not accounted for; anything but 0 is a fault of the builder."""
        return self.read + self.split - self.written - self.merged - len(self.refused)


@dataclass(frozen=True)
class Built:
    """A snapshot and the account of how it was made."""

    snapshot: Snapshot
    tally: Tally


Builder = Callable[[Path], Built]


def source_of(  # noqa: PLR0913 -- the fields of a Source, all named
    root: Path,
    file: str,
    *,
    key: str,
    format: str,  # noqa: A002 -- the field's name
    basis: Literal["as_published", "parsed", "statute", "secondary"],
    published: dt.date | None,
    url: str | None = None,
    fields: tuple[str, ...] = (),
) -> Source:
    """Describe `file` (relative to `root`) as a source, digest included."""
    digest = hashlib.sha256((root / file).read_bytes()).hexdigest()
    return Source(
        key=key,
        file=file,
        sha256=digest,
        format=format,
        basis=basis,
        published=published,
        url=url,
        fields=fields,
    )
