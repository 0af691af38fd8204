"""`screenr gate`: supplier files held at the door of a build."""

from screenr.cli import gate_options, options


def gate(  # noqa: PLR0913 -- one parameter an option
    files: gate_options.SupplierFiles = None,
    *,
    policy: gate_options.PolicyPath = None,
    decisions: gate_options.DecisionsPath = None,
    baseline: gate_options.BaselinePath = None,
    lists: gate_options.PolicyLists = None,
    as_of: options.AsOf = None,
    threshold: options.Threshold = None,
    activity: gate_options.GateActivity = None,
    fail_on: gate_options.FailOn = None,
    max_age: gate_options.GateMaxAge = None,
    format_name: gate_options.GateFormatName = None,
    output: gate_options.GateOutputs = None,
    record: gate_options.RecordDir = None,
    data_dir: options.DataDir = None,
    init: gate_options.Init = False,
    quiet: options.Quiet = False,
) -> int:
    """Screen supplier files against a policy, and decide.

    Ends 0 when nothing fails, 1 when a match fails, 3 when not all of it could be screened.
    """
    from screenr.cli import gate_output, gate_request, project, request

    if init:
        return gate_request.init()
    paths = project.need_files(files)
    day = request.as_of_day(as_of)
    writers = gate_output.writers(format_name, output)
    found = project.project(policy, decisions)
    chosen = gate_request.policy_of(
        found.policy,
        lists=lists,
        threshold=threshold,
        activity=activity,
        fail_on=fail_on,
        max_age=max_age,
    )
    catalog = gate_request.catalog(data_dir)
    given = gate_request.gate_input(
        project.suppliers(paths), found, chosen, baseline=baseline, catalog=catalog
    )
    result = gate_request.run(given, catalog, as_of=day)
    gate_output.write(result, given, writers, record=record, quiet=quiet)
    return result.exit_code
