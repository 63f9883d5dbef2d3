"""Short scenarios for stories about the model: parts of TOML that are put together, run, and read as rows."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.model import System
from simulator.record import NEVER, PARTS
from simulator.scenario import Scenario, parse

MS = 1_000_000
Rows = NDArray[np.void]


def burst(at: str, route: str = "/a", *, users: int = 1, name: str = "", more: str = "") -> str:
    """A group that sends once."""
    table = f'[[clients]]\nname = "{name or f"at {at} {route}"}"\narrivals = "burst"\nusers = {users}\nat = "{at}"\n'
    return table + f'routes = {{ "{route}" = 1 }}\n{more}\n'


def closed(users: int, route: str = "/a", *, more: str = "") -> str:
    """Users who send, wait and send again."""
    return f'[[clients]]\nname = "users"\narrivals = "closed"\nusers = {users}\nroutes = {{ "{route}" = 1 }}\n{more}\n'


def poisson(rate: float, routes: str = '"/a" = 1', *, name: str = "open", more: str = "") -> str:
    """Arrivals that come regardless of answers."""
    return f'[[clients]]\nname = "{name}"\narrivals = "poisson"\nrate = {rate}\nroutes = {{ {routes} }}\n{more}\n'


def route(handler: str, *steps: str, path: str = "/a", more: str = "") -> str:
    """A route; a step is written "io 50ms" or "cpu exponential(2ms)"."""
    written = ", ".join(f'{{ {kind} = "{time}" }}' for kind, _, time in (step.partition(" ") for step in steps))
    return f'[[routes]]\npath = "{path}"\nhandler = "{handler}"\nsteps = [{written}]\n{more}\n'


def server(more: str) -> str:
    """The server's table."""
    return f"[server]\n{more}\n"


def change(at: str, key: str, to: str) -> str:
    """A change; `to` as TOML has it."""
    return f'[[changes]]\nat = "{at}"\nset = "{key}"\nto = {to}\n'


def told(
    *parts: str, duration: str = "10s", drain: str = "0s", more: str = "", directory: Path | None = None
) -> Scenario:
    """The scenario of these parts."""
    run = f'[run]\nduration = "{duration}"\ndrain = "{drain}"\nseed = 1\n{more}\n'
    return parse('format = 1\nname = "story"\n' + run + "".join(parts), directory=directory)


def finished(scenario: Scenario, seed: int = 1, **options: Any) -> System:
    """The system at the end of its run."""
    system = System(scenario, seed=seed, **options)
    assert system.finish()
    return system


def served(*parts: str, duration: str = "10s", drain: str = "0s", **options: Any) -> Rows:
    """The rows of a run of these parts, in order of sending."""
    return finished(told(*parts, duration=duration, drain=drain), **options).record.requests.array()


def parts_add_up(rows: Rows, end_ns: int) -> bool:
    """Whether the parts divide sent .. finished to the nanosecond, none of them negative."""
    finish = np.where(rows["finished"] == NEVER, end_ns, rows["finished"])
    total = sum(rows[part] for part in PARTS)
    return bool(np.array_equal(total, finish - rows["sent"]) and all((rows[part] >= 0).all() for part in PARTS))
