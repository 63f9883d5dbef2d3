"""What a refresh shows of a run: changes, the capacity that steps, the part of time that is seen."""

from math import inf

import numpy as np
import pytest

from simulator.capacity import Capacity, Resource
from simulator.model import System
from simulator.scenario import load
from ui.charts.changes import AppliedChange, ChangeLog, thinned
from ui.charts.ranges import TimeAxis
from ui.charts.run import CapacityLabel, Run, capacity_labels, capacity_steps, highest, outline


def system(name: str) -> System:
    return System(load(name), seed=1, trace=True, endless=True, sample_every_s=0.1)


def test_planned_and_live_changes_are_read_once_in_the_order_of_time() -> None:
    run = system("04_workers")
    log = ChangeLog(run)
    run.run_until(10)
    run.apply("server.workers", 3)
    assert log.read(run.now_s)
    run.run_until(30)
    assert log.read(run.now_s)
    assert not log.read(run.now_s)
    assert log.applied == [
        AppliedChange(run.changes[0].at, "server.workers", 1, 3),
        AppliedChange(20.0, "server.workers", 3, 2),
    ]
    assert log.scenario == run.scenario


def test_the_capacity_follows_the_changes_that_move_it() -> None:
    run = system("04_workers")
    log = ChangeLog(run)
    run.run_until(25)
    run.apply("clients[Cliente_1].deadline", "1s")
    log.read(run.now_s)
    assert [since_s for since_s, _ in log.capacities] == [0, 20]
    assert log.capacity_at(30).per_s == pytest.approx(2 / 0.0415)
    assert log.capacity_at(19.9).per_s == pytest.approx(1 / 0.0415)


def test_goodput_is_told_where_there_is_a_deadline() -> None:
    assert ChangeLog(system("05_overload")).has_deadlines
    assert not ChangeLog(system("01_blocking")).has_deadlines


def test_a_frame_has_what_is_seen_and_no_more() -> None:
    run = system("04_workers")
    seen = Run(run)
    run.run_until(42)
    frame = seen.frame(run.now_s, 21.0)
    assert frame.axis == TimeAxis(0, 50)
    assert frame.is_rewound
    assert frame.marks_s.tolist() == [20, 40]
    times, capacity = frame.capacity
    assert times.tolist() == [0, 20, 20, 40, 40, 42]
    assert capacity == pytest.approx(np.repeat([1, 2, 4], 2) / 0.0415)
    at = frame.index_at(21.05)
    assert at is not None
    assert frame.curves.times_s[at] == pytest.approx(21.0)


def test_before_anything_happened_there_is_no_point() -> None:
    assert Run(system("01_blocking")).frame(0, 0).index_at(0) is None


def test_capacity_without_bound_has_no_line() -> None:
    times, values = capacity_steps([(0, Capacity(inf, None)), (10, Capacity(5, Resource.LOOP))], TimeAxis(0, 20), 15)
    assert times.tolist() == [0, 10, 10, 15]
    assert np.isnan(values[:2]).all()
    assert values[2:].tolist() == [5, 5]


def test_only_steps_with_room_are_labelled_and_those_beyond_the_chart_say_so() -> None:
    times, values = np.array([0.0, 10, 10, 11, 11, 30]), np.repeat([20.0, 40, 95], 2)
    low = CapacityLabel(10, 20, is_off=False)
    assert capacity_labels(times, values, 100, least_s=3) == [low, CapacityLabel(30, 95, is_off=False, is_last=True)]
    assert capacity_labels(times, values, 60, least_s=3) == [low, CapacityLabel(30, 95, is_off=True, is_last=True)]


def test_a_drag_of_a_slider_is_one_mark() -> None:
    assert thinned([1, 1.1, 1.2, 5, 5.4], 0.5) == [1, 5]


def test_the_highest_of_nothing_is_nothing() -> None:
    assert highest(np.array([]), np.full(3, np.nan)) == 0
    assert highest(np.array([1, np.nan]), np.array([4.0])) == 4


def test_an_area_is_closed_where_there_is_a_gap() -> None:
    x, y = outline(np.arange(4.0), np.array([3, np.nan, 5, 5]), np.array([1, np.nan, 1, 1]))
    assert x.tolist() == [0, 1, 2, 3, 3, 2, 1, 0]
    assert y.tolist() == [3, 1, 5, 5, 1, 1, 1, 1]
