"""What became of the messages of a run."""

import numpy as np

from simulator.record import NEVER, SAMPLE_COLUMNS, MessageOutcome, Record
from simulator.statistics.summary import Length, Tasks
from simulator.statistics.window import Window


def tasks_of(record: Record, window: Window) -> Tasks:
    """Of the messages published inside the window; the queue is what no consumer has."""
    if record.scenario.broker is None:
        return Tasks()
    counts = np.zeros(len(MessageOutcome), dtype=np.int64)
    redelivered = 0
    for rows in record.messages.blocks():
        inside = rows[window.holds(rows["published"])]
        counts += np.bincount(inside["outcome"], minlength=len(counts))
        redelivered += int(np.maximum(inside["deliveries"].astype(np.int64) - 1, 0).sum())
    first, last = record.marks.table()[:, SAMPLE_COLUMNS.index("broker_queue")]
    return Tasks(
        published=int(counts.sum()),
        **{outcome.name.lower(): int(counts[outcome]) for outcome in MessageOutcome},
        redelivered=redelivered,
        queue=Length(mean=window.mean(float(last - first)), max=record.broker_peaks[1]),
    )


def are_conserved(record: Record) -> bool:
    """Whether the times of every message fit together, and no execution came without a delivery."""
    for rows in record.messages.blocks():
        ends = np.where(rows["finished"] == NEVER, record.end_ns, rows["finished"])
        is_over = rows["outcome"] != MessageOutcome.UNFINISHED
        fits = (rows["wait"] + rows["run"] == ends - rows["published"]) & (is_over == (rows["finished"] != NEVER))
        fits &= (rows["wait"] >= 0) & (rows["run"] >= 0) & (rows["executions"] <= rows["deliveries"])
        if not fits.all():
            return False
    return True
