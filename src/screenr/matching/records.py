"""The records of an index: versions of designations, each with its list and its time."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from screenr.matching.index_file import IndexFile
from screenr.models.designation import Designation


class Records:
    """The records of an open index, by their numbers."""

    def __init__(self, file: IndexFile) -> None:
        self._file = file

    def __len__(self) -> int:
        return len(self._lists)

    def designation(self, record: int) -> Designation:
        """The designation of a record, decoded anew."""
        return Designation.from_record(json.loads(self._file.packed("record", record)))

    def list_of(self, record: int) -> int:
        """The place of the list that a record belongs to."""
        return self._lists[record]

    def stands_in(self, record: int, snapshot: int) -> bool:
        """Whether a snapshot of its list holds the record."""
        return self._first[record] <= snapshot <= self._last[record]

    def of(self, designation_id: str) -> list[int]:
        """The records of a designation, oldest version first."""
        ids = self._file.strings("id")
        records = self._file.numbers("id.record.u4")
        first = bisect_left(ids, designation_id)
        found = []
        while first < len(ids) and ids[first] == designation_id:
            found.append(records[first])
            first += 1
        return found

    @cached_property
    def _lists(self) -> Sequence[int]:
        return self._file.numbers("record.list.u1")

    @cached_property
    def _first(self) -> Sequence[int]:
        return self._file.numbers("record.from.u4")

    @cached_property
    def _last(self) -> Sequence[int]:
        return self._file.numbers("record.to.u4")
