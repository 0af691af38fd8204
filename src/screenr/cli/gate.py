"""`screenr gate`: supplier files held at the door of a build."""

from screenr.cli import gate_options, options


def gate(  # noqa: PLR0913 -- one parameter an option
    files: gate_options.SupplierFiles = None,
    *,
    policy: gate_options.PolicyPath = None,
    decisions: gate_options.DecisionsPath = None,
    baseline: gate_options.BaselinePath = None,
    name_column: options.NameColumn = None,
    alias_column: options.AliasColumn = None,
    country_column: options.CountryColumn = None,
    id_column: options.IdColumn = None,
    kind_column: options.KindColumn = None,
    born_column: options.BornColumn = None,
    input_format: options.InputFormat = None,
    encoding: options.Encoding = None,
    delimiter: options.Delimiter = None,
    header_row: options.HeaderRow = None,
    sheet: options.Sheet = None,
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
    from screenr.cli import gate_output, gate_request, project, reading, request
    from screenr.cli.supplier_files import suppliers
    from screenr.inputs.columns import Given
    from screenr.inputs.table import Asked

    if init:
        return gate_request.init()
    columns = Given(
        name=name_column, aliases=alias_column, countries=country_column,
        identifiers=id_column, kind=kind_column, born=born_column,
    )  # fmt: skip
    asked = Asked(
        kind=input_format, encoding=encoding, delimiter=delimiter, header_row=header_row,
        sheet=sheet,
    )  # fmt: skip
    day = request.as_of_day(as_of)
    found = project.project(policy, decisions)
    writers = gate_output.writers(format_name, output)
    gate_output.check_places(
        writers, record, inputs=(*(files or ()), found.policy_path, found.decisions_path, baseline)
    )
    given = suppliers(files, reading.Reading(columns, reading.checked(asked)))
    chosen = gate_request.policy_of(
        found.policy,
        lists=lists,
        threshold=threshold,
        activity=activity,
        fail_on=fail_on,
        max_age=max_age,
    )
    catalog = gate_request.catalog(data_dir)
    whole = gate_request.gate_input(given, found, chosen, baseline=baseline, catalog=catalog)
    gate_output.tell(given.remarks, quiet=quiet)
    result = gate_request.run(whole, catalog, as_of=day)
    gate_output.write(result, whole, writers, record=record, quiet=quiet)
    return result.exit_code
