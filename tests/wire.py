"""Whether a document is what the types of the wire say."""

from collections.abc import Iterator
from types import UnionType
from typing import Literal, get_args, get_origin, get_type_hints, is_typeddict


def strangers(value: object, hint: object, where: str = "") -> Iterator[str]:  # noqa: C901 -- a case a kind of type
    """Where `value` is not what the type says; pydantic reads no typed dictionaries before 3.12."""
    if is_typeddict(hint):
        fields = get_type_hints(hint)
        if not isinstance(value, dict) or value.keys() != fields.keys():
            yield f"{where}: keys {sorted(value) if isinstance(value, dict) else value}"
            return
        for key, each in fields.items():
            yield from strangers(value[key], each, key)
    elif get_origin(hint) is list and isinstance(value, list):
        for each in value:
            yield from strangers(each, get_args(hint)[0], where)
    elif get_origin(hint) is UnionType:
        if all([*strangers(value, each, where)] for each in get_args(hint)):
            yield f"{where}: {value!r} is no {hint}"
    elif get_origin(hint) is Literal:
        if value not in get_args(hint):
            yield f"{where}: {value!r}"
    elif type(value) is not hint:
        yield f"{where}: {value!r} is no {hint}"
