"""`trace.csv`: every transition of every attempt, the audit log."""

from collections.abc import Iterator

import numpy as np

from simulator.output import digits
from simulator.record import STAGE_MASK, Record, Stage

COLUMNS = ("replication", "time_s", "request_id", "stage", "place")
_ROWS = 1 << 14
_STAGES = tuple(stage.name for stage in Stage)
assert [stage.value for stage in Stage] == list(range(len(_STAGES))), "a stage's number is its place in the table"


def lines(record: Record) -> Iterator[bytes]:
    """The rows of a closed record, without the header, in blocks."""
    transitions = record.transitions
    assert transitions is not None, "the run was not traced"
    places = transitions.places
    for first in range(0, transitions.count, _ROWS):
        rows = transitions.rows(first, first + _ROWS)
        yield digits.joined(
            (
                digits.integers(np.full(len(rows), record.replication)),
                digits.seconds(rows["time"].astype(np.int64)),
                digits.integers(rows["request"]),
                digits.texts(_STAGES, rows["stage"] & np.uint8(STAGE_MASK)),
                digits.texts(places, rows["place"]),
            )
        )
