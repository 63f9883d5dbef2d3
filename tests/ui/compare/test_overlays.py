"""What the charts of both draw, and which places they tell of."""

import numpy as np
import pytest

from simulator.model import System
from simulator.scenario import load
from ui.charts.kinds import ChartKind
from ui.charts.run import Run
from ui.compare.overlays import OVERLAID, Line, Overlay, Side, fullest
from ui.compare.variations import varied

NOW_S = 30.0


def line(length: float) -> Line:
    return np.arange(3.0), np.full(3, length)


@pytest.fixture(scope="module")
def sides() -> tuple[Side, Side]:
    """One blocking worker, and the same with the route in a thread."""
    a = load("01_blocking")
    b = varied(a, {"routes[/professor/create].handler": "threadpool"})
    runs = []
    for scenario in (a, b):
        system = System(scenario, seed=1, trace=True, endless=True, sample_every_s=0.1)
        system.run_until(NOW_S)
        runs.append(Run(system))
    first, second = (Side(run, run.frame(NOW_S, NOW_S)) for run in runs)
    return first, second


def drawn(kind: ChartKind, sides: tuple[Side, Side]) -> Overlay:
    return OVERLAID[kind]().overlay(sides, NOW_S, 600.0)


@pytest.mark.parametrize("kind", ChartKind)
def test_alike_sides_lie_on_each_other(kind: ChartKind, sides: tuple[Side, Side]) -> None:
    overlay = drawn(kind, (sides[0], sides[0]))
    for a, b in (overlay.strong, overlay.faint):
        assert len(a[0])
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("kind", ChartKind)
def test_sides_that_differ_are_drawn_apart(kind: ChartKind, sides: tuple[Side, Side]) -> None:
    a, b = drawn(kind, sides).strong
    assert len(a[0]) == len(b[0])
    assert not np.array_equal(a[1], b[1], equal_nan=True)


def test_the_loop_that_is_held_and_the_one_that_is_not(sides: tuple[Side, Side]) -> None:
    (_, held), (_, free) = drawn(ChartKind.WORKERS, sides).strong
    assert np.nanmean(held) > 0.5 > np.nanmean(free)


def test_each_side_has_its_fullest_place_told() -> None:
    a = {"loop": line(5), "threads": line(0), "pool": line(1)}
    b = {"loop": line(0), "threads": line(7), "pool": line(1)}
    assert fullest([a, b], None) == ("loop", "threads")
    assert fullest([a, a], None) == ("loop", "pool")


def test_a_place_gives_way_only_to_twice_as_many() -> None:
    before = ("loop", "threads")
    for length, told in ((1.9, before), (2.1, ("pool", "threads"))):
        side = {"loop": line(1), "threads": line(0.9), "pool": line(length)}
        other = {"loop": line(0), "threads": line(3), "pool": line(0)}
        assert fullest([side, other], before) == told
