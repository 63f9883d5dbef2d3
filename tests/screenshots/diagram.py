"""Pictures of the diagram to look at, and what a frame of it costs: `python -m tests.screenshots.diagram OUT`.

Every case is a real run, stopped at an instant. `--cases lesson,forty` and `--sizes 1140x516` make fewer pictures.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from simulator.model import System
from simulator.record import HOLDS_LOOP, Moment, Stage, Transitions
from simulator.scenario import parse

SIZES = ("1008x408", "1140x516", "2200x954")
FLIGHT_NS = 12_500_000
"""A quarter of a second at a twentieth of real time."""

Instant = Callable[[Transitions], int]


@dataclass(frozen=True)
class Case:
    """A scenario, and the instant at which it is looked at."""

    text: str
    at_s: float = 4.0
    wanted: Callable[[Moment], float] | None = None
    """The more the better, over a second from `at_s` on."""
    travel: str = "MOVING"


def scenario(clients: str, routes: str, *, workers: int = 4, more: str = "", services: str = "") -> str:
    """The text of a scenario."""
    return f"""
format = 1
name = "picture"
[run]
duration = "60s"
seed = 1
{clients}
[server]
workers = {workers}
{more}
{routes}
{services}
"""


def client(number: int, rate: float, path: str, network: str = "8ms", more: str = "") -> str:
    """One client group."""
    return f"""
[[clients]]
name = "Cliente_{number}"
arrivals = "poisson"
rate = {rate}
network = "{network}"
routes = {{ "{path}" = 1 }}
{more}
"""


def route(path: str, handler: str, steps: str) -> str:
    """One route."""
    return f"""
[[routes]]
path = "{path}"
handler = "{handler}"
steps = [{steps}]
"""


DATABASE = '[[services]]\nname = "database"\n'
LESSON = scenario(
    client(1, 52, "/professor")
    + client(2, 2, "/professor/create", more="keep_alive = false")
    + client(3, 22, "/email"),
    route("/professor", "async", '{cpu="3ms"}, {io="exponential(250ms)", service="database"}, {cpu="1ms"}')
    + route("/professor/create", "blocking", '{cpu="1ms"}, {label="time.sleep", io="250ms"}')
    + route("/email", "threadpool", '{cpu="2ms"}, {io="exponential(80ms)"}'),
    more="backlog = 32",
    services=DATABASE,
)


def blocking(workers: int, rate: float) -> str:
    """Nothing but blocking calls."""
    steps = '{cpu="1ms"}, {label="time.sleep", io="exponential(50ms)"}'
    return scenario(
        client(1, rate, "/professor/create", more="keep_alive = false"),
        route("/professor/create", "blocking", steps),
        workers=workers,
    )


def crowd(workers: int, rate: float) -> str:
    """Many workers, each with a little of everything."""
    return scenario(
        client(1, rate, "/professor") + client(2, rate / 6, "/email") + client(3, rate / 60, "/report"),
        route("/professor", "async", '{cpu="2ms"}, {io="exponential(200ms)", service="database"}')
        + route("/email", "threadpool", '{cpu="1ms"}, {io="exponential(300ms)"}')
        + route("/report", "blocking", '{label="requests.get", io="300ms"}'),
        workers=workers,
        services=DATABASE,
    )


def travelling(rate: float) -> str:
    """Most requests on a slow network."""
    return scenario(
        "".join(client(number, rate / 3, "/professor", "800ms") for number in (1, 2, 3)),
        route("/professor", "async", '{cpu="200us"}, {io="exponential(200ms)", service="database"}'),
        services=DATABASE,
    )


def one_blocked(moment: Moment) -> float:
    """As many wait as possible while exactly one worker is blocked."""
    blocked = moment.stored_stage == Stage.IN_IO | HOLDS_LOOP
    ready = np.count_nonzero(moment.stage == Stage.LOOP_QUEUE)
    return float(ready) if np.count_nonzero(blocked) == 1 else -1.0


def thread_queue(moment: Moment) -> float:
    """As many wait for a thread as possible."""
    return float(np.count_nonzero(moment.stage == Stage.THREAD_QUEUE))


CASES = {
    "idle": Case(LESSON, 0.0),
    "lesson": Case(LESSON, wanted=one_blocked),
    "one": Case(blocking(1, 18), wanted=one_blocked),
    "async": Case(
        scenario(
            client(1, 60, "/professor") + client(2, 25, "/busca"),
            route("/professor", "async", '{cpu="2ms"}, {label="asyncio.sleep", io="exponential(150ms)"}')
            + route("/busca", "async", '{cpu="3ms"}, {io="exponential(150ms)", service="elasticsearch"}'),
            workers=2,
            services='[[services]]\nname = "elasticsearch"\n',
        )
    ),
    "threads": Case(
        scenario(
            client(1, 130, "/relatorio"),
            route("/relatorio", "threadpool", '{cpu="1ms"}, {io="exponential(700ms)"}'),
            workers=2,
        ),
        wanted=thread_queue,
    ),
    "everything": Case(
        LESSON.replace('io="exponential(250ms)", service="database"', 'io="exponential(250ms)"').replace(
            "rate = 22", "rate = 150"
        ),
    ),
    "eight": Case(crowd(8, 200)),
    "nine": Case(crowd(9, 250)),
    "sixteen": Case(crowd(16, 500)),
    "forty": Case(crowd(40, 1000), at_s=2.0),
    "hundred": Case(crowd(100, 2000), at_s=1.0),
    "most": Case(crowd(1024, 4000), at_s=0.6),
    "twelve-clients": Case(
        scenario(
            "".join(client(number, 5 * number, "/professor") for number in range(1, 13)),
            route("/professor", "async", '{cpu="2ms"}, {io="exponential(150ms)", service="database"}'),
            services=DATABASE,
        )
    ),
    "thousand": Case(travelling(520)),
    "five-thousand": Case(travelling(2600)),
    "counted": Case(LESSON, wanted=one_blocked, travel="COUNTED"),
    "ribbons": Case(crowd(16, 500), travel="RIBBONS"),
}


def instant(case: Case, transitions: Transitions) -> int:
    """The instant of a case, ns."""
    first = round(case.at_s * 1e9)
    if case.wanted is None:
        return first
    wanted = case.wanted
    return max(range(first, first + 1_000_000_000, 5_000_000), key=lambda at: wanted(transitions.at(at)))


def run(case: Case) -> System:
    """The run of a case, a little beyond its instant."""
    system = System(parse(case.text, "picture.toml", None), seed=1, trace=True, endless=True, sample_every_s=0.1)
    system.run_until(case.at_s + 1.2)
    return system


def main() -> None:
    """Make pictures, and print what frames cost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--cases", default=",".join(CASES))
    arguments.add_argument("--sizes", default=",".join(SIZES))
    arguments.add_argument("--themes", default="light,dark")
    arguments.add_argument("--languages", default="en,pt_BR")
    arguments.add_argument("--bench", action="store_true")
    chosen = arguments.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.screenshots.studio import Studio

    studio = Studio(chosen.out)
    if chosen.bench:
        for name in ("lesson", "thousand", "five-thousand"):
            print_costs(name, studio)
        return
    for name in chosen.cases.split(","):
        system = run(CASES[name])
        assert system.trace is not None, "the run was traced"
        at_ns = instant(CASES[name], system.trace)
        for language in chosen.languages.split(","):
            for theme in chosen.themes.split(","):
                for size in chosen.sizes.split(","):
                    studio.take(name, system, at_ns, CASES[name].travel, (language, theme, size))


def print_costs(name: str, studio: "Studio") -> None:  # noqa: F821  # Qt is imported when it is needed
    """Milliseconds of a frame: reading and placing, and painting."""
    system = run(CASES[name])
    assert system.trace is not None, "the run was traced"
    first = instant(CASES[name], system.trace)
    view = studio.view("light", "1140x516", system)
    for flight_ns in (FLIGHT_NS, 250_000_000):
        placing, painting, dots = [], [], 0
        for at_ns in range(first, first + 100 * 800_000, 800_000):
            begun = time.perf_counter()
            dots = studio.show(view, system, at_ns, flight_ns)
            shown = time.perf_counter()
            view.viewport().repaint()
            painting.append(time.perf_counter() - shown)
            placing.append(shown - begun)
        parts = [f"{statistics.median(part) * 1e3:.2f} ms (p95 {_p95(part) * 1e3:.2f})" for part in (placing, painting)]
        moved = f"flights of {flight_ns / 1e6:g} ms"
        print(f"{name}: {dots} dots, {moved}: reading and placing {parts[0]}, painting {parts[1]}")


def _p95(values: list[float]) -> float:
    return float(np.quantile(values, 0.95))


def frames(first_ns: int, count: int, step_ns: int) -> Iterator[int]:
    """Instants one after another."""
    yield from range(first_ns, first_ns + count * step_ns, step_ns)


if __name__ == "__main__":
    main()
