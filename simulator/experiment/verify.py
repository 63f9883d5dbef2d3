"""The model against the closed forms of theory: the same scenarios, run and calculated."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from simulator.capacity import capacity
from simulator.errors import SimulatorError, UnstableQueueError
from simulator.experiment.closed_forms import closed_form
from simulator.experiment.executors import RunExecutor, run_all
from simulator.experiment.runs import Run
from simulator.scenario import HandlerKind, Scenario, parse
from simulator.statistics import Summary
from simulator.statistics.intervals import t_interval

_CONFIDENCE = 0.999
"""Of each interval: with some twenty figures one in fifty tables would have a miss by chance."""
_TOLERANCE = 0.005
_WIDEST = 0.2
"""An interval wider than this, to either side, would let anything pass."""
REPLICATIONS = 10
_REQUESTS = 10_000
"""In each replication, about."""


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario to which theory knows the answer."""

    what: str
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Verified:
    """One figure of one case."""

    what: str
    queue: str
    """In Kendall's notation."""
    figure: str
    theory: float
    measured: float
    interval: tuple[float, float]
    """Of the measured mean, at 99.9 %."""

    @property
    def is_ok(self) -> bool:
        """Whether theory lies in the interval, or within half a percent, and the interval says something."""
        low, high = self.interval
        slack = _TOLERANCE * self.theory
        is_narrow = high - low <= 2 * _WIDEST * self.theory
        return is_narrow and low - slack <= self.theory <= high + slack

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {**asdict(self), "is_ok": self.is_ok}


def verify(executor: RunExecutor, seed: int = 1, cases: tuple[Case, ...] | None = None) -> Iterator[list[Verified]]:
    """The figures of one case after the other, as soon as it has been run.

    Raises SimulatorError where a run fails.
    """
    asked = cases or CASES
    runs = [Run(case.scenario, seed, number) for case in asked for number in range(1, REPLICATIONS + 1)]
    summaries: dict[int, Summary] = {}
    following = 0
    for index, result in run_all(runs, executor):
        if result.summary is None:
            raise SimulatorError(f"{asked[index // REPLICATIONS].what}: {result.error}")
        summaries[index] = result.summary
        while following < len(asked):
            mine = range(following * REPLICATIONS, (following + 1) * REPLICATIONS)
            if not all(number in summaries for number in mine):
                break
            yield list(_verified(asked[following], [summaries.pop(number) for number in mine]))
            following += 1


def _verified(case: Case, summaries: list[Summary]) -> Iterator[Verified]:
    queue, expected = _expected(case.scenario)
    for figure, theory in expected.items():
        values = [_FIGURES[figure](summary) for summary in summaries]
        interval = t_interval(values, _CONFIDENCE)
        assert interval is not None, "there are several replications"
        yield Verified(case.what, queue, figure, theory, sum(values) / len(values), interval)


def _expected(scenario: Scenario) -> tuple[str, dict[str, float]]:
    try:
        form = closed_form(scenario)
    except UnstableQueueError:
        return "overload", {"throughput": capacity(scenario).per_s}
    figures = {"response time": form.response_time_s, "throughput": form.throughput_per_s}
    if form.utilisation is not None:
        is_threads = scenario.routes[0].handler is HandlerKind.THREADPOOL
        figures["threads taken" if is_threads else "loop busy"] = form.utilisation
    return form.name, figures


_FIGURES: dict[str, Callable[[Summary], float]] = {
    "response time": lambda summary: summary.response_time_s.mean or 0.0,
    "throughput": lambda summary: summary.throughput_per_s.mean,
    "loop busy": lambda summary: _mean([worker.utilisation.loop or 0.0 for worker in summary.workers]),
    "threads taken": lambda summary: _mean([worker.utilisation.threads or 0.0 for worker in summary.workers]),
}


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


# The cases


def _open(what: str, rate: float, handler: str, steps: str, *, server: str = "", network: str = "0ms") -> Case:
    clients = f'arrivals = "poisson"\nrate = {rate}\nkeep_alive = false\nnetwork = "{network}"'
    return Case(what, _scenario(what, clients, rate, _route(handler, steps), server))


def _closed(what: str, users: int, think: str, rate: float, *, server: str = "") -> Case:
    clients = f'arrivals = "closed"\nusers = {users}\nthink_time = "{think}"\nkeep_alive = false'
    return Case(what, _scenario(what, clients, rate, _route("blocking", _IO), server))


def _route(handler: str, steps: str) -> str:
    return f'path = "/"\nhandler = "{handler}"\nsteps = [{steps}]'


def _scenario(what: str, clients: str, rate: float, route: str, server: str) -> Scenario:
    length = _REQUESTS / rate
    return parse(
        f"""
format = 1
name = "{what}"
[run]
duration = {length * 1.1}
warm_up = {length * 0.1}
drain = {length}
[[clients]]
name = "clients"
{clients}
[server]
loop = "uvloop"
{server}
[[routes]]
{route}
"""
    )


_IO, _CPU = '{ io = "exponential(10ms)" }', '{ cpu = "exponential(10ms)" }'
CASES = (
    _open("one worker, blocking, half busy", 50, "blocking", _IO),
    _open("one worker, blocking, busy", 80, "blocking", _IO),
    _open("one worker, blocking, far away", 70, "blocking", _IO, network="exponential(20ms)"),
    _open("one worker, blocking, constant", 80, "blocking", '{ io = "10ms" }'),
    _open("one worker, blocking, two steps", 75, "blocking", '{ cpu = "2ms" }, { io = "gamma(8ms, cv=1.2)" }'),
    _open("one worker, async, computes", 80, "async", _CPU),
    _open("one worker, async, waits", 400, "async", '{ io = "lognormal(50ms, cv=1)" }'),
    _open("two workers, blocking", 160, "blocking", _IO, server="workers = 2"),
    _open("eight workers, blocking", 700, "blocking", _IO, server="workers = 8"),
    _open("forty threads", 360, "threadpool", '{ io = "exponential(100ms)" }'),
    _closed("ten users, one worker", 10, "exponential(90ms)", 80),
    _closed("thirty users, three workers", 30, "80ms", 270, server="workers = 3"),
    _open("two workers, asked for too much", 300, "blocking", _IO, server="workers = 2"),
    _open("one loop computes, asked for too much", 150, "async", _CPU),
)
"""What theory has closed forms for, each kind of handler at least once."""
