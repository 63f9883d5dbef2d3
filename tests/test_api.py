"""Vazão from Python: the README's examples run, and the API says what the command line says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import polars
import pytest

import simulator
from simulator import changed, compare, explain, find_capacity, load, run, sweep
from simulator.errors import ScenarioError, SimulatorError
from simulator.scenario import Scenario, parse
from tests.cli.conftest import Simulate
from tests.cli.conftest import simulate as simulate  # noqa: PLC0414  # a fixture
from tests.experiment.conftest import SMALL

README = Path(__file__).parents[1] / "README.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def small() -> Scenario:
    return parse(SMALL)


def test_the_readme_has_three_examples() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("number", range(3))
def test_the_readme_s_examples_run(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(EXAMPLES[number], f"README example {number + 1}", "exec"), {})
    assert capsys.readouterr().out


def test_importing_the_package_imports_nothing_heavy() -> None:
    heavy = ("numpy", "simpy", "pydantic", "scipy", "distributed", "PySide6")
    program = f"import sys, simulator; print([name for name in {heavy!r} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"


def test_what_is_promised_is_there() -> None:
    assert all(callable(getattr(simulator, name)) for name in simulator.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'plans'"):
        simulator.plans  # noqa: B018


def test_a_run_has_the_rows_of_the_files(simulate: Simulate, small: Scenario, tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL, encoding="utf-8")
    simulate("--config", file, "--out", tmp_path / "out", "--replications", "2", "--quiet")
    result = run(small, replications=2)
    for name, table in (("requests", result.requests), ("timeseries", result.timeseries)):
        written = polars.read_csv(tmp_path / "out" / f"{name}.csv", infer_schema_length=None)
        assert written.columns == list(table)
        for column in written.columns:
            if written[column].dtype.is_numeric():
                mine = np.where(np.isnan(table[column].astype(float)), 0, table[column])
                assert mine == pytest.approx(written[column].fill_null(0).to_numpy(), abs=1e-6)
            else:
                assert list(table[column]) == written[column].to_list()
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert result.summary.response_time_s.p95 == pytest.approx(summary["response_time_s"]["p95"], abs=1e-8)


def test_processes_bring_the_same_figures_and_no_rows(small: Scenario) -> None:
    here, elsewhere = run(small, replications=3), run(small, replications=3, jobs=2)
    assert here.summary == elsewhere.summary
    with pytest.raises(SimulatorError, match="jobs=1"):
        elsewhere.requests  # noqa: B018


def test_tables_go_into_polars(small: Scenario) -> None:
    result = run(small)
    frame = polars.DataFrame(result.requests)
    assert frame.height == result.summary.requests.sent
    rows = polars.DataFrame(sweep(small, {"server.workers": [1, 2]}, replications=2))
    assert rows["server.workers"].to_list() == [1, 1, 2, 2]


def test_keys_are_changed_by_name(small: Scenario) -> None:
    assert changed(small, {"server.workers": 3, "clients[c].rate": 5}).server.workers == 3
    with pytest.raises(ScenarioError, match="did you mean server"):
        changed(small, {"server.wokers": 3})
    with pytest.raises(ScenarioError, match="unknown key"):
        sweep(small, {"server.wokers": [1, 2]})


def test_the_other_questions_can_be_asked_too(small: Scenario) -> None:
    assert explain(small).bottleneck == "loop"
    better = changed(small, {"server.workers": 2})
    assert compare({"one": small, "two": better}, replications=3).compared[0].name == "two"
    assert (find_capacity(small, ["p95<1s"]).rate_per_s or 0) > 20
    assert run("01_blocking").summary == run(load("01_blocking")).summary
