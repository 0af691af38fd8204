"""From the rules of a list to the effects of one designation on one day.

Laws of this kind begin and end: the same listing forbids nothing on the day before its effective
day. What is not yet in force is never mixed with what is.
"""

import datetime as dt
import functools
import re
from collections.abc import Iterator

from screenr.effects.activities import ACTIVITIES, severity
from screenr.models.designation import Designation, License
from screenr.models.finding import Effect
from screenr.models.list_info import EffectRule, ListInfo

_ONE_DAY = dt.timedelta(days=1)

# 15 CFR 734.9(e) to (g), and the footnotes of Supplement No. 4 to part 744 that refer to it.
_FOOTNOTES = {
    1: "foreign-made items too (footnote 1, the Huawei foreign direct product rule, 734.9(e)(1))",
    3: "foreign-made items too (footnote 3, the Russia/Belarus military end user foreign direct"
    " product rule, 734.9(g))",
    4: "foreign-made items too (footnote 4, the supercomputer-type foreign direct product rule,"
    " 734.9(e)(2))",
    5: "foreign-made items too (footnote 5, the chip-equipment foreign direct product rule,"
    " 734.9(e)(3))",
}

_PLACE: dict[str, int] = {each: at for at, each in enumerate(ACTIVITIES)}
# Raised figures that the published text runs into the line: "… of the EAR) 4", "734.9(g),3 746.8".
_FOOTNOTE_MARK = re.compile(r"(?<=[)R]) ?[1-5](?=\.?$)|(?<=734\.9\([eg]\))(,?) ?[1-5](?=[ ,])")


def effects_on(designation: Designation, info: ListInfo, day: dt.date) -> tuple[Effect, ...]:
    """The effects in force on `day`, strictest first; none when the listing is not in force."""
    if not designation.in_force(day):
        return ()
    return _ranked(
        effect
        for effect in _effects(designation, info)
        if (effect.since is None or effect.since <= day)
        and (effect.until is None or day <= effect.until)
    )


def upcoming_effects(designation: Designation, info: ListInfo, day: dt.date) -> tuple[Effect, ...]:
    """The effects that begin after `day`, soonest first; none when the listing ends before."""
    if _has_ended(designation, day):
        return ()
    later = _ranked(
        effect
        for effect in _effects(designation, info)
        if effect.since is not None and effect.since > day
    )
    return tuple(sorted(later, key=_begin))  # stable: strictest first within a day


def applies(rule: EffectRule, designation: Designation) -> bool:
    """Whether the conditions of `rule` meet the designation.

    A kind that the list does not tell meets every condition on kinds: what may be in force is
    shown, with a note, rather than dropped.
    """
    own = {_tag(each) for each in designation.programs}
    if rule.programs and own.isdisjoint(_tag(each) for each in rule.programs):
        return False
    if not own.isdisjoint(_tag(each) for each in rule.without_programs):
        return False
    if rule.designations and designation.id not in rule.designations:
        return False
    return not rule.kinds or designation.kind == "unknown" or designation.kind in rule.kinds


def license_scope(terms: License) -> str:
    """What an entry says needs a license, how applications are judged, and how far it reaches."""
    parts = [license_requirement(terms), license_reach(terms)]
    if terms.policy:
        parts.append(f"review: {_clean(terms.policy)}")
    return "; ".join(part for part in parts if part)


def license_requirement(terms: License) -> str:
    """What needs a license, without the marks of footnotes, which read as numbers in plain text."""
    return _FOOTNOTE_MARK.sub(r"\1", _clean(terms.requirement)) if terms.requirement else ""


def license_reach(terms: License) -> str:
    """What the footnote of the entry adds, in words."""
    if terms.footnote is None:
        return ""
    return _FOOTNOTES.get(terms.footnote, f"footnote {terms.footnote} of the entry")


def _effects(designation: Designation, info: ListInfo) -> Iterator[Effect]:
    for rule in info.effects:
        if not applies(rule, designation):
            continue
        if isinstance(rule.until, str) and getattr(designation, rule.until) is None:
            continue  # an exception whose end is not known is not granted
        begin, end = _begins(rule, designation), _ends(rule, designation)
        if begin is not None and end is not None and end < begin:
            continue
        yield Effect(
            activity=rule.activity,
            status=rule.status,
            scope=_scope(rule, designation),
            authority=rule.authority or "; ".join(info.authority),
            since=begin,
            until=end,
            unverified=rule.unverified,
            sentence=rule.sentence,
        )


def _scope(rule: EffectRule, designation: Designation) -> str:
    if rule.scope_from_license and designation.license is not None:
        return license_scope(designation.license) or rule.scope
    return rule.scope


def _begins(rule: EffectRule, designation: Designation) -> dt.date | None:
    """The first day; None where the listing is known only by bounds, so that none is invented."""
    listed = designation.listed if isinstance(designation.listed, dt.date) else None
    if rule.since == "effective":
        return designation.effective or listed
    if isinstance(rule.since, dt.date):
        return rule.since if listed is None else max(rule.since, listed)
    return listed


def _ends(rule: EffectRule, designation: Designation) -> dt.date | None:
    """The last day: the end of the rule or of the listing, whichever comes first."""
    ends: list[dt.date | None] = [designation.delisted, designation.order_end]
    if isinstance(rule.until, str):
        ends.append(designation.until if rule.until == "until" else designation.effective)
    days = [each - _ONE_DAY for each in ends if each is not None]
    if isinstance(rule.until, dt.date):
        days.append(rule.until)
    return min(days, default=None)


def _has_ended(designation: Designation, day: dt.date) -> bool:
    ends = (designation.delisted, designation.order_end)
    return any(end is not None and end <= day for end in ends)


def _ranked(effects: Iterator[Effect]) -> tuple[Effect, ...]:
    return tuple(sorted(effects, key=_rank))


def _rank(effect: Effect) -> tuple[int, int, dt.date, str, str, dt.date]:
    return (
        -severity(effect.status),
        _PLACE[effect.activity],
        _begin(effect),
        effect.scope,
        effect.authority,
        effect.until or dt.date.max,
    )


def _begin(effect: Effect) -> dt.date:
    return effect.since or dt.date.min


@functools.cache
def _tag(program: str) -> str:
    """OFAC and the CSL write the same tag with a space or a hyphen (ILLICIT DRUGS-EO14059)."""
    return "-".join(program.replace("-", " ").casefold().split())


def _clean(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;")
