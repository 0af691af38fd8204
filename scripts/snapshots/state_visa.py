"""Builder of the section 7031(c) list from stored pages: the Department publishes no such list."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from screenr.models.designation import Designation
from snapshots.common import Built, Tally, source_of
from snapshots.parties import Ids, finish

VISA = "us-state-7031c"
EVIDENCE = "state/section_7031c_evidence.json"


def build_7031c(root: Path) -> Built:
    """Persons that stored pages name; no list is published, so this can never be complete."""
    tally, ids = Tally(), Ids(VISA)
    made: dict[str, Designation] = {}
    for item in json.loads((root / EVIDENCE).read_text(encoding="utf-8"))["items"]:
        for person in item["persons"]:
            tally.read += 1
            reason = _not_designated(item, person)
            if reason is not None:
                tally.refused.append(f"{person}: {reason}")
            elif person in made:
                tally.merged += 1
            else:
                made[person] = Designation(
                    id=ids.of(person),
                    kind="person",
                    name=person,
                    nationalities=("CN",),
                    programs=("Section 7031(c)",),
                    listed=dt.date.fromisoformat(item["date"]),
                    remarks=f"{item['designation']}. Secondary evidence: {item['source']}",
                )
    day = max(each.listed for each in made.values() if isinstance(each.listed, dt.date))
    source = source_of(root, EVIDENCE, key="evidence", format="json", basis="secondary",
                       published=day,
                       fields=("name", "nationalities", "listed", "remarks"))  # fmt: skip
    return finish(VISA, list(made.values()), sources=(source,), tally=tally, published_on=day,
                  retrieved=day, complete=False)  # fmt: skip


def _not_designated(item: dict[str, Any], person: str) -> str | None:
    if "7031(c)" not in item["designation"]:
        return f"not a designation under section 7031(c) but: {item['designation']}"
    return None if person.istitle() else "not a person's name"
