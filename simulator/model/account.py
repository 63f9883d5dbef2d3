"""What a process did with its time: cumulative figures that are read at every sample."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.model.lineage import Lineage

if TYPE_CHECKING:
    from simulator.model.request import Request
    from simulator.model.threads import ThreadLimiter


class Account:
    """The times of one process. Those of its loop are kept by whoever moves it; see WORKER_COLUMNS for the figures."""

    __slots__ = (
        "blocked_area",
        "born",
        "busy_area",
        "died",
        "is_asleep",
        "is_blocked",
        "lineage",
        "loop_area",
        "merged",
        "threads",
    )

    threads: "ThreadLimiter"

    def __init__(self, now: int) -> None:
        self.is_asleep = True
        self.is_blocked = False
        self.loop_area = self.busy_area = self.blocked_area = 0
        """The ready queue's time integral is `loop_area + loop_queue * now`; likewise the loop's times."""
        self.merged: Request | None = None
        """The request whose blocking turn was scheduled as one event, while it lasts."""
        self.born = now
        self.died = -1
        self.lineage = Lineage()

    def figures(self, now: int) -> Iterator[float]:
        """A row of WORKER_COLUMNS, ns and token-ns since 0; of the processes that had this number before, too."""
        return map(sum, zip(self.lineage.figures(now), self.own_figures(now), strict=True))

    def own_figures(self, now: int) -> tuple[float, ...]:
        """The same of this process alone."""
        end = now if self.died < 0 else self.died
        return (
            end - self.born,
            self.busy(now),
            self.threads.taken_area + self.threads.taken * now,
            self.threads.limit_area + self.threads.limit * end,
            self.cpu_so_far(now),
        )

    def busy(self, now: int) -> int:
        """Nanoseconds in which the loop was awake."""
        return self.busy_area + (0 if self.is_asleep else now)

    def cpu_so_far(self, now: int) -> int:
        """Processor time used up to `now`: all the time in which the loop is awake, but for what blocks it."""
        blocked = self.blocked_area + (now if self.is_blocked and self.merged is None else 0)
        if self.merged is not None:
            blocked += now - self.merged.started - self.merged.plan.cpu_by(self.merged, now)
        return self.busy(now) - blocked
