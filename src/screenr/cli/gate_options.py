"""The options of `gate`, `decide` and `record`; those that all share stand in `options`."""

from pathlib import Path
from typing import Annotated

import typer

SupplierFiles = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE",
        help="Supplier files: CSV, TSV, JSON lines, text, XLSX, ODS, Parquet or a YAML list; - is "
        "the standard input.",
        show_default=False,
    ),
]
PolicyPath = Annotated[
    Path | None,
    typer.Option(
        "--policy",
        metavar="FILE",
        help="The policy. The default is screenr.yaml in this directory or above, up to that of "
        "the repository.",
    ),
]
DecisionsPath = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="The reviewed decisions. The default is what the policy names, else "
        "screenr-decisions.yaml beside it.",
    ),
]
BaselinePath = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="REPORT",
        help="A JSON report of an earlier run: only what is new or changed since fails.",
    ),
]
PolicyLists = Annotated[
    str | None,
    typer.Option(
        "--lists",
        metavar="IDS",
        help="List ids and patterns, comma-separated, instead of the policy's.",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="WHAT",
        help="Fail every match (listed), or those with an effect this severe or worse: see_entry, "
        "red_flag, conditional, denied_approval, presumed_prohibited, license_required or "
        "prohibited. The default is listed.",
    ),
]
GateMaxAge = Annotated[
    int | None,
    typer.Option(
        "--max-age",
        metavar="DAYS",
        help="End 3 where a list was last confirmed longer ago than this. The default is 30.",
    ),
]
RecordDir = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="DIR",
        help="Write a sealed record of the run into this directory, chained to the one before.",
    ),
]
Init = Annotated[
    bool,
    typer.Option(
        "--init",
        help="Write commented templates of screenr.yaml and screenr-decisions.yaml here; what is "
        "there stays.",
    ),
]
GateFormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="table, json, markdown, sarif, junit or github. The default is table, or what the "
        "ending of --output says.",
    ),
]
GateOutputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write here instead of the standard output (-), in the format of the ending. "
        "Repeatable. A file appears whole or not at all.",
    ),
]
GateActivity = Annotated[
    list[str] | None,
    typer.Option(
        "--activity",
        metavar="WORD",
        help="Judge by effects on this alone: buy, sell, import, invest, pay, federal, market, "
        "visit, or a legal activity. Repeat it, or separate by commas.",
    ),
]
DecidedParty = Annotated[
    str | None,
    typer.Argument(
        metavar="COUNTERPARTY",
        help="The name as it stands in the supplier file.",
        show_default=False,
    ),
]
DecidedDesignation = Annotated[
    str | None,
    typer.Argument(
        metavar="DESIGNATION", help="Its id, such as us-ofac-ns-cmic:33091.", show_default=False
    ),
]
FromReport = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="REPORT",
        help="Walk the open matches of a JSON report and ask about each.",
    ),
]
VerdictOption = Annotated[
    str | None,
    typer.Option("--verdict", metavar="VERDICT", help="false_positive, accepted or true_match."),
]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help="Why, for whoever asks in a year.")
]
By = Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who decided.")]
DecidedOn = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="The day of the decision. The default is today."),
]
Expires = Annotated[
    str | None,
    typer.Option("--expires", metavar="DAY", help="The last day on which the decision holds."),
]
DecidedCountry = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        help="Its country in the supplier file; the decision then holds only with that country.",
    ),
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Replace a decision on this match that still holds.")
]
RecordPath = Annotated[
    Path,
    typer.Argument(metavar="RECORD", help="A record, or for `verify` a directory of them."),
]
