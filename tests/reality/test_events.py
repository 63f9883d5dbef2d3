"""Workers of a real server come and go at the instants of a scenario."""

import signal
from collections.abc import Callable
from types import SimpleNamespace
from typing import Self, cast

import pytest

from simulator.reality import check
from simulator.reality.check import measure_run
from simulator.reality.events import LOOKS_EVERY_S, as_heeded, events, heeded, supervised
from simulator.reality.server import RealServer
from simulator.record import Outcome
from tests.reality.conftest import ROUTES, scenario_of

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


RESTARTS = '[[faults]]\nat = "400ms"\nkind = "restart"\ntarget = "server"\n'


def test_the_model_is_asked_when_uvicorn_acted() -> None:
    """It acted on the last change when the run was over: nothing came of that."""
    scenario = scenario_of(
        "workers = 2", routes=ROUTES + RESTARTS + GROWS.format(at="10ms", to=4) + GROWS.format(at="1s", to=3)
    )
    heard = {signal.SIGTTIN: [99.0, 100.5, 100.51], signal.SIGHUP: [100.52], signal.SIGTTOU: []}
    asked = heeded(scenario, cast("RealServer", SimpleNamespace(heeded=heard.__getitem__)), 100.0)
    assert [(each.signal.name, each.asked_s, each.acted_s) for each in asked] == [
        ("SIGTTIN", 0.01, pytest.approx(0.5)), ("SIGTTIN", pytest.approx(0.06), pytest.approx(0.51)),
        ("SIGHUP", 0.4, pytest.approx(0.52)), ("SIGTTOU", 1.0, None),
    ]  # fmt: skip
    acted = as_heeded(scenario, asked)
    assert [(change.at, change.to) for change in acted.changes] == [(0.5, 3), (0.51, 4)]
    assert [fault.at for fault in acted.faults] == [0.52]


def test_one_worker_that_is_to_become_more_begins_under_a_supervisor() -> None:
    grows = scenario_of(routes=ROUTES + GROWS.format(at="10ms", to=2))
    assert supervised(grows).workers == 2
    assert supervised(scenario_of()).workers == 1


READY = b"Application startup complete."
TICKS = 8
CLIENT = '[[clients]]\nname = "c"\narrivals = "constant"\nrate = 60\nkeep_alive = false\nroutes = { "/quick" = 1 }\n'


class Watched(RealServer):
    """Is remembered."""

    last: "Watched"
    numbers: dict[int, int]

    def __enter__(self) -> Self:
        Watched.last = self
        return super().__enter__()

    def stop(self) -> None:
        self.numbers = self.processes
        super().stop()


def until_ready(count: int) -> Callable[[], bool]:
    """Goes on until so many workers have come up, and a little longer: that takes as long as it takes here."""
    left = iter(range(TICKS))
    return lambda: Watched.last.said().count(READY) < count or next(left, None) is not None


@pytest.fixture
def _watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "RealServer", Watched)


@pytest.mark.usefixtures("_watched")
def test_a_worker_joins_the_real_server() -> None:
    more = GROWS.format(at="500ms", to=2)
    scenario = scenario_of(clients=CLIENT, routes=ROUTES + more, duration="30s")
    run = measure_run(scenario, seed=1, goes_on=until_ready(3))
    (asked,) = run.asked
    assert asked.acted_s is not None
    assert asked.asked_s < asked.acted_s < asked.asked_s + 2 * LOOKS_EVERY_S  # as it looks, and where it is busy
    rows = run.rows
    answered = rows[rows["outcome"] == Outcome.COMPLETED]  # others were under way as it was cut
    early = answered[answered["sent"] < 500_000_000]
    assert set(early["worker"].tolist()) == {1}
    assert set(answered["worker"].tolist()) == {1, 2}


@pytest.mark.usefixtures("_watched")
def test_who_comes_in_anothers_place_has_its_number() -> None:
    crash = '[[faults]]\nat = "300ms"\nkind = "crash"\ntarget = "worker:2"\n'
    scenario = scenario_of("workers = 2", clients=CLIENT, routes=ROUTES + crash, duration="30s")
    rows = measure_run(scenario, seed=1, goes_on=until_ready(3)).rows
    answered = rows[rows["outcome"] == Outcome.COMPLETED]
    assert set(answered["worker"].tolist()) == {1, 2}
    assert len(Watched.last.numbers) == 3
