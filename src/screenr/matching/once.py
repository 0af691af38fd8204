"""A property that is worked out once: `functools.cached_property` without its lock.

Up to Python 3.11 that takes a lock for each first reading, which was a twentieth of a comparison.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 -- a decorator, named as `property` is
    """What a method of no arguments gives, kept in the object under the name of the method."""

    def __init__(self, method: Callable[[Any], T]) -> None:
        self._method, self._name, self.__doc__ = method, method.__name__, method.__doc__

    @overload
    def __get__(self, each: None, owner: type) -> Self: ...
    @overload
    def __get__(self, each: object, owner: type) -> T: ...
    def __get__(self, each: object | None, owner: type) -> T | Self:
        """Work it out; from then on the object's own attribute is found first."""
        if each is None:
            return self
        found = each.__dict__[self._name] = self._method(each)
        return found
