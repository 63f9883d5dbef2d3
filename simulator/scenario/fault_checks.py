"""What is contradictory in faults."""

from collections.abc import Iterator

from simulator.scenario.events import Fault, FaultKind
from simulator.scenario.problems import Location
from simulator.scenario.scenario import Scenario
from simulator.scenario.server import MOST_WORKERS
from simulator.words import nearest, shown

Finding = tuple[Location, str]


def faults_fit(scenario: Scenario) -> Iterator[Finding]:
    """Each fault has the keys of its kind and something to hit.

    One that would come after the run's end does no harm: a session that was saved early has it for when it goes on.
    """
    for index, fault in enumerate(scenario.faults):
        at: Location = ("faults", index)
        yield from _fault_keys(fault, at)
        targets = _targets(fault.kind, scenario)
        if fault.target not in targets:
            hint = nearest(fault.target, targets)
            yield (*at, "target"), f"{shown(fault.target)} is nothing that can {_VERBS[fault.kind]}{hint}"


_VERBS = {
    FaultKind.SLOW: "be slow",
    FaultKind.DOWN: "be down",
    FaultKind.HANG: "hang",
    FaultKind.CRASH: "crash",
    FaultKind.RESTART: "restart",
}


def _fault_keys(fault: Fault, at: Location) -> Iterator[Finding]:
    lasts = fault.kind in (FaultKind.SLOW, FaultKind.DOWN, FaultKind.HANG)
    if lasts and fault.lasting is None:
        yield (*at, "for"), f"required for {fault.kind}, but missing"
    if not lasts and fault.lasting is not None:
        yield (*at, "for"), f"is no key of {fault.kind}"
    if fault.kind is FaultKind.SLOW and fault.factor is None:
        yield (*at, "factor"), "required for slow, but missing"
    if fault.kind is not FaultKind.SLOW and fault.factor is not None:
        yield (*at, "factor"), f"is no key of {fault.kind}"


def _targets(kind: FaultKind, scenario: Scenario) -> list[str]:
    if kind is FaultKind.RESTART:
        return ["server"]
    if kind is FaultKind.CRASH:
        workers = max([scenario.server.workers, *_later_counts(scenario, "server.workers")])
        consumers = max(
            [scenario.broker.consumers, *_later_counts(scenario, "broker.consumers")] if scenario.broker else [0]
        )
        return [f"worker:{i + 1}" for i in range(workers)] + [f"consumer:{i + 1}" for i in range(consumers)]
    return [service.name for service in scenario.services]


def _later_counts(scenario: Scenario, key: str) -> list[int]:
    counts = [change.to for change in scenario.changes if change.set == key]
    return [count for count in counts if type(count) is int and count <= MOST_WORKERS]
