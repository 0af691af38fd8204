"""The part of YAML that the data files use, read without constructors and written the same always.

What is written here is read line by line (`written_lines`). Any other YAML goes through PyYAML's
safe loader, but only as far as its events: building the values here is twice as fast as `yaml.load`
on files of megabytes, refuses what a data file has no business to hold (tags, anchors, duplicate
keys), and reads plain words as YAML 1.2 does, so that `NO` is Norway and not `false`.
"""

import datetime as dt
import gc
import json
import re
from collections.abc import Callable
from typing import Any

import yaml

from screenr.errors import ListUnavailableError
from screenr.lists import written_lines

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Following = Callable[[], Any]
_PLAIN_IN_BLOCK = re.compile(written_lines.PLAIN_IN_BLOCK)
_PLAIN_IN_FLOW = re.compile(written_lines.PLAIN_IN_FLOW)
_RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_UNPRINTABLE = re.compile(f"[{written_lines.UNPRINTABLE}]")


def load(text: str, file: str) -> Any:  # noqa: ANN401 -- a YAML value has no tighter type
    """Read one YAML document; every fault is an error that names `file` and the line."""
    collecting = gc.isenabled()
    gc.disable()  # millions of small values and not one cycle: the collector only costs here
    try:
        found = written_lines.read(text)
        return parsed(text) if found is None else found
    except yaml.MarkedYAMLError as error:
        raise ListUnavailableError(
            f"{file}{_at(error.problem_mark)}: not valid YAML: {error.problem}"
        ) from error
    except yaml.YAMLError as error:
        raise ListUnavailableError(f"{file}: not valid YAML: {error}".splitlines()[0]) from error
    except RecursionError as error:
        raise ListUnavailableError(f"{file}: nested too deeply") from error
    finally:
        if collecting:
            gc.enable()


def _at(mark: Any) -> str:  # noqa: ANN401 -- two unrelated classes of PyYAML
    return "" if mark is None else f", line {mark.line + 1}"


def parsed(text: str) -> Any:  # noqa: ANN401
    """The same without regard to lines; faults are those of the parser."""
    loader = _LOADER(text)
    try:
        return _document(loader.get_event)
    finally:
        loader.dispose()


def _document(following: _Following) -> Any:  # noqa: ANN401
    following()  # the start of the stream
    if not isinstance(following(), yaml.DocumentStartEvent):
        return None
    value = _value(following(), following)
    following()  # the end of the document
    if not isinstance(rest := following(), yaml.StreamEndEvent):
        raise _refusal(rest, "a second document")
    return value


def _value(event: Any, following: _Following) -> Any:  # noqa: ANN401
    kind = type(event)
    if event.anchor is not None:  # an alias has one too
        raise _refusal(event, "an anchor or alias")
    if event.tag is not None:
        raise _refusal(event, "a tag")
    if kind is yaml.ScalarEvent:
        return _scalar(event)
    if kind is yaml.SequenceStartEvent:
        items = []
        while type(event := following()) is not yaml.SequenceEndEvent:
            items.append(_value(event, following))
        return items
    return _mapping(following)


def _mapping(following: _Following) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    while type(event := following()) is not yaml.MappingEndEvent:
        key = _value(event, following)
        if not isinstance(key, str):
            raise _refusal(event, "a key that is not a word")
        if key in pairs:
            raise _refusal(event, f"the key `{key}` twice")
        pairs[key] = _value(following(), following)
    return pairs


def _scalar(event: Any) -> Any:  # noqa: ANN401
    if not event.implicit[0]:
        return event.value
    try:
        return written_lines.resolved(event.value)
    except ValueError:
        raise _refusal(event, f"{event.value}, which is no day,") from None


def _refusal(event: yaml.Event, what: str) -> yaml.MarkedYAMLError:
    mark: Any = event.start_mark  # the C parser has marks of a class of its own
    return yaml.MarkedYAMLError(problem=f"{what} is not allowed here", problem_mark=mark)


def block(record: dict[str, Any], *, indent: str = "", first: str | None = None) -> str:
    """Write a record of JSON values and days as YAML lines, a field a line.

    Lists of plain words and mappings stay on one line; other lists have an item a line. `first`
    is the indent of the first line where it differs (``- `` of a list).
    """
    lines: list[str] = []
    for key, value in record.items():
        if isinstance(value, list) and any(_needs_a_line(each) for each in value):
            lines.append(f"{key}:")
            lines += [f"- {_flow(each) if _is_nested(each) else _text(each)}" for each in value]
        else:
            lines.append(f"{key}: {_flow(value) if _is_nested(value) else _text(value)}")
    head = indent if first is None else first
    return "".join(f"{indent if position else head}{line}\n" for position, line in enumerate(lines))


def _is_nested(value: object) -> bool:
    return isinstance(value, (list, dict))


def _needs_a_line(value: object) -> bool:
    """Whether an item of a list is better read on a line of its own: no code, no bare number."""
    return _is_nested(value) or (isinstance(value, str) and " " in value)


def _flow(value: object) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(each) for each in value) + "]"
        case _:
            return _text(value, plain=_PLAIN_IN_FLOW)


def _text(value: object, *, plain: re.Pattern[str] = _PLAIN_IN_BLOCK) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dt.date():
            return value.isoformat()
        case str() if plain.fullmatch(value) and value.lower() not in _RESERVED:
            return value
        case _:
            quoted = json.dumps(value, ensure_ascii=False)
            return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
