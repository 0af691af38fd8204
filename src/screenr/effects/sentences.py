"""What a listing means, in sentences an officer can read and put on file.

The press calls every listing a "blacklist" or a "ban". These sentences say what is restricted,
since when, and, as much to the point, what is not.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from screenr.effects.activities import doing, plain_sentence
from screenr.models.designation import Bounds, Designation, Kind
from screenr.models.finding import Effect
from screenr.models.list_info import ListInfo

_PRINTING = dt.timedelta(days=14)  # 84 FR 22961 (Huawei) was printed 5 days after it took effect
_UNVERIFIED = " (not verified in an official text)"
_UNDATED = frozenset({"none", "see_entry"})  # what does not bar anything has not begun on a day


def summary_of(
    designation: Designation,
    info: ListInfo,
    day: dt.date,
    effects: Sequence[Effect],
    upcoming: Sequence[Effect],
) -> str:
    """What `effects` and `upcoming` come to on `day`, strictest first, in one line."""
    if not designation.in_force(day):
        return _not_in_force(designation, info, day, upcoming)
    parts = [*_said_now(effects), *_said_later(upcoming)]
    parts += _left_alone(effects, upcoming, kind=designation.kind)
    return _sentence(parts) if parts else info.summary


def effect_sentence(effect: Effect, day: dt.date) -> str:
    """One effect with its dates, its scope and whether it was verified."""
    said = plain_sentence(effect)
    scope = f": {effect.scope}" if effect.scope else ""
    return said + _when(effect, day, said) + _mark(effect) + scope


def notes_of(
    designation: Designation,
    info: ListInfo,
    day: dt.date,
    effects: Sequence[Effect] = (),
    upcoming: Sequence[Effect] = (),
) -> tuple[str, ...]:
    """What to keep in mind about this match: uncertain dates, unverified law, false friends."""
    notes = [*_about_dates(designation, day), *_about_later_changes(designation, day)]
    if designation.kind == "unknown" and any(rule.kinds for rule in info.effects):
        notes.append(
            "The list does not say whether this is a person or an organization; effects that reach"
            " only one of them are shown."
        )
    if designation.kind == "address":
        notes.append("The entry is an address: it concerns every party that uses this address.")
    notes += [
        each.sentence
        for each in info.cautions
        if not each.designations or designation.id in each.designations
    ]
    notes += _about_unverified((*effects, *upcoming))
    return tuple(dict.fromkeys(notes))


def _about_dates(designation: Designation, day: dt.date) -> Iterable[str]:
    listed = designation.listed
    if isinstance(listed, Bounds):
        after = "" if listed.after is None else f"after {listed.after} and "
        yield (
            f"The day of listing is not known: {after}on or before {listed.by}."
            if not designation.may_predate_listing(day)
            else f"May not have been listed yet on {day}: listed {after}on or before {listed.by}."
        )
    elif day < listed:
        yield f"Not listed on {day}: listed on {listed}."
    elif designation.effective is not None and day < designation.effective:
        yield f"Listed on {listed}; takes effect on {designation.effective}."
    end = designation.delisted or designation.order_end
    if end is not None:
        what = "Removed from the list" if designation.delisted else "The order ends"
        yield f"{what} on {end}." if day < end else f"No longer in force since {end}."


def _about_later_changes(designation: Designation, day: dt.date) -> Iterable[str]:
    """Notices after `day`: the snapshot has the terms they made, not those of the day."""
    later = [
        each
        for each in designation.citations
        if each.date is not None and each.date > day and not _lists_it(each.date, designation)
    ]
    if later and designation.in_force(day):
        named = ", ".join(f"{each.cite} of {each.date}" for each in later)
        yield f"Shown as changed after {day} ({named}); its terms may have been others then."


def _lists_it(printed: dt.date, designation: Designation) -> bool:
    """Whether a notice is the listing itself: a rule can take effect days before it is printed."""
    listed = designation.listed
    return isinstance(listed, dt.date) and listed <= printed <= listed + _PRINTING


def _about_unverified(effects: Iterable[Effect]) -> Iterable[str]:
    named = dict.fromkeys(doing(each.activity) for each in effects if each.unverified)
    if named:
        yield f"Not verified in an official text: what is said about {_join(list(named))}."


def _not_in_force(
    designation: Designation, info: ListInfo, day: dt.date, upcoming: Sequence[Effect]
) -> str:
    end = designation.delisted or designation.order_end
    if end is not None and end <= day:
        return f"No longer in force since {end}: this listing restricted nothing on {day}."
    said = _sentence([f"not listed on {day}", *_said_later(upcoming)])
    return said if upcoming else f"Not listed on {day} on the {info.short}."


def _said_now(effects: Iterable[Effect]) -> Iterable[str]:
    """The rules' own sentences; a day that the sentence before gave is not said again."""
    last: Effect | None = None
    for sentence, effect in _distinct(effects):
        begin, end = _since(sentence, effect.since), _until(effect)
        if effect.status in _UNDATED or (last is not None and last.since == effect.since):
            begin = ""
        if last is not None and last.until == effect.until:
            end = ""
        last = last if effect.status in _UNDATED else effect
        yield sentence + begin + end + _mark(effect)


def _said_later(upcoming: Iterable[Effect]) -> Iterable[str]:
    last: dt.date | None = None
    for sentence, effect in _distinct(each for each in upcoming if each.status != "none"):
        begin = "" if effect.since == last else f"from {effect.since} on, "
        last = effect.since
        yield begin + sentence + _until(effect) + _mark(effect)


def _distinct(effects: Iterable[Effect]) -> Iterable[tuple[str, Effect]]:
    seen: dict[str, Effect] = {}
    for effect in effects:
        if effect.sentence:
            seen.setdefault(effect.sentence, effect)
    return seen.items()


def _left_alone(
    effects: Iterable[Effect], upcoming: Iterable[Effect], *, kind: Kind
) -> Iterable[str]:
    """The activities that the list leaves alone on this day, as one clause."""
    restricted = {each.activity for each in (*effects, *upcoming) if each.status != "none"}
    if kind not in ("person", "unknown"):
        restricted.add("visa_entry")  # a company does not enter a country: no words on it
    free = dict.fromkeys(
        doing(each.activity)
        for each in effects
        if each.status == "none" and not each.sentence and each.activity not in restricted
    )
    if free:
        verb = "is" if len(free) == 1 else "are"
        yield f"{_join(list(free))} {verb} not restricted by this list"


def _when(effect: Effect, day: dt.date, said: str) -> str:
    if effect.since is not None and effect.since > day:
        return f", from {effect.since} on" + _until(effect)
    return ("" if effect.status in _UNDATED else _since(said, effect.since)) + _until(effect)


def _since(said: str, since: dt.date | None) -> str:
    """The day of beginning; after a sentence with commas it needs one to belong to the whole."""
    return "" if since is None else f"{',' if ',' in said else ''} since {since}"


def _until(effect: Effect) -> str:
    return "" if effect.until is None else f" until {effect.until}"


def _mark(effect: Effect) -> str:
    return _UNVERIFIED if effect.unverified else ""


def _join(words: Sequence[str]) -> str:
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def _sentence(parts: Iterable[str]) -> str:
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."
