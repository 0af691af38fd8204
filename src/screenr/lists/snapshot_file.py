"""Snapshots and list descriptions as files: reviewable YAML, checked whole before use.

Every fault in a file is a `ListUnavailableError` that names the file and, where it can, the
designation, the field or the line: a list that is not understood whole is not used at all.
"""

import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pydantic

from screenr.errors import ListUnavailableError
from screenr.lists import yaml_text
from screenr.models.designation import Designation
from screenr.models.list_info import ListInfo
from screenr.models.snapshot import Snapshot, Source


def _key(field: str) -> str:
    """The key of a field in YAML, where ``from`` may stand, which Python takes for itself."""
    return "from" if field == "since" else field


# The models are standard dataclasses, which take no configuration of their own: the tuple around
# them carries it, and pydantic hands it down.
_SNAPSHOT = pydantic.TypeAdapter(tuple[Snapshot], config=pydantic.ConfigDict(extra="forbid"))
_LIST_INFO = pydantic.TypeAdapter(
    tuple[ListInfo], config=pydantic.ConfigDict(extra="forbid", alias_generator=_key)
)
_HEADER = ("schema", "list", "published", "retrieved", "entries", "complete")


def read_snapshot(path: Path) -> Snapshot:
    """Read ``<list-id>/<YYYY-MM-DD>.yaml`` and check it against itself and its place."""
    text = _text_of(path)
    record = yaml_text.load(text, str(path))
    try:
        (snapshot,) = _SNAPSHOT.validate_python((record,))
    except pydantic.ValidationError as error:
        raise ListUnavailableError(_explain(error, path, text, record)) from None
    for fault in _contradictions(snapshot, path):
        raise ListUnavailableError(f"{path}: {fault}")
    return snapshot


def read_list_info(path: Path) -> ListInfo:
    """Read ``<list-id>/list.yaml``."""
    text = _text_of(path)
    record = yaml_text.load(text, str(path))
    try:
        (info,) = _LIST_INFO.validate_python((record,))
    except pydantic.ValidationError as error:
        raise ListUnavailableError(_explain(error, path, text, record)) from None
    if info.id != path.parent.name:
        raise ListUnavailableError(f"{path}: says it is `{info.id}`, but its folder does not")
    return info


def list_record(info: ListInfo) -> dict[str, Any]:
    """The list as plain JSON values under the keys of ``list.yaml``, defaults left out."""
    (record,) = _LIST_INFO.dump_python((info,), mode="json", by_alias=True, exclude_defaults=True)
    assert isinstance(record, dict)  # noqa: S101 -- narrows what pydantic made Any
    return record


def write_snapshot(snapshot: Snapshot, path: Path) -> None:
    """Write the snapshot; the file appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(snapshot_text(snapshot))
        Path(temporary).chmod(0o644)  # mkstemp keeps files to their owner
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def snapshot_text(snapshot: Snapshot) -> str:
    """Give the snapshot as YAML, the same bytes for the same facts, in order of id."""
    parts = [yaml_text.block({name: getattr(snapshot, name) for name in _HEADER}), "sources:\n"]
    parts += [_item(_source_record(source)) for source in snapshot.sources]
    parts.append("designations:\n" if snapshot.designations else "designations: []\n")
    parts += [_item(_days(each)) for each in sorted(snapshot.designations, key=id_order)]
    return "".join(parts)


def id_order(designation: Designation) -> list[tuple[int, str]]:
    """Order ids as people do: ``us-ofac-sdn:36`` before ``us-ofac-sdn:306``."""
    parts = re.split(r"([0-9]+)", designation.id)
    return [(int(part) if part.isdecimal() else -1, part) for part in parts]


def _item(record: dict[str, Any]) -> str:
    return yaml_text.block(record, indent="  ", first="- ")


def _source_record(source: Source) -> dict[str, Any]:
    fields = {name: getattr(source, name) for name in Source.__slots__}
    fields["fields"] = list(source.fields)
    return {name: value for name, value in fields.items() if value not in (None, [])}


def _days(designation: Designation) -> dict[str, Any]:
    """Give the record with days for the text of days, which YAML then writes without quotes."""
    record = designation.to_record()
    for name in ("listed", "effective", "until", "delisted"):
        if isinstance(record.get(name), str):
            record[name] = getattr(designation, name)
    if isinstance(record["listed"], dict):
        bounds = designation.listed
        record["listed"] = {name: getattr(bounds, name) for name in record["listed"]}
    for cited, citation in zip(record.get("citations", ()), designation.citations, strict=True):
        if citation.date is not None:
            cited["date"] = citation.date
    return record


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ListUnavailableError(f"{path}: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise ListUnavailableError(f"{path}: cannot be read: {error.strerror}") from error


def _contradictions(snapshot: Snapshot, path: Path) -> Iterable[str]:
    if snapshot.list != path.parent.name:
        yield f"is a snapshot of `{snapshot.list}`, but its folder is `{path.parent.name}`"
    if path.stem != snapshot.published.isoformat():
        yield f"was published on {snapshot.published}, but its file name says `{path.stem}`"
    if snapshot.entries != len(snapshot.designations):
        yield f"says {snapshot.entries} entries and holds {len(snapshot.designations)}"
    ids = Counter(each.id for each in snapshot.designations)
    for repeated in (each for each, count in ids.items() if count > 1):
        yield f"designation `{repeated}` occurs {ids[repeated]} times"
    for foreign in (each for each in ids if not each.startswith(f"{snapshot.list}:")):
        yield f"designation `{foreign}` belongs to another list"
    keys = {source.key for source in snapshot.sources}
    for each in snapshot.designations:
        if not keys.issuperset(each.sources):
            yield f"designation `{each.id}` cites a source that the header does not name"


def _explain(error: pydantic.ValidationError, path: Path, text: str, record: Any) -> str:  # noqa: ANN401
    """One line for the first of the faults: file, line and id of the designation, field, reason."""
    fault = error.errors(include_url=False)[0]
    place = [str(each) for each in fault["loc"][1:]]
    if place[:1] == ["designations"] and len(place) > 1:
        position = int(place[1])
        name = _id_at(record, position)
        line = _line_of(text, name)
        where = ": ".join(
            [
                f"{path}{line}",
                f"designation {name or position + 1}",
                ".".join(place[2:]) or "itself",
            ]
        )
    else:
        where = f"{path}: {'.'.join(place) or 'the document'}"
    return f"{where}: {fault['msg']}"


def _id_at(record: Any, position: int) -> str | None:  # noqa: ANN401 -- what failed to validate
    entry = record["designations"][position]
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else None


def _line_of(text: str, name: str | None) -> str:
    at = -1 if name is None else text.find(f"\n- id: {name}\n")
    return "" if at < 0 else f", line {text.count(chr(10), 0, at + 1) + 1}"
