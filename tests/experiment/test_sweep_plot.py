"""Pictures of sweeps: the right kind of picture, written where it was asked for."""

from pathlib import Path

import pytest
from PIL import Image

from simulator.errors import ResultsError, SimulatorError
from simulator.experiment import sweep_plot
from simulator.experiment.sweep_table import SweepTable
from simulator.scenario import Scenario
from tests.experiment.test_sweep import IO, sweep_of, table_of

LINES = ["server.workers=1..3"]
MANY_LINES = ["server.workers=1..3", "routes[0].handler=async,blocking"]
MAP = ["server.workers=1..3", f"{IO}=10ms..30ms:3"]


def table(scenario: Scenario, vary: list[str], samples: int | None = None) -> SweepTable:
    return table_of(sweep_of(scenario, *vary, samples=samples))


def svg(made: SweepTable, shown: str, folder: Path) -> str:
    sweep_plot.plot(made, "A title", shown, folder / "plot.svg")
    return (folder / "plot.svg").read_text(encoding="utf-8")


def test_one_key_is_a_line_with_intervals(small: Scenario, tmp_path: Path) -> None:
    text = svg(table(small, LINES), "p95", tmp_path)
    assert "A title" in text
    assert "server.workers" in text
    assert "p95 of response times (ms)" in text
    assert "LineCollection" in text


def test_two_keys_are_a_heat_map_with_units(small: Scenario, tmp_path: Path) -> None:
    text = svg(table(small, MAP), "mean", tmp_path)
    assert "<image" in text
    assert f"{IO} (s)" in text


def test_two_keys_with_few_values_are_a_line_each(small: Scenario, tmp_path: Path) -> None:
    text = svg(table(small, MANY_LINES), "throughput", tmp_path)
    assert "<image" not in text
    assert "routes[0].handler = async" in text
    assert "routes[0].handler = blocking" in text


def test_a_sample_of_two_keys_is_dots(small: Scenario, tmp_path: Path) -> None:
    text = svg(table(small, MAP, samples=5), "utilisation", tmp_path)
    assert "PathCollection" in text
    assert "event loop busy (%)" in text


def test_points_that_failed_are_left_out(small: Scenario, tmp_path: Path) -> None:
    made = table(small, ["server.workers=0..2", f"{IO}=10ms..30ms:3"])
    assert made.failed == 3
    assert "<image" in svg(made, "p50", tmp_path)


@pytest.mark.parametrize("vary", [LINES, MANY_LINES, MAP])
def test_the_same_sweep_is_the_same_picture(small: Scenario, tmp_path: Path, vary: list[str]) -> None:
    made = table(small, vary)
    assert svg(made, "p95", tmp_path) == svg(made, "p95", tmp_path)


def test_a_png_is_one(small: Scenario, tmp_path: Path) -> None:
    sweep_plot.plot(table(small, LINES), "A title", "p95", tmp_path / "plot.png")
    with Image.open(tmp_path / "plot.png") as picture:
        assert picture.size == (960, 600)


@pytest.mark.parametrize(
    ("name", "shown", "keys", "message"),
    [
        ("plot.pdf", "p95", ["a"], r"--plot: the file must end with \.png or \.svg"),
        ("plot.svg", "p96", ["a"], r"--show: must be one of mean, p50"),
        ("plot.svg", "p95", ["a", "b", "c"], "--plot: can show one or two keys that vary, not 3"),
        ("missing/plot.svg", "p95", ["a"], "--plot: there is no folder"),
    ],
)
def test_refusals(tmp_path: Path, name: str, shown: str, keys: list[str], message: str) -> None:
    with pytest.raises(SimulatorError, match=message):
        sweep_plot.check(tmp_path / name, shown, keys)


def test_a_picture_that_cannot_be_written_says_so(small: Scenario, tmp_path: Path) -> None:
    (tmp_path / "plot.svg").mkdir()
    with pytest.raises(ResultsError, match="cannot write results"):
        sweep_plot.plot(table(small, LINES), "A title", "p95", tmp_path / "plot.svg")
