"""The compact projection of the Consolidated Screening List: names, programs, license terms.

It has no dates, addresses, identifiers or remarks (its own `fieldKey` explains the letters).
"""

import functools
import json
from dataclasses import dataclass
from pathlib import Path

FILE = "csl/csl_2026-07-31.json"


@dataclass(frozen=True, slots=True)
class CslEntry:
    """One row of the CSL; `type` is empty where the source list gives none."""

    name: str
    aliases: tuple[str, ...]
    type: str
    countries: tuple[str, ...]
    number: str | None
    requirement: str | None
    policy: str | None
    programs: tuple[str, ...]
    notice: str | None


@functools.cache
def entries(root: Path) -> dict[str, tuple[CslEntry, ...]]:
    """Give all rows by the short code of their list: SDN, EL, DPL, DTC, SSI, UVL, ISN and so on."""
    data = json.loads((root / FILE).read_text(encoding="utf-8"))
    tables = data["tables"]
    found: dict[str, list[CslEntry]] = {}

    def looked_up(table: str, index: int | None) -> str | None:
        return None if index is None else tables[table][index]

    for row in data["entries"]:
        code = tables["sources"][row["s"]].partition("(")[2].partition(")")[0]
        programs = looked_up("programmes", row.get("pg"))
        entry = CslEntry(
            name=row["n"],
            aliases=tuple(row.get("a", ())),
            type=row.get("t", ""),
            countries=tuple(row.get("c", ())),
            number=row.get("e"),
            requirement=looked_up("licenceRequirements", row.get("lr")),
            policy=looked_up("licencePolicies", row.get("lp")),
            programs=tuple(part.strip() for part in (programs or "").split(";") if part.strip()),
            notice=row.get("fr"),
        )
        found.setdefault(code, []).append(entry)
    return {code: tuple(rows) for code, rows in found.items()}
