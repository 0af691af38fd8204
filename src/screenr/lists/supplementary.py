"""Read the names that no official list gives (`data/names/supplementary.yaml`).

The file holds parties: a key, the designations the party stands under, and its names. A name that
belongs to another company of the group than the party brings its own designations. Every name has
a source, because a match through one rests on that source and not on a list.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pydantic

from screenr.errors import ListUnavailableError
from screenr.lists import yaml_text
from screenr.models.finding import Relation
from screenr.models.supplementary import NameKind, SupplementaryName


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    id: str
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    name: str
    kind: NameKind
    source: str
    script: str | None = None
    note: str | None = None
    designations: tuple[_Target, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Party:
    party: str
    designations: tuple[_Target, ...]
    names: tuple[_Name, ...]
    note: str | None = None


_FILE = pydantic.TypeAdapter(tuple[_Party, ...], config=pydantic.ConfigDict(extra="forbid"))


def read_supplementary(path: Path) -> tuple[SupplementaryName, ...]:
    """The names in the order of the file; every fault is an error that names file and place."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ListUnavailableError(f"{path}: cannot be read: {error}") from error
    try:
        parties = _FILE.validate_python(tuple(yaml_text.load(text, str(path)) or ()))
    except (pydantic.ValidationError, TypeError) as error:
        raise ListUnavailableError(f"{path}: {_place_and_reason(error)}") from None
    for fault in _faults(parties):
        raise ListUnavailableError(f"{path}: {fault}")
    return tuple(_named(parties))


def _named(parties: Iterable[_Party]) -> Iterator[SupplementaryName]:
    for party in parties:
        for each in party.names:
            targets = each.designations or party.designations
            yield SupplementaryName(
                name=each.name,
                kind=each.kind,
                source=each.source,
                party=party.party,
                designations=tuple((target.id, target.relation) for target in targets),
                script=each.script,
                note=each.note or party.note,
            )


def _faults(parties: Iterable[_Party]) -> Iterator[str]:
    seen: set[str] = set()
    for party in parties:
        if party.party in seen:
            yield f"party `{party.party}` stands there twice"
        seen.add(party.party)
        if not party.names:
            yield f"party `{party.party}` has no name"
        names = [each.name for each in party.names]
        for each in party.names:
            where = f"party `{party.party}`, name `{each.name}`"
            targets = [target.id for target in each.designations or party.designations]
            if not each.name.strip():
                yield f"{where}: the name is empty"
            if not each.source.strip():
                yield f"{where}: the source is empty"
            if not targets:
                yield f"{where}: leads to no designation"
            if len(targets) != len(set(targets)):
                yield f"{where}: leads to one designation twice"
            if names.count(each.name) > 1:
                yield f"{where}: stands there twice"


def _place_and_reason(error: pydantic.ValidationError | TypeError) -> str:
    if isinstance(error, TypeError):
        return "must be a list of parties"
    fault = error.errors(include_url=False)[0]
    return f"{'.'.join(str(each) for each in fault['loc'])}: {fault['msg']}"
