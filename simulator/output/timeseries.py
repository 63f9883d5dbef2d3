"""`timeseries.csv`: a row at the end of every interval."""

import numpy as np
from numpy.typing import NDArray

from simulator.output import digits
from simulator.record import Record
from simulator.statistics import timeseries

_ROWS = 1 << 14


def table(record: Record) -> tuple[tuple[str, ...], bytes]:
    """Names and rows of a closed record, with a column for every worker that there ever was in it."""
    series = timeseries(record)
    count = len(series["time_s"])
    blocks = [_lines(record.replication, series, slice(first, first + _ROWS)) for first in range(0, count, _ROWS)]
    return ("replication", *series), b"".join(blocks)


def _lines(replication: int, series: dict[str, NDArray[np.float64]], rows: slice) -> bytes:
    cells = [digits.integers(np.full(len(series["time_s"][rows]), replication))]
    for name, values in series.items():
        is_count = name == "workers"
        cells.append(digits.integers(values[rows].astype(np.int64)) if is_count else digits.decimals(values[rows]))
    return digits.joined(cells)


def widened(text: bytes, missing: int) -> bytes:
    """Rows of a replication that had fewer workers than another, with empty cells for the others."""
    return text.replace(b"\n", b"," * missing + b"\n")
