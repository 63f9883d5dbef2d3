"""Sweeps: rows that do not depend on who ran them, and what is known of them already."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from simulator.experiment.executors import InProcess, RunExecutor
from simulator.experiment.runs import Run, RunResult, run_one
from simulator.experiment.store import Store
from simulator.experiment.sweep import Sweep, sweep_rows
from simulator.experiment.sweep_estimate import expected_s
from simulator.experiment.sweep_figures import figures_of
from simulator.experiment.sweep_table import SweepTable
from simulator.experiment.varying import parse_all
from simulator.scenario import Scenario
from simulator.scenario.keys import replace

IO = "routes[0].steps[1].io"


def sweep_of(scenario: Scenario, *vary: str, replications: int = 2, samples: int | None = None) -> Sweep:
    scenario = replace(scenario, "run.replications", replications)
    return Sweep(scenario=scenario, varied=parse_all(vary, scenario), samples=samples)


def table_of(sweep: Sweep, executor: RunExecutor | None = None, store: Store | None = None) -> SweepTable:
    return SweepTable.of(sweep.keys, list(sweep_rows(sweep, executor or InProcess(), store=store)))


class Counting(InProcess):
    """Counts what it runs."""

    def __init__(self) -> None:
        self.count = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        self.count += 1
        return super().submit(fn, *args, **kwargs)


@pytest.fixture
def grid(small: Scenario) -> Sweep:
    return sweep_of(small, "server.workers=1,2", f"{IO}=10ms..30ms:3")


def test_a_row_is_the_run_of_its_scenario(small: Scenario, grid: Sweep) -> None:
    rows = list(table_of(grid).rows)
    assert len(rows) == grid.run_count == 12
    row = rows[-1]
    assert (row.point, row.replication, dict(row.values)) == (6, 2, {"server.workers": 2, IO: "30ms"})
    alone = run_one(Run(replace(replace(small, "server.workers", 2), IO, "30ms"), 3, 2))
    assert alone.summary is not None
    assert row.finished.figures == figures_of(alone.summary)


def test_the_same_bytes_on_any_executor(grid: Sweep, processes: RunExecutor) -> None:
    assert table_of(grid, processes).as_csv() == table_of(grid).as_csv()


def test_points_meet_the_same_arrivals(small: Scenario) -> None:
    rows = table_of(sweep_of(small, "server.workers=1,2,3", replications=3)).rows
    sent = [[row.finished.figures["sent"] for row in rows if row.point == point] for point in (1, 2, 3)]
    assert sent[0] == sent[1] == sent[2]
    assert len(set(sent[0])) > 1


def test_a_point_that_is_no_scenario_has_its_error(small: Scenario) -> None:
    table = table_of(sweep_of(small, "server.workers=0,1"))
    assert [(row.point, row.replication, row.finished.error) for row in table.rows] == [
        (1, 1, "server.workers: must be at least 1, got 0"),
        (1, 2, "server.workers: must be at least 1, got 0"),
        (2, 1, ""),
        (2, 2, ""),
    ]
    assert table.failed == 1


def test_what_is_finished_is_not_run_again(grid: Sweep, tmp_path: Path) -> None:
    through = table_of(grid).as_csv()
    with Store(tmp_path / "runs") as store:
        begun = sweep_rows(grid, InProcess(), store=store)
        for _ in range(5):
            next(begun)
        begun.close()
    with Store(tmp_path / "runs") as store:
        counting = Counting()
        assert table_of(grid, counting, store).as_csv() == through
        assert counting.count == 12 - 5
    with Store(tmp_path / "runs") as store:
        counting = Counting()
        assert table_of(grid, counting, store).as_csv() == through
        assert counting.count == 0


def test_a_wider_sweep_uses_what_a_narrower_one_left(small: Scenario, grid: Sweep, tmp_path: Path) -> None:
    with Store(tmp_path / "runs") as store:
        table_of(grid, store=store)
        counting = Counting()
        wider = sweep_of(small, "server.workers=1,2,3", f"{IO}=10ms..30ms:3", replications=3)
        assert table_of(wider, counting, store).as_csv() == table_of(wider).as_csv()
        assert counting.count == wider.run_count - grid.run_count


def test_what_was_lost_with_its_process_is_not_kept(small: Scenario, tmp_path: Path) -> None:
    class Losing(InProcess):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            assert fn is run_one
            return super().submit(lambda _: RunResult(error="it died", is_lost=True), *args, **kwargs)

    sweep = sweep_of(small, "server.workers=1,2", replications=1)
    with Store(tmp_path / "runs") as store:
        assert table_of(sweep, Losing(), store).failed == 2
        assert table_of(sweep, InProcess(), store).failed == 0


def test_the_table_is_tidy(grid: Sweep) -> None:
    table = table_of(grid)
    rows = list(csv.DictReader(io.StringIO(table.as_csv())))
    assert tuple(rows[0]) == table.columns
    assert [(row["point"], row["server.workers"], row[IO], row["replication"]) for row in rows[:3]] == [
        ("1", "1", "0.01", "1"),
        ("1", "1", "0.01", "2"),
        ("2", "1", "0.02", "1"),
    ]
    assert all(int(row["sent"]) >= int(row["completed"]) > 0 for row in rows)
    assert all(row["error"] == "" for row in rows)


def test_a_point_has_means_with_intervals(small: Scenario) -> None:
    table = table_of(sweep_of(small, "server.workers=1", replications=4))
    (point,) = table.points()
    means = [row.finished.figures["response_mean_s"] for row in table.rows]
    found = point.figures["response_mean_s"]
    assert found is not None
    assert found.ci95 is not None
    assert found.mean == pytest.approx(sum(means) / 4)
    assert found.ci95[0] < found.mean < found.ci95[1]
    assert point.replications == 4


def test_a_latin_hypercube_is_run_too(small: Scenario, processes: RunExecutor) -> None:
    sweep = sweep_of(small, "server.workers=1..4", f"{IO}=1ms..20ms", samples=6, replications=1)
    assert sweep.run_count == 6
    assert table_of(sweep, processes).as_csv() == table_of(sweep).as_csv()


def test_how_long_it_takes_is_in_proportion(small: Scenario) -> None:
    one = sweep_of(replace(small, "run.duration", "200h"), "server.workers=1..4", replications=1)
    many = sweep_of(replace(small, "run.duration", "200h"), "server.workers=1..400", replications=5)
    short, long = expected_s(one, 1), expected_s(many, 1)
    assert short is not None
    assert long is not None
    assert short > 60
    assert 100 < long / short < 2500


def test_how_long_it_takes_is_not_known_where_nothing_runs(small: Scenario) -> None:
    assert expected_s(sweep_of(small, "server.workers=-1,0"), 1) is None
