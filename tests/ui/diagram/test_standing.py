"""How many connections the workers have open, busy and idle."""

import numpy as np
import pytest

from simulator.model import System
from simulator.record import Stage
from tests.model.stories import poisson, route, server, told
from ui.diagram.standing import Connections, Standing


def looked(keep_alive: str, *instants: float) -> tuple[System, Standing]:
    """A run somebody looked at then."""
    clients = poisson(20, more=f'keep_alive = {keep_alive}\nstop = "5s"')
    scenario = told(clients, route("async", "io 300ms"), server("workers = 2"), duration="60s")
    system = System(scenario, seed=1, trace=True, endless=True)
    standing = Standing(system)
    for at_s in instants:
        system.run_until(at_s)
        standing.now()
    return system, standing


def test_without_keep_alive_there_are_as_many_as_are_worked_on() -> None:
    system, standing = looked("false", 3.0)
    assert system.trace is not None
    moment = system.trace.at(system.now_ns)
    working = [stage for stage in moment.stage.tolist() if stage in (Stage.LOOP_QUEUE, Stage.ON_CPU, Stage.IN_IO)]
    assert standing.now() == Connections(len(working), 0)
    assert working


def test_kept_ones_are_idle_until_their_time_is_over() -> None:
    system, standing = looked("true", 3.0, 6.0)
    kept = standing.now()
    assert kept.open == kept.idle > 0
    system.run_until(20.0)  # timeout_keep_alive is 5 s
    assert standing.now() == Connections(0, 0)


@pytest.mark.parametrize(("loop", "being_made"), [("uvloop", 0), ("asyncio", 2)])
def test_a_connection_with_a_request_that_a_blocked_loop_has_not_read_is_not_idle(loop: str, being_made: int) -> None:
    one = server(f'workers = 1\nloop = "{loop}"')
    scenario = told(poisson(11), route("blocking", "io 80ms"), one, duration="60s")
    system = System(scenario, seed=1, trace=True, endless=True)
    assert system.trace is not None
    standing, unread, missing = Standing(system), 0, []
    for step in range(1, 400):
        system.run_until(step * 0.05)
        stage, known = system.trace.at(system.now_ns).stage, standing.now()
        at_worker = np.isin(stage, (Stage.LOOP_QUEUE, Stage.ON_CPU, Stage.IN_IO)).sum()
        missing.append(at_worker - (known.open - known.idle))
        unread = max(unread, np.count_nonzero(stage == Stage.LOOP_QUEUE))
    assert unread > 4
    # asyncio accepts in one iteration and makes the connection in another.
    assert (min(missing), max(missing)) == (0, being_made)


def test_looking_changes_nothing() -> None:
    seen, _ = looked("true", *(0.1 * step for step in range(1, 100)))
    blind, _ = looked("true", 9.9)
    assert seen.record.requests.array().tobytes() == blind.record.requests.array().tobytes()


def test_who_goes_back_sees_what_was_seen_and_nothing_where_nobody_looked() -> None:
    _, standing = looked("true", 3.0, 6.0)
    assert standing.at(6_100_000_000) == standing.now()
    assert standing.at(3_100_000_000) != standing.now()
    assert standing.at(5_000_000_000) is None
    assert standing.at(1_000_000_000) is None
