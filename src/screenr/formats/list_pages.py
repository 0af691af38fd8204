"""What is known of the lists themselves: their state, and what one of them means."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from screenr.formats import effect_words, wording
from screenr.formats.encode_v1 import iso, list_v1
from screenr.formats.json_report import dumps
from screenr.formats.lines import Line, cleaned
from screenr.formats.markdown import bullets
from screenr.formats.safe import markdown as escape
from screenr.formats.safe import one_line
from screenr.formats.view import View
from screenr.models.list_info import Caution, EffectRule, ListInfo, OwnershipPeriod
from screenr.models.report import ListUse
from screenr.version import __version__

_STATUS_WIDTH = 80


class Page(NamedTuple):
    """A list and the snapshot of it that is held."""

    info: ListInfo
    use: ListUse


def status_table(uses: Sequence[ListUse], view: View, *, max_age_days: int) -> str:
    """All lists, a line each on a wide terminal; what is old or not whole says so."""
    from rich.table import Table

    from screenr.formats.terminal import draw, indented, text

    if view.width < _STATUS_WIDTH:
        return draw(
            [
                part
                for use in uses
                for part in (
                    text(use.id),
                    indented(f"{_age(use)}, {use.entries:,} entries: {_state(use, max_age_days)}"),
                )
            ],
            view,
        )
    table = Table(box=None, padding=(0, 1), pad_edge=False)
    for title, justify in (
        ("list", "left"), ("published", "left"), ("confirmed", "left"), ("days", "right"),
        ("entries", "right"),
    ):  # fmt: skip
        table.add_column(title, justify=justify, no_wrap=True)  # type: ignore[arg-type]
    table.add_column("state", overflow="fold")
    for use in uses:
        table.add_row(
            text(use.id),
            text(use.published.isoformat()),
            text(use.retrieved.isoformat()),
            text("-" if use.age_days is None else f"{use.age_days}"),
            text(f"{use.entries:,}"),
            text(_state(use, max_age_days)),
        )
    return draw([table], view)


def _age(use: ListUse) -> str:
    days = "" if use.age_days is None else f" ({wording.counted(use.age_days, 'day')} ago)"
    return f"published {use.published}, confirmed {use.retrieved}{days}"


def status_markdown(uses: Sequence[ListUse], view: View, *, max_age_days: int) -> str:  # noqa: ARG001 -- one signature for all
    """The same as a Markdown table."""
    rows = [
        f"| {use.id} | {escape(use.title)} | {use.published} | {use.retrieved} |"
        f" {'-' if use.age_days is None else use.age_days} | {use.entries} |"
        f" {escape(_state(use, max_age_days))} |"
        for use in uses
    ]
    head = ["| list | title | published | retrieved | age in days | entries | state |"]
    return "\n".join([*head, "|---|---|---|---|---:|---:|---|", *rows]) + "\n"


def status_json(uses: Sequence[ListUse], view: View, *, max_age_days: int) -> str:  # noqa: ARG001 -- one signature for all
    """The same for a program."""
    lists = [{**list_v1(use), "old": is_old(use, max_age_days)} for use in uses]
    document = {"schema": "screenr/lists/1", "screenr": __version__, "lists": lists}
    return dumps(document, indent=2) + "\n"


STATUS: dict[str, Callable[..., str]] = {
    "table": status_table,
    "json": status_json,
    "markdown": status_markdown,
}


def is_old(use: ListUse, max_age_days: int) -> bool:
    """Whether a list was confirmed too long ago; one fixed by statute never is."""
    return use.age_days is not None and use.age_days > max_age_days


def _state(use: ListUse, max_age_days: int) -> str:
    words = []
    if is_old(use, max_age_days):
        words.append("OLD")
    if use.age_days is None:
        words.append("fixed by statute")
    if not use.complete:
        words.append("not complete")
    if use.basis == "reconstructed":
        words.append("reconstructed")
    return ", ".join(words) or "ok"


def list_table(page: Page, view: View) -> str:
    """One list for a terminal."""
    from screenr.formats.terminal import draw, labeled, text

    return draw([text(one_line(page.info.title), "bold"), *labeled(list_lines(page))], view)


def list_markdown(page: Page, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """One list as a page."""
    return "\n".join([f"# {escape(page.info.title)}\n", *bullets(list_lines(page))]) + "\n"


def list_json(page: Page, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """One list for a program."""
    info = page.info
    document = {
        "schema": "screenr/list/1",
        "screenr": __version__,
        **list_v1(page.use),
        "short": info.short,
        "agency": info.agency,
        "authority": list(info.authority),
        "bound": info.bound,
        "summary": info.summary,
        "effects": [_rule(rule) for rule in info.effects],
        "ownership": {
            "rule": info.ownership.rule,
            "sentence": info.ownership.sentence,
            "overlay": [
                {
                    "sentence": each.sentence,
                    "from": iso(each.since),
                    "until": iso(each.until),
                    "unverified": each.unverified,
                }
                for each in info.ownership.overlay
            ],
        },
        "review": info.review,
        "cautions": [
            {"sentence": each.sentence, "designations": list(each.designations)}
            for each in info.cautions
        ],
        "official": info.official,
        "downloads": list(info.downloads),
        "fixed_by_statute": info.fixed_by_statute,
        "unverified": list(info.unverified),
    }
    return dumps(document, indent=2) + "\n"


LIST_PAGES: dict[str, Callable[[Page, View], str]] = {
    "table": list_table,
    "json": list_json,
    "markdown": list_markdown,
}


def list_lines(page: Page) -> list[Line]:
    """What a list is, whom it binds and what it does."""
    info, use = page.info, page.use
    main = info.authority[0] if info.authority else info.agency
    overlay = [
        f"{_period(each)}{one_line(each.sentence)}"
        f"{f' {wording.UNVERIFIED}' if each.unverified else ''}"
        for each in info.ownership.overlay
    ]
    return cleaned(
        [
            Line("id", (info.id,)),
            Line("agency", (info.agency,)),
            Line("law", info.authority),
            Line("binds", (info.bound,)),
            Line("means", (info.summary,)),
            Line("effects", tuple(effect_words.rule_sentences(info.effects, main))),
            Line("owner", (info.ownership.sentence, *overlay)),
            Line("review", (info.review or "",)),
            Line("beware", tuple(_caution(each) for each in info.cautions)),
            Line("held", (_held(use),)),
            Line("page", (info.official or "",)),
            Line("files", info.downloads),
            Line("open", info.unverified),
        ]
    )


def _period(period: OwnershipPeriod) -> str:
    """The days of a period, where its sentence does not say them itself."""
    if any(day and day in period.sentence for day in (iso(period.since), iso(period.until))):
        return ""
    since = "" if period.since is None else f"from {iso(period.since)}"
    until = "" if period.until is None else f"to {iso(period.until)}"
    return f"{f'{since} {until}'.strip() or 'always'}: "


def _caution(caution: Caution) -> str:
    about = f" (about {', '.join(caution.designations)})" if caution.designations else ""
    return f"{caution.sentence}{about}"


def _held(use: ListUse) -> str:
    whole = "whole" if use.complete else "not complete"
    return (
        f"{use.entries:,} entries, published {use.published.isoformat()}, confirmed"
        f" {use.retrieved.isoformat()}, {whole}"
    )


def _rule(rule: EffectRule) -> dict[str, object]:
    return {
        "activity": rule.activity,
        "status": rule.status,
        "scope": rule.scope,
        "authority": rule.authority,
        "from": None if rule.since is None else str(rule.since),
        "until": None if rule.until is None else str(rule.until),
        "sentence": rule.sentence,
        "programs": list(rule.programs),
        "without_programs": list(rule.without_programs),
        "designations": list(rule.designations),
        "kinds": list(rule.kinds),
        "scope_from_license": rule.scope_from_license,
        "unverified": rule.unverified,
    }
