"""The project made from a scenario: the app, its steps, a load script, how to run it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from simulator.errors import ResultsError, SimulatorError
from simulator.reality.app_text import app_text
from simulator.reality.drawing import groups_of
from simulator.reality.left_out import left_out
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


@dataclass(frozen=True)
class Exported:
    """What was written, and what was not."""

    names: tuple[str, ...]
    """Of the files."""
    left_out: tuple[str, ...]
    """Of the scenario, a line each."""


def export(scenario: Scenario, folder: Path) -> Exported:
    """Write the whole project into a folder that is new or empty.

    Raises SimulatorError where the folder has something in it, ResultsError where it cannot be written.
    """
    begun: list[Path] = []
    plan = _plan(scenario)
    missing = (*left_out(scenario), *_cut(plan))
    is_new = not folder.exists()
    try:
        if not is_new and any(folder.iterdir()):
            raise SimulatorError(f"{folder}: must be a new or an empty folder")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _project(scenario, plan, missing):
            begun.append(folder / name)
            begun[-1].write_text(text, encoding="utf-8")
    except OSError as error:
        _undo(begun, folder if is_new else None)
        raise ResultsError(f"cannot write {error.filename or folder}: {error.strerror}") from error
    return Exported(tuple(sorted(file.name for file in begun)), missing)


def _project(scenario: Scenario, plan: dict[str, Any], missing: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from _app(scenario)
    for name in _LOAD_FILES:
        yield name, _own_text(name)
    yield "load.json", json.dumps(plan, indent=None)
    yield "requirements.txt", _REQUIREMENTS
    yield "README.md", _readme(scenario, missing)


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


def _cut(plan: dict[str, Any]) -> Iterator[str]:
    """Groups that would have sent more than load.json has."""
    for group in plan["groups"]:
        if not group["users"] and len(group["rows"]) >= _MOST_ROWS:
            yield f"clients[{group['name']}]: load.py sends its first {_MOST_ROWS:,} requests, and then no more"


def commands(scenario: Scenario) -> str:
    """The lines that start the server, and what stands behind it."""
    first = f"python {TASKS} &\n" if scenario.broker is not None else ""
    return first + command(scenario)


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
{commands}
```

and, in another terminal,

```sh
python load.py --port 8000
```
{broker}
It sends for {duration:g} s. The network of the scenario is waited by the client: on one machine there is none.
{left_out}"""

_LEFT_OUT = """
## Left out

What the scenario says, and this project does not do:

{lines}
"""

_OF_THE_BROKER = """
`tasks.py` is the message queue and its consumers, on port {port} (`BROKER_PORT` tells the app of another). It stands in
for {kind}: `broker.py` has one queue, consumers with their slots and prefetch, deliveries again and dead letters, and
nothing is kept on disk. `python tasks.py --report` prints how many messages came, and what became of them.
"""


def _readme(scenario: Scenario, missing: Sequence[str]) -> str:
    broker = scenario.broker
    return _README.format(
        title=scenario.title("en"),
        text=scenario.text("en") or "The routes compute and wait as the scenario says.",
        commands=commands(scenario),
        broker=_OF_THE_BROKER.format(port=PORT, kind=broker.kind.value) if broker is not None else "",
        duration=scenario.run.duration,
        left_out=_LEFT_OUT.format(lines="\n".join(f"- {line}" for line in missing)) if missing else "",
    )
