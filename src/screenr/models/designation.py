"""One entry of a designation list, as published, with its bounds in time.

These are standard dataclasses because a screening run decodes them from the index by the thousand;
where one is read from a file, `screenr.lists.snapshot_file` validates it through pydantic.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, Self

Kind = Literal["organization", "person", "vessel", "aircraft", "address", "unknown"]
AliasType = Literal["aka", "fka", "nka"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A day that is not known, only enclosed: not on or before `after`, on or before `by`."""

    after: dt.date | None = None
    by: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name of the party; `weak` as the list itself says (OFAC), not as we judge.

    `script` is the ISO 15924 code when the name is not in Latin letters (Hans, Hant, Arab, Cyrl …).
    """

    name: str
    type: AliasType = "aka"
    script: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number that names the party: passport, tax number, IMO, USCC; `country` is the issuer."""

    type: str
    value: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The notice or order that lists or changes the party, and the day it was published."""

    cite: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """License terms of a BIS entry: what needs a license, how applications are reviewed."""

    requirement: str | None = None
    policy: str | None = None
    footnote: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """One party on one list.

    `id` is ``<list-id>:<official number, else a slug of name and country>`` and stays the same
    across snapshots. `countries` holds ISO 3166 alpha-2 codes of addresses and seats,
    `nationalities` those of citizenships. `born` is as precise as published (``1964``, ``1964-05``,
    ``1964-05-03``, ``1964/1966`` for a range). `listed` is a day or `Bounds`, never an invented
    day; `listed_source` names the source of it where it is not the first of `sources`.
    `published_name` is the list's own spelling where cleaning changed it. `parent` is the
    designation under which this party is listed. `sources` are keys of the snapshot's sources.
    """

    id: str
    kind: Kind
    name: str
    published_name: str | None = None
    aliases: tuple[Alias, ...] = ()
    parent: str | None = None
    countries: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    born: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    listed: dt.date | Bounds
    listed_source: str | None = None
    effective: dt.date | None = None
    until: dt.date | None = None
    delisted: dt.date | None = None
    citations: tuple[Citation, ...] = ()
    license: License | None = None
    remarks: str | None = None
    sources: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)  # what follows of a designation is looked up for each who meets it

    @property
    def list_id(self) -> str:
        """The list this designation stands on."""
        return self.id.partition(":")[0]

    def in_force(self, day: dt.date) -> bool:
        """Whether the designation is in force on `day`, as far as its dates tell.

        An end date is the first day on which it is no longer in force. Bounds that enclose `day`
        count as in force: a party that may have been listed is shown, with a note.
        """
        begun = (
            day >= self.listed
            if isinstance(self.listed, dt.date)
            else self.listed.after is None or day > self.listed.after
        )
        ends = [end for end in (self.delisted, self.order_end) if end is not None]
        return begun and all(day < end for end in ends)

    @property
    def order_end(self) -> dt.date | None:
        """When the listing itself ends.

        NS-CMIC's `until` is the end of the divestment window, not of the listing.
        """
        return None if self.list_id == "us-ofac-ns-cmic" else self.until

    def may_predate_listing(self, day: dt.date) -> bool:
        """Whether `day` lies inside the listing bounds, so that it may not have been listed yet."""
        return isinstance(self.listed, Bounds) and day < self.listed.by

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Decode a record that `to_record` made; not validated, the index's digest vouches."""
        fields = dict(record)
        for name in ("countries", "nationalities", "addresses", "born", "programs", "sources"):
            if name in fields:
                fields[name] = tuple(fields[name])
        if "aliases" in fields:
            fields["aliases"] = tuple(Alias(**each) for each in fields["aliases"])
        if "identifiers" in fields:
            fields["identifiers"] = tuple(Identifier(**each) for each in fields["identifiers"])
        if "citations" in fields:
            fields["citations"] = tuple(
                Citation(cite=each["cite"], date=day_or_none(each.get("date")))
                for each in fields["citations"]
            )
        if fields.get("license") is not None:
            fields["license"] = License(**fields["license"])
        fields["listed"] = day_or_bounds(fields["listed"])
        for name in ("effective", "until", "delisted"):
            if name in fields:
                fields[name] = day_or_none(fields[name])
        return cls(**fields)

    def to_record(self) -> dict[str, Any]:
        """The designation as plain JSON values, defaults left out, in the order of the fields."""
        return {
            name: plain(value)
            for name, value in zip(Designation.__slots__, _values(self), strict=True)
            if value is not None and value != ()
        }


_values = attrgetter(*Designation.__slots__)


def plain(value: object) -> Any:  # noqa: ANN401 -- JSON values have no tighter type
    """A model value as JSON values; defaults of nested models are left out."""
    match value:
        case str():  # most are
            return value
        case dt.date():
            return value.isoformat()
        case tuple():
            return [plain(each) for each in value]
        case Bounds():
            pair = {"after": value.after, "by": value.by}
            return {key: plain(day) for key, day in pair.items() if day is not None}
        case Alias() | Identifier() | Citation() | License():
            fields = ((name, getattr(value, name)) for name in value.__slots__)
            return {
                name: plain(each)
                for name, each in fields
                if each is not None and each is not False and (name, each) != ("type", "aka")
            }
        case _:
            return value


def day_or_none(value: str | None) -> dt.date | None:
    """Parse an ISO day."""
    return None if value is None else dt.date.fromisoformat(value)


def day_or_bounds(value: str | Mapping[str, str]) -> dt.date | Bounds:
    """Parse `listed` as it stands in JSON: a day, or its bounds."""
    if isinstance(value, str):
        return dt.date.fromisoformat(value)
    return Bounds(by=dt.date.fromisoformat(value["by"]), after=day_or_none(value.get("after")))
