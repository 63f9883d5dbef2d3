"""The one thing to try first, in a sentence."""

from math import ceil, inf

from simulator.capacity import Resource, capacity, offered, route_shares
from simulator.published import consumer_load
from simulator.scenario import BrokerKind, HandlerKind, HoldKind, LoopKind, Scenario

_BUSY = 0.8
"""Above this share of the capacity waiting times grow steeply: as 1 / (1 - utilisation)."""
_COMFORTABLE = 0.7
_IDLE = 0.2


def hint(scenario: Scenario, capacity_per_s: float | None, bottleneck: str | None) -> str:
    """For the scenario as it stands; `bottleneck` as explanations name it."""
    return _piling_up(scenario, capacity_per_s) or _of_the_server(scenario, capacity_per_s, bottleneck)


def _of_the_server(scenario: Scenario, capacity_per_s: float | None, bottleneck: str | None) -> str:
    if capacity_per_s is None or bottleneck is None:
        return "Nothing that is held limits this server; response times are the steps' own."
    share = offered(scenario).per_s / capacity_per_s
    if stuck := _sticky(scenario):
        return stuck
    if share > _BUSY:
        return f"{_state(scenario, share)}: {_remedy(scenario, bottleneck)}"
    blocking = _blocking_paths(scenario)
    if blocking and share > _IDLE:
        return f"While {blocking[0]} waits, its worker serves nobody else: {_unblocked(scenario)}."
    fewer = _workers_for(scenario, _COMFORTABLE)
    if share < _IDLE and fewer < scenario.server.workers:
        enough = f"{_several(fewer, 'worker')} would be less than {_percent(_COMFORTABLE)} busy"
        return f"{enough}; this server has {scenario.server.workers}."
    return f"{_percent(share)} of the capacity is asked for; nothing stands out."


def _piling_up(scenario: Scenario, capacity_per_s: float | None) -> str | None:
    """Where the server keeps up, and the consumers behind it do not."""
    load, per_s = consumer_load(scenario, route_shares(scenario)), offered(scenario).per_s
    if load is None or scenario.broker is None or (capacity_per_s is not None and per_s > capacity_per_s):
        return None
    erlangs = per_s * load.held_s
    if erlangs <= load.slots:
        return None
    is_short = scenario.broker.kind is BrokerKind.KAFKA and scenario.broker.consumers >= load.slots
    what = "partitions, with a consumer each," if is_short else "slots"
    return (
        f"The consumers get {erlangs / load.slots:.1f} times what they can do, so messages pile up: "
        f"{ceil(erlangs / _COMFORTABLE)} {what} "
        f"would be {_percent(_COMFORTABLE)} busy."
    )


def _state(scenario: Scenario, share: float) -> str:
    if share <= 1:
        return f"{_percent(share)} of the capacity is asked for"
    if offered(scenario).open_per_s:
        return "More is asked for than can be answered"
    return f"Answered at once, the users would ask for {share:.1f} times the capacity, so they wait for each other"


def _remedy(scenario: Scenario, bottleneck: str) -> str:
    server, asked = scenario.server, offered(scenario)
    match bottleneck:
        case Resource.LOOP:
            enough = (
                f"{_several(_workers_for(scenario, _COMFORTABLE), 'worker')} would be {_percent(_COMFORTABLE)} busy"
            )
            return f"{enough}; {_unblocked(scenario)}." if _blocking_paths(scenario) else f"{enough}."
        case Resource.THREADS:
            limit = ceil(asked.per_s * asked.demand.thread_s / server.workers / _COMFORTABLE)
            return f"server.thread_limit = {limit} would be {_percent(_COMFORTABLE)} taken."
        case Resource.GIL:
            workers = ceil(asked.per_s * asked.demand.cpu_s / _COMFORTABLE)
            return f"threads share a worker's GIL, workers do not: {_several(workers, 'worker')} would do."
        case Resource.CORES:
            cores = ceil(asked.per_s * asked.demand.cpu_s / _COMFORTABLE)
            return f"the processors are the limit: {_several(cores, 'core')}, or less to compute."
        case _ if bottleneck.startswith(f"{Resource.POOL}:"):
            return _pool_remedy(scenario, bottleneck.partition(":")[2])
        case _:
            return f"{bottleneck} is the limit; nothing in the server helps."


def _pool_remedy(scenario: Scenario, name: str) -> str:
    service = next(each for each in scenario.services if each.name == name)
    asked = offered(scenario)
    wanted = asked.per_s * asked.demand.connection_s[name] / scenario.server.workers / _COMFORTABLE
    size = max(1, ceil(wanted - 1e-9) - service.max_overflow)
    kept = ' (or hold = "step")' if service.hold is HoldKind.REQUEST else ""
    return f"services[{name}].pool_size = {size} would be {_percent(_COMFORTABLE)} taken{kept}."


def _workers_for(scenario: Scenario, utilisation: float) -> int:
    """So many that their loops are no busier than this."""
    asked = offered(scenario)
    return max(1, ceil(asked.per_s * asked.demand.loop_s / utilisation - 1e-9))


def _blocking_paths(scenario: Scenario) -> list[str]:
    return [
        route.path
        for route in scenario.routes
        if route.handler is HandlerKind.BLOCKING and any(step.io is not None for step in route.steps)
    ]


def _unblocked(scenario: Scenario) -> str:
    """What the same server could sustain if nothing blocked."""
    routes = tuple(
        route.model_copy(update={"handler": HandlerKind.ASYNC}) if route.handler is HandlerKind.BLOCKING else route
        for route in scenario.routes
    )
    awaiting = scenario.model_copy(update={"routes": routes})
    per_s = capacity(awaiting).per_s
    much = "any number of requests" if per_s == inf else f"{per_s:,.0f} requests a second"
    return f"awaiting in place of blocking, the same server could answer {much}"


def _sticky(scenario: Scenario) -> str | None:
    server = scenario.server
    keeps = any(client.keep_alive and (client.users or 0) > 1 for client in scenario.clients)
    if server.workers == 1 or server.loop is not LoopKind.ASYNCIO or not keeps:
        return None
    return (
        "Kept connections stay with the worker that accepted them, and an asyncio worker accepts all that wait: "
        "some workers may idle while others queue. Try server.loop = uvloop, or keep_alive = false."
    )


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"
