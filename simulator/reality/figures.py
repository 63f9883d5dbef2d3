"""The same figures of measured and of simulated rows, side by side, each with a tolerance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.reality.messages import MESSAGE_OUTCOMES, MESSAGE_RATES, MESSAGE_TIMES, message_figures
from simulator.record import NEVER, WORKER_COLUMNS, Outcome, Samples
from simulator.scenario import HandlerKind, LoopKind, Scenario
from simulator.statistics.deadlines import Deadlines
from simulator.units import to_ns

Figures = dict[str, float]
TIMES = ("mean", "p50", "p95", "p99")
ALL_TIMES = (*TIMES, *MESSAGE_TIMES)
RATES = ("throughput", "goodput", *MESSAGE_RATES)
_PERCENTILES = (50, 95, 99)


def figures_of(scenario: Scenario, rows: NDArray[np.void], messages: NDArray[np.void] | None = None) -> Figures:
    """Throughput, response times, shares of outcomes and of workers, by what was sent after the warm-up; of messages
    where there is a broker."""
    begin, end = to_ns(scenario.run.warm_up), to_ns(scenario.run.duration)
    sent = _judged(scenario, rows)
    completed = sent[sent["outcome"] == Outcome.COMPLETED]
    everything = rows[rows["outcome"] == Outcome.COMPLETED]
    inside = everything[(everything["finished"] >= begin) & (everything["finished"] <= end)]
    figures: Figures = {"sent": float(len(sent)), "throughput": len(inside) / ((end - begin) / 1e9)}
    if any(client.deadline is not None or client.timeout is not None for client in scenario.clients):
        figures["goodput"] = _good(scenario, rows, inside) / ((end - begin) / 1e9)
    times = _times_of(completed)
    if len(times):
        percentiles = np.percentile(times, _PERCENTILES)
        figures |= {"mean": float(times.mean())}
        figures |= {name: float(value) for name, value in zip(TIMES[1:], percentiles, strict=True)}
    for outcome in Outcome:
        figures[outcome.name.lower()] = _share(int(np.count_nonzero(sent["outcome"] == outcome)), len(sent))
    if messages is not None and scenario.broker is not None:
        figures |= message_figures(scenario, messages)
    return figures | _workers(scenario, completed)


def _judged(scenario: Scenario, rows: NDArray[np.void]) -> NDArray[np.void]:
    """What was sent after the warm-up."""
    begin, end = to_ns(scenario.run.warm_up), to_ns(scenario.run.duration)
    return rows[(rows["sent"] >= begin) & (rows["sent"] <= end)]


def _times_of(completed: NDArray[np.void]) -> NDArray[np.float64]:
    return np.asarray((completed["finished"] - completed["sent"]) / 1e9)


def ranks_apart(scenario: Scenario, rows: NDArray[np.void], figure: str, time_s: float) -> float:
    """Share of the answers that lie between a percentile of their response times and another time; 1 without any."""
    sent = _judged(scenario, rows)
    times = _times_of(sent[sent["outcome"] == Outcome.COMPLETED])
    if not len(times):
        return 1.0
    rank = dict(zip(TIMES[1:], _PERCENTILES, strict=True))[figure] / 100
    below, up_to = float(np.mean(times < time_s)), float(np.mean(times <= time_s))
    return max(0.0, below - rank, rank - up_to)


def edge(scenario: Scenario, rows: NDArray[np.void]) -> int:
    """By how many the answers of the measured time differ that is a mean response time shorter, as it begins earlier
    or later; 0 without any."""
    begin, end = to_ns(scenario.run.warm_up), to_ns(scenario.run.duration)
    completed = rows[rows["outcome"] == Outcome.COMPLETED]
    if not len(completed):
        return 0
    shorter = float(_times_of(completed).mean()) * 1e9
    later = np.linspace(0.0, shorter, _SHIFTS)
    finished = np.sort(completed["finished"])
    counts = np.searchsorted(finished, end - shorter + later) - np.searchsorted(finished, begin + later)
    return int(counts.max() - counts.min())


_SHIFTS = 41


def _good(scenario: Scenario, rows: NDArray[np.void], answers: NDArray[np.void]) -> int:
    """Answers in time, from the first attempt."""
    first_sent = rows["sent"][answers["first_request_id"].astype(np.int64) - 1]
    met = Deadlines(scenario).are_met(answers["client"], answers["finished"], answers["finished"] - first_sent)
    return int(np.count_nonzero(met))


def _workers(scenario: Scenario, completed: NDArray[np.void]) -> Figures:
    """Shares of the answers, the busiest worker first: which number that one has is chance."""
    count = scenario.server.workers
    if count == 1:
        return {}
    had = np.bincount(completed["worker"], minlength=count + 1)[1:]
    shares = sorted((_share(int(each), len(completed)) for each in had), reverse=True)
    return {f"worker {number}": share for number, share in enumerate(shares[:count], 1)}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def mean_of(each: Sequence[Figures]) -> Figures:
    """A figure is the mean over those runs that have it."""
    names = dict.fromkeys(name for figures in each for name in figures)
    return {name: float(np.mean([figures[name] for figures in each if name in figures])) for name in names}


@dataclass(frozen=True)
class Beside:
    """One figure, measured and simulated."""

    figure: str
    measured: float | None
    simulated: float | None
    tolerance: float
    """Of the difference, in the figure's own unit."""

    @property
    def is_time(self) -> bool:
        """Whether it is in seconds; otherwise a share, or per second."""
        return self.figure in ALL_TIMES

    @property
    def is_rate(self) -> bool:
        """Whether it is per second."""
        return self.figure in RATES

    @property
    def is_ok(self) -> bool:
        """Whether they agree."""
        if self.measured is None or self.simulated is None:
            return self.measured is self.simulated
        return abs(self.simulated - self.measured) <= self.tolerance + 1e-12

    def plain(self) -> dict[str, object]:
        """As JSON has it."""
        return {**vars(self), "ok": self.is_ok}


@dataclass(frozen=True)
class Tolerances:
    """Relative, with a floor in seconds for times; of shares absolute. From the measured cases in tests/fidelity."""

    throughput: float = 0.03
    times: tuple[tuple[float, float], ...] = ((0.05, 0.003), (0.05, 0.003), (0.08, 0.005), (0.15, 0.010))
    """Of mean, p50, p95 and p99."""
    share: float = 0.03
    why: str = ""


_SATURATED = 0.9
_NEAR_SATURATION = Tolerances(
    0.05, ((0.25, 0.005), (0.30, 0.005), (0.25, 0.010), (0.30, 0.020)), 0.06, "near saturation"
)


def tolerances_of(scenario: Scenario, busiest: float, service_s: float) -> Tolerances:
    """By situation, as the measured cases have them: near saturation a tenth of a millisecond moves a run by tens of
    per cent; where several workers block, a time is whole service times and may be one more or less."""
    if busiest > _SATURATED:
        return _NEAR_SATURATION
    is_blocking = any(route.handler is HandlerKind.BLOCKING for route in scenario.routes)
    if scenario.server.workers > 1 and is_blocking:
        step = (0.0, max(0.003, service_s))
        is_greedy = scenario.server.loop is LoopKind.ASYNCIO
        return Tolerances(
            0.03, ((0.05, 0.003), step, step, (0.3, 2 * service_s)), 0.15 if is_greedy else 0.05, "one service time"
        )
    return Tolerances()


def beside(measured: Figures, simulated: Figures, tolerances: Tolerances) -> list[Beside]:
    """Every figure that has a tolerance; outcomes only where there are any."""
    rows: list[Beside] = []
    mean, _, p95, _ = tolerances.times
    times = dict(zip(ALL_TIMES, (*tolerances.times, mean, p95, mean), strict=True))
    for name in dict.fromkeys((*measured, *simulated)):
        mine, theirs = simulated.get(name), measured.get(name)
        if name == "sent" or (name in _OUTCOME_NAMES and not (mine or theirs)):
            continue
        rows.append(Beside(name, theirs, mine, _allowed(name, theirs or 0.0, tolerances, times)))
    return rows


_OUTCOME_NAMES = {*(outcome.name.lower() for outcome in Outcome), *MESSAGE_OUTCOMES}


def _allowed(name: str, measured: float, tolerances: Tolerances, times: Mapping[str, tuple[float, float]]) -> float:
    if name in times:
        relative, floor = times[name]
        return max(relative * measured, floor)
    return tolerances.throughput * measured if name in RATES else tolerances.share


def busiest_loop(utilisations: Sequence[float | None]) -> float:
    """Of the workers that lived."""
    return max((share for share in utilisations if share is not None), default=0.0)


def busiest_quarter(samples: Samples) -> float:
    """Largest utilisation of a worker's loop, or of its thread limiter, in any quarter of the run; 0 without any."""
    rows = samples.workers()
    step = max(1, (len(rows) - 1) // 4)
    by = dict(zip(WORKER_COLUMNS, np.moveaxis(rows[step:] - rows[:-step], 2, 0), strict=True))
    shares = (by[part][by[whole] > 0] / by[whole][by[whole] > 0] for part, whole in _SHARES)
    return max((float(share.max()) for share in shares if len(share)), default=0.0)


_SHARES = (("busy", "alive"), ("tokens", "limit"))


def mean_service_s(rows: NDArray[np.void]) -> float:
    """Mean time that a request keeps its worker, were it alone: computing and in I/O."""
    done = rows[rows["server_finished"] != NEVER]
    return float((done["cpu"] + done["io"]).mean()) / 1e9 if len(done) else 0.0
