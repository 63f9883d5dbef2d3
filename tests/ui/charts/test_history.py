"""Samples become curves: right, even, and at a cost that does not grow."""

import numpy as np
import pytest

from simulator.record import SAMPLE_COLUMNS, Samples
from ui.charts import history as histories
from ui.charts.history import Curves, Grid, History


def samples(seconds: float, per_s: float = 20.0, queue: float = 4.0, response_s: float = 0.25) -> Samples:
    """A run in which the same happens in every tenth of a second."""
    made = Samples()
    extend(made, round(seconds * 10), per_s, queue, response_s)
    return made


def extend(made: Samples, count: int, per_s: float, queue: float, response_s: float) -> None:
    """Go on in another way."""
    last = dict.fromkeys(SAMPLE_COLUMNS, 0.0)
    if len(made):
        last = dict(zip(SAMPLE_COLUMNS, made.table(len(made) - 1)[0], strict=True))
    for number in range(1, count + 1):
        row = dict(last)
        row["time"] = last["time"] + number * 1e8
        for name in ("sent", "completed", "good"):
            row[name] = last[name] + number * per_s / 10
        row["accept_queue"] = last["accept_queue"] + number * queue * 1e8
        for name in ("response_p50", "response_p95", "response_p99"):
            row[name] = response_s * 1e9 if per_s else np.nan
        made.add([row[name] for name in SAMPLE_COLUMNS], [])


def curves(made: Samples, grid: Grid) -> Curves:
    history = History()
    history.read(made)
    return history.curves(grid)


def test_before_the_first_sample_there_is_nothing() -> None:
    assert len(curves(Samples(), Grid(0, 5, 0.1, 1)).times_s) == 0


def test_points_are_whole_steps_and_the_latest_sample() -> None:
    seen = curves(samples(3.3), Grid(0, 5, 0.5, 1))
    assert seen.times_s == pytest.approx([0.5, 1, 1.5, 2, 2.5, 3, 3.3])


def test_counts_become_rates_integrals_lengths_and_nanoseconds_seconds() -> None:
    seen = curves(samples(30), Grid(0, 30, 0.2, 2))
    assert seen.rates["completed"] == pytest.approx(20)
    assert seen.queues["accept_queue"] == pytest.approx(4)
    assert seen.queues["loop_queue"] == pytest.approx(0)
    assert seen.percentiles_s == pytest.approx(0.25)


def test_where_nothing_was_completed_percentiles_have_a_gap() -> None:
    made = samples(5)
    extend(made, 50, per_s=0, queue=4, response_s=0)
    extend(made, 50, per_s=20, queue=4, response_s=0.5)
    seen = curves(made, Grid(0, 15, 0.5, 1))
    p50 = dict(zip(seen.times_s.tolist(), seen.percentiles_s[0].tolist(), strict=True))
    assert p50[5.0] == pytest.approx(0.25)
    assert np.isnan(p50[8.0])
    assert p50[12.0] == pytest.approx(0.5)


def test_a_change_is_seen_within_the_smoothing() -> None:
    made = samples(10)
    extend(made, 100, per_s=60, queue=4, response_s=0.1)
    seen = curves(made, Grid(0, 20, 0.5, 2))
    rate = dict(zip(seen.times_s.tolist(), seen.rates["completed"].tolist(), strict=True))
    assert rate[10.0] == pytest.approx(20)
    assert rate[11.0] == pytest.approx(40)
    assert rate[12.0] == pytest.approx(60)


@pytest.mark.parametrize(("step_s", "smoothing_s"), [(0.2, 2.0), (2.0, 20.0), (10.0, 120.0)])
def test_reading_bit_by_bit_is_reading_at_once(step_s: float, smoothing_s: float) -> None:
    rng = np.random.default_rng(3)
    whole, grown, history = Samples(), Samples(), History()
    grid = Grid(0, 400, step_s, smoothing_s)
    completed = 0.0
    for number in range(1, 3001):
        new = int(rng.poisson(3))
        completed += new
        row = dict.fromkeys(SAMPLE_COLUMNS, 0.0) | {"time": number * 1e8, "completed": completed}
        percentiles = np.percentile(rng.exponential(5e7, new), [50, 95, 99]) if new else [np.nan] * 3
        row |= dict(zip(("response_p50", "response_p95", "response_p99"), percentiles, strict=True))
        for record in (whole, grown):
            record.add(list(row.values()), [])
        if number % 37 == 0:
            history.read(grown)
            history.curves(grid)
    history.read(grown)
    bit_by_bit, at_once = history.curves(grid), curves(whole, grid)
    assert bit_by_bit.percentiles_s == pytest.approx(at_once.percentiles_s, nan_ok=True)
    assert bit_by_bit.rates["completed"] == pytest.approx(at_once.rates["completed"])


def test_an_hour_seen_as_a_whole_is_four_hundred_points() -> None:
    seen = curves(samples(3600), Grid(0, 3600, 10, 120))
    assert len(seen.times_s) == 360
    assert seen.percentiles_s == pytest.approx(0.25)


def test_a_long_run_is_kept_in_bounds_and_its_past_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(histories, "MOST_ROWS", 2_000)
    history, made = History(), samples(100)
    for _ in range(9):
        history.read(made)
        extend(made, 1000, per_s=20, queue=4, response_s=0.25)
    history.read(made)
    early, late = (history.curves(Grid(at, at + 20, 0.5, 2)) for at in (100, 900))
    assert history.kept_rows <= 2_000
    for seen in (early, late):
        assert seen.rates["completed"] == pytest.approx(20)
        assert seen.percentiles_s == pytest.approx(0.25)


def test_what_was_forgotten_unread_is_a_gap() -> None:
    made = samples(100)
    made.forget(605)
    late, whole = (curves(each, Grid(80, 100, 0.5, 2)) for each in (made, samples(100)))
    assert late.rates["completed"] == pytest.approx(whole.rates["completed"])
    assert late.percentiles_s == pytest.approx(whole.percentiles_s)
    early = curves(made, Grid(0, 50, 0.5, 2))
    assert np.isnan(early.percentiles_s).all()
