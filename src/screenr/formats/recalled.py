"""What was worked out of objects that recur, such as listed parties: hashing them costs more."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recalled(Generic[K, V]):
    """A function of one argument that remembers its answers by the argument's identity.

    An argument is held as long as its answer, so that no other can take its identity. At most
    `most` are held, whatever the length of a run: of the older half those are kept that recur.
    """

    def __init__(self, function: Callable[[K], V], *, most: int) -> None:
        self._function, self._half = function, most // 2
        self._known: dict[int, tuple[K, V]] = {}
        self._older: dict[int, tuple[K, V]] = {}

    def __call__(self, argument: K) -> V:
        """The answer for an argument, which must not change."""
        found = self._known.get(id(argument))
        if found is None:
            if len(self._known) >= self._half:
                self._known, self._older = {}, self._known
            found = self._older.get(id(argument)) or (argument, self._function(argument))
            self._known[id(argument)] = found
        return found[1]
