"""Where requests were and how long answers took, as the transitions tell: right, and the same bit by bit."""

from collections import Counter

import numpy as np
import pytest

from simulator.model import System
from simulator.record import Outcome
from simulator.record.budget import Budget
from simulator.scenario import load
from ui.charts import trail as trails
from ui.charts.spread import Spread, bin_of
from ui.charts.trail import LAYER_OF, LAYERS, Trail


def system(name: str, until_s: float = 0.0) -> System:
    made = System(load(name), seed=3, trace=True, endless=True, sample_every_s=0.1)
    made.run_until(until_s)
    return made


def read(run: System) -> Trail:
    trail = Trail(run)
    while True:
        trail.read()
        if not trail.is_behind:
            return trail


@pytest.mark.parametrize("name", ["10_pool_exhausted", "13_gil", "12_orphans"])
def test_mean_lengths_are_those_of_the_moments(name: str) -> None:
    run = system(name, 12.0)
    assert run.trace is not None
    instants = np.arange(10.0005, 11.0, 0.001)
    counted: Counter[str] = Counter()
    for at in instants:
        stages = run.trace.at(round(at * 1e9)).stage.tolist()
        counted.update(LAYER_OF[stage] for stage in stages if stage in LAYER_OF)
    lengths = read(run).lengths(np.array([11.0]), 1.0)
    for layer in LAYERS:
        assert lengths[layer][0] == pytest.approx(counted[layer] / len(instants), abs=0.05, rel=0.02)


def test_bit_by_bit_is_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    run = system("05_overload")
    grown = Trail(run)
    for step in range(1, 60):
        run.run_until(step * 0.37)
        grown.read()
    monkeypatch.setattr(trails, "_MOST_AT_ONCE", 700)
    times = np.arange(1.0, 21.0, 0.5)
    piecemeal = read(run)
    for layer in LAYERS:
        assert piecemeal.lengths(times, 1.0)[layer] == pytest.approx(grown.lengths(times, 1.0)[layer])
    assert piecemeal.answers(20.0, 10.0).tolist() == grown.answers(20.0, 10.0).tolist()


def test_what_is_not_read_yet_has_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trails, "_MOST_AT_ONCE", 500)
    trail = Trail(system("05_overload", 30.0))
    trail.read()
    assert trail.is_behind
    assert np.isnan(trail.lengths(np.array([29.0]), 1.0)["network"][0])


def test_every_answer_is_in_one_bin() -> None:
    run = system("01_blocking", 20.0)
    rows = run.record.requests.array()
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    trail = read(run)
    assert trail.answers(20.0, 100.0).sum() == len(done)
    lately = done[(done["finished"] > 9e9) & (done["finished"] <= 19e9)]
    expected = np.bincount(bin_of((lately["finished"] - lately["sent"]) / 1e9), minlength=98)
    assert trail.answers(19.0, 10.0).tolist() == expected.tolist()


def test_the_histogram_knows_the_percentiles_to_a_bin() -> None:
    run = system("01_blocking", 20.0)
    rows = run.record.requests.array()
    done = rows[rows["outcome"] == Outcome.COMPLETED]
    took = (done["finished"] - done["sent"]) / 1e9
    spread = Spread(read(run).answers(20.0, 100.0))
    assert spread.quantiles_s == pytest.approx(np.percentile(took, [50, 95, 99]), rel=0.22)


def test_an_hour_is_kept_in_rows_that_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trails, "MOST_ROWS", 400)
    run = system("01_blocking", 70.0)
    whole = read(system("01_blocking", 70.0)).lengths(np.array([69.0]), 30.0)
    trail = Trail(run)
    for _ in range(3):
        trail.read()
    assert trail.lengths(np.array([69.0]), 30.0)["network"] == pytest.approx(whole["network"], rel=0.02)


def test_what_was_forgotten_unread_is_a_gap() -> None:
    run = system("05_overload")
    budget = Budget(transitions=4_000, samples=100)
    for step in range(1, 81):
        run.run_until(step * 0.5)
        budget.keep(run.record, lambda: run.in_flight)
    assert run.trace is not None
    assert run.trace.first > 0
    whole = read(system("05_overload", 40.0))
    late, times = read(run), np.array([39.0])
    for layer in LAYERS:
        assert late.lengths(times, 1.0)[layer] == pytest.approx(whole.lengths(times, 1.0)[layer], abs=0.01)
    assert late.answers(40.0, 3.0).tolist() == whole.answers(40.0, 3.0).tolist()


def test_a_long_run_takes_no_more_room_than_what_is_in_flight() -> None:
    run = system("01_blocking", 10.0)
    trail = read(run)
    sizes = []
    for _ in range(2):
        run.run_until(run.now_s + 200)
        trail.read()
        sizes.append(room(trail._standing))
    assert run.record.requests.count > 10 * len(run.in_flight)
    assert max(sizes) <= 9 * len(run.in_flight) + 9 * 64


def room(standing: object) -> int:
    return sum(values.nbytes for values in vars(standing).values())
