"""Designations and lists with defaults, for the tests of effects."""

import datetime as dt
from typing import Any

from screenr.models.designation import Designation
from screenr.models.list_info import EffectRule, ListInfo, Ownership

LISTED = dt.date(2020, 1, 1)


def designation(**fields: Any) -> Designation:  # noqa: ANN401 -- the fields of a designation
    """A company listed on 2020-01-01, unless `fields` say otherwise."""
    given: dict[str, Any] = {"id": "us-x:1", "kind": "organization", "name": "ACME"}
    return Designation(**({"listed": LISTED} | given | fields))


def info(*rules: EffectRule, **fields: Any) -> ListInfo:  # noqa: ANN401 -- the fields of a list
    """A list with `rules`."""
    given: dict[str, Any] = {
        "id": "us-x",
        "title": "A List",
        "short": "X",
        "agency": "An Agency",
        "authority": ("1 CFR 1",),
        "bound": "US persons",
        "summary": "It restricts something.",
        "ownership": Ownership(rule="entry_only", sentence="Only named parties."),
    }
    return ListInfo(**(given | fields), effects=rules)
