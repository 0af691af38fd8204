"""Arrays with room to grow: to add to them, or to drop from them, does not make them anew."""

from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

_Scalar = TypeVar("_Scalar", bound=np.generic)


class Growing(Generic[_Scalar]):
    """Numbers of one kind, of which there can be more later; there is `room` for some at once."""

    def __init__(self, kind: DTypeLike, room: int) -> None:
        self._room: NDArray[_Scalar] = np.empty(room, kind)
        self._size = 0

    @property
    def values(self) -> NDArray[_Scalar]:
        """All of them, as they are until some are added or dropped."""
        return self._room[: self._size]

    def add(self, values: NDArray[_Scalar]) -> None:
        """Put some at the end."""
        first = self._size
        self._grow(first + len(values))
        self._room[first : self._size] = values

    def put(self, places: NDArray[np.int64], values: NDArray[Any], *, size: int) -> None:
        """Put each at its place, also after the end; there are `size` of them then."""
        self._grow(size)
        self._room[places] = values

    def _grow(self, size: int) -> None:
        """Let there be so many; a quarter more room is made where there is too little."""
        if size > len(self._room):
            room = np.empty(size + size // 4, self._room.dtype)
            room[: self._size] = self.values
            self._room = room
        self._size = size

    def keep(self, marked: NDArray[np.bool_]) -> None:
        """Drop all but those that are marked."""
        kept = self.values[marked]
        self._size = len(kept)
        self._room[: self._size] = kept
