"""A user's own app as a scenario: run under uvicorn, asked gently, then by many at once."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path

import numpy as np

from simulator.distributions import Distribution, DistributionKind
from simulator.errors import SimulatorError
from simulator.reality.calibrate.fitting import Fit, Times, fit, rounded
from simulator.reality.calibrate.from_log import Calibrated, quoted
from simulator.reality.calibrate.probe import APP_VARIABLE, Kind
from simulator.reality.machine import Machine
from simulator.reality.project.clients import Attempt, Group, Row
from simulator.reality.project.driving import drive
from simulator.reality.server import RealServer, flags
from simulator.reality.told import machine_toml
from simulator.scenario import HandlerKind, ServerScenario

_PROBE = "simulator.reality.calibrate.probe:app"
_ALONE_S = 4.0
_MOST_ALONE = 400
_WATCHED = 12
_TOGETHER_S = 3.0
_USERS = 60
_BLOCKED_SHARE = 0.5
"""Of its time, for which an `async def` must keep the loop to count as blocking."""
_POOLED = 0.85
"""Of what could be under way at once, below which something else holds it back."""
_CPU_BOUND = 0.7
_LEAST_CPU_S = 50e-6
_SLACK = 0.15
"""What is under way is rather a little less than the limit: places stand empty until the loop gives them on."""
_FEWEST = 5
_UNKNOWN_RATE = 10.0

Advance = Callable[[float], None]


@dataclass(frozen=True)
class RouteMeasured:
    """One route, as it was found."""

    path: str
    weight: float
    handler: HandlerKind
    cpu_s: float
    """Of the handler, without what uvicorn and FastAPI cost."""
    waits: Times
    """I/O of each request, alone."""
    at_once: float
    """Requests under way in I/O when many ask."""
    limit: int | None
    """How many can be, where something holds them back: a pool."""
    failed: float
    """Share of answers that are no success."""


def measure_app(
    app: str, routes: Mapping[str, float], folder: Path, machine: Machine, *, advance: Advance = lambda _: None
) -> list[RouteMeasured]:
    """Measure each route; it takes some ten seconds a route.

    Raises ServerError where the app does not come up, SimulatorError where a route does not answer.
    """
    server = ServerScenario(loop=machine.loop, http=machine.http)
    # uvicorn finds the app in the user's folder, and the probe where this program lies.
    paths = [str(folder), *(path for path in sys.path if path)]
    environment = {APP_VARIABLE: app, "PYTHONPATH": os.pathsep.join(paths)}
    # Not every ASGI app knows of a lifespan: Django's does not.
    with RealServer(_PROBE, folder, flags(server, lifespan="auto"), environment=environment) as real:
        measured = []
        for number, (path, weight) in enumerate(routes.items()):
            asking = _Asking(real, partial(advance, number / len(routes)))
            measured.append(_measured(asking, path, weight, machine))
        advance(1.0)
    return measured


class _Same:
    """The same request over and over."""

    def __init__(self, path: str, most: int) -> None:
        self._row = Row(path, "")
        self._most = most

    def first(self, n: int) -> Row | None:
        """Up to so many."""
        return self._row if n < self._most else None

    def again(self, n: int, row: Row, attempt: int) -> Row:  # noqa: ARG002  # nobody tries again
        """Never asked for."""
        return row


@dataclass(frozen=True)
class _Asking:
    """Asks the app; `look` is called now and then meanwhile."""

    real: RealServer
    look: Callable[[], None]

    def ask(self, path: str, *, users: int, seconds: float, most: int = 1_000_000, header: str = "") -> list[Attempt]:
        """Let users ask until the time, or the number, is reached."""

        def tick(_: float) -> bool:
            self.look()
            return True

        group = Group("users", _Same(path, most), users=users, ramp_s=min(0.5, users / 100), stop_s=seconds)
        driven = drive(self.real.address, [group], duration_s=seconds, drain_s=10.0, tick=tick, header=header.encode())
        self.real.check()
        return driven.attempts

    @property
    def complaint(self) -> list[str]:
        """The app's last error, where there was one."""
        error = self.real.error()
        return [error] if error else []


def _measured(asking: _Asking, path: str, weight: float, machine: Machine) -> RouteMeasured:
    asking.ask(path, users=1, seconds=1.0, most=3)  # imports, caches, connections
    alone = asking.ask(path, users=1, seconds=_ALONE_S, most=_MOST_ALONE)
    answered = [each for each in alone if each.report]
    if len(answered) < _FEWEST:
        outcomes = sorted({f"{each.outcome} {each.status or ''}".strip() for each in alone})
        raise SimulatorError(
            f"{path}: gave {len(answered)} answers within {_ALONE_S:g} s: {', '.join([*outcomes, *asking.complaint])}"
        )
    if not any(each.outcome == "completed" for each in alone):
        statuses = ", ".join(sorted({str(each.status) for each in answered}))
        said = ", ".join([statuses, *asking.complaint])
        raise SimulatorError(f"{path}: no request was a success ({said}): each is asked with GET, and without a login")
    reports = _reports(answered)
    watched = asking.ask(path, users=1, seconds=_ALONE_S, most=_WATCHED, header="x-watch: 1\r\n")
    walls, inside = reports[:, 2] - reports[:, 1], reports[:, 3]
    cpu = float(np.median(np.diff(reports[:, 6]))) / 1e9 - machine.request_cpu_s
    waits = np.maximum(walls - inside, 0) / 1e9
    handler = _handler(reports, _reports([each for each in watched if each.report]))
    at_once, limit = _limit(asking, path, handler, float(waits.mean()), cpu)
    failed = sum(each.outcome != "completed" for each in alone) / len(alone)
    return RouteMeasured(path, weight, handler, cpu if cpu > _LEAST_CPU_S else 0.0, waits, at_once, limit, failed)


def _reports(attempts: Sequence[Attempt]) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    return np.array([[int(word) for word in each.report.split(b" ")] for each in attempts], dtype=np.int64)


def _handler(
    reports: "np.ndarray[tuple[int, int], np.dtype[np.int64]]",
    watched: "np.ndarray[tuple[int, int], np.dtype[np.int64]]",
) -> HandlerKind:
    if int(np.median(reports[:, 5])) == Kind.DEF:
        return HandlerKind.THREADPOOL
    if not len(watched):
        return HandlerKind.ASYNC
    walls, cpu, still = (
        float(np.median(each)) for each in (watched[:, 2] - watched[:, 1], watched[:, 3], watched[:, 4])
    )
    return HandlerKind.BLOCKING if still - cpu > _BLOCKED_SHARE * max(walls - cpu, 1e6) else HandlerKind.ASYNC


def _limit(asking: _Asking, path: str, handler: HandlerKind, wait_s: float, cpu_s: float) -> tuple[float, int | None]:
    """By Little's law: throughput times the time of one alone is how many are under way at once."""
    if handler is HandlerKind.BLOCKING or wait_s <= 0:
        return 1.0, None
    together = [each for each in asking.ask(path, users=_USERS, seconds=_TOGETHER_S) if each.report]
    ends = np.sort(np.array([each.finished for each in together], dtype=np.float64))
    # The first are fewer, since users begin one after another.
    steady = ends[len(ends) // 4 :]
    if len(steady) < _FEWEST:
        return 0.0, None
    throughput = (len(steady) - 1) / ((steady[-1] - steady[0]) / 1e9)
    at_once = throughput * wait_s
    could_be = min(_USERS, 40) if handler is HandlerKind.THREADPOOL else _USERS
    is_held = at_once < _POOLED * could_be and throughput * max(cpu_s, 0.0) < _CPU_BOUND
    return at_once, max(1, ceil(at_once - _SLACK)) if is_held else None


# The scenario


def from_app(
    app: str, measured: Sequence[RouteMeasured], machine: Machine, *, rate: float | None, has_files: bool
) -> Calibrated:
    """Write the scenario; without `has_files` it names no other file."""
    files: dict[str, str] = {}
    fits: dict[str, Fit] = {}
    mix = ", ".join(f"{quoted(each.path)} = {each.weight:g}" for each in measured)
    blocks = [
        f"# Made by simulate calibrate from {app}, measured on this machine.\nformat = 1\nname = {quoted(app)}",
        '[run]\nduration = "60s"\nwarm_up = "5s"\nseed = 1',
        _clients(mix, rate, machine),
        machine_toml(machine).split("\n\n")[0],
    ]
    for number, each in enumerate(measured, 1):
        blocks.append("\n".join(_route(each, number, files, fits, has_files=has_files)))
    blocks += [_pool(each, number) for number, each in enumerate(measured, 1) if each.limit]
    return Calibrated("\n\n".join(blocks) + "\n", files, fits, tuple(_words(measured, fits)))


def _clients(mix: str, rate: float | None, machine: Machine) -> str:
    said = "" if rate is not None else "   # assumed: an app does not tell how often it is asked"
    lines = [
        "[[clients]]",
        'name = "Clients"',
        'arrivals = "poisson"',
        f"rate = {float(rate or _UNKNOWN_RATE)!r}{said}",
        f'network = "{_time(machine.network_s)}"',
        f"routes = {{ {mix} }}",
    ]
    return "\n".join(lines)


def _time(seconds: float) -> str:
    return Distribution(DistributionKind.CONSTANT, rounded(seconds)).text


def _route(
    each: RouteMeasured, number: int, files: dict[str, str], fits: dict[str, Fit], *, has_files: bool
) -> Iterator[str]:
    yield f'[[routes]]\npath = {quoted(each.path)}\nhandler = "{each.handler.value}"'
    found = fits[each.path] = fit(each.waits, allow_empirical=has_files)
    text = found.distribution.text
    if found.distribution.kind is DistributionKind.EMPIRICAL:
        name = f"times_{number}.csv"
        files[name] = "seconds\n" + "".join(f"{wait:.6f}\n" for wait in each.waits)
        text = f"empirical({name})"
    service = f', service = "pool_{number}"' if each.limit else ""
    yield f"# {found.words}"
    yield "steps = ["
    if each.cpu_s:
        yield f'  {{ cpu = "{_time(each.cpu_s)}" }},'
    yield f'  {{ io = "{text}"{service} }},\n]'
    if each.failed:
        yield f"failure_rate = {rounded(each.failed)!r}   # no success when it was measured"


def _pool(each: RouteMeasured, number: int) -> str:
    return (
        f"# {each.path}: of {_USERS} that ask at once, {each.at_once:.1f} are under way (Little's law).\n"
        f'[[services]]\nname = "pool_{number}"\npool_size = {each.limit}\nmax_overflow = 0'
    )


def _words(measured: Sequence[RouteMeasured], fits: Mapping[str, Fit]) -> Iterator[str]:
    for each in measured:
        pool = f", at most {each.limit} at once" if each.limit else ""
        yield f"{each.path}: {each.handler.value}, {_time(each.cpu_s)} of processor time{pool}; {fits[each.path].words}"
