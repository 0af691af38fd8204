"""The error tree and the numbers a run can end with.

``ScreenrError`` and its children are for "cannot continue"; what merely could not be screened is a
value (`screenr.models.RowError`) in the result.
"""

import enum


class ExitCode(enum.IntEnum):
    """How a run ended.

    Ctrl-C ends 130 and a broken pipe 141, as shells expect; neither is in this table.
    """

    CLEAR = 0
    HIT = 1
    USAGE = 2
    UNABLE = 3
    BUG = 4


class ScreenrError(Exception):
    """What happened, in one line, and a hint saying what to do about it."""

    exit_code = ExitCode.UNABLE

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ScreenrError):
    """The command was given something it cannot use: nothing was screened."""

    exit_code = ExitCode.USAGE


class ListUnavailableError(ScreenrError):
    """A list, a snapshot or the index is absent, damaged or contradicts itself."""
