"""What a run writes runs again to the same bytes, from anywhere."""

import shutil
from pathlib import Path

import pytest

from simulator.scenario import bundled
from tests.cli.conftest import PLAIN, Simulate, contents

POISSON = 'arrivals = "poisson"\nrate = 20'
READING = PLAIN.replace(POISSON, 'arrivals = "replay"\nfile = "data/arrivals.csv"').replace(
    '"exponential(50ms)"', '"empirical(data/times.csv)"'
) + (
    '\n[[clients]]\nname = "d"\narrivals = "replay"\nfile = "other/arrivals.csv"\nstart = "1s"\n'
    'network = "empirical(other/times.csv)"\n'
    '\n[[changes]]\nat = "2s"\nset = "routes[/].steps[0].io"\nto = "empirical(data/later.csv)"\n'
    '\n[[changes]]\nat = "3s"\nset = "routes[/].steps"\nto = [{ cpu = "1ms" }, { io = "empirical(data/times.csv)" }]\n'
)  # fmt: skip


@pytest.fixture
def reading(tmp_path: Path) -> Path:
    """A scenario that reads files, two pairs of which have the same names."""
    folder = tmp_path / "reading"
    for name in ("data", "other"):
        (folder / name).mkdir(parents=True)
    (folder / "data" / "arrivals.csv").write_text("time_s\n0.1\n0.5\n1.5\n2.5\n3.5\n", encoding="utf-8")
    (folder / "other" / "arrivals.csv").write_text("time_s,route\n0.2,/\n0.9,/\n2.2,/\n", encoding="utf-8")
    (folder / "data" / "times.csv").write_text("seconds\n0.01\n0.2\n0.03\n", encoding="utf-8")
    (folder / "data" / "later.csv").write_text("0.4\n0.5\n", encoding="utf-8")
    (folder / "other" / "times.csv").write_text("0.001\n0.002\n", encoding="utf-8")
    file = folder / "reading.toml"
    file.write_text(READING, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", [*bundled(), "plain"])
def test_a_run_runs_again_to_the_same_bytes(
    simulate: Simulate, scenario: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = str(scenario) if name == "plain" else name
    assert simulate("--config", config, "--out", tmp_path / "first", "--trace").code == 0
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert simulate("--config", "../first/scenario.toml", "--out", "second", "--trace").code == 0
    assert contents(tmp_path / "elsewhere" / "second") == contents(tmp_path / "first")


def test_what_a_scenario_reads_goes_with_it(
    simulate: Simulate, reading: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert simulate("--config", reading, "--out", tmp_path / "first").code == 0
    first = contents(tmp_path / "first")
    inputs = {name for name in first if name.startswith("inputs/")}
    assert inputs == {
        "inputs/arrivals.csv", "inputs/arrivals_2.csv", "inputs/times.csv", "inputs/times_2.csv", "inputs/later.csv",
    }  # fmt: skip
    # It must not need the files it came from, nor the folder in which it was written.
    shutil.rmtree(reading.parent)
    (tmp_path / "first").rename(tmp_path / "moved")
    monkeypatch.chdir("/")
    assert simulate("--config", tmp_path / "moved" / "scenario.toml", "--out", tmp_path / "second").code == 0
    assert contents(tmp_path / "second") == first


def test_a_run_into_its_own_folder_changes_nothing(simulate: Simulate, reading: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    simulate("--config", reading, "--out", out)
    before = contents(out)
    assert simulate("--config", out / "scenario.toml", "--out", out).code == 0
    assert contents(out) == before


def test_replications_run_again_too(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    simulate("--config", scenario, "--out", tmp_path / "a", "--replications", "3", "--no-requests")
    simulate("--config", tmp_path / "a" / "scenario.toml", "--out", tmp_path / "b", "--no-requests")
    assert contents(tmp_path / "b") == contents(tmp_path / "a")


def test_the_seed_makes_the_run(simulate: Simulate, scenario: Path, tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        simulate("--config", scenario, "--out", tmp_path / name, "--seed", seed)
    a, b, c = (contents(tmp_path / name)["requests.csv"] for name in "abc")
    assert a == b
    assert a != c
