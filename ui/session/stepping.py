"""One step of a run: all that happens at the next instant at which a request changes its stage. Pure."""

from simulator.model import System

_MOST_EVENTS = 100_000
"""Where nobody sends any more, nothing happens that a step could come to."""


def stepped(system: System) -> int | None:
    """Go on by a step; the id of the request that went on first, None where none did."""
    trace = system.trace
    assert trace is not None, "a session is traced"
    before = trace.count
    for _ in range(_MOST_EVENTS):
        if trace.count > before or not system.step():
            break
    while system.next_event_s <= system.now_s and system.step():
        pass
    return int(trace.rows(before, before + 1)["request"][0]) if trace.count > before else None
