"""Every option of the command line, once, so that it means the same in each command."""

from typing import Annotated

import typer

# Said in the help, and not imported from matching, which would make every start of the program
# load it; a test keeps the two equal.
THRESHOLD = 0.80

Names = Annotated[
    list[str],
    typer.Argument(metavar="NAME", help="Names to screen, one finding each.", show_default=False),
]
InputFile = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="CSV, TSV, JSON lines, text, XLSX, ODS or Parquet; - is the standard input.",
        show_default=False,
    ),
]
QueryName = Annotated[
    str, typer.Argument(metavar="NAME", help="A name as the counterparty writes it.")
]
ListedName = Annotated[str, typer.Argument(metavar="LISTED", help="A name as a list writes it.")]
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
        help="table, json, jsonl, csv, markdown or html. The default is table, or what the ending "
        "of --output says.",
    ),
]
ComparisonFormatName = Annotated[
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
    str | None,
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
SchemaName = Annotated[str, typer.Argument(metavar="SCHEMA", help="policy or decisions.")]
RowFormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="csv, tsv, jsonl, json, markdown, html, xlsx or parquet. The default is what the "
        "ending of --output says, else csv.",
    ),
]
AllMatches = Annotated[
    bool,
    typer.Option(
        "--all-matches", help="In tables, a row for each match instead of the best one and a count."
    ),
]
NameColumn = Annotated[
    str | None,
    typer.Option(
        "--name-column",
        metavar="COLUMN",
        help="The column of names, by its header or number. By default found by its header.",
    ),
]
AliasColumn = Annotated[
    list[str] | None,
    typer.Option(
        "--alias-column", metavar="COLUMN", help="A column of other names. Repeatable; - for none."
    ),
]
CountryColumn = Annotated[
    list[str] | None,
    typer.Option(
        "--country-column", metavar="COLUMN", help="A column of countries. Repeatable; - for none."
    ),
]
IdColumn = Annotated[
    list[str] | None,
    typer.Option(
        "--id-column",
        metavar="COLUMN",
        help="A column of passport, tax or company numbers. Repeatable; - for none.",
    ),
]
KindColumn = Annotated[
    str | None,
    typer.Option(
        "--kind-column",
        metavar="COLUMN",
        help="A column that says whether it is a company or a person; - for none.",
    ),
]
BornColumn = Annotated[
    str | None,
    typer.Option("--born-column", metavar="COLUMN", help="A column of birth dates; - for none."),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--input-format",
        metavar="FORMAT",
        help="csv, tsv, jsonl, text, workbook or parquet, where it is not told by the file itself.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Of a text file, such as utf-8, gb18030 or cp1252. By default found out.",
    ),
]
Delimiter = Annotated[
    str | None,
    typer.Option(
        "--delimiter",
        metavar="CHARACTER",
        help="Between cells of a text file, such as ; or tab. By default found out.",
    ),
]
HeaderRow = Annotated[
    int | None,
    typer.Option(
        "--header-row",
        metavar="N",
        help="The line of the header, 0 if there is none. By default the first that is not empty.",
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar="SHEET", help="Of a workbook, by its name or number."),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        help="Screen in this many processes. The default is 1 for files below 4 MB, else one for "
        "each processor, 8 at most.",
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Go on with a run that was interrupted, else begin one that can be; csv, tsv, jsonl.",
    ),
]
FailOnHit = Annotated[bool, typer.Option("--fail-on-hit", help="End 1 when a row is a hit.")]
