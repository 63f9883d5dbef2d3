"""The project made from a scenario: the app, its steps, a load script, how to run it."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import Any

from simulator.errors import ResultsError, SimulatorError
from simulator.reality.app_text import app_text
from simulator.reality.drawing import groups_of
from simulator.reality.project.broker import PORT
from simulator.reality.project.clients import Group, Row
from simulator.reality.server import flags
from simulator.reality.stand_in import TASKS
from simulator.reality.tasks_text import tasks_text
from simulator.scenario import Scenario

_PACKAGE = "simulator.reality.project"
_APP_FILES = ("steps.py", "broker.py", "computing.py")
_LOAD_FILES = ("wire.py", "clients.py", "driving.py", "load.py")
_MOST_ROWS = 100_000
"""Of a group in load.json."""
_ROWS_OF_USERS = 2_000
APP = "app:app"


def write_app(scenario: Scenario, folder: Path) -> None:
    """`app.py` and what it imports."""
    for name, text in _app(scenario):
        (folder / name).write_text(text, encoding="utf-8")


def _app(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield "app.py", _alone(app_text(scenario))
    if scenario.broker is not None:
        yield TASKS, _alone(tasks_text(scenario))
    for name in _APP_FILES:
        yield name, _own_text(name)


def _own_text(name: str) -> str:
    return _alone((resources.files(_PACKAGE) / name).read_text(encoding="utf-8"))


def _alone(text: str) -> str:
    """In the project the modules lie beside each other."""
    return text.replace(f"from {_PACKAGE}.", "from ")


def export(scenario: Scenario, folder: Path) -> tuple[str, ...]:
    """Write the whole project into a folder that is new or empty; the names of its files.

    Raises SimulatorError where the folder has something in it, ResultsError where it cannot be written.
    """
    begun: list[Path] = []
    is_new = not folder.exists()
    try:
        if not is_new and any(folder.iterdir()):
            raise SimulatorError(f"{folder}: must be a new or an empty folder")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _project(scenario):
            begun.append(folder / name)
            begun[-1].write_text(text, encoding="utf-8")
    except OSError as error:
        _undo(begun, folder if is_new else None)
        raise ResultsError(f"cannot write {error.filename or folder}: {error.strerror}") from error
    return tuple(sorted(file.name for file in begun))


def _project(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield from _app(scenario)
    for name in _LOAD_FILES:
        yield name, _own_text(name)
    yield "load.json", json.dumps(_plan(scenario), indent=None)
    yield "requirements.txt", _REQUIREMENTS
    yield "README.md", _readme(scenario)


def _undo(files: Iterable[Path], folder: Path | None) -> None:
    """Half a project is none."""
    with suppress(OSError):
        for file in files:
            file.unlink(missing_ok=True)
        if folder is not None:
            folder.rmdir()


_REQUIREMENTS = "fastapi>=0.115\nuvicorn[standard]>=0.34\nh11>=0.14\nsqlalchemy>=2.0\n"


def _plan(scenario: Scenario) -> dict[str, Any]:
    groups = groups_of(scenario, seed=scenario.run.seed or 0, replication=1)
    run = scenario.run
    return {
        "duration_s": run.duration,
        "drain_s": run.drain,
        "warm_up_s": run.warm_up,
        "says_origin": bool(scenario.faults),
        "groups": [_group(group) for group in groups],
    }


def _group(group: Group) -> dict[str, Any]:
    rows: list[Row] = []
    most = _ROWS_OF_USERS if group.users else _MOST_ROWS
    while len(rows) < most:
        row = group.rows.first(len(rows))
        if row is None or row.at_s >= group.stop_s:
            break
        rows.append(row)
    values = {name: getattr(group, name) for name in Group.__dataclass_fields__ if name != "rows"}
    return {**values, "rows": rows}


def command(scenario: Scenario, port: int = 8000) -> str:
    """The line that starts the server."""
    return f"uvicorn {APP} --host 127.0.0.1 --port {port} {' '.join(flags(scenario.server))}"


_README = """\
# {title}

{text}

A FastAPI app made from a scenario by Vazão. `app.py` has the routes, `steps.py` what their steps do, `load.py` sends
what the scenario's clients sent, with the times that the simulation drew for each request.

```sh
python3 -m venv .venv && . .venv/bin/activate && pip install -r requirements.txt
{first}{command}
```

and, in another terminal,

```sh
python load.py --port 8000
```
{broker}
It sends for {duration:g} s. The network of the scenario is waited by the client: on one machine there is none.
"""

_OF_THE_BROKER = """
`tasks.py` is the message queue and its consumers, on port {port} (`BROKER_PORT` tells the app of another). It stands in
for {kind}: `broker.py` has one queue, consumers with their slots and prefetch, deliveries again and dead letters, and
nothing is kept on disk. `python tasks.py --report` prints how many messages came, and what became of them.
"""


def _readme(scenario: Scenario) -> str:
    broker = scenario.broker
    return _README.format(
        title=scenario.title("en"),
        text=scenario.text("en") or "The routes compute and wait as the scenario says.",
        first="python tasks.py &\n" if broker is not None else "",
        command=command(scenario),
        broker=_OF_THE_BROKER.format(port=PORT, kind=broker.kind.value) if broker is not None else "",
        duration=scenario.run.duration,
    )
