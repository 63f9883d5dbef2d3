"""What happens to a real server while it runs: faults, and workers that come and go."""

import signal
from collections.abc import Callable, Iterator
from functools import partial

from simulator.reality.server import RealServer
from simulator.scenario import FaultKind, Scenario
from simulator.scenario.server import ServerScenario

_APART_S = 0.05
"""Between two signals: the kernel makes one of equal signals that wait together."""


def supervised(scenario: Scenario) -> ServerScenario:
    """The server as it is to be started: with a supervisor where workers come and go, which uvicorn has from two
    workers on."""
    server = scenario.server
    return server if server.workers > 1 or not scenario.changes else server.model_copy(update={"workers": 2})


def events(scenario: Scenario, real: RealServer) -> Iterator[tuple[float, Callable[[], None]]]:
    """Seconds since the clients began, and what is done then. All changes must be of `server.workers`."""
    for fault in scenario.faults:
        if fault.kind is FaultKind.RESTART:
            yield fault.at, partial(real.signal, signal.SIGHUP)
        elif fault.kind is FaultKind.CRASH:
            yield fault.at, partial(real.signal, signal.SIGKILL, int(fault.target.partition(":")[2]))
    workers = scenario.server.workers
    for change in sorted(scenario.changes, key=lambda change: change.at):
        more = int(change.to) - workers
        workers += more
        # uvicorn has a signal for one worker more, and one for one less.
        number = signal.SIGTTIN if more > 0 else signal.SIGTTOU
        for step in range(abs(more)):
            yield change.at + step * _APART_S, partial(real.signal, number)
