"""`tasks.csv`: a row for every message, in order of publishing."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from simulator.output import digits
from simulator.output.digits import Cells
from simulator.record import MessageOutcome, Record
from simulator.scenario import Scenario

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
    first = 1
    for rows in record.messages.blocks():
        yield lines_of(record.scenario, record.replication, rows, first=first)
        first += len(rows)


def lines_of(scenario: Scenario, replication: int, rows: NDArray[np.void], *, first: int = 1) -> bytes:
    """Rows, dtype MESSAGE_ROW, from message `first` on; a request that is 0 is nobody's."""
    tasks = tuple(task.name for task in scenario.tasks)
    return digits.joined(_columns(replication, np.arange(first, first + len(rows)), rows, tasks)) if len(rows) else b""


def _columns(
    replication: int, numbers: NDArray[np.int64], rows: NDArray[np.void], tasks: tuple[str, ...]
) -> Iterator[Cells]:
    yield digits.integers(np.full(len(rows), replication))
    yield digits.integers(numbers)
    yield digits.texts(tasks, rows["task"])
    yield _unless_zero(rows["request"])
    for instant in ("published", "first_delivered", "finished"):
        yield digits.seconds(rows[instant].astype(np.int64))
    yield _unless_zero(rows["consumer"])
    yield digits.integers(rows["deliveries"])
    yield digits.integers(rows["executions"])
    yield digits.texts(OUTCOMES, rows["outcome"])
    for part in ("wait", "run"):
        yield digits.seconds(rows[part].astype(np.int64))


def _unless_zero(numbers: NDArray[np.unsignedinteger]) -> Cells:
    return digits.integers(np.where(numbers == 0, -1, numbers.astype(np.int64)))
