"""What the clients of a real server saw, as rows of the record."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.output import digits
from simulator.output.digits import Cells
from simulator.output.requests import COLUMNS
from simulator.reality.project.clients import Attempt
from simulator.reality.project.driving import Driven
from simulator.record import NEVER, PARTS, REQUEST_ROW, Outcome
from simulator.scenario import Scenario

_OUTCOMES = {outcome.name.lower(): outcome for outcome in Outcome}
_MEASURED = ("pool_wait", "cpu", "io")
"""Parts that the app can measure itself."""
_PID, _STARTED, _ENDED, _CPU, _IO, _WAITED, _PROCESS = range(7)


class Reports:
    """What the app said of each attempt, where it answered."""

    def __init__(self, attempts: Sequence[Attempt]) -> None:
        self.table = np.full((len(attempts), 7), -1, dtype=np.int64)
        """A row an attempt; -1 where there was no answer of the app itself."""
        for index, attempt in enumerate(attempts):
            if attempt.report:
                self.table[index] = [int(word) for word in attempt.report.split(b" ")]
        self.told = self.table[:, _PID] >= 0

    def workers(self, numbers: Mapping[int, int]) -> NDArray[np.int64]:
        """The number of the worker that answered, from 1, by its process; 0 where none did."""
        return np.array([numbers.get(int(process), 0) for process in self.table[:, _PID]], dtype=np.int64)

    def processor_s(self) -> float:
        """Processor time of the workers between their first and last answers, together."""
        whole = 0
        for process in np.unique(self.table[self.told, _PID]):
            times = self.table[self.table[:, _PID] == process, _PROCESS]
            whole += int(times.max() - times.min())
        return whole / 1e9


def rows_of(scenario: Scenario, driven: Driven, workers: Mapping[int, int]) -> NDArray[np.void]:
    """A row for every attempt, dtype REQUEST_ROW, instants since the clients began; parts nobody measured are NEVER."""
    attempts, reports = driven.attempts, Reports(driven.attempts)
    rows = np.zeros(len(attempts), dtype=REQUEST_ROW)
    paths = {route.path: index for index, route in enumerate(scenario.routes)}
    for name in ("accepted", "started", "server_finished", *PARTS):
        rows[name] = NEVER
    rows["client"] = [each.group for each in attempts]
    rows["route"] = [paths[each.row.path] for each in attempts]
    rows["worker"] = reports.workers(workers)
    rows["attempt"] = [min(each.attempt, 255) for each in attempts]
    rows["first_request_id"] = [each.first_id for each in attempts]
    rows["status"] = [each.status for each in attempts]
    rows["outcome"] = [_OUTCOMES[each.outcome] for each in attempts]
    for name in ("sent", "finished"):
        instants = np.array([getattr(each, name) for each in attempts], dtype=np.int64)
        rows[name] = np.where(instants < 0, NEVER, instants - driven.origin)
    told = reports.told
    for name, column in (("started", _STARTED), ("server_finished", _ENDED)):
        rows[name][told] = reports.table[told, column] - driven.origin
    for name, column in zip(_MEASURED, (_WAITED, _CPU, _IO), strict=True):
        rows[name][told] = reports.table[told, column]
    return rows


def lines(scenario: Scenario, replication: int, rows: NDArray[np.void]) -> bytes:
    """`reality.csv`, without the header: the columns of `requests.csv`, empty where nobody could measure."""
    return digits.joined(_columns(scenario, replication, rows)) if len(rows) else b""


def _columns(scenario: Scenario, replication: int, rows: NDArray[np.void]) -> Iterator[Cells]:
    cells: dict[str, Cells] = {
        "replication": digits.integers(np.full(len(rows), replication)),
        "request_id": digits.integers(np.arange(1, len(rows) + 1)),
        "client": digits.texts([client.name for client in scenario.clients], rows["client"]),
        "route": digits.texts([route.path for route in scenario.routes], rows["route"]),
        "attempt": digits.integers(rows["attempt"]),
        "first_request_id": digits.integers(rows["first_request_id"]),
        "worker": _unless_zero(rows["worker"]),
        "outcome": digits.texts(list(_OUTCOMES), rows["outcome"]),
        "status": _unless_zero(rows["status"]),
        "response_time_s": digits.seconds(_since_sent(rows)),
    }
    for name in ("sent", "accepted", "started", "finished", "server_finished", *PARTS):
        cells[f"{name}_s"] = digits.seconds(rows[name].astype(np.int64))
    for name in COLUMNS:
        yield cells[name]


def _since_sent(rows: NDArray[np.void]) -> NDArray[np.int64]:
    return np.where(rows["finished"] == NEVER, NEVER, rows["finished"] - rows["sent"]).astype(np.int64)


def _unless_zero(values: NDArray[np.uint16]) -> Cells:
    numbers = values.astype(np.int64)
    return digits.integers(np.where(numbers == 0, -1, numbers))
