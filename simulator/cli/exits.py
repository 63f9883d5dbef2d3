"""Exit codes of `simulate`."""

from enum import IntEnum


class Exit(IntEnum):
    """130 and 143 are those of a process that SIGINT or SIGTERM ended: 128 + the signal's number."""

    DONE = 0
    NO = 1
    """It ran, and the answer is no."""
    WRONG = 2
    """The scenario or the call is wrong."""
    NOT_WRITTEN = 3
    INTERNAL = 70
    INTERRUPTED = 130
    TERMINATED = 143
