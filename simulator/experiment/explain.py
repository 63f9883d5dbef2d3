"""What can be known of a scenario before it runs: load, utilisation, bottleneck, capacity, theory, and one hint."""

from dataclasses import asdict, dataclass
from math import inf
from typing import Any

from simulator.capacity import Resource, bounds_per_s, capacity, offered, route_shares
from simulator.errors import UnstableQueueError
from simulator.experiment.closed_forms import ClosedForm, NoClosedFormError, closed_form
from simulator.experiment.hints import hint
from simulator.experiment.pilot import WarmUpAdvice
from simulator.scenario import Scenario


@dataclass(frozen=True, slots=True)
class ResourceLoad:
    """One kind of resource and what the clients ask of it."""

    resource: str
    """`loop`, `threads`, `gil`, `cores`, `service:database`."""
    servers: int | None
    """How many there are; None where there is no limit."""
    demand_s: float
    """For how long a mean request holds one of them."""
    offered_load: float
    """In erlangs."""
    utilisation: float | None
    """Offered load / servers: above 1 it cannot keep up. None where there is no limit."""
    limit_per_s: float | None
    """The throughput that it allows at most; None where there is no limit."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Of a scenario as it stands: its `[[changes]]` and `[[faults]]` are not looked at."""

    scenario: str
    offered_per_s: float
    """Of closed groups, as if everybody were answered at once: no more can come."""
    users: int
    """Of closed groups."""
    resources: tuple[ResourceLoad, ...]
    bottleneck: str | None
    capacity_per_s: float | None
    """None where nothing limits it."""
    closed_form: ClosedForm | None
    no_closed_form: str
    """Why there is none."""
    hint: str
    warm_up: WarmUpAdvice | None = None
    """None where no pilot was run."""

    @property
    def is_overloaded(self) -> bool:
        """Whether more is asked for than can be answered; of closed groups, whether users wait for each other."""
        return self.capacity_per_s is not None and self.offered_per_s > self.capacity_per_s

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {**asdict(self), "is_overloaded": self.is_overloaded}


def explain(scenario: Scenario, warm_up: WarmUpAdvice | None = None) -> Explanation:
    """Everything but the advice on the warm-up, which takes a run (`pilot.advise`)."""
    resources = (*_server_resources(scenario), *_services(scenario))
    limited = [each for each in resources if each.limit_per_s is not None]
    nearest = min(limited, key=lambda each: each.limit_per_s or inf, default=None)
    bound = capacity(scenario)
    is_service = nearest is not None and (nearest.limit_per_s or inf) < bound.per_s
    per_s = nearest.limit_per_s if is_service and nearest else None if bound.per_s == inf else bound.per_s
    bottleneck = nearest.resource if is_service and nearest else bound.bottleneck
    form, why_not = _theory(scenario)
    return Explanation(
        scenario=scenario.title("en"),
        offered_per_s=offered(scenario).per_s,
        users=offered(scenario).users,
        resources=resources,
        bottleneck=str(bottleneck) if bottleneck is not None else None,
        capacity_per_s=per_s,
        closed_form=form,
        no_closed_form=why_not,
        hint=hint(scenario, per_s, str(bottleneck) if bottleneck is not None else None),
        warm_up=warm_up,
    )


def _server_resources(scenario: Scenario) -> tuple[ResourceLoad, ...]:
    server, asked = scenario.server, offered(scenario)
    counts: dict[Resource, tuple[int | None, float]] = {
        Resource.LOOP: (server.workers, asked.demand.loop_s),
        Resource.THREADS: (server.workers * server.thread_limit, asked.demand.thread_s),
        Resource.GIL: (server.workers if server.gil else None, asked.demand.cpu_s),
        Resource.CORES: (server.cores or None, asked.demand.cpu_s),
    }
    limits = bounds_per_s(server, asked.demand)
    return tuple(
        _load(str(resource), servers, demand_s, asked.per_s, limits[resource])
        for resource, (servers, demand_s) in counts.items()
    )


def _services(scenario: Scenario) -> tuple[ResourceLoad, ...]:
    shares, rate = route_shares(scenario), offered(scenario).per_s
    loads = []
    for service in scenario.services:
        demand_s = sum(
            shares[route.path] * step.io.mean_s
            for route in scenario.routes
            for step in route.steps
            if step.io is not None and step.service == service.name
        )
        servers = service.concurrency or None
        limit = servers / demand_s if servers and demand_s else inf
        loads.append(_load(f"service:{service.name}", servers, demand_s, rate, limit))
    return tuple(loads)


def _load(name: str, servers: int | None, demand_s: float, rate: float, limit: float) -> ResourceLoad:
    erlangs = rate * demand_s
    share = erlangs / servers if servers else None
    return ResourceLoad(name, servers, demand_s, erlangs, share, None if limit == inf else limit)


def _theory(scenario: Scenario) -> tuple[ClosedForm | None, str]:
    try:
        return closed_form(scenario), ""
    except (NoClosedFormError, UnstableQueueError) as error:
        return None, str(error)
