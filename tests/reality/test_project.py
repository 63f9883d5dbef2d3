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
from simulator.reality.stand_in import StandIn
from simulator.reality.tasks_text import queue_values, tasks_text
from simulator.scenario import bundled, load
from tests.reality.conftest import BROKER_ROUTES, CLIENT, POSTING, left_behind, scenario_of

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
    ast.parse(app_text(scenario))
    if scenario.broker is not None:
        ast.parse(tasks_text(scenario))


def test_a_route_reads_as_its_steps() -> None:
    assert APP_TEXT in app_text(scenario_of())


POSTING_TEXT = """\
broker = Broker()


MAIL = (
    lambda: 0.001,
    lambda: 0.001,  # ask for mail
)


@app.get("/mail")
async def mail(request: Request) -> Response:
    async with Work(request, MAIL) as work:
        work.compute()
        await work.enqueue(broker, "mail", 2)  # ask for mail
        return work.answer()
"""
TASKS_TEXT = """\
import random

from simulator.reality.project.broker import Queue, Task, main, wait

TASKS = (
    Task("mail", (
        (wait, lambda: 0.005 * random.expovariate(1.0)),  # SMTP
    ), failure_rate=0.2),
)
queue = Queue(TASKS, consumers=1, concurrency=2, most=8, counts_running=False, fails_again=False, max_deliveries=0)

if __name__ == "__main__":
    main(queue)
"""


def test_a_broker_reads_as_its_queue_and_its_tasks() -> None:
    scenario = scenario_of(clients=POSTING, routes=BROKER_ROUTES)
    assert POSTING_TEXT in app_text(scenario)
    assert tasks_text(scenario).endswith(TASKS_TEXT)
    text = tasks_text(load("19_email_queue"))
    assert "import random" not in text
    assert "compute" not in text


@pytest.mark.parametrize(
    ("broker", "most", "counts_running"),
    [
        ('kind = "rabbitmq"', 0, True),
        ('kind = "rabbitmq"\nprefetch = 3', 3, True),
        ('kind = "rabbitmq"\nack = "early"', 0, False),
        ('kind = "celery"', 16, False),
        ('kind = "celery"\nack = "late"', 16, True),
        ('kind = "redis"\nprefetch = 2\nack = "early"', 2, True),
        ('kind = "rq"', 1, True),
    ],
)
def test_how_many_messages_a_consumer_may_have(broker: str, most: int, *, counts_running: bool) -> None:
    routes = BROKER_ROUTES.replace('kind = "celery"\nconcurrency = 2', broker)
    scenario = scenario_of(clients=POSTING, routes=routes)
    assert scenario.broker is not None
    values = queue_values(scenario.broker)
    assert (values["most"], values["counts_running"]) == (most, counts_running)


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
    names = export(scenario, tmp_path / "taken").names
    folder = tmp_path / "taken"
    assert set(names) >= {"app.py", "steps.py", "load.py", "README.md", "requirements.txt"}
    assert not any("simulator" in file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    assert command(scenario) in (folder / "README.md").read_text(encoding="utf-8")
    with RealServer(APP, folder, flags(scenario.server)) as server:
        loaded = run(folder, "load.py", "--port", str(server.port))
    assert loaded.splitlines()[0].split() == ["completed", "12"]
    assert "p95" in loaded
    assert not left_behind(server.port)


def test_a_project_with_a_broker_runs_too(tmp_path: Path) -> None:
    scenario, folder = scenario_of(clients=POSTING, routes=BROKER_ROUTES), tmp_path / "taken"
    assert set(export(scenario, folder).names) >= {"app.py", "tasks.py", "broker.py", "computing.py"}
    assert f"python tasks.py &\n{command(scenario)}" in (folder / "README.md").read_text(encoding="utf-8")
    with (
        StandIn(folder, {}) as broker,
        RealServer(APP, folder, flags(scenario.server), environment=broker.environment) as server,
    ):
        answers = [run(folder, "load.py", "--port", str(server.port))]
        answers.append(run(folder, "tasks.py", "--report", "--port", broker.environment["BROKER_PORT"]))
    assert answers[0].splitlines()[0].split() == ["completed", "12"]
    assert answers[1].startswith("mail: ")
    assert "completed" in answers[1]


def run(folder: Path, *words: str) -> str:
    """What it says, alone with what lies in the folder."""
    alone = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env=alone, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


def test_the_load_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_files, "_MOST_ROWS", 5)
    exported = export(scenario_of(), tmp_path / "taken")
    assert exported.left_out == ("clients[c]: load.py sends its first 5 requests, and then no more",)
    plan = json.loads((tmp_path / "taken" / "load.json").read_text(encoding="utf-8"))
    assert len(plan["groups"][0]["rows"]) == 5


ODD = """
workers = 2
cores = 1
request_cpu = "1ms"
[[faults]]
at = "200ms"
kind = "crash"
target = "worker:2"
[[faults]]
at = "300ms"
kind = "restart"
target = "server"
[[faults]]
at = "300ms"
for = "100ms"
kind = "slow"
target = "database"
factor = 2.0
"""
MISSING = (
    "faults[0]: nobody crashes worker:2 at 200ms: end its process by kill -KILL",
    "faults[1]: nobody restarts the server at 300ms: send uvicorn's first process a SIGHUP",
    "server.cores: uvicorn takes all cores of its machine, not one core: start it under taskset",
    "server.request_cpu: a real server has its own",
    "clients[0].deadline: load.py counts every answer, also a late one",
)


def test_what_is_left_out_is_named_and_in_the_readme(tmp_path: Path) -> None:
    scenario = scenario_of(clients=CLIENT + 'deadline = "1s"\n', server=ODD)
    exported = export(scenario, tmp_path / "taken")
    assert exported.left_out == MISSING
    readme = (tmp_path / "taken" / "README.md").read_text(encoding="utf-8")
    assert readme.partition("## Left out")[2].strip().endswith("\n".join(f"- {line}" for line in MISSING))


@pytest.mark.parametrize("name", ["02_async", "03_threadpool", "18_email"])
def test_of_what_is_all_there_nothing_is_said(name: str, tmp_path: Path) -> None:
    assert export(load(name), tmp_path / "taken").left_out == ()
    assert "Left out" not in (tmp_path / "taken" / "README.md").read_text(encoding="utf-8")
