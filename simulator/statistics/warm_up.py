"""How long the start of a run differs from the rest: advice on the warm-up, never taken by itself."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.record import Outcome, Record
from simulator.units import NS_PER_S

BATCH = 5
_FEWEST_BATCHES = 20


def mser_5(values: NDArray[np.float64]) -> int | None:
    """How many of the first values to leave out, by MSER-5 (White, Cobb and Spratt 2000).

    Of means of five, those that make the standard error of the rest smallest. None where that leaves less than half
    (the start cannot be told from the rest, or there is no rest), or where there are fewer than a hundred.
    """
    count = len(values) // BATCH
    if count < _FEWEST_BATCHES:
        return None
    means = values[: count * BATCH].reshape(count, BATCH).mean(axis=1)
    left = np.arange(count, 0, -1)
    sums, squares = (np.cumsum(each[::-1])[::-1] for each in (means, (means - means.mean()) ** 2))
    spread = squares - (sums - left * means.mean()) ** 2 / left
    best = int(np.argmin((spread / left**2)[: count - _FEWEST_BATCHES // 2]))
    return best * BATCH if best <= count // 2 else None


def advised_warm_up_s(records: Sequence[Record]) -> float | None:
    """Seconds, from replications that begin at 0; their response times are averaged by order of sending.

    None where no warm-up inside half of the run is enough.
    """
    rows = [record.requests.array() for record in records]
    completed = [each[each["outcome"] == Outcome.COMPLETED] for each in rows]
    shortest = min((len(each) for each in completed), default=0)
    if not shortest:
        return None
    times = np.mean([(each["finished"] - each["sent"])[:shortest] for each in completed], axis=0)
    skipped = mser_5(times)
    if skipped is None:
        return None
    return float(max(each["sent"][skipped] for each in completed)) / NS_PER_S if skipped else 0.0
