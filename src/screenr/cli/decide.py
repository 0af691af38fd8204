"""`screenr decide`: write down what a person decided on a match."""

from screenr.cli import options


def decide(  # noqa: PLR0913 -- one parameter an option
    counterparty: options.DecidedParty = None,
    designation: options.DecidedDesignation = None,
    *,
    verdict: options.VerdictOption = None,
    reason: options.Reason = None,
    by: options.By = None,
    on: options.DecidedOn = None,
    expires: options.Expires = None,
    country: options.DecidedCountry = None,
    from_report: options.FromReport = None,
    policy: options.PolicyPath = None,
    decisions: options.DecisionsPath = None,
    replace: options.Replace = False,
    data_dir: options.DataDir = None,
    quiet: options.Quiet = False,
) -> int:
    """Write a decision on one match, or on each open match of a report, asking in the terminal.

    Ends 0 when it is written, and with --from when every open match was decided, 1 when some were
    left open.
    """
    from screenr.cli import decisions_walk, decisions_writer, request
    from screenr.errors import UsageError

    day = request.today() if on is None else request.day_of(on, "--on")
    last = None if expires is None else request.day_of(expires, "--expires")
    target = decisions_writer.target(policy, decisions, quiet=quiet)
    given = decisions_writer.Given(
        counterparty, country, designation, verdict, reason=reason, by=by, on=day, expires=last
    )
    if from_report is not None:
        if given.about_one_match() or replace:
            raise UsageError(
                "`--from` asks about each match by itself",
                hint="beside it stand only --by, --on and --expires",
            )
        return decisions_walk.walk(from_report, target, given)
    decisions_writer.decide_one(target, given, data_dir=data_dir, replace=replace)
    return 0
