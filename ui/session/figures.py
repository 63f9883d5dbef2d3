"""The figures of a run that a condition can name, each read as it stands now. Pure."""

from collections.abc import Callable
from math import nan

import numpy as np

from simulator.model import System
from simulator.record import SAMPLE_COLUMNS, WORKER_COLUMNS, Outcome
from simulator.units import NS_PER_S

Read = Callable[[System], float]

_BUSY, _ALIVE = WORKER_COLUMNS.index("busy"), WORKER_COLUMNS.index("alive")


def _ended(system: System, column: str, *outcomes: Outcome) -> float:
    """As the last sample says, and what ended since."""
    samples = system.record.samples
    known = float(samples.row(len(samples) - 1)[SAMPLE_COLUMNS.index(column)]) if len(samples) else 0.0
    ids = np.array(system.ledger.ended_ids, dtype=np.int64)
    return known + int(np.isin(system.record.requests.values("outcome", ids), outcomes).sum())


def _errors(system: System) -> float:
    return _ended(system, "errors", Outcome.REFUSED, Outcome.REJECTED, Outcome.FAILED, Outcome.TIMED_OUT)


def _second_ago(system: System) -> int | None:
    """The number of the sample about a second before the last one; None where there are fewer than two."""
    samples = system.record.samples
    last = len(samples) - 1
    if last < 1:
        return None
    every = float(samples.row(last)[0] - samples.row(last - 1)[0])
    return max(0, last - max(1, round(NS_PER_S / every)))


def _per_s(system: System, column: str) -> float:
    """A cumulative count's rate over the last second that was sampled."""
    first = _second_ago(system)
    if first is None:
        return 0.0
    samples, at = system.record.samples, SAMPLE_COLUMNS.index(column)
    before, after = samples.row(first), samples.row(len(samples) - 1)
    return float((after[at] - before[at]) * NS_PER_S / (after[0] - before[0]))


def _response(system: System, column: str) -> float:
    """Of the answers of the last interval that was sampled; NaN, which is never true, where there were none."""
    samples = system.record.samples
    return float(samples.row(len(samples) - 1)[SAMPLE_COLUMNS.index(column)]) / NS_PER_S if len(samples) else nan


def _utilisation(system: System) -> float:
    """The loops' share of their lives over the last second that was sampled."""
    first = _second_ago(system)
    if first is None:
        return 0.0
    samples = system.record.samples
    came = samples.worker_row(len(samples) - 1).sum(axis=0) - samples.worker_row(first).sum(axis=0)
    return float(came[_BUSY] / came[_ALIVE]) if came[_ALIVE] > 0 else 0.0


FIGURES: dict[str, Read] = {
    "time_s": lambda system: system.now_s,
    "sent": lambda system: system.record.requests.count,
    "finished": lambda system: system.record.requests.count - len(system.in_flight),
    "completed": lambda system: _ended(system, "completed", Outcome.COMPLETED),
    "errors": _errors,
    "in_flight": lambda system: len(system.in_flight),
    "accept_queue": lambda system: len(system.listener.queue),
    "loop_queue": lambda system: sum(worker.loop_queue for worker in system.pool.processes),
    "thread_queue": lambda system: sum(len(worker.threads.waiting) for worker in system.pool.processes),
    "pool_queue": lambda system: sum(
        len(pool.waiting) for worker in system.pool.processes for pool in worker.pools.values()
    ),
    "service_queue": lambda system: sum(
        len(service.gate.waiting) for service in system.services.values() if service.gate is not None
    ),
    "broker_queue": lambda system: system.broker.waiting if system.broker is not None else 0,
    "orphans": lambda system: len(system.ledger.orphans),
    "workers": lambda system: system.live_workers,
    "throughput_per_s": lambda system: _per_s(system, "completed"),
    "errors_per_s": lambda system: _per_s(system, "errors"),
    "utilisation": _utilisation,
    "response_p50_s": lambda system: _response(system, "response_p50"),
    "response_p95_s": lambda system: _response(system, "response_p95"),
    "response_p99_s": lambda system: _response(system, "response_p99"),
}
"""By the names of the result files' columns; times in seconds, rates per second, shares 0..1."""
