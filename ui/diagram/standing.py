"""How many connections the workers have open, as it is now and as it was when somebody looked."""

from array import array
from bisect import bisect_right
from typing import NamedTuple

from simulator.model import System
from simulator.model.tracked import TrackedWorker
from simulator.units import NS_PER_S


class Connections(NamedTuple):
    """Those that workers have accepted."""

    open: int
    idle: int
    """Kept alive, with no request on them, not even one that is still to be read."""


class Standing:
    """Remembers every change that it saw, for those who go back."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._times, self._open, self._idle = array("q"), array("L"), array("L")

    def now(self) -> Connections:
        """Asked of the processes themselves: the record has no rows of connections."""
        now = self._system.now_ns
        counts = [
            worker.standing(now)
            for worker in self._system.pool.processes
            if isinstance(worker, TrackedWorker) and worker.died < 0
        ]
        found = Connections(sum(count for count, _ in counts), sum(idle for _, idle in counts))
        if not self._times or self._times[-1] < now:
            self._times.append(now)
            self._open.append(found.open)
            self._idle.append(found.idle)
        return found

    def at(self, time_ns: int) -> Connections | None:
        """As it was seen at an instant or shortly before; None where nobody looked."""
        row = bisect_right(self._times, time_ns) - 1
        if row < 0 or self._times[row] < time_ns - NS_PER_S:
            return None
        return Connections(self._open[row], self._idle[row])
