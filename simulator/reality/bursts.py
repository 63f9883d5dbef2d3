"""Connections that were to be opened at one instant, and what became of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.reality.project.clients import Attempt


@dataclass(frozen=True, order=True)
class Burst:
    """Connections that belong together, in the order in which bursts differ most from what the model has."""

    gap_s: float
    """The longest time between two that came after each other."""
    workers: int
    """Processes that answered their first requests."""
    connections: int = 0


def widest_burst(attempts: Sequence[Attempt]) -> Burst | None:
    """The burst with the longest gap; None where no two connections were to be opened at one instant."""
    together: defaultdict[int, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        if attempt.opened >= 0 and attempt.attempt == 1:
            together[attempt.due + int(3e9 * attempt.row.network_s)].append(attempt)
    return max((_burst(each) for each in together.values() if len(each) > 1), default=None)


def _burst(attempts: Sequence[Attempt]) -> Burst:
    opened = sorted(attempt.opened for attempt in attempts)
    gap = max(later - earlier for earlier, later in pairwise(opened))
    processes = {attempt.report.partition(b" ")[0] for attempt in attempts if attempt.report}
    return Burst(gap / 1e9, len(processes), len(attempts))
