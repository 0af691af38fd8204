"""Names of listed parties that no official list gives: Chinese names, short names, stock names."""

from dataclasses import dataclass
from typing import Literal

from screenr.models.finding import Relation

NameKind = Literal["legal", "former", "chinese", "short", "trade", "stock"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementaryName:
    """A name of a listed party from a source that is not the list, and shown as such.

    `designations` pairs the ids it leads to with how the name stands to each: ``same`` where it
    names the listed party, ``family`` where it names another company of the same group. `kind`
    says what name it is, `script` is its ISO 15924 code where it is not in Latin letters.
    """

    name: str
    kind: NameKind
    source: str
    party: str
    designations: tuple[tuple[str, Relation], ...]
    script: str | None = None
    note: str | None = None
