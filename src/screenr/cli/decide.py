"""`screenr decide`: write down what a person decided on a match."""

from screenr.cli import gate_options, options


def decide(  # noqa: PLR0913 -- one parameter an option
    counterparty: gate_options.DecidedParty = None,
    designation: gate_options.DecidedDesignation = None,
    *,
    verdict: gate_options.VerdictOption = None,
    reason: gate_options.Reason = None,
    by: gate_options.By = None,
    on: gate_options.DecidedOn = None,
    expires: gate_options.Expires = None,
    country: gate_options.DecidedCountry = None,
    from_report: gate_options.FromReport = None,
    policy: gate_options.PolicyPath = None,
    decisions: gate_options.DecisionsPath = None,
    replace: gate_options.Replace = False,
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
