"""What a file is, by its first bytes; a wrong ending deceives nobody."""

import re

from screenr.errors import UsageError
from screenr.inputs.columns import has_name_column
from screenr.inputs.delimited import delimiter_of
from screenr.inputs.encoding import marked_encoding
from screenr.inputs.source import Source
from screenr.inputs.table import Asked
from screenr.inputs.text_lines import encoding_for, head_of

# The first bytes of each; a ZIP is taken for a workbook, and its reader says if it is none.
_BINARY = {
    b"PK\x03\x04": "workbook",
    b"\xd0\xcf\x11\xe0": "workbook",
    b"PAR1": "parquet",
}
_OTHERS = {
    b"%PDF": "a PDF",
    b"\x1f\x8b": "compressed (gzip)",
    b"BZh": "compressed (bzip2)",
    b"\x28\xb5\x2f\xfd": "compressed (zstandard)",
    b"\xfd7zXZ": "compressed (xz)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a rich-text document",
}
_PAGE = re.compile(r"<(?:!--|(?:!doctype|\?xml|html|head|body|meta|table)\b)", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][\w:-]*[\s/>]")
_YAML = (".yaml", ".yml")
_CONTROL = bytes({*range(32)} - set(b"\t\n\r\f\x1a"))
_MOST, _FEW = 0.02, 8


def kind_of(source: Source, asked: Asked) -> str:
    """One of `INPUTS`; `UsageError` for what is no table."""
    from screenr.inputs import kind_of_ending

    for mark, kind in _BINARY.items():
        if source.head.startswith(mark):
            return kind
    for mark, what in _OTHERS.items():
        if source.head.startswith(mark):
            raise UsageError(f"`{source.name}` is {what}, not a table", hint="export it as CSV")
    head = _check_text(source, asked.encoding)
    promised = kind_of_ending(source.name)
    if promised in ("csv", "tsv", "jsonl"):
        return promised
    found = _kind_of_text(head)
    if found == "text" and asked.kind is None:
        return _lines_or_table(source, head, promised, asked)
    return found


def _lines_or_table(source: Source, head: list[str], promised: str | None, asked: Asked) -> str:
    """Plain text is what all else is not; but names are not screened line by line out of a page."""
    hint = "export it as CSV, or say `--input-format text` if it has a name a line"
    lines = [line.lstrip("\ufeff \t") for line in head if line.strip()]
    tags = sum(_TAG.match(line) is not None for line in lines)
    if (lines and _PAGE.match(lines[0])) or 2 * tags > len(lines) > 1:
        raise UsageError(f"`{source.name}` is a page of HTML or XML, not a table", hint=hint)
    if source.name.lower().endswith(_YAML):
        hint = "`screenr gate` reads it; for `batch`, export it as CSV"
        raise UsageError(f"`{source.name}` is YAML, not a table", hint=hint)
    if promised in ("workbook", "parquet"):
        raise UsageError(f"`{source.name}` is no {promised}, but text", hint=hint)
    if asked.delimiter is not None or asked.header_row is not None:
        return "csv"
    # Unlike a comma, these do not come in names: where every line has as many, they part cells.
    delimiter = delimiter_of(head)
    if delimiter not in (";", "|"):
        return "text"
    return (
        "csv" if len(lines) > 1 and len({line.count(delimiter) for line in lines}) == 1 else "text"
    )


def _check_text(source: Source, encoding: str | None) -> list[str]:
    """The first lines, where the bytes are those of a text."""
    odd = len(source.head) - len(source.head.translate(None, _CONTROL))
    is_wide = (encoding or marked_encoding(source.head)).lower().startswith(("utf-16", "utf-32"))
    if odd > max(_FEW, _MOST * len(source.head)) and not is_wide:
        raise UsageError(
            f"`{source.name}` is binary, not a table",
            hint="CSV, TSV, JSON lines, text, XLSX, ODS and Parquet are read",
        )
    return head_of(source, encoding_for(source, encoding))


def _kind_of_text(head: list[str]) -> str:
    lines = [line for line in head if line.strip()]
    if not lines:
        return "text"
    first = lines[0].lstrip("\ufeff \t")
    if first.startswith(("{", "[")):
        return "jsonl"
    delimiter = delimiter_of(lines)
    if delimiter == "\t":
        return "tsv"
    cells = lines[0].strip().split(delimiter) if delimiter else [lines[0]]
    return "csv" if has_name_column([cell.strip('" \ufeff') for cell in cells]) else "text"
