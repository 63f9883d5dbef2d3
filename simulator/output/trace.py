"""`trace.csv`: every transition of every attempt and every message, the audit log."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from simulator.output import digits
from simulator.record import STAGE_MASK, MessageStage, MessageTransitions, Record, Stage, Transitions
from simulator.scenario import Scenario

COLUMNS = ("replication", "time_s", "request_id", "stage", "place")
MESSAGE_COLUMNS = (*COLUMNS, "message_id", "delivery")
"""Where there is a broker: the last two are empty in the rows of requests; request_id is that of who published."""
_ROWS = 1 << 14
_STAGES = tuple(stage.name for stage in (*Stage, *(each for each in MessageStage if each > max(Stage))))
assert [*Stage, *(each for each in MessageStage if each > max(Stage))] == list(range(len(_STAGES))), (
    "a stage's number is its place in the table"
)
assert all(stage.name == _STAGES[stage] for stage in MessageStage)
_NOTHING = -1


def columns(scenario: Scenario) -> tuple[str, ...]:
    """Names of the columns."""
    return COLUMNS if scenario.broker is None else MESSAGE_COLUMNS


def lines(record: Record) -> Iterator[bytes]:
    """The rows of a closed record, without the header, in blocks."""
    transitions, messages = record.transitions, record.message_transitions
    assert transitions is not None, "the run was not traced"
    if messages is None:
        for first in range(0, transitions.count, _ROWS):
            rows = transitions.rows(first, first + _ROWS)
            yield _joined(record, rows, rows["request"])
        return
    for rows, owners in _merged(transitions, messages):
        yield _joined(record, rows, *owners)


def _joined(record: Record, rows: NDArray[np.void], *owners: NDArray[np.integer]) -> bytes:
    """`owners`: request, and where there is a broker message and delivery."""
    transitions = record.transitions
    assert transitions is not None, "asked before"
    request, *others = owners
    return digits.joined(
        (
            digits.integers(np.full(len(rows), record.replication)),
            digits.seconds(rows["time"].astype(np.int64)),
            digits.integers(request),
            digits.texts(_STAGES, rows["stage"] & np.uint8(STAGE_MASK)),
            digits.texts(transitions.places, rows["place"]),
            *(digits.integers(each) for each in others),
        )
    )


_Owners = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def _merged(requests: Transitions, messages: MessageTransitions) -> Iterator[tuple[NDArray[np.void], _Owners]]:
    """Rows in the order in which they were written, in blocks; of each: request, message, delivery."""
    *_, before = messages.row_owners(0, messages.count)
    at = before + np.arange(messages.count)
    for first in range(0, requests.count + messages.count, _ROWS):
        last = min(first + _ROWS, requests.count + messages.count)
        begin, end = (int(each) for each in np.searchsorted(at, (first, last)))
        own, deliveries, _ = messages.row_owners(begin, end)
        is_message = np.zeros(last - first, dtype=bool)
        is_message[at[begin:end] - first] = True
        of_requests = requests.rows(first - begin, last - end)
        rows = np.empty(last - first, dtype=of_requests.dtype)
        rows[~is_message] = of_requests
        rows[is_message] = messages.rows(begin, end)
        request = rows["request"].astype(np.int64)
        message, delivery = np.full(last - first, _NOTHING), np.full(last - first, _NOTHING)
        request[is_message] = messages.request_of(own)
        message[is_message], delivery[is_message] = own, deliveries
        yield rows, (request, message, delivery)
