"""What the formats have in common whose payload is finished text."""

from typing import BinaryIO

from screenr.models.run import Tally


class TextSink:
    """Writes a head, the text of the rows as it comes, and nothing after it."""

    def __init__(self, stream: BinaryIO, head: str = "") -> None:
        self._stream, self._head = stream, head

    def begin(self) -> None:
        """Write the head."""
        self._stream.write(self._head.encode())

    def write(self, payload: bytes) -> None:
        """Write some rows."""
        self._stream.write(payload)

    def close(self, tally: Tally) -> None:
        """Nothing comes after the last row."""
