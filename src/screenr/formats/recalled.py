"""What was worked out of objects that recur, such as listed parties: hashing them costs more."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recalled(Generic[K, V]):
    """A function of one argument that remembers its answers by the argument's identity.

    An argument is held as long as its answer, so that no other can take its identity. At most
    `most` are held, whatever the length of a run.
    """

    def __init__(self, function: Callable[[K], V], *, most: int) -> None:
        self._function, self._most = function, most
        self._known: dict[int, tuple[K, V]] = {}

    def __call__(self, argument: K) -> V:
        """The answer for an argument, which must not change."""
        found = self._known.get(id(argument))
        if found is None:
            if len(self._known) >= self._most:
                self._known.clear()
            found = self._known[id(argument)] = argument, self._function(argument)
        return found[1]
