"""`screenr check`: screen names typed on the command line."""

from screenr.cli import options


def check(  # noqa: PLR0913 -- one parameter an option
    names: options.Names,
    *,
    lists: options.Lists = "*",
    as_of: options.AsOf = None,
    threshold: options.Threshold = None,
    alias: options.AliasOption = None,
    country: options.Country = None,
    kind: options.KindOption = None,
    born: options.Born = None,
    identifier: options.IdentifierOption = None,
    activity: options.Activity = None,
    limit: options.Limit = None,
    explain: options.Explain = False,
    format_name: options.FormatName = None,
    output: options.Output = "-",
    data_dir: options.DataDir = None,
    max_age: options.MaxAge = None,
    quiet: options.Quiet = False,
) -> int:
    """Screen names: on which lists they stand, since when, and what that restricts.

    Ends 0 when all are clear, 1 when one is a hit, 3 when one could not be screened.
    """
    from screenr import config
    from screenr.cli import output as out
    from screenr.cli import reporting, request
    from screenr.formats import FORMATS

    policy = config.policy_of(
        lists=lists,
        threshold=threshold,
        activities=request.activities(activity),
        max_age_days=max_age,
    )
    day = request.as_of_day(as_of)
    chosen = request.format_for(format_name, output, FORMATS)
    out.check(output)
    view = out.view_of(output, limit=limit, explain=explain)
    asked = request.counterparties(
        names, aliases=alias, countries=country, kind=kind, born=born, identifiers=identifier
    )
    report = reporting.screen(asked, policy, as_of=day, data_dir=request.data_dir(data_dir))
    out.emit(FORMATS[chosen].report(report, view), output)
    out.say(reporting.age_warning(report), quiet=quiet)
    return reporting.exit_code(report)
