"""A scenario as a project: readable, whole, and the very code that `simulate reality` runs."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.errors import ResultsError, SimulatorError
from simulator.reality import project_files
from simulator.reality.app_text import app_text
from simulator.reality.project_files import APP, command, export
from simulator.reality.server import RealServer, flags
from simulator.scenario import bundled, load
from tests.reality.conftest import left_behind, scenario_of

APP_TEXT = """\
@app.get("/slow", dependencies=[Depends(thread_call, use_cache=False)] * 1)
def slow(request: Request, background: BackgroundTasks) -> Response:
    with Work(request, SLOW) as work:
        work.compute()  # think
        work.wait(database)
        answer = work.answer()
        background.add_task(after_slow, work)
        return answer
"""


@pytest.mark.parametrize("name", bundled())
def test_the_app_of_every_bundled_scenario_is_python(name: str) -> None:
    scenario = load(name)
    if scenario.broker is None:
        ast.parse(app_text(scenario))


def test_a_route_reads_as_its_steps() -> None:
    assert APP_TEXT in app_text(scenario_of())


def test_names_are_pythons_own_and_each_there_once() -> None:
    routes = "".join(
        f'[[routes]]\npath = "{path}"\nhandler = "async"\n' for path in ("/", "/a-b", "/a/b", "/class", "/1", "/ação")
    )
    tree = ast.parse(app_text(scenario_of(clients='[[clients]]\nname="c"\narrivals="poisson"\nrate=1\nroutes={"/"=1}\n',
                                          routes=routes)))  # fmt: skip
    names = [node.name for node in tree.body if isinstance(node, ast.AsyncFunctionDef)]
    assert names == ["root", "a_b", "a_b_2", "the_class", "the_1", "a_o"]


def test_what_is_not_used_is_not_imported() -> None:
    text = app_text(load("15_background"))
    assert "import random" not in text
    assert "Service" not in text
    assert "BackgroundTasks" in text
    text = app_text(load("02_async"))
    assert "import random" in text
    assert "BackgroundTasks" not in text
    assert "Depends" not in text
    assert "thread_call" not in text


def test_the_command_has_the_scenarios_flags() -> None:
    assert "--workers 4" in command(load("16_rolling_restart"))


def test_a_folder_that_has_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SimulatorError, match="new or an empty folder"):
        export(scenario_of(), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_half_a_project_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, full = Path.write_text, OSError(28, "No space left on device", "load.json")

    def until_full(path: Path, text: str, encoding: str) -> int:
        if path.name == "load.json":
            write(path, text[:10], encoding)
            raise full
        return write(path, text, encoding)

    monkeypatch.setattr(Path, "write_text", until_full)
    (tmp_path / "given").mkdir()
    for folder in ("new", "given"):
        with pytest.raises(ResultsError, match=r"load\.json: No space left"):
            export(scenario_of(), tmp_path / folder)
    assert [path.name for path in tmp_path.rglob("*")] == ["given"]


def test_the_project_stands_alone_and_runs(tmp_path: Path) -> None:
    scenario = scenario_of()
    names = export(scenario, tmp_path / "taken")
    folder = tmp_path / "taken"
    assert set(names) >= {"app.py", "steps.py", "load.py", "README.md", "requirements.txt"}
    assert not any("simulator" in file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    assert command(scenario) in (folder / "README.md").read_text(encoding="utf-8")
    with RealServer(APP, folder, flags(scenario.server)) as server:
        line = [sys.executable, "load.py", "--port", str(server.port)]
        alone = {**os.environ, "PYTHONPATH": ""}
        loaded = subprocess.run(line, cwd=folder, env=alone, capture_output=True, text=True, check=False, timeout=60)
    assert loaded.stderr == ""
    assert loaded.stdout.splitlines()[0].split() == ["completed", "12"]
    assert "p95" in loaded.stdout
    assert not left_behind(server.port)


def test_the_load_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_files, "_MOST_ROWS", 5)
    export(scenario_of(), tmp_path / "taken")
    plan = json.loads((tmp_path / "taken" / "load.json").read_text(encoding="utf-8"))
    assert len(plan["groups"][0]["rows"]) == 5
