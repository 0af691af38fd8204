"""Citations of the Federal Register, in the many forms in which lists write them.

A volume is a year: volume N was published in 1935 + N. That reads two-digit years and tells a date
that cannot belong to its volume, which is then left out rather than repeated.
"""

import datetime as dt
import re

_MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_CITATION = re.compile(
    r"""
    (?: (?<!\d)(?P<volume>\d{1,3})\s*F\.?\s?R\.?\s*(?P<page>\d{1,6})
      | vol(?:ume)?[.,]?\s*(?P<numbered>\d{1,3})\s*,?\s*(?:no\.?|number)\s*(?P<issue>\d{1,3})
        (?:\s*,?\s*(?:P|p\.\s?)(?P<late_page>\d{1,6}))?
    )
    (?:\s*\(no\.\s*\d+\)|\s*No\.\s*\d+)?(?:\s*preview\ citation\ details)?
    (?: [\s,;(]*
        (?: (?P<month>\d{1,2})[/-](?P<day>\d{1,2})[/-](?P<year>\d{4}|\d\d)
          | (?P<iso>\d{4}-\d\d-\d\d)
          | (?P<name>[A-Za-z]{3,9})\.?\s+(?P<date>\d{1,2}),?\s+(?P<full>\d{4})
        )(?!\d)
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def parse(text: str) -> tuple[tuple[str, dt.date | None], ...]:
    """Give each citation once, in order, as ``84 FR 54002`` and the day it was published.

    Where the text gives an issue and no page, the form is ``86 FR No. 51``.
    """
    found: dict[str, dt.date | None] = {}
    for match in _CITATION.finditer(text):
        volume = int(match["volume"] or match["numbered"])
        page = match["page"] or match["late_page"]
        cite = f"{volume} FR {int(page)}" if page else f"{volume} FR No. {int(match['issue'])}"
        found[cite] = found.get(cite) or _date(match, volume_year(volume))
    return tuple(found.items())


def volume_year(volume: int) -> int:
    """Give the year in which a volume of the Federal Register was published."""
    return 1935 + volume


def place(cite: str) -> tuple[int, int] | None:
    """Give volume and page of a normalized citation; None where it has no page."""
    match = re.fullmatch(r"(\d+) FR (\d+)", cite)
    return None if match is None else (int(match[1]), int(match[2]))


def same_notice(left: str, right: str) -> bool:
    """Whether two citations can be pages of one notice: same volume, pages within twenty.

    Part 744 cites the page of the entry, the Consolidated Screening List the first page.
    """
    here, there = place(left), place(right)
    if here is None or there is None:
        return left == right
    return here[0] == there[0] and abs(here[1] - there[1]) <= 20  # noqa: PLR2004 -- see above


def _date(match: re.Match[str], year: int) -> dt.date | None:
    if match["iso"]:
        month, day, written = (int(match["iso"][5:7]), int(match["iso"][8:]), match["iso"][:4])
    elif match["month"]:
        month, day, written = int(match["month"]), int(match["day"]), match["year"]
    elif match["name"] and match["name"][:3].lower() in _MONTHS:
        month, day = _MONTHS[match["name"][:3].lower()], int(match["date"])
        written = match["full"]
    else:
        return None
    if year % 10 ** len(written) != int(written):
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
