"""The text of a typed value, as a person would write it into a cell."""

import datetime as dt
import json
import math
from collections.abc import Iterable


def text_of_value(value: object) -> str:  # noqa: PLR0911 -- a return a type
    """Text of a cell of a workbook, a Parquet column or a JSON object.

    Several values share a cell with semicolons, as the columns of aliases read them.
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return _text_of_float(value)
        case dt.datetime() if value.time() == dt.time(0) and value.tzinfo is None:
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return _text_of_bytes(value)
        case dict():
            return json.dumps(value, ensure_ascii=False, default=str)
        case list() | tuple():
            return "; ".join(text_of_value(each) for each in value)
        case _:
            return f"{value}"


def _text_of_float(value: float) -> str:
    if math.isnan(value):
        return ""  # what pandas has for nothing
    # A spreadsheet has no whole numbers: 5 is stored as 5.0.
    return f"{value:.0f}" if value.is_integer() else f"{value}"


def _text_of_bytes(value: bytes) -> str:
    """Bytes that are text, as Spark and Impala may write strings into Parquet; else in hex."""
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return value.hex()
    return text if text.isprintable() else value.hex()


def texts(values: Iterable[object]) -> list[str]:
    """The texts of a row."""
    return [value if isinstance(value, str) else text_of_value(value) for value in values]
