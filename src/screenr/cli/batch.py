"""`screenr batch`: screen a file of counterparties."""

from screenr.cli import options


def batch(  # noqa: PLR0913 -- one parameter an option
    file: options.InputFile,
    *,
    output: options.Output = "-",
    format_name: options.RowFormatName = None,
    all_matches: options.AllMatches = False,
    limit: options.Limit = None,
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
    lists: options.Lists = "*",
    as_of: options.AsOf = None,
    threshold: options.Threshold = None,
    activity: options.Activity = None,
    workers: options.Workers = None,
    resume: options.Resume = False,
    fail_on_hit: options.FailOnHit = False,
    data_dir: options.DataDir = None,
    max_age: options.MaxAge = None,
    quiet: options.Quiet = False,
) -> int:
    """Screen a file of counterparties: the same file comes back with an answer on every row.

    Ends 0 when every row was screened, hits or not, and 3 when one could not be.
    """
    from screenr.cli.workers import started, workers_for

    # First of all, so that they load what they need while this process does.
    with started(workers_for(file, workers)) as processes:
        from screenr import config
        from screenr.cli import batch_request, request
        from screenr.formats.view import View
        from screenr.inputs.columns import Given
        from screenr.inputs.table import Asked

        given = Given(
            name=name_column, aliases=alias_column, countries=country_column,
            identifiers=id_column, kind=kind_column, born=born_column,
        )  # fmt: skip
        asked = Asked(
            kind=input_format, encoding=encoding, delimiter=delimiter, header_row=header_row,
            sheet=sheet,
        )  # fmt: skip
        policy = config.policy_of(
            lists=lists, threshold=threshold, activities=request.activities(activity),
            max_age_days=max_age,
        )  # fmt: skip
        wanted = batch_request.Request(
            file=file, output=output, format_name=format_name, quiet=quiet,
            view=View(limit=limit, all_matches=all_matches),
            given=given, asked=asked, policy=policy,
            as_of=request.as_of_day(as_of), data_dir=request.data_dir(data_dir),
            pool=processes, resume=resume, fail_on_hit=fail_on_hit,
        )  # fmt: skip
        return batch_request.screen_file(wanted)
