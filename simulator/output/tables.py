"""Rows of a run as columns by name, in seconds: what pandas and polars take as they are."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.output import messages, requests
from simulator.record import NEVER, PARTS, Outcome, Record
from simulator.statistics import timeseries
from simulator.units import NS_PER_S

Columns = dict[str, NDArray[Any]]

_INSTANTS = ("sent", "accepted", "started", "finished", "server_finished")


def request_columns(record: Record) -> Columns:
    """The columns of `requests.csv` of a closed record; NaN where a time never came, 0 where no worker or status."""
    rows = record.requests.array()
    columns: Columns = {
        "replication": np.full(len(rows), record.replication),
        "request_id": np.arange(1, len(rows) + 1),
        "client": np.array([client.name for client in record.scenario.clients])[rows["client"]],
        "route": np.array([route.path for route in record.scenario.routes])[rows["route"]],
        "outcome": np.array([outcome.name.lower() for outcome in Outcome])[rows["outcome"]],
        "response_time_s": _seconds(np.where(rows["finished"] == NEVER, NEVER, rows["finished"] - rows["sent"])),
    }
    columns |= {name: rows[name].astype(np.int64) for name in ("attempt", "first_request_id", "worker", "status")}
    columns |= {f"{name}_s": _seconds(rows[name]) for name in (*_INSTANTS, *PARTS)}
    return {name: columns[name] for name in requests.COLUMNS}


def message_columns(record: Record) -> Columns:
    """The columns of `tasks.csv` of a closed record; NaN where a time never came, 0 where no consumer had it."""
    rows = record.messages.array()
    columns: Columns = {
        "replication": np.full(len(rows), record.replication),
        "message_id": np.arange(1, len(rows) + 1),
        "task": np.array([task.name for task in record.scenario.tasks] or [""])[rows["task"]],
        "request_id": rows["request"].astype(np.int64),
        "outcome": np.array(messages.OUTCOMES)[rows["outcome"]],
    }
    columns |= {name: rows[name].astype(np.int64) for name in ("consumer", "deliveries", "executions")}
    columns |= {
        f"{name}_s": _seconds(rows[name]) for name in ("published", "first_delivered", "finished", "wait", "run")
    }
    return {name: columns[name] for name in messages.COLUMNS}


def _seconds(nanoseconds: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.where(nanoseconds == NEVER, np.nan, nanoseconds / NS_PER_S)


def timeseries_columns(record: Record, workers: int | None = None) -> Columns:
    """The columns of `timeseries.csv` of a closed record, with so many worker columns."""
    series = timeseries(record, workers)
    return {"replication": np.full(len(series["time_s"]), record.replication), **series}
