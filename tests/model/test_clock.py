"""The clock is a SimPy environment: what lives in one lives in this one, and is processed in the same order."""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import pytest
from simpy import Environment, Event, Resource
from simpy.events import NORMAL, URGENT

from simulator.model import System
from simulator.model.clock import Clock, Entry
from tests.model.stories import poisson, route, told

if TYPE_CHECKING:
    from simulator.model.request import Stage

Log = list[tuple[float, str]]


def queue(env: Environment, log: Log) -> None:
    """Three customers of one till; one of them gives up, and a process that fails is caught by who waits for it."""
    till = Resource(env, 1)

    def customer(name: str, patience: int) -> Generator[Event, Any, None]:
        with till.request() as turn:
            yield turn | env.timeout(patience)
            if turn.triggered:
                log.append((env.now, f"{name} pays"))
                yield env.timeout(10)
        log.append((env.now, f"{name} goes"))

    def failing() -> Generator[Event, Any, None]:
        yield env.timeout(7)
        raise OSError

    def watching() -> Generator[Event, Any, None]:
        try:
            yield env.process(failing())
        except OSError:
            log.append((env.now, "caught"))

    for name, patience in (("Ana", 50), ("Bia", 5), ("Caio", 50)):
        env.process(customer(name, patience))
    env.process(watching())


def test_processes_live_in_it_as_in_any_environment() -> None:
    stock, clock = Environment(), Clock()
    told_by_stock: Log = []
    told_by_clock: Log = []
    queue(stock, told_by_stock)
    queue(clock, told_by_clock)
    stock.run(until=1_000)
    clock.run_before(1_000)
    assert told_by_clock == told_by_stock
    assert clock.now == stock.now


def test_what_is_due_at_the_end_has_not_happened_even_where_it_is_urgent() -> None:
    clock = Clock()
    log: Log = []
    for at, priority in ((4, NORMAL), (5, URGENT), (5, NORMAL)):
        event = Event(clock)
        event._ok, event._value = True, None
        event.callbacks = [lambda _: log.append((clock.now, "rang"))]
        clock.post(event, priority, at)
    clock.run_before(5)
    assert (log, clock.now) == ([(4, "rang")], 5)
    clock.run_before(6)
    assert log == [(4, "rang"), (5, "rang"), (5, "rang")]


class Walker:
    """Something with a stage: it says where it is, and goes on until it has gone three steps."""

    def __init__(self, clock: Clock, log: Log, name: str) -> None:
        self.clock = clock
        self.log = log
        self.name = name
        self.stage: Stage | None = self.walk

    def walk(self, _: "Walker") -> Entry | None:
        self.log.append((self.clock.now, self.name))
        if self.clock.now == 6:
            return None
        self.stage = self.walk
        return int(self.clock.now) + 2, NORMAL, next(self.clock.numbers), self


def walk(clock: Clock) -> Log:
    """Two walkers set out, and a stock event whose callback has an answer that nobody waits for."""
    log: Log = []
    for name in ("Ana", "Bia"):
        clock.post(Walker(clock, log, name), NORMAL, 2)
    timeout = clock.timeout(4)
    timeout.callbacks.append(lambda _: log.append((clock.now, "rang")) or (0, NORMAL, 0, timeout))
    return log


def test_what_a_stage_answers_with_is_scheduled_in_its_turn_however_time_passes() -> None:
    at_once, by_steps = Clock(), Clock()
    told_at_once, told_by_steps = walk(at_once), walk(by_steps)
    at_once.run_before(10)
    while by_steps.peek() < 10:
        by_steps.step()
    both = [(2, "Ana"), (2, "Bia"), (4, "rang"), (4, "Ana"), (4, "Bia"), (6, "Ana"), (6, "Bia")]
    assert told_at_once == told_by_steps == both


def test_a_failure_that_nobody_waits_for_comes_out_and_the_rest_goes_on_after_it() -> None:
    clock = Clock()
    log: Log = []
    Event(clock).fail(OSError("nobody waits"))
    late = clock.timeout(3)
    late.callbacks.append(lambda _: log.append((clock.now, "late")))
    with pytest.raises(OSError, match="nobody waits"):
        clock.run_before(10)
    clock.run_before(20)
    assert log == [(3, "late")]


def test_a_process_of_ones_own_watches_a_system() -> None:
    system = System(told(poisson(50), route("blocking", "io 30ms"), duration="1s"), seed=1)
    seen: list[int] = []

    def watch() -> Generator[Event, Any, None]:
        while True:
            yield system.env.timeout(100_000_000)
            seen.append(len(system.in_flight))

    system.env.process(watch())
    system.run_until(1.0)
    assert len(seen) == 9
    assert max(seen) > 0
