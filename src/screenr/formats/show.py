"""One designation for a reader: table, Markdown or JSON. `DOSSIERS` is the registry."""

from collections.abc import Callable

from screenr.formats import effect_words, wording
from screenr.formats.dossier import Dossier, Standing
from screenr.formats.encode_v1 import (
    citations_v1,
    effects_v1,
    iso,
    license_v1,
    listed_v1,
)
from screenr.formats.json_report import dumps
from screenr.formats.lines import Line, cleaned
from screenr.formats.markdown import bullets
from screenr.formats.safe import markdown as escape
from screenr.formats.safe import one_line
from screenr.formats.view import View
from screenr.models.designation import Alias, Designation
from screenr.version import __version__

SCHEMA = "screenr/designation/1"


def as_table(dossier: Dossier, view: View) -> str:
    """For a terminal."""
    from screenr.formats.terminal import draw, indented, labeled, text

    asked = dossier.asked
    parts = [
        text(_title(asked), "bold"),
        *labeled(facts(asked.designation)),
        text(f"\nWhat it means on {dossier.as_of.isoformat()}", "bold"),
        *labeled(meaning(asked, dossier)),
        text("\nTimeline of the same party on all lists", "bold"),
        *(indented(moment) for moment in timeline(dossier)),
    ]
    for standing in dossier.related:
        parts += [
            text(f"\n{_title(standing)}", "bold"),
            *labeled([*brief(standing.designation), *meaning(standing, dossier)]),
        ]
    return draw(parts, view)


def as_markdown(dossier: Dossier, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """For a page."""
    asked = dossier.asked
    blocks = [
        f"# {escape(_title(asked))}\n",
        *bullets(facts(asked.designation)),
        f"\n## What it means on {dossier.as_of.isoformat()}\n",
        *bullets(meaning(asked, dossier)),
        "\n## Timeline of the same party on all lists\n",
        *(f"- {escape(moment)}" for moment in timeline(dossier)),
    ]
    for standing in dossier.related:
        blocks += [
            f"\n## {escape(_title(standing))}\n",
            *bullets([*brief(standing.designation), *meaning(standing, dossier)]),
        ]
    return "\n".join(blocks) + "\n"


def as_json(dossier: Dossier, view: View) -> str:  # noqa: ARG001 -- one signature for all
    """For a program."""
    document = {
        "schema": SCHEMA,
        "screenr": __version__,
        "as_of": dossier.as_of.isoformat(),
        **_standing(dossier.asked),
        "timeline": [each.designation.id for each in dossier.timeline],
        "related": [_standing(each) for each in dossier.related],
    }
    return dumps(document, indent=2) + "\n"


DOSSIERS: dict[str, Callable[[Dossier, View], str]] = {
    "table": as_table,
    "json": as_json,
    "markdown": as_markdown,
}


def facts(designation: Designation) -> list[Line]:
    """What the list says of the party."""
    return cleaned(
        [
            *brief(designation),
            Line("as is", (designation.published_name or "",)),
            Line("aliases", tuple(_alias(each) for each in designation.aliases)),
            Line("under", (designation.parent or "",)),
            Line("where", (", ".join(designation.countries),)),
            Line("citizen", (", ".join(designation.nationalities),)),
            Line("address", designation.addresses),
            Line("born", (", ".join(designation.born),)),
            Line(
                "numbers",
                tuple(
                    f"{each.type} {each.value}{f' ({each.country})' if each.country else ''}"
                    for each in designation.identifiers
                ),
            ),
            Line("license", tuple(wording.license_lines(designation.license))),
            Line("cited", (wording.citation_words(designation.citations),)),
            Line("remarks", (designation.remarks or "",)),
            Line("sources", (", ".join(designation.sources),)),
        ]
    )


def brief(designation: Designation) -> list[Line]:
    """What identifies a designation."""
    return cleaned(
        [
            Line("id", (designation.id,)),
            Line("kind", (designation.kind,)),
            Line("listed", (wording.dates(designation, in_force=True),)),
            Line("program", (", ".join(designation.programs),)),
        ]
    )


def meaning(standing: Standing, dossier: Dossier) -> list[Line]:
    """What it restricts on the day."""
    # The full account is of the asked party; its relatives are told as `check` tells them.
    full, day = standing is dossier.asked, dossier.as_of
    now, later = (
        effect_words.effect_items(each, day, listed=standing.designation, full=full)
        for each in (standing.effects, standing.upcoming)
    )
    return cleaned(
        [
            Line("means", () if now else (standing.summary,)),
            Line("effects", now),
            Line("later", later),
            Line("owner", (standing.ownership,)),
            Line("notes", standing.notes),
        ]
    )


def timeline(dossier: Dossier) -> list[str]:
    """A line a designation, in the order of listing."""
    return [
        one_line(
            f"{wording.dates(each.designation, in_force=each.in_force)}: {each.list.short},"
            f" {each.designation.name} ({each.designation.id})"
        )
        for each in dossier.timeline
    ]


def _title(standing: Standing) -> str:
    return one_line(f"{standing.list.short}: {standing.designation.name}")


def _alias(alias: Alias) -> str:
    weak = ", weak" if alias.weak else ""
    return f"{alias.name} ({alias.type}{weak})"


def _standing(standing: Standing) -> dict[str, object]:
    listed = standing.designation
    return {
        "designation": listed.id,
        "list": standing.list.id,
        "list_title": standing.list.title,
        "name": listed.name,
        "published_name": listed.published_name,
        "kind": listed.kind,
        "aliases": [
            {"name": each.name, "type": each.type, "script": each.script, "weak": each.weak}
            for each in listed.aliases
        ],
        "parent": listed.parent,
        "countries": list(listed.countries),
        "nationalities": list(listed.nationalities),
        "addresses": list(listed.addresses),
        "identifiers": [
            {"type": each.type, "value": each.value, "country": each.country}
            for each in listed.identifiers
        ],
        "born": list(listed.born),
        "programs": list(listed.programs),
        "listed": listed_v1(listed.listed),
        "effective": iso(listed.effective),
        "until": iso(listed.until),
        "delisted": iso(listed.delisted),
        "in_force": standing.in_force,
        "citations": citations_v1(listed.citations),
        "license": license_v1(listed.license),
        "remarks": listed.remarks,
        "sources": list(listed.sources),
        "effects": effects_v1(standing.effects),
        "upcoming": effects_v1(standing.upcoming),
        "ownership": standing.ownership,
        "summary": standing.summary,
        "notes": list(standing.notes),
    }
