"""What of a scenario has no counterpart on one machine, and the scenario as this machine would run it."""

import sys
from collections.abc import Iterator

from simulator.distributions import Distribution, DistributionKind
from simulator.errors import Problem, ScenarioError
from simulator.reality.machine import Machine, cores, somaxconn
from simulator.reality.messages import Finding, what_no_stand_in_shows
from simulator.scenario import ArrivalKind, ClientScenario, FaultKind, HandlerKind, LoopKind, Route, Scenario, Step
from simulator.scenario.server import ServerScenario

MOST_SECONDS = 600.0
MOST_REQUESTS = 500_000
MOST_CONNECTIONS = 5_000

WORKERS = "server.workers"
"""The one value that a real server takes while it runs, by signals to its supervisor."""
_REAL_FAULTS = (FaultKind.SLOW, FaultKind.CRASH, FaultKind.RESTART)


def incomparable(scenario: Scenario, *, is_led: bool = True) -> list[Problem]:
    """A problem for every part that a real server on this machine cannot be given.

    `is_led`: whether somebody is there to have its supervisor start and end workers.
    """
    return [Problem(f"not comparable with a real server here: {why}", key) for key, why in _found(scenario, is_led)]


def check_comparable(scenario: Scenario) -> None:
    """Raises ScenarioError with every part that is not, or that would not be bounded."""
    problems = [*incomparable(scenario), *(Problem(why, key) for key, why in _unbounded(scenario))]
    if problems:
        raise ScenarioError(problems)


def _found(scenario: Scenario, is_led: bool) -> Iterator[Finding]:
    yield from what_no_stand_in_shows(scenario)
    if any(change.set != WORKERS or not is_led for change in scenario.changes):
        yield "changes", "a real server takes no new values while it runs"
    yield from _faults(scenario)
    yield from _server(scenario.server)
    yield from _services(scenario)


def _faults(scenario: Scenario) -> Iterator[Finding]:
    for index, fault in enumerate(scenario.faults):
        key = f"faults[{index}].kind"
        if fault.kind not in _REAL_FAULTS:
            yield key, f"a service cannot be made to {fault.kind.value}"
        elif fault.target.startswith("consumer"):
            yield key, "no consumer of the stand-in for the broker can crash"
        elif fault.kind is not FaultKind.SLOW and scenario.server.workers == 1:
            yield key, "a single worker has no supervisor that would start another"


def _server(server: ServerScenario) -> Iterator[Finding]:
    mine = somaxconn()
    if server.gil is not _has_gil():
        yield "server.gil", f"this Python runs {'with' if _has_gil() else 'without'} one"
    if server.cores > cores():
        yield "server.cores", f"this machine has {cores()}"
    if min(server.backlog, server.somaxconn) != min(server.backlog, mine):
        yield "server.somaxconn", f"this machine's is {mine}"
    for name in ("timeout_keep_alive", "timeout_graceful_shutdown"):
        if not getattr(server, name).is_integer():
            yield f"server.{name}", "uvicorn takes whole seconds"
    if server.limit_max_requests and server.workers == 1:
        yield "server.limit_max_requests", "a single worker ends there, and the run with it"


def _has_gil() -> bool:
    return bool(getattr(sys, "_is_gil_enabled", lambda: True)())


def _services(scenario: Scenario) -> Iterator[Finding]:
    for service in scenario.services:
        key = f"services[{service.name}]"
        if service.concurrency and scenario.server.workers > 1:
            yield f"{key}.concurrency", "processes of one app share no places here; try one worker"
        ways = {
            handler is HandlerKind.ASYNC
            for handler, step in _steps(scenario)
            if step.service == service.name
        }  # fmt: skip
        if len(ways) > 1 and (service.pool_size or service.concurrency):
            yield key, "async routes have a pool of their own, and cannot share one with def or blocking routes"


def _steps(scenario: Scenario) -> Iterator[tuple[HandlerKind, Step]]:
    for route in scenario.routes:
        yield from ((route.handler, step) for step in route.steps)
        yield from ((route.background_handler, step) for step in route.background)


def _unbounded(scenario: Scenario) -> Iterator[Finding]:
    lasts = scenario.run.duration + scenario.run.drain
    if lasts > MOST_SECONDS:
        yield "run.duration", f"must be at most {MOST_SECONDS:g} s of real time with the drain, got {lasts:g} s"
    count = sum(_expected(client, scenario.run.duration) for client in scenario.clients)
    if count > MOST_REQUESTS:
        yield "clients", f"must send at most {MOST_REQUESTS:,} requests to a real server, got about {count:,.0f}"
    messages = count * max((_messages(route) for route in scenario.routes), default=0)
    if messages > MOST_REQUESTS:
        why = f"must enqueue at most {MOST_REQUESTS:,} messages beside a real server"
        yield "routes", f"{why}, got about {messages:,.0f}"
    users = sum(client.users or 0 for client in scenario.clients)
    if users > MOST_CONNECTIONS:
        yield "clients", f"must have at most {MOST_CONNECTIONS:,} users for a real server, got {users:,}"


def _messages(route: Route) -> int:
    return sum(step.count for step in (*route.steps, *route.background) if step.enqueue is not None)


def _expected(client: ClientScenario, duration: float) -> float:
    if client.arrivals is ArrivalKind.SCHEDULE:
        return max(rate for _, rate in client.profile or ()) * duration
    return max(client.rate or 0.0, client.burst_rate or 0.0) * duration


def on_this_machine(scenario: Scenario, machine: Machine) -> Scenario:
    """With this machine's costs in place of the scenario's own, and its late sleeps in every io step."""
    server = scenario.server.model_copy(
        update={
            "request_cpu": _constant(machine.request_cpu_s),
            "connection_cpu": _constant(machine.connection_cpu_s),
            "hot_cpu_factor": machine.hot_cpu_factor,
            "nagle_delay": machine.nagle_delay_s if scenario.server.loop is LoopKind.ASYNCIO else 0.0,
            "cores": scenario.server.cores or machine.cores,
            "somaxconn": machine.somaxconn,
            "syn_retry": machine.syn_retry,
            # The clients begin when all workers are ready.
            "start_up": _constant(machine.start_up_s if _restarts(scenario) else 0.0),
        }
    )
    routes = tuple(
        route.model_copy(
            update={
                "steps": tuple(_slept(step, route.handler, machine) for step in route.steps),
                "background": tuple(_slept(step, route.background_handler, machine) for step in route.background),
            }
        )
        for route in scenario.routes
    )
    clients = tuple(
        client.model_copy(update={"network": _longer(client.network, machine.network_s)}) for client in scenario.clients
    )
    changed = scenario.model_copy(
        update={
            "server": server,
            "routes": routes,
            "clients": clients,
            **_messages_slept(scenario, machine),
        }
    )
    return changed.in_directory(scenario.directory)


def _messages_slept(scenario: Scenario, machine: Machine) -> dict[str, object]:
    """Consumers sleep late too, and so do those who publish, by the handler of the first of them."""
    if scenario.broker is None:
        return {}
    handlers = [handler for handler, step in _steps(scenario) if step.enqueue is not None]
    publish = _slept(Step(io=scenario.broker.publish), handlers[0] if handlers else HandlerKind.ASYNC, machine).io
    # A consumer's slot is a thread.
    tasks = tuple(
        task.model_copy(update={"steps": tuple(_slept(step, HandlerKind.THREADPOOL, machine) for step in task.steps)})
        for task in scenario.tasks
    )
    return {"broker": scenario.broker.model_copy(update={"publish": publish}), "tasks": tasks}


def when_ready(scenario: Scenario, machine: Machine) -> Scenario:
    """Where workers start again, the model has the first ones start too, while the real clients find them ready: both
    begin when they are. Raises ScenarioError where the run is too short for that."""
    if not _restarts(scenario):
        return scenario
    ready = round(machine.start_up_s + _READY_S, 3)
    if scenario.run.duration <= ready:
        rule = f"must be above {ready:g} s: so long workers take to start here"
        raise ScenarioError([Problem(f"{rule}, got {scenario.run.duration:g} s", "run.duration")])
    clients = tuple(client.model_copy(update={"start": max(client.start, ready)}) for client in scenario.clients)
    return scenario.model_copy(update={"clients": clients}).in_directory(scenario.directory)


_READY_S = 0.1


def _restarts(scenario: Scenario) -> bool:
    is_hit = any(fault.kind in (FaultKind.CRASH, FaultKind.RESTART) for fault in scenario.faults)
    return is_hit or bool(scenario.server.limit_max_requests or scenario.changes)


def _constant(seconds: float) -> Distribution:
    return Distribution(DistributionKind.CONSTANT, round(seconds, 9))


def _longer(time: Distribution, by: float) -> Distribution:
    if time.kind is DistributionKind.EMPIRICAL:  # its text could not say so
        return time
    return time.with_mean(round(time.mean_s + by, 9))


def _slept(step: Step, handler: HandlerKind, machine: Machine) -> Step:
    if step.io is None or not step.io.mean_s:
        return step
    surplus = machine.sleep_surplus_s
    if handler is HandlerKind.ASYNC:
        is_whole = step.io.kind is DistributionKind.CONSTANT and not round(step.io.mean_s * 1e6) % 1000
        surplus = machine.async_surplus_s if is_whole else machine.async_varied_surplus_s
    return step.model_copy(update={"io": _longer(step.io, surplus)})
