"""How work keeps a processor busy."""

import time


def compute(seconds: float) -> None:
    """Burn so much processor time, however long that takes."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass
