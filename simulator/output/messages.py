"""`tasks.csv`: a row for every message, in order of publishing."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from simulator.output import digits
from simulator.output.digits import Cells
from simulator.record import MessageOutcome, Record

COLUMNS = (
    "replication",
    "message_id",
    "task",
    "request_id",
    "published_s",
    "first_delivered_s",
    "finished_s",
    "consumer",
    "deliveries",
    "executions",
    "outcome",
    "wait_s",
    "run_s",
)
OUTCOMES = tuple(outcome.name.lower() for outcome in MessageOutcome)


def lines(record: Record) -> Iterator[bytes]:
    """The rows of a closed record, without the header, in blocks."""
    tasks = tuple(task.name for task in record.scenario.tasks)
    first = 1
    for rows in record.messages.blocks():
        numbers = np.arange(first, first + len(rows))
        yield digits.joined(_columns(record.replication, numbers, rows, tasks))
        first += len(rows)


def _columns(
    replication: int, numbers: NDArray[np.int64], rows: NDArray[np.void], tasks: tuple[str, ...]
) -> Iterator[Cells]:
    yield digits.integers(np.full(len(rows), replication))
    yield digits.integers(numbers)
    yield digits.texts(tasks, rows["task"])
    yield digits.integers(rows["request"])
    for instant in ("published", "first_delivered", "finished"):
        yield digits.seconds(rows[instant].astype(np.int64))
    consumer = rows["consumer"].astype(np.int64)
    yield digits.integers(np.where(consumer == 0, -1, consumer))
    yield digits.integers(rows["deliveries"])
    yield digits.integers(rows["executions"])
    yield digits.texts(OUTCOMES, rows["outcome"])
    for part in ("wait", "run"):
        yield digits.seconds(rows[part].astype(np.int64))
