"""The text of a typed value, as a person would write it into a cell."""

import datetime as dt
import json
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
        case float() if value.is_integer():
            return f"{value:.0f}"  # a spreadsheet has no whole numbers: 5 is stored as 5.0
        case dt.datetime() if value.time() == dt.time(0) and value.tzinfo is None:
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case bytes():
            return value.hex()
        case dict():
            return json.dumps(value, ensure_ascii=False, default=str)
        case list() | tuple():
            return "; ".join(text_of_value(each) for each in value)
        case _:
            return f"{value}"


def texts(values: Iterable[object]) -> list[str]:
    """The texts of a row."""
    return [value if isinstance(value, str) else text_of_value(value) for value in values]
