"""Values that change while a system runs, told beforehand in the scenario or by a hand at the window."""

from typing import TYPE_CHECKING, Any

from simulator.errors import Problem, ScenarioError
from simulator.model.events import URGENT, Alarm
from simulator.model.plan import Plan
from simulator.scenario import Change, Scenario, keys
from simulator.scenario.file import replaced
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.system import System


class LiveValues:
    """Reconciles the running parts with a scenario in which one value is new."""

    def __init__(self, system: "System") -> None:
        self._system = system

    def schedule(self) -> None:
        """The scenario's own changes: urgent and in file order, so that each acts before any event of its instant."""
        for change in sorted(self._system.scenario.changes, key=lambda change: change.at):
            self._schedule(change)

    def _schedule(self, change: Change) -> Alarm:
        def act(now: int) -> None:
            self._act(replaced(self._system.scenario, change.set, change.to), now)

        return Alarm(self._system.env, act).set(to_ns(change.at), URGENT)

    def apply(self, key: str, value: Any) -> Change:  # noqa: ANN401  # any TOML value
        """Change a live key at the next whole microsecond.

        Raises ScenarioError where the key is not live or the value not right; then nothing has changed.
        """
        system = self._system
        following = replaced(system.scenario, key, value)
        if not keys.is_live(keys.locate(system.scenario.plain(), key)):
            raise ScenarioError(Problem("is fixed for a run", key))
        change = Change(at=system.settle(), set=key, to=value)
        # As in a run that was told before: the clock stands at the change, and changes of that instant act in order.
        before = system.scenario

        def act(now: int) -> None:
            # Another change of this very instant may have come first.
            is_alone = system.scenario is before
            self._act(following if is_alone else replaced(system.scenario, key, value), now)

        alarm = Alarm(system.env, act).set(to_ns(change.at), URGENT)
        while alarm.stage is not None:
            system.env.step()
        return change

    def _act(self, following: Scenario, now: int) -> None:
        system = self._system
        before, system.scenario = system.scenario, following
        system.read_server()
        for plan in list(system.plans.values()):
            self._change_route(plan)
        for group, client in zip(system.groups, system.scenario.clients, strict=True):
            group.read(client)
            group.arrivals.change(client, now)
        for scenario in system.scenario.services:
            gate = system.services[scenario.name].gate
            if gate is not None and gate.scenario != scenario:
                consumers = system.broker.consumers if system.broker is not None else ()
                gate.read(scenario, (*system.pool.processes, *consumers), now)
        if system.broker is not None:
            system.broker.read(system.scenario, now)
        if system.scenario.server != before.server:
            system.pool.read_server(now)

    def _change_route(self, plan: Plan) -> None:
        system = self._system
        route = system.scenario.routes[plan.index]
        if route == plan.route:
            return
        if plan.can_become(route):
            plan.rescale(route)
            return
        following = system.planned(route, plan.index)
        system.plans[plan.path] = following
        for request in (*system.in_flight.values(), *system.ledger.orphans.values()):
            if request.plan is plan and request.has_not_begun:
                if request.turn == plan.begin:
                    request.turn = following.begin
                request.group.redraw(request, following)
