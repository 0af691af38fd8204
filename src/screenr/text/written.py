"""Values from files that people write, checked whole: every fault names file, line and column.

One place turns what pydantic says of a policy or of decisions into a sentence that a person can
act on.
"""

import datetime as dt
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, TypeVar

import pydantic
from pydantic_core import PydanticCustomError

from screenr.errors import ScreenrError, UsageError
from screenr.text import located_yaml
from screenr.text.located_yaml import Node

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_Model = TypeVar("_Model")
_SHOWN = 60  # of what stands where something else should


def _iso_day(value: object) -> object:
    # Left to itself, pydantic also takes a number of seconds for a day.
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise PydanticCustomError("not_a_day", "not a day")
    return value


def _words(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("says_nothing", "empty")
    return " ".join(value.split())


Day = Annotated[dt.date, pydantic.BeforeValidator(_iso_day)]
Words = Annotated[str, pydantic.AfterValidator(_words), pydantic.Field(min_length=1)]


def text_of(content: bytes, shown: str) -> str:
    """The text of a file that people write; a byte order mark is set aside."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{shown}: not UTF-8 at byte {error.start}", hint="save it as UTF-8"
        ) from None


def bytes_of(path: Path) -> bytes:
    """The content of a file that the user named, or that its project has."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(
            f"no file `{path}`", hint="the path is seen from the working directory"
        ) from None
    except OSError as error:
        raise ScreenrError(f"cannot read `{path}`: {error.strerror}") from error


def checked(adapter: pydantic.TypeAdapter[_Model], node: Node, file: str) -> _Model:
    """The value that the document holds, or its first fault as a `UsageError`."""
    try:
        return adapter.validate_python(node.plain())
    except pydantic.ValidationError as error:
        faults = error.errors(include_url=False)
        # A list whose only items are wrong is not empty, whatever pydantic says of it besides.
        faults = [
            each
            for each in faults
            if not any(_is_within(other["loc"], each["loc"]) for other in faults)
        ]
        raise _fault(
            min(faults, key=lambda each: _place(each, node)), node, file, adapter
        ) from None


def _is_within(inner: tuple[int | str, ...], outer: tuple[int | str, ...]) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def _place(found: Any, node: Node) -> tuple[int, int]:  # noqa: ANN401 -- a typed dict of pydantic
    path = found["loc"]
    if found["type"] == "extra_forbidden":
        parent = node.at(path[:-1])
        return parent.keys.get(str(path[-1]), parent.place)
    return node.at(path).place


def _fault(
    found: Any,  # noqa: ANN401 -- a typed dict of pydantic
    node: Node,
    file: str,
    adapter: pydantic.TypeAdapter[Any],
) -> UsageError:
    at = _place(found, node)
    steps = [step for step in found["loc"] if isinstance(step, str)]
    name = steps[-1] if steps else ""
    match found["type"]:
        case "extra_forbidden":
            known = keys_of(adapter)
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
            return located_yaml.fault(file, at, f"unknown key `{name}`", hint=hint)
        case "missing":
            return located_yaml.fault(file, at, f"`{name}` is missing", hint=_HINTS.get(name))
        case kind:
            meant = _meant(found)
            sentence = "{given} is unknown" if meant else _SENTENCES.get(kind, "{msg}")
            told = sentence.format(msg=_lower(found["msg"]), **_context(found))
            about = f"`{name}`: " if name else ""
            return located_yaml.fault(file, at, f"{about}{told}", hint=meant or _HINTS.get(name))


def _meant(found: Any) -> str | None:  # noqa: ANN401 -- a typed dict of pydantic
    """The word that was mistyped, where only some words may stand."""
    if found["type"] != "literal_error" or not isinstance(found["input"], str):
        return None
    known = re.findall(r"'([^']+)'", found["ctx"]["expected"])
    near = get_close_matches(found["input"], known, n=1)
    return f"did you mean `{near[0]}`?" if near else None


_SENTENCES = {
    "list_type": "must be a list{such_as}",
    "tuple_type": "must be a list{such_as}",
    "literal_error": "{given} is not one of {expected}",
    "string_type": "must be text",
    "float_parsing": "{given} is not a number",
    "float_type": "must be a number",
    "int_parsing": "{given} is not a whole number",
    "int_type": "must be a whole number",
    "greater_than": "must be above {gt}, not {given}",
    "greater_than_equal": "must be {ge} or more, not {given}",
    "less_than_equal": "must be at most {le}, not {given}",
    "too_short": "must not be empty",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "{given} has not the form that is needed",
    "finite_number": "must be a finite number",
    "date_type": "must be a day, such as 2027-01-31",
    "not_a_day": "{given} is not a day, such as 2027-01-31",
    "says_nothing": "must not be empty",
    "date_from_datetime_parsing": "{given} is not a day, such as 2027-01-31",
    "model_type": "must be keys with values, such as `key: value`",
    "dataclass_type": "must be keys with values",
}
_HINTS = {
    "reason": "a decision needs a reason, who made it (`by`), on which day, and when it expires",
    "by": "a decision needs a reason, who made it (`by`), on which day, and when it expires",
    "on": "the day of the decision, such as 2026-11-22",
    "expires": "the last day on which it holds, such as 2027-11-22",
    "digest": "`screenr decide` writes it",
}


def keys_of(adapter: pydantic.TypeAdapter[Any]) -> list[str]:
    """The keys that a file of this kind may have."""
    schema = adapter.json_schema()
    described = [schema, *schema.get("$defs", {}).values()]
    return [key for each in described for key in each.get("properties", ())]


def _context(found: Any) -> dict[str, object]:  # noqa: ANN401 -- a typed dict of pydantic
    given = found["input"]
    shown = "nothing" if given is None else _cut(given) if isinstance(given, str) else "this"
    limits = {
        name: f"{value:g}" if isinstance(value, float) else value
        for name, value in (found.get("ctx") or {}).items()
    }
    such_as = f", such as [{shown}]" if isinstance(given, str) else ""
    return {**limits, "given": shown, "such_as": such_as}


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _lower(message: str) -> str:
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
