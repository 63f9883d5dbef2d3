"""One step of a run: all that happens at the next instant at which a request changes its stage."""

from time import perf_counter
from typing import NamedTuple

from simulator.model import System

_MOST_EVENTS = 100_000
"""Where nobody sends any more, nothing happens that a step could come to."""


class Step(NamedTuple):
    """What came of it."""

    request_id: int | None
    """Of the request that went on first; None where none did."""
    is_whole: bool
    """Whether all has happened that happens at the instant: a crowd may take longer than anybody waits at a key."""


def stepped(system: System, budget_s: float) -> Step:
    """Go on by a step, for about so much wall time."""
    trace = system.trace
    assert trace is not None, "a session is traced"
    before, deadline = trace.count, perf_counter() + budget_s
    for _ in range(_MOST_EVENTS):
        if trace.count > before or not system.step():
            break
    while (is_more := system.next_event_s <= system.now_s) and perf_counter() < deadline and system.step():
        pass
    request_id = int(trace.rows(before, before + 1)["request"][0]) if trace.count > before else None
    return Step(request_id, not is_more)
