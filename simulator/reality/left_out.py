"""What of a scenario an exported project leaves out: its machine has its own, or nobody is there who would do it."""

from collections.abc import Iterator

from simulator.scenario import FaultKind, Scenario
from simulator.scenario.server import ServerScenario
from simulator.units import format_time

_OWN_COSTS = ("request_cpu", "connection_cpu", "hot_cpu_factor", "nagle_delay", "burst_window", "start_up")
_OWN_KERNEL = ("somaxconn", "syn_retry")


def left_out(scenario: Scenario) -> list[str]:
    """A line each, with its key in front; what a scenario does not say is not left out."""
    return [f"{key}: {why}" for key, why in (*_faults(scenario), *_server(scenario.server), *_load(scenario))]


def _faults(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for index, fault in enumerate(scenario.faults):
        at = format_time(fault.at)
        if fault.kind is FaultKind.CRASH:
            yield f"faults[{index}]", f"nobody crashes {fault.target} at {at}: end its process by kill -KILL"
        elif fault.kind is FaultKind.RESTART:
            yield f"faults[{index}]", f"nobody restarts the server at {at}: send uvicorn's first process a SIGHUP"


def _server(server: ServerScenario) -> Iterator[tuple[str, str]]:
    if server.cores:
        cores = "one core" if server.cores == 1 else f"{server.cores} cores"
        yield "server.cores", f"uvicorn takes all cores of its machine, not {cores}: start it under taskset"
    for keys, why in ((_OWN_COSTS, "a real server has its own"), (_OWN_KERNEL, "the machine's kernel has its own")):
        given = [key for key in keys if getattr(server, key) != ServerScenario.model_fields[key].default]
        if given:
            yield ", ".join(f"server.{key}" for key in given), why


def _load(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for index, client in enumerate(scenario.clients):
        if client.deadline is not None and client.deadline != client.timeout:
            yield f"clients[{index}].deadline", "load.py counts every answer, also a late one"
    if scenario.run.replications > 1:
        yield "run.replications", f"load.py sends what the first of {scenario.run.replications:,} sent"
