"""The lines that `yaml_text` writes, read without a parser of YAML.

Nearly all of what an index is compiled from has this form: fields a line each, lists with an item a
line, and records of such fields as the items of the outermost lists. A third of the lines occur
once, so that most are read but once. A text in which anything has another form is left to the
parser, its errors and all.
"""

import datetime as dt
import functools
import json
import re
from collections.abc import Iterable
from typing import Any

UNPRINTABLE = "\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
"""Characters that YAML refuses or takes for the end of a line, as in a class of an expression."""
# Plain scalars start with a letter, so that no number or day can be meant, and hold nothing that
# YAML gives a meaning to; all else is double quoted.
PLAIN_IN_BLOCK = r"[^\W\d_][\w .,()&/'+-]*+(?::(?=\w)[\w .,()&/'+-]*+)*+(?<! )"
PLAIN_IN_FLOW = r"[^\W\d_][\w .()&/'+-]*+(?<! )"

_CONSTANTS = {"null": None, "~": None, "": None, "true": True, "false": False}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INTEGER = re.compile(r"-?(?:0|[1-9]\d*)")
_KEY = "(?!(?:null|true|false):)[a-z_][a-z0-9_]*+"
_UNESCAPED = rf'[^"\\\x00-\x1f{UNPRINTABLE}]*+'
_ESCAPE = r'\\(?:["\\bfnrt]|u(?!d[89a-f])[0-9a-f]{4})'
_QUOTED = f'"{_UNESCAPED}(?:{_ESCAPE}{_UNESCAPED})*+"'
_NUMBER = "[0-9][0-9-]*+"
_IN_FLOW = f"(?:{_QUOTED}|{PLAIN_IN_FLOW}|{_NUMBER})"
_LINE = re.compile(
    rf"(?:- |({_KEY}):(?: |$))(?:({_QUOTED}|{PLAIN_IN_BLOCK}|{_NUMBER})|(\[.+\])|(\{{.+\}}))?"
)
_ITEMS = re.compile(rf"(?:^\[|, )({_IN_FLOW})")
_PAIRS = re.compile(rf"(?:^\{{|, )({_KEY}): ({_IN_FLOW})")
_REMEMBERED = 4_000
"""Lines that are kept as they were read: kinds, days, countries and sources recur."""
_NOTHING: Any = object()


def read(text: str) -> dict[str, Any] | None:
    """The fields of a document; None where it is not wholly of this form."""
    try:
        return _document(text)
    except ValueError:
        return None


def resolved(plain: str) -> Any:  # noqa: ANN401 -- a YAML value has no tighter type
    """What a plain scalar means; `ValueError` where it is no day but looks like one."""
    if plain in _CONSTANTS:
        return _CONSTANTS[plain]
    if plain[0] in "-0123456789":
        if _DAY.fullmatch(plain):
            return dt.date.fromisoformat(plain)
        if _INTEGER.fullmatch(plain):
            return int(plain)
    return plain


def _document(text: str) -> dict[str, Any]:
    whole, end, rest = text.rpartition("\n")
    if rest or not end:
        raise ValueError("the last line does not end")
    first, *items = whole.split("\n- ")
    fields: dict[str, Any] = {}
    begun = _add(fields, first.split("\n"))
    for item in items:
        *lines, last = item.split("\n  ")
        last, *others = last.split("\n")
        record: dict[str, Any] = {}
        if begun is None or _add(record, [*lines, last]) == []:
            raise ValueError("an item of no list, or a field without a value")
        begun.append(record)
        if others:
            begun = _add(fields, others)
    if begun == []:
        raise ValueError("a field without a value")
    return fields


def _add(fields: dict[str, Any], lines: Iterable[str]) -> list[Any] | None:
    """Add what lines say; the list that the last of them begins or goes on with."""
    begun: list[Any] | None = None
    for line in lines:
        key, value = _read(line)
        if key:
            if key in fields or begun == []:
                raise ValueError(line)
            begun = [] if value is _NOTHING else None
            fields[key] = value if begun is None else begun
        elif begun is None:
            raise ValueError(line)
        else:
            begun.append(value)
    return begun


@functools.lru_cache(_REMEMBERED)
def _read(line: str) -> tuple[str, Any]:
    """The key of a line, if it has one, and its value, if it has one."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(line)
    key, scalar, items, pairs = found.groups("")
    if scalar:
        return key, _scalar(scalar)
    if items:
        return key, _list(items)
    if pairs:
        return key, _mapping(pairs)
    if not key:
        raise ValueError(line)
    return key, _NOTHING


def _list(text: str) -> list[Any]:
    items = _ITEMS.findall(text)
    if sum(map(len, items)) + 2 * len(items) != len(text):  # a comma and a blank, or the brackets
        raise ValueError(text)
    return [_scalar(each) for each in items]


def _mapping(text: str) -> dict[str, Any]:
    pairs = _PAIRS.findall(text)
    fields = {key: _scalar(value) for key, value in pairs}
    if sum([len(key) + len(value) + 4 for key, value in pairs]) != len(text):
        raise ValueError(text)
    if len(fields) < len(pairs):
        raise ValueError(text)
    return fields


def _scalar(text: str) -> Any:  # noqa: ANN401
    if text[0] != '"':
        return resolved(text)
    return json.loads(text) if "\\" in text else text[1:-1]
