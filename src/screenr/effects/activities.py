"""The vocabulary of what people do with a listed party, and the plain words they pick it by.

The legal names are `screenr.models.list_info.Activity`. A plain word stands for all legal names
that it could mean, so that nobody has to know the law to ask about buying.
"""

from collections.abc import Iterable, Mapping
from typing import get_args

from screenr.errors import UsageError
from screenr.models.finding import Effect
from screenr.models.list_info import Activity, Status

ACTIVITIES: tuple[Activity, ...] = get_args(Activity)

PLAIN_WORDS: Mapping[str, tuple[Activity, ...]] = {
    "buy": ("purchase_from", "acquire_us_origin_items_from"),
    "sell": (
        "export_reexport_transfer",
        "facilitate_or_service_ear_items",
        "use_license_exception",
        "obtain_us_export_license",
        "itar_participation",
        "energy_project_support",
    ),
    "import": ("import_goods",),
    "invest": (
        "invest_public_securities",
        "hold_public_securities",
        "invest_private",
        "deal_new_debt",
        "deal_new_equity",
    ),
    "pay": ("deal_in_property", "make_funds_available", "correspondent_account"),
    "federal": (
        "federal_procurement",
        "dod_procurement",
        "contractor_internal_use",
        "federal_funds_spend",
    ),
    "market": ("equipment_authorization",),
    "visit": ("visa_entry",),
}

# What one does, as it stands after "US persons may not …" and, as a noun, before "is restricted".
DOING: Mapping[Activity, str] = {
    "purchase_from": "buying from it",
    "acquire_us_origin_items_from": "getting US-origin items from it",
    "export_reexport_transfer": "supplying it",
    "facilitate_or_service_ear_items": "financing or servicing its dealings in US-controlled items",
    "use_license_exception": "supplying it under an EAR license exception",
    "obtain_us_export_license": "getting a US export license for it",
    "itar_participation": "involving it in ITAR-controlled trade",
    "energy_project_support": "supporting its oil projects",
    "import_goods": "importing its goods",
    "invest_public_securities": "trading its securities",
    "hold_public_securities": "holding its securities",
    "invest_private": "private investment in it",
    "deal_new_debt": "dealing in its new debt",
    "deal_new_equity": "dealing in its new equity",
    "deal_in_property": "dealing with its property or paying it",
    "make_funds_available": "making funds available to it",
    "correspondent_account": "keeping a US correspondent account for it",
    "federal_procurement": "federal agencies buying its products",
    "dod_procurement": "defense contracts with it",
    "contractor_internal_use": "federal contractors using its equipment",
    "federal_funds_spend": "spending federal funds on its products",
    "equipment_authorization": "getting new FCC authorizations for its equipment",
    "visa_entry": "its entry into the United States",
}

SEVERITY: tuple[Status, ...] = get_args(Status)
"""The statuses, mildest first; what could not be determined ranks last, as the most severe."""

_SAID: Mapping[Status, str] = {
    "none": "{} is not restricted by this list",
    "see_entry": "whether {} is restricted stands in the entry itself",
    "red_flag": "{} is not barred, but is a red flag to be cleared and recorded first",
    "conditional": "{} is allowed only on a condition",
    "denied_approval": "{} needs an approval that will be refused",
    "presumed_prohibited": "{} is presumed prohibited until the presumption is rebutted",
    "license_required": "{} needs a license",
    "prohibited": "{} is prohibited",
    "unknown": "whether {} is restricted could not be determined",
}


def expand(words: Iterable[str]) -> tuple[Activity, ...]:
    """The legal activities that `words` stand for, each once, in the order of the vocabulary."""
    chosen: set[str] = set()
    for word in words:
        asked = word.strip().casefold()
        if asked in PLAIN_WORDS:
            chosen.update(PLAIN_WORDS[asked])
        elif asked in ACTIVITIES:
            chosen.add(asked)
        else:
            raise UsageError(
                f"unknown activity `{word}`",
                hint=f"use {', '.join(PLAIN_WORDS)}, or one of: {', '.join(ACTIVITIES)}",
            )
    return tuple(each for each in ACTIVITIES if each in chosen)


def filter_effects(
    effects: Iterable[Effect], activities: Iterable[str] | None
) -> tuple[Effect, ...]:
    """The effects on `activities`, in the same order; all of them where None is asked."""
    if activities is None:
        return tuple(effects)
    asked = frozenset(activities)
    return tuple(each for each in effects if each.activity in asked)


def severity(status: Status) -> int:
    """The rank of a status, 0 for the mildest."""
    return SEVERITY.index(status)


def doing(activity: str) -> str:
    """The activity as a plain phrase ("buying from it")."""
    return next((phrase for each, phrase in DOING.items() if each == activity), activity)


def plain_sentence(effect: Effect) -> str:
    """The effect in one sentence without its dates: the list's own wording, else a general one."""
    return effect.sentence or _SAID[effect.status].format(doing(effect.activity))
