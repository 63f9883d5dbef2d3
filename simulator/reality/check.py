"""Run a scenario on a real uvicorn, and simulate it with this machine's costs."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.reality import reasons
from simulator.reality.bursts import Burst, widest_burst
from simulator.reality.comparable import check_comparable, on_this_machine, when_ready
from simulator.reality.drawing import groups_of
from simulator.reality.events import Asked, as_heeded, events, heeded, supervised
from simulator.reality.figures import (
    Beside,
    Figures,
    Tolerances,
    beside,
    busiest_loop,
    busiest_quarter,
    figures_of,
    mean_of,
    mean_service_s,
    tolerances_of,
)
from simulator.reality.machine import Advance, Machine, cores, measure
from simulator.reality.measured import Reports, rows_of
from simulator.reality.messages import message_rows
from simulator.reality.processors import others_share, processor_times
from simulator.reality.project.driving import Driven, drive
from simulator.reality.project_files import APP, write_app
from simulator.reality.server import RealServer, check_free, flags
from simulator.reality.stand_in import stand_in_of
from simulator.reality.together import held
from simulator.record import Record
from simulator.scenario import Scenario
from simulator.statistics import summarised, tallied

GoesOn = Callable[[], bool]


@dataclass(frozen=True)
class Measured:
    """One run of the real server."""

    replication: int
    rows: NDArray[np.void]
    """dtype REQUEST_ROW."""
    messages: NDArray[np.void]
    """dtype MESSAGE_ROW; none where there is no broker."""
    client_cpu: float
    """Share of one processor that the clients took."""
    server_cpu: float
    """Share of all processors that the workers took."""
    others: float
    lag_p99_s: float
    """By how much requests were sent late."""
    burst: Burst | None
    """Of several connections at one instant, those that were opened furthest apart."""
    is_whole: bool
    asked: tuple[Asked, ...] = ()
    """What uvicorn's supervisor was asked while it ran, and when it acted."""


@dataclass(frozen=True)
class Checked:
    """Measured and simulated, run by run."""

    scenario: Scenario
    """As it was simulated: with this machine's costs. What uvicorn's supervisor is asked happened when it acted."""
    machine: Machine
    measured: tuple[Measured, ...]
    simulated: tuple[Record, ...]

    @cached_property
    def figures(self) -> tuple[Figures, Figures]:
        """Measured and simulated, means over the runs."""
        theirs = [figures_of(self.scenario, run.rows, run.messages) for run in self.measured]
        mine = [
            figures_of(self.scenario, record.requests.array(), record.messages.array()) for record in self.simulated
        ]
        return mean_of(theirs), mean_of(mine)

    @cached_property
    def tolerances(self) -> Tolerances:
        """What counts as the same here."""
        service = mean_service_s(np.concatenate([record.requests.array() for record in self.simulated]))
        return tolerances_of(self.scenario, self.busiest, service)

    @cached_property
    def busiest(self) -> float:
        """Utilisation of the busiest loop, or thread limiter, as simulated."""
        workers = [
            worker.utilisation for record in self.simulated for worker in summarised(record, tallied(record)).workers
        ]
        return busiest_loop([share for use in workers for share in (use.loop, use.threads)])

    @cached_property
    def busiest_quarter(self) -> float:
        """The same, of any quarter of a run."""
        return max(busiest_quarter(record.samples) for record in self.simulated)

    @cached_property
    def beside(self) -> list[Beside]:
        """Every figure with its verdict."""
        return beside(*self.figures, self.tolerances)

    @property
    def is_ok(self) -> bool:
        """Whether every figure agrees."""
        return all(each.is_ok for each in self.beside)

    @property
    def reasons(self) -> list[reasons.Reason]:
        """Why figures may differ, the likeliest first."""
        return list(reasons.reasons(self, self.beside))


def check(
    scenario: Scenario,
    *,
    seed: int,
    repetitions: int = 1,
    machine: Machine | None = None,
    port: int = 0,
    advance: Advance = lambda _: None,
    goes_on: GoesOn = lambda: True,
) -> Checked:
    """Measure this machine where that is not given, then run and simulate each repetition.

    Raises ScenarioError where parts have no counterpart here, ServerError where uvicorn fails.
    """
    check_comparable(scenario)
    check_free(port)
    parts = _Parts(advance, scenario.run.duration * repetitions, has_machine=machine is not None)
    if machine is None:
        machine = measure(scenario.server.loop, scenario.server.http, advance=parts.machine)
    scenario = when_ready(scenario, machine)
    here = on_this_machine(scenario, machine)
    measured: list[Measured] = []
    simulated: list[Record] = []
    for replication in range(1, repetitions + 1):
        run = measure_run(
            scenario, seed=seed, replication=replication, port=port, advance=parts.run(replication), goes_on=goes_on
        )
        measured.append(run)
        system = System(as_heeded(here, run.asked), seed=seed, replication=replication)
        system.finish()
        simulated.append(system.record)
        if not goes_on():
            break
    return Checked(here, machine, tuple(measured), tuple(simulated))


class _Parts:
    """Shares of the whole."""

    def __init__(self, advance: Advance, seconds: float, *, has_machine: bool) -> None:
        self._advance = advance
        self._seconds = seconds
        self._first = 0.0 if has_machine else _MACHINE_S / (_MACHINE_S + seconds)

    def machine(self, share: float) -> None:
        self._advance(share * self._first)

    def run(self, replication: int) -> Callable[[float, float], None]:
        def ran(seconds: float, duration: float) -> None:
            done = (replication - 1) * duration + min(seconds, duration)
            self._advance(self._first + (1 - self._first) * min(1.0, done / self._seconds))

        return ran


_MACHINE_S = 20.0


def measure_run(
    scenario: Scenario,
    *,
    seed: int,
    replication: int = 1,
    port: int = 0,
    advance: Callable[[float, float], None] = lambda _, __: None,
    goes_on: GoesOn = lambda: True,
) -> Measured:
    """Run it for real, once. Nothing is left running, however it ends."""
    server = scenario.server
    before = processor_times()
    with tempfile.TemporaryDirectory(prefix="vazao-") as name:
        folder = Path(name)
        write_app(scenario, folder)
        begun = supervised(scenario)
        with (
            stand_in_of(scenario, folder, seed=seed, replication=replication) as broker,
            RealServer(
                APP,
                folder,
                flags(begun),
                workers=begun.workers,
                port=port,
                cores=server.cores,
                environment=broker.environment,
            ) as real,
        ):
            for _ in range(begun.workers - server.workers):
                real.end_one()

            def tick(seconds: float) -> bool:
                real.check()
                broker.check()
                advance(seconds, scenario.run.duration)
                return goes_on()

            driven = drive(
                real.address,
                groups_of(scenario, seed=seed, replication=replication),
                duration_s=scenario.run.duration,
                drain_s=scenario.run.drain,
                events=list(events(scenario, real)),
                tick=tick,
                says_origin=bool(scenario.faults),
                stays=scenario.broker is not None,
                together=lambda: held(real.processes),
            )
            workers = real.processes
            asked = heeded(scenario, real, driven.origin / 1e9)
            told = broker.report()
    others = others_share(before, processor_times())
    messages = message_rows(told, driven.origin, driven.origin + int(driven.lasted_s * 1e9))
    rows = rows_of(scenario, driven, workers)
    measured = _measured(scenario, driven, others, replication=replication, rows=rows, messages=messages)
    return replace(measured, asked=asked)


def _measured(
    scenario: Scenario,
    driven: Driven,
    others: float,
    *,
    replication: int,
    rows: NDArray[np.void],
    messages: NDArray[np.void],
) -> Measured:
    late = [each.sent - each.due for each in driven.attempts if each.user is None and each.attempt == 1]
    lasted = max(driven.lasted_s, 1e-3)
    return Measured(
        replication=replication,
        rows=rows,
        messages=messages,
        client_cpu=driven.cpu_s / lasted,
        server_cpu=Reports(driven.attempts).processor_s() / lasted / (scenario.server.cores or cores()),
        others=others,
        lag_p99_s=float(np.percentile(late, 99)) / 1e9 if late else 0.0,
        burst=widest_burst(driven.attempts),
        is_whole=driven.is_whole,
    )
