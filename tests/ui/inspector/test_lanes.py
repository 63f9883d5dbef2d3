"""A life as bars in lanes."""

from itertools import pairwise

import pytest

from simulator.model import System
from simulator.record.life import life_of
from simulator.scenario import load
from ui.inspector.lanes import Lane, Look, bars_of, ticks


def looks(name: str, until_s: float = 12) -> list[tuple[Lane, Look]]:
    run = System(load(name), seed=1, trace=True, endless=True)
    run.run_until(until_s)
    rows = run.record.requests.array()
    life = life_of(run.record, int((rows["finished"] - rows["sent"]).argmax()) + 1, run.now_ns)
    bars = bars_of(life, run.scenario.routes[life.route].handler)
    assert all(life.sent_ns <= bar.begin_ns < bar.end_ns <= life.end_ns for bar in bars)
    for lane in Lane:
        assert all(a.end_ns <= b.begin_ns for a, b in pairwise(bar for bar in bars if bar.lane is lane))
    return [(bar.lane, bar.look) for bar in bars]


def test_a_blocking_call_is_in_two_lanes_at_once() -> None:
    found = looks("01_blocking")
    assert found[0] == (Lane.CLIENT, Look.LIFE)
    assert (Lane.LOOP, Look.BLOCKING) in found
    assert (Lane.SERVICE, Look.IN_IO) in found
    assert (Lane.LOOP, Look.WAITING) in found


def test_a_thread_is_kept_while_it_waits_elsewhere() -> None:
    found = looks("03_threadpool")
    assert (Lane.THREAD, Look.HOLDING) in found
    assert (Lane.THREAD, Look.ON_CPU) in found
    assert (Lane.LOOP, Look.BLOCKING) not in found


def test_awaiting_holds_nothing() -> None:
    found = looks("02_async")
    assert not {look for _, look in found} & {Look.HOLDING, Look.BLOCKING}


@pytest.mark.parametrize(
    ("length", "most", "expected"),
    [(835.3, 5, [0, 200, 400, 600, 800]), (1.0, 2, [0, 0.5, 1.0]), (0, 4, [0]), (95, 3, [0, 50])],
)
def test_ticks_are_round(length: float, most: int, expected: list[float]) -> None:
    assert ticks(length, most) == pytest.approx(expected)
