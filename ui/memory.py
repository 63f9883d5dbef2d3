"""Memory that is freed goes back to the system."""

import ctypes
import sys

_trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
"""Only glibc has it; and only glibc keeps what lies between pieces that are in use."""


def give_back() -> None:
    """Much was freed: a run goes on for hours in what it took when its record was full, and a window does not keep the
    room of the largest run there was."""
    if _trim is not None:
        _trim(0)
