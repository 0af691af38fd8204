"""Every option of the command line, once, so that it means the same in each command."""

from pathlib import Path
from typing import Annotated

import typer

# Said in the help, and not imported from matching, which would make every start of the program
# load it; a test keeps the two equal.
THRESHOLD = 0.80

Names = Annotated[
    list[str],
    typer.Argument(metavar="NAME", help="Names to screen, one finding each.", show_default=False),
]
DesignationId = Annotated[
    str,
    typer.Argument(metavar="DESIGNATION", help="Its id, such as us-ofac-ns-cmic:33091."),
]
ListId = Annotated[
    str, typer.Argument(metavar="LIST", help="A list id, such as us-bis-entity-list.")
]
Lists = Annotated[
    str,
    typer.Option(
        "--lists",
        metavar="IDS",
        help="List ids and patterns, comma-separated: us-*,un-sc; ! leaves one out: *,!un-sc. The "
        "default is all.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DAY", help="Answer as of this day (YYYY-MM-DD). The default is today."
    ),
]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--threshold",
        metavar="SCORE",
        help=f"Report matches of this score (0 to 1) or better. The default is {THRESHOLD:.2f}.",
    ),
]
Activity = Annotated[
    list[str] | None,
    typer.Option(
        "--activity",
        metavar="WORD",
        help="Show only effects on this: buy, sell, import, invest, pay, federal, market, visit, "
        "or a legal activity. Repeat it, or separate by commas.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        help="Show the N best matches of a name in full and count the rest. By default all are "
        "shown, for people from the 11th on in a line each.",
    ),
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="What the name is of: organization, person, vessel, aircraft, address or unknown.",
    ),
]
Country = Annotated[
    list[str] | None,
    typer.Option(
        "--country", metavar="COUNTRY", help="Its country, as a code or a name. Repeatable."
    ),
]
AliasOption = Annotated[
    list[str] | None,
    typer.Option("--alias", metavar="NAME", help="Another name of the same party. Repeatable."),
]
Born = Annotated[
    list[str] | None,
    typer.Option(
        "--born",
        metavar="DATE",
        help="Birth date as precise as known: 1964, 1964-05, 1964-05-03, 1964/1966. Repeatable.",
    ),
]
IdentifierOption = Annotated[
    list[str] | None,
    typer.Option("--id", metavar="NUMBER", help="A passport, tax or company number. Repeatable."),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Show word by word what each score rests on.")
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="table, json, jsonl, csv or markdown. The default is table, or what the ending of "
        "--output says.",
    ),
]
PageFormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="table, json or markdown. The default is table, or what the ending of --output says.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write here instead of the standard output (-). A file appears whole or not at all.",
        show_default=False,
    ),
]
DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="DIR",
        help="Use the lists in this directory instead of those installed "
        "(SCREENR_DATA_DIR does the same).",
    ),
]
MaxAge = Annotated[
    int | None,
    typer.Option(
        "--max-age",
        metavar="DAYS",
        help="Warn of lists last confirmed longer ago than this. The default is 30.",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No warnings on the standard error; errors stay.")
]

SupplierFiles = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE",
        help="Supplier files: CSV, text with a name a line, or a YAML list.",
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
SchemaName = Annotated[str, typer.Argument(metavar="SCHEMA", help="policy or decisions.")]
