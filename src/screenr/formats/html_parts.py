"""The standing parts of an HTML report: figures, rows not screened, charts, lists.

They are plain HTML and SVG, so that they show where a viewer strips scripts.
"""

from collections.abc import Iterable, Sequence
from html import escape

from screenr.config import DEFAULT_MAX_AGE_DAYS
from screenr.effects.activities import ACTIVITIES, doing
from screenr.formats import wording
from screenr.formats.overview import Overview
from screenr.formats.safe import one_line
from screenr.models.finding import FindingStatus
from screenr.models.report import ListUse, Report

_TILES: tuple[tuple[FindingStatus, str], ...] = (
    ("hit", "hits"),
    ("error", "not screened"),
    ("decided", "decided"),
    ("clear", "clear"),
)
_MARK = ' <b class="old">{}</b>'


def text(value: object) -> str:
    """A stranger's text as the content of an element or of an attribute."""
    return escape(one_line(f"{value}"))


def facts(report: Report, about: Iterable[tuple[str, str]] = ()) -> str:
    """Under what rules the run was made."""
    asked = ", ".join(report.policy.lists)
    parts = [
        ("as of", report.as_of.isoformat()),
        ("threshold", f"{report.threshold:.2f}"),
        ("lists", f"{len(report.lists)}{'' if asked == '*' else f' ({asked})'}"),
        *about,
    ]
    return " ".join(
        f"<span>{text(name)} <b><bdi>{text(value)}</bdi></b></span>" for name, value in parts
    )


def tiles(counted: Overview) -> str:
    """How the run came out, in large figures."""
    counts = counted.statuses
    screened = counts.total() - counts["error"]
    shown = [f"<li><b>{screened:,}</b> screened</li>"]
    shown += [
        f'<li class="{status}{"" if counts[status] else " zero"}">'
        f"<b>{counts[status]:,}</b> {noun}</li>"
        for status, noun in _TILES
        if counts[status] or status != "decided"
    ]
    return "".join(shown)


def notes(report: Report) -> str:
    """What a reader must know before trusting the answer."""
    said = [wording.activities_sentence(report), *report.warnings]
    return "".join(f'<p class="note">{text(sentence)}</p>' for sentence in said if sentence)


def alarm(counted: Overview) -> str:
    """The rows that were not screened, before anything else."""
    count = counted.statuses["error"]
    if not count:
        return ""
    rows = "".join(
        f"<tr><td>{text(row.ref)}</td><td><bdi>{text(row.name)}</bdi></td>"
        f"<td>{text(row.reason)}</td></tr>"
        for row in counted.unscreened
    )
    more = count - len(counted.unscreened)
    rest = f"<p>{more:,} more stand in the table of counterparties.</p>" if more else ""
    return (
        '<section class="alarm" aria-labelledby="alarm-title">'
        f'<h2 id="alarm-title">{wording.counted(count, "row")} NOT SCREENED</h2>'
        "<p>Neither a hit nor clear: nothing is known of them.</p>"
        f'<div class="scroll">{_table(("Row", "Counterparty", "Why"), rows)}</div>{rest}</section>'
    )


def charts(counted: Overview) -> str:
    """Hits by list and by what they restrict; every bar has its figures in words."""
    lists, effects = counted.by_list(), counted.by_effect()
    if not lists:
        return ""
    most = max(count for _, count in lists)
    by_list = [
        _bar(name, [("hit", "", count)], most, picks=f'list="{text(name)}"')
        for name, count in lists
    ]
    largest = max((sum(count for _, count in found) for _, found in effects), default=1)
    by_effect = [
        _bar(
            doing(activity),
            [(status, wording.status(status), count) for status, count in found],
            largest,
            picks=f'effect="{ACTIVITIES.index(activity)}"',
        )
        for activity, found in effects
    ]
    return (
        '<section class="charts" aria-label="Charts">'
        f"{_chart('Hits by list', by_list)}{_chart('Hits by what is restricted', by_effect)}"
        "</section>"
    )


def _chart(title: str, bars: Sequence[str]) -> str:
    if not bars:
        return ""
    return f"<table><caption>{title}</caption><tbody>{''.join(bars)}</tbody></table>"


def _bar(label: str, parts: Sequence[tuple[str, str, int]], most: int, *, picks: str) -> str:
    """A bar of `parts` (class, words, count); SVG, as the page forbids styles on elements.

    `picks` is the filter of the table that the bar stands for.
    """
    drawn, figures, start = [], [], 0.0
    for kind, words, count in parts:
        width = 100 * count / most
        drawn.append(
            f'<rect class="bar-{kind}" x="{start:.2f}%" width="{width:.2f}%" height="100%"/>'
        )
        figures.append(f"<span><b>{count:,}</b> {text(words)}</span>" if words else f"{count:,}")
        start += width
    return (
        f'<tr><th scope="row" data-{picks}>{text(label)}</th>'
        f'<td><svg aria-hidden="true" width="100%" height="10">{"".join(drawn)}</svg></td>'
        f"<td>{' '.join(figures)}</td></tr>"
    )


def lists(report: Report) -> str:
    """The lists that were asked, with their dates and their age."""
    given = report.policy.max_age_days
    limit = DEFAULT_MAX_AGE_DAYS if given is None else given
    names = ("List", "Title", "Published", "Last confirmed", "Age in days", "Entries")
    rows = "".join(_list_row(use, limit) for use in report.lists)
    clear, meaning = wording.FINDING_STATUS["clear"], text(wording.clear_sentence(report))
    return f'<p><b>{clear}</b> {meaning}</p><div class="scroll">{_table(names, rows)}</div>'


def _table(names: Sequence[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _list_row(use: ListUse, limit: int) -> str:
    age = "fixed by statute" if use.age_days is None else f"{use.age_days:,}"
    old = _MARK.format("old") if (use.age_days or 0) > limit else ""
    marks = wording.list_marks(use)
    mark = _MARK.format(text(marks)) if marks else ""
    return (
        f"<tr><td><code>{text(use.id)}</code>{mark}</td><td>{text(use.title)}</td>"
        f"<td>{use.published.isoformat()}</td><td>{use.retrieved.isoformat()}</td>"
        f"<td>{age}{old}</td><td>{use.entries:,}</td></tr>"
    )
