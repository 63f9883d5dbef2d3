"""What happened in each interval of a run, as `timeseries.csv` has it."""

import numpy as np
from numpy.typing import NDArray

from simulator.record import SAMPLE_COLUMNS, WORKER_COLUMNS, Record
from simulator.units import NS_PER_S

Column = NDArray[np.float64]

_RATES = {"sent_per_s": "sent", "completed_per_s": "completed", "goodput_per_s": "good", "errors_per_s": "errors"}
_LENGTHS = (
    "in_flight",
    "accept_queue",
    "loop_queue",
    "thread_queue",
    "pool_queue",
    "service_queue",
    "broker_queue",
)
_PERCENTILES = ("response_p50", "response_p95", "response_p99")


def timeseries(record: Record, workers: int | None = None) -> dict[str, Column]:
    """Columns by name, without `replication`; NaN where there is no value (an interval without answers).

    `workers` is the number of worker columns, by default as many as there ever were.
    """
    table = record.samples.table()
    columns = {name: table[:, index] for index, name in enumerate(SAMPLE_COLUMNS)}
    length = np.diff(columns["time"], prepend=0.0)
    result = {"time_s": columns["time"] / NS_PER_S}
    for name, counted in _RATES.items():
        result[name] = np.diff(columns[counted], prepend=0.0) * NS_PER_S / length
    for name in _LENGTHS:
        result[name] = np.diff(columns[name], prepend=0.0) / length
    for name in _PERCENTILES:
        result[f"{name}_s"] = columns[name] / NS_PER_S
    result["workers"] = columns["workers"]
    return result | _utilisations(record, record.workers if workers is None else workers)


def _utilisations(record: Record, workers: int) -> dict[str, Column]:
    changes = np.diff(record.samples.workers(), axis=0, prepend=0.0)
    alive, busy, tokens, limit, cpu = (changes[:, :, index] for index in range(len(WORKER_COLUMNS)))
    result = {
        "utilisation": _share(busy.sum(axis=1), alive.sum(axis=1)),
        "thread_utilisation": _share(tokens.sum(axis=1), limit.sum(axis=1)),
        "cpu_utilisation": _share(cpu.sum(axis=1), alive.sum(axis=1)),
    }
    for number in range(1, workers + 1):
        has_column = number <= changes.shape[1]
        nothing = np.full(len(changes), np.nan)
        result[f"utilisation_worker_{number}"] = (
            _share(busy[:, number - 1], alive[:, number - 1]) if has_column else nothing
        )
    return result


def _share(part: Column, whole: Column) -> Column:
    shares: Column = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return shares
