"""Commands that take text as it was typed.

Typer sends every value through pydantic, also text that stays text and options that nobody gave; to
load it takes as long as all else that a check does. Here only what must become something else, a
fraction or a path, and what is no whole number where one should be, is left to it.
"""

from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from typer.core import TyperCommand, TyperGroup

_TEXT = (str, str | None, list[str], list[str] | None)
_WHOLE = int | None
_MOST_DIGITS = 18
"""Digits of a number that is taken as it is; Python refuses to read one of thousands."""


class TextCommand(TyperCommand):
    """A command of Typer that loads pydantic only for values that need it."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 -- private to Typer
        """The parameters, with the one that asks for help."""
        return _taking_text(super().get_params(ctx), self.callback)


class TextGroup(TyperGroup):
    """A group of such commands, with options of its own."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 -- private to Typer
        """The parameters, with the one that asks for help."""
        return _taking_text(super().get_params(ctx), self.callback)


def _taking_text(parameters: list[Any], callback: Callable[..., Any] | None) -> list[Any]:
    types = get_type_hints(callback) if callback else {}
    for each in parameters:
        # Click's own name for what makes a value of what was typed; an attribute hides the method.
        each.process_value = _process_value(each, types)
    return parameters


def _is_whole(value: object) -> bool:
    return (
        isinstance(value, str)
        and value.isascii()
        and value.isdecimal()
        and len(value) <= _MOST_DIGITS
    )


def _process_value(parameter: Any, types: Mapping[str, Any]) -> Callable[[Any, Any], Any]:  # noqa: ANN401
    convert = type(parameter).process_value
    wanted = types.get(parameter.name)

    def process_value(ctx: Any, value: Any) -> Any:  # noqa: ANN401 -- as Typer has it
        is_absent = value is None and not parameter.required
        if not is_absent and wanted == _WHOLE and _is_whole(value):
            value = int(value)
        elif not is_absent and not (wanted in _TEXT and value):
            return convert(parameter, ctx, value)
        return value if parameter.callback is None else parameter.callback(ctx, parameter, value)

    return process_value
