"""`screenr show`: everything known of one designation."""

from typing import TYPE_CHECKING

from screenr.cli import options

if TYPE_CHECKING:
    import datetime as dt

    from screenr.catalog import Catalog
    from screenr.formats.dossier import Dossier, Standing
    from screenr.models.designation import Designation


def show(
    designation: options.DesignationId,
    *,
    as_of: options.AsOf = None,
    format_name: options.PageFormatName = None,
    output: options.Output = "-",
    data_dir: options.DataDir = None,
) -> int:
    """Show one designation, and the same party on other lists, with what each restricts."""
    from screenr.catalog import open_catalog
    from screenr.cli import output as out
    from screenr.cli import request
    from screenr.formats.show import DOSSIERS

    day = request.as_of_day(as_of)
    chosen = request.format_for(format_name, output, DOSSIERS)
    catalog = open_catalog(data_dir=request.data_dir(data_dir))
    dossier = _dossier(catalog, designation, day)
    out.emit(DOSSIERS[chosen](dossier, out.view_of(output)), output)
    return 0


def _dossier(catalog: "Catalog", designation_id: str, day: "dt.date") -> "Dossier":
    from screenr.formats.dossier import Dossier
    from screenr.screening import related

    found = catalog.designation(designation_id)
    return Dossier(
        as_of=day,
        asked=_standing(catalog, found, day),
        related=tuple(_standing(catalog, each, day) for each in related(catalog, found, as_of=day)),
    )


def _standing(catalog: "Catalog", found: "Designation", day: "dt.date") -> "Standing":
    from screenr import effects
    from screenr.formats.dossier import Standing

    info = next(each for each in catalog.lists() if each.id == found.list_id)
    now = effects.effects_on(found, info, day)
    later = effects.upcoming_effects(found, info, day)
    return Standing(
        designation=found,
        list=info,
        in_force=found.in_force(day),
        effects=now,
        upcoming=later,
        summary=effects.summary_of(found, info, day, now, later),
        ownership=effects.ownership_sentence(info, day),
        notes=effects.notes_of(found, info, day, now, later),
    )
