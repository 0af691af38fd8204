"""What a list is, whom it binds and what its listings restrict (`data/lists/<id>/list.yaml`)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from screenr.models.designation import Kind, day_or_none

Status = Literal[
    "none",
    "see_entry",
    "red_flag",
    "conditional",
    "denied_approval",
    "presumed_prohibited",
    "license_required",
    "prohibited",
    "unknown",
]
Activity = Literal[
    "purchase_from",
    "acquire_us_origin_items_from",
    "export_reexport_transfer",
    "facilitate_or_service_ear_items",
    "use_license_exception",
    "obtain_us_export_license",
    "itar_participation",
    "energy_project_support",
    "import_goods",
    "invest_public_securities",
    "hold_public_securities",
    "invest_private",
    "deal_new_debt",
    "deal_new_equity",
    "deal_in_property",
    "make_funds_available",
    "correspondent_account",
    "equipment_authorization",
    "federal_procurement",
    "dod_procurement",
    "contractor_internal_use",
    "federal_funds_spend",
    "visa_entry",
]
Start = dt.date | Literal["listed", "effective"] | None
End = dt.date | Literal["until", "effective"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRule:
    """What listings of a list do to one activity.

    `since` (``from`` in YAML) is a day, or the designation's own `listed` or `effective` day; no
    rule begins before the listing. `until` is the last day, or ``until`` and ``effective`` for the
    day before the designation's own. The rule applies only to designations that have one of
    `programs` and none of `without_programs`, are one of `designations`, are one of `kinds`, where
    these are given.
    `sentence` says it to an officer, without its dates; a rule without one is left out of the
    summary, as what the summary already says in other words.
    `scope_from_license` puts the entry's own license requirement in the place of `scope`.
    `unverified` marks what the project's sources did not let us read in an official text.
    """

    activity: Activity
    status: Status
    scope: str = ""
    sentence: str = ""
    authority: str | None = None
    since: Start = None
    until: End = None
    programs: tuple[str, ...] = ()
    without_programs: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    scope_from_license: bool = False
    unverified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipPeriod:
    """What an ownership overlay (the BIS Affiliates Rule) says between two days, inclusive."""

    sentence: str
    since: dt.date | None = None
    until: dt.date | None = None
    unverified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """Whether a listing reaches companies that the listed party owns, in a sentence."""

    rule: str
    sentence: str
    overlay: tuple[OwnershipPeriod, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """A sentence shown with matches of a list, or only with those of `designations`."""

    sentence: str
    designations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListInfo:
    """A list: who publishes it under what law, whom it binds, what it does.

    `short` is the name for narrow tables. `fixed_by_statute`: a law names the parties, so the list
    has no age. `updates` says how the official list reaches the user; `downloads` its addresses.
    """

    id: str
    title: str
    short: str
    agency: str
    authority: tuple[str, ...]
    bound: str
    summary: str
    effects: tuple[EffectRule, ...]
    ownership: Ownership
    review: str | None = None
    cautions: tuple[Caution, ...] = ()
    official: str | None = None
    downloads: tuple[str, ...] = ()
    fixed_by_statute: bool = False
    unverified: tuple[str, ...] = ()

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Decode what `screenr.lists.snapshot_file.list_record` made."""
        fields = dict(record)
        for name in ("authority", "downloads", "unverified"):
            fields[name] = tuple(fields.get(name, ()))
        fields["effects"] = tuple(_effect_rule(each) for each in fields["effects"])
        owner = fields["ownership"]
        fields["ownership"] = Ownership(
            rule=owner["rule"],
            sentence=owner["sentence"],
            overlay=tuple(
                OwnershipPeriod(
                    sentence=each["sentence"],
                    since=day_or_none(each.get("from")),
                    until=day_or_none(each.get("until")),
                    unverified=each.get("unverified", False),
                )
                for each in owner.get("overlay", ())
            ),
        )
        fields["cautions"] = tuple(
            Caution(sentence=each["sentence"], designations=tuple(each.get("designations", ())))
            for each in fields.get("cautions", ())
        )
        return cls(**fields)


def _effect_rule(record: Mapping[str, Any]) -> EffectRule:
    fields = dict(record)
    since, until = fields.pop("from", None), fields.pop("until", None)
    for name in ("programs", "without_programs", "designations", "kinds"):
        fields[name] = tuple(fields.get(name, ()))
    return EffectRule(
        since=since if since in (None, "listed", "effective") else dt.date.fromisoformat(since),
        until=until if until in (None, "until", "effective") else dt.date.fromisoformat(until),
        **fields,
    )
