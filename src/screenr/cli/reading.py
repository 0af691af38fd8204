"""How a file of counterparties is to be read, as the flags say, checked before it is opened."""

from dataclasses import replace
from typing import NamedTuple

from screenr.cli import request
from screenr.errors import UsageError
from screenr.inputs import INPUTS
from screenr.inputs.columns import Given
from screenr.inputs.table import Asked

_DELIMITERS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|"}


class Reading(NamedTuple):
    """Which columns are read, and how the file is written."""

    given: Given
    asked: Asked


def checked(asked: Asked) -> Asked:
    """How the file is to be read; `UsageError` where that cannot be."""
    if asked.kind is not None:
        request.chosen(asked.kind, INPUTS, default="", option="--input-format")
    if asked.header_row is not None and asked.header_row < 0:
        raise UsageError(f"`--header-row` must be 0 or more, not {asked.header_row}")
    if asked.delimiter is None:
        return asked
    delimiter = _DELIMITERS.get(asked.delimiter.lower(), asked.delimiter)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise UsageError(
            f"`--delimiter` must be one character, not {asked.delimiter!r}",
            hint="for example `;`, or the words tab, comma, semicolon, bar",
        )
    return replace(asked, delimiter=delimiter)
