"""What can be known of a scenario before it runs: load, utilisation, bottleneck, capacity, theory, and one hint."""

from dataclasses import asdict, dataclass
from math import inf
from typing import Any

from simulator.capacity import Bound, bounds, capacity, offered, route_shares
from simulator.errors import UnstableQueueError
from simulator.experiment.closed_forms import ClosedForm, NoClosedFormError, closed_form
from simulator.experiment.hints import hint
from simulator.experiment.pilot import WarmUpAdvice
from simulator.published import ConsumerLoad, consumer_load
from simulator.scenario import Scenario

CONSUMERS = "consumers"


@dataclass(frozen=True, slots=True)
class ResourceLoad:
    """One kind of resource and what the clients ask of it."""

    resource: str
    """`loop`, `threads`, `gil`, `cores`, `pool:database`, `service:database`, `consumers`."""
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
    bound = capacity(scenario)
    per_s = None if bound.per_s == inf else bound.per_s
    form, why_not = _theory(scenario)
    return Explanation(
        scenario=scenario.title("en"),
        offered_per_s=offered(scenario).per_s,
        users=offered(scenario).users,
        resources=_resources(scenario),
        bottleneck=bound.bottleneck_name,
        capacity_per_s=per_s,
        closed_form=form,
        no_closed_form=why_not,
        hint=hint(scenario, per_s, bound.bottleneck_name),
        warm_up=warm_up,
    )


def _resources(scenario: Scenario) -> tuple[ResourceLoad, ...]:
    asked = offered(scenario)
    loads = tuple(_load(bound, asked.per_s) for bound in bounds(scenario, asked.demand))
    consumers = consumer_load(scenario, route_shares(scenario))
    return loads if consumers is None else (*loads, _consumers(consumers, asked.per_s))


def _consumers(load: ConsumerLoad, rate: float) -> ResourceLoad:
    """They limit no answer: who enqueues does not wait for them. Above 1 the queue grows."""
    erlangs = rate * load.held_s
    return ResourceLoad(CONSUMERS, load.slots, load.held_s, erlangs, erlangs / load.slots, None)


def _load(bound: Bound, rate: float) -> ResourceLoad:
    erlangs = rate * bound.demand_s
    return ResourceLoad(
        resource=str(bound.resource) if bound.service is None else f"{bound.resource}:{bound.service}",
        servers=bound.servers,
        demand_s=bound.demand_s,
        offered_load=erlangs,
        utilisation=erlangs / bound.servers if bound.servers else None,
        limit_per_s=None if bound.per_s == inf else bound.per_s,
    )


def _theory(scenario: Scenario) -> tuple[ClosedForm | None, str]:
    try:
        return closed_form(scenario), ""
    except (NoClosedFormError, UnstableQueueError) as error:
        return None, str(error)
