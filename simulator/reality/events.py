"""What happens to a real server while it runs: faults, and workers that come and go."""

import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from simulator.reality.comparable import WORKERS
from simulator.reality.server import RealServer
from simulator.scenario import Change, FaultKind, Scenario
from simulator.scenario.server import ServerScenario

_APART_S = 0.05
"""Between two signals: the kernel makes one of equal signals that wait together."""
LOOKS_EVERY_S = 0.5
"""So often uvicorn's supervisor looks what it was asked."""
_BY = {signal.SIGTTIN: 1, signal.SIGTTOU: -1}
"""uvicorn has a signal for one worker more, and one for one less."""


@dataclass(frozen=True)
class Asked:
    """A signal to uvicorn's supervisor; seconds since the clients began.

    `acted_s` is None where it had not acted when the run was over.
    """

    signal: signal.Signals
    asked_s: float
    acted_s: float | None = None


def supervised(scenario: Scenario) -> ServerScenario:
    """The server as it is to be started: with a supervisor where workers come and go, which uvicorn has from two
    workers on."""
    server = scenario.server
    return server if server.workers > 1 or not scenario.changes else server.model_copy(update={"workers": 2})


def events(scenario: Scenario, real: RealServer) -> Iterator[tuple[float, Callable[[], None]]]:
    """Seconds since the clients began, and what is done then. All changes must be of `server.workers`."""
    for fault in scenario.faults:
        if fault.kind is FaultKind.CRASH:
            yield fault.at, partial(real.signal, signal.SIGKILL, int(fault.target.partition(":")[2]))
    for each in _asked(scenario):
        yield each.asked_s, partial(real.signal, each.signal)


def _asked(scenario: Scenario) -> Iterator[Asked]:
    for fault in scenario.faults:
        if fault.kind is FaultKind.RESTART:
            yield Asked(signal.SIGHUP, fault.at)
    workers = scenario.server.workers
    for change in sorted(scenario.changes, key=lambda change: change.at):
        more = int(change.to) - workers
        workers += more
        for step in range(abs(more)):
            yield Asked(signal.SIGTTIN if more > 0 else signal.SIGTTOU, change.at + step * _APART_S)


def heeded(scenario: Scenario, real: RealServer, origin_s: float) -> tuple[Asked, ...]:
    """What its supervisor was asked, and when it acted; the clients began at `origin_s` of the monotonic clock."""
    acted = {number: iter(real.heeded(number)) for number in (signal.SIGHUP, *_BY)}
    since = {number: (at - origin_s for at in times if at >= origin_s) for number, times in acted.items()}
    asked = sorted(_asked(scenario), key=lambda each: each.asked_s)
    return tuple(Asked(each.signal, each.asked_s, next(since[each.signal], None)) for each in asked)


def as_heeded(scenario: Scenario, asked: Sequence[Asked]) -> Scenario:
    """With its restarts, and workers that come and go, at the instants at which uvicorn acted."""
    if not asked:
        return scenario
    acted = [(round(each.acted_s, 6), each.signal) for each in asked if each.acted_s is not None]
    restart = next((fault for fault in scenario.faults if fault.kind is FaultKind.RESTART), None)
    faults = [fault for fault in scenario.faults if fault.kind is not FaultKind.RESTART]
    changes, workers = [], scenario.server.workers
    for at, number in sorted(acted):
        if number in _BY:
            workers += _BY[number]
            changes.append(Change(at=at, set=WORKERS, to=workers))
        elif restart is not None:
            faults.append(restart.model_copy(update={"at": at}))
    heeding = scenario.model_copy(update={"faults": tuple(faults), "changes": tuple(changes)})
    return heeding.in_directory(scenario.directory)
