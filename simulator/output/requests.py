"""`requests.csv`: a row for every attempt, in order of sending."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from simulator.output import digits
from simulator.output.digits import Cells
from simulator.record import NEVER, PARTS, Outcome, Record

_PART_COLUMNS = tuple(f"{part}_s" for part in PARTS)
COLUMNS = (
    "replication",
    "request_id",
    "client",
    "route",
    "attempt",
    "first_request_id",
    "worker",
    "sent_s",
    "accepted_s",
    "started_s",
    "finished_s",
    "outcome",
    "status",
    "response_time_s",
    *_PART_COLUMNS,
    "server_finished_s",
)
_OUTCOMES = tuple(outcome.name.lower() for outcome in Outcome)


def lines(record: Record) -> Iterator[bytes]:
    """The rows of a closed record, without the header, in blocks."""
    clients = tuple(client.name for client in record.scenario.clients)
    routes = tuple(route.path for route in record.scenario.routes)
    first_id = 1
    for number in range(len(record.requests.blocks)):
        rows = record.requests.block(number)
        ids = np.arange(first_id, first_id + len(rows))
        yield digits.joined(_columns(record.replication, ids, rows, clients, routes))
        first_id += len(rows)


def _columns(
    replication: int,
    ids: NDArray[np.int64],
    rows: NDArray[np.void],
    clients: tuple[str, ...],
    routes: tuple[str, ...],
) -> Iterator[Cells]:
    yield digits.integers(np.full(len(rows), replication))
    yield digits.integers(ids)
    yield digits.texts(clients, rows["client"])
    yield digits.texts(routes, rows["route"])
    yield digits.integers(rows["attempt"])
    yield digits.integers(rows["first_request_id"])
    yield _unless_zero(rows["worker"])
    for instant in ("sent", "accepted", "started", "finished"):
        yield digits.seconds(rows[instant].astype(np.int64))
    yield digits.texts(_OUTCOMES, rows["outcome"])
    yield _unless_zero(rows["status"])
    finished = rows["finished"]
    yield digits.seconds(np.where(finished == NEVER, NEVER, finished - rows["sent"]))
    for part in PARTS:
        time = rows[part].astype(np.int64)
        assert time.min(initial=0) >= 0, f"no attempt spends less than no time: {part}"
        yield digits.seconds(time)
    yield digits.seconds(rows["server_finished"].astype(np.int64))


def _unless_zero(values: NDArray[np.uint16]) -> Cells:
    """Empty where no worker had the attempt, or no status came."""
    numbers = values.astype(np.int64)
    return digits.integers(np.where(numbers == 0, -1, numbers))
