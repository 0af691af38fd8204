"""How a reader wants to see a result; nothing here changes what was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """`limit` is the number of matches shown of each finding, the rest are counted.

    `explain` adds the evidence to the formats that people read. `width` and `color` are those of
    the terminal, and only the table heeds them. `all_matches` gives each match of a counterparty a
    row of its own in the formats that are tables of an input file.
    """

    limit: int | None = None
    explain: bool = False
    all_matches: bool = False
    width: int = 80
    color: bool = False
