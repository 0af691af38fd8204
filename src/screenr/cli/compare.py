"""`screenr compare`: two names, their score and what it rests on."""

from typing import TYPE_CHECKING

from screenr.cli import options

if TYPE_CHECKING:
    from screenr.models.finding import Comparison


def compare(  # noqa: PLR0913 -- one parameter an option
    query: options.QueryName,
    listed: options.ListedName,
    *,
    kind: options.KindOption = None,
    threshold: options.Threshold = None,
    format_name: options.ComparisonFormatName = None,
    output: options.Output = "-",
    data_dir: options.DataDir = None,
) -> int:
    """Score a counterparty's name against a listed one, and say what the score rests on.

    The order matters: words that only the listed name has cost less than the reverse. Only these
    two names are compared; `check` also knows aliases, countries and dates.

    Ends 0 when they do not match, 1 when they do, 3 when a name cannot be read.
    """
    from screenr import api, config
    from screenr.cli import output as out
    from screenr.cli import request
    from screenr.errors import ExitCode
    from screenr.formats.comparison import COMPARISONS, ComparedNames
    from screenr.matching.compare import DEFAULT_THRESHOLD

    asked_threshold = config.policy_of(threshold=threshold).threshold
    chosen = request.format_for(format_name, output, COMPARISONS)
    out.check(output)
    names = ComparedNames(
        query=request.name_within_limits(query),
        listed=request.name_within_limits(listed),
        kind=request.kind_of(kind),
        threshold=DEFAULT_THRESHOLD if asked_threshold is None else asked_threshold,
    )
    comparison = api.compare(
        names.query,
        names.listed,
        kind=names.kind,
        threshold=names.threshold,
        data_dir=request.data_dir(data_dir),
    )
    _check_read(comparison, names.query, names.listed)
    out.emit(COMPARISONS[chosen](names, comparison, out.view_of(output)), output)
    return ExitCode.HIT if comparison.is_match else ExitCode.CLEAR


def _check_read(comparison: "Comparison", *names: str) -> None:
    """Refuse to call names different that were never compared."""
    from screenr.errors import ScreenrError

    if comparison.is_read:
        return
    unread = [name for name in names if not any(map(str.isalnum, name))] or names
    raise ScreenrError(
        f"there is neither letter nor digit to compare in {' nor in '.join(map(repr, unread))}",
        hint="give two names in letters, of any script",
    )
