"""The figures of a run that a sweep keeps, a column each."""

from collections.abc import Callable, Iterable
from statistics import fmean

from simulator.experiment.store import Figures
from simulator.statistics import Summary

_DIGITS = 9
"""After the point: a nanosecond; what a double has beyond that is noise that differs between machines."""

Number = int | float | None


def _errors(summary: Summary) -> float | None:
    """Share of attempts."""
    requests = summary.requests
    wrong = requests.refused + requests.rejected + requests.failed + requests.timed_out
    return wrong / requests.sent if requests.sent else None


def _mean(values: Iterable[float | None]) -> float | None:
    present = [value for value in values if value is not None]
    return fmean(present) if present else None


FIGURES: dict[str, Callable[[Summary], Number]] = {
    "sent": lambda summary: summary.requests.sent,
    "completed": lambda summary: summary.requests.completed,
    "refused": lambda summary: summary.requests.refused,
    "rejected": lambda summary: summary.requests.rejected,
    "failed": lambda summary: summary.requests.failed,
    "timed_out": lambda summary: summary.requests.timed_out,
    "unfinished": lambda summary: summary.requests.unfinished,
    "errors": _errors,
    "throughput_per_s": lambda summary: summary.throughput_per_s.mean,
    "goodput_per_s": lambda summary: summary.goodput_per_s.mean,
    "response_mean_s": lambda summary: summary.response_time_s.mean,
    "response_p50_s": lambda summary: summary.response_time_s.p50,
    "response_p90_s": lambda summary: summary.response_time_s.p90,
    "response_p95_s": lambda summary: summary.response_time_s.p95,
    "response_p99_s": lambda summary: summary.response_time_s.p99,
    "response_max_s": lambda summary: summary.response_time_s.max,
    "in_flight": lambda summary: summary.in_flight.mean,
    "accept_queue": lambda summary: summary.accept_queue.mean,
    "utilisation": lambda summary: _mean(worker.utilisation.loop for worker in summary.workers),
    "thread_utilisation": lambda summary: _mean(worker.utilisation.threads for worker in summary.workers),
    "cpu_utilisation": lambda summary: _mean(worker.utilisation.cpu for worker in summary.workers),
}
"""The names of `timeseries.csv` where it has the same; utilisations are means over workers."""


def figures_of(summary: Summary) -> Figures:
    """Every column's value."""
    return {name: _rounded(take(summary)) for name, take in FIGURES.items()}


def _rounded(value: Number) -> Number:
    return round(value, _DIGITS) if isinstance(value, float) else value
