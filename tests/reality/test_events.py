"""Workers of a real server come and go at the instants of a scenario."""

import signal
from typing import TYPE_CHECKING, cast

from simulator.reality.check import measure_run
from simulator.reality.events import events, supervised
from tests.reality.conftest import ROUTES, scenario_of

if TYPE_CHECKING:
    from simulator.reality.server import RealServer

GROWS = '[[changes]]\nat = "{at}"\nset = "server.workers"\nto = {to}\n'


class Told:
    """Notes the signals."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def signal(self, number: int, worker: int = 0) -> None:
        assert not worker, "these are for the supervisor"
        self.numbers.append(number)


def test_a_signal_for_each_worker_more_or_less() -> None:
    more = GROWS.format(at="10ms", to=4) + GROWS.format(at="1s", to=3)
    told = Told()
    scenario = scenario_of("workers = 2", routes=ROUTES + more, duration="2s")
    happening = list(events(scenario, cast("RealServer", told)))
    for _, act in happening:
        act()
    assert told.numbers == [signal.SIGTTIN, signal.SIGTTIN, signal.SIGTTOU]
    assert [round(at, 2) for at, _ in happening] == [0.01, 0.06, 1.0]


def test_one_worker_that_is_to_become_more_begins_under_a_supervisor() -> None:
    grows = scenario_of(routes=ROUTES + GROWS.format(at="10ms", to=2))
    assert supervised(grows).workers == 2
    assert supervised(scenario_of()).workers == 1


def test_a_worker_joins_the_real_server() -> None:
    clients = (
        '[[clients]]\nname = "c"\narrivals = "constant"\nrate = 60\nkeep_alive = false\nroutes = { "/quick" = 1 }\n'
    )
    more = GROWS.format(at="500ms", to=2)
    scenario = scenario_of(clients=clients, routes=ROUTES + more, duration="4s")
    rows = measure_run(scenario, seed=1).rows
    early = rows[rows["sent"] < 500_000_000]
    assert set(early["worker"].tolist()) == {1}
    assert set(rows["worker"].tolist()) == {1, 2}
