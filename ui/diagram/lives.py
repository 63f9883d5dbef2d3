"""The lives of worker processes, as they are now and as they were when somebody looked."""

from bisect import bisect_right
from collections.abc import Iterable

from simulator.distributions import DistributionKind
from simulator.model import System
from simulator.model.worker import Worker
from simulator.scenario import FaultKind
from simulator.units import NS_PER_S, to_ns
from ui.diagram.figures import Life, WorkerLife

_ORDER = (WorkerLife.RUNNING, WorkerLife.LEAVING, WorkerLife.STARTING, WorkerLife.CRASHED, WorkerLife.STOPPED)
"""Of two processes of one number, which is told of: the one that works."""


class Lives:
    """Remembers every change that it saw, for those who go back."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._times: list[int] = []
        self._lives: list[tuple[dict[int, Life], int]] = []

    def now(self) -> tuple[dict[int, Life], int]:
        """By worker number; and how many processes took another's place so far."""
        pool = self._system.pool
        found = self._by_number(pool.processes), pool.restarts
        if not self._lives or self._lives[-1] != found:
            self._times.append(self._system.now_ns)
            self._lives.append(found)
        return found

    def at(self, time_ns: int) -> tuple[dict[int, Life], int] | None:
        """As it was seen at an instant or before; None where nobody looked."""
        row = bisect_right(self._times, time_ns) - 1
        return self._lives[row] if row >= 0 else None

    def _by_number(self, processes: Iterable[Worker]) -> dict[int, Life]:
        wanted = self._system.scenario.server.workers
        lives: dict[int, Life] = {}
        for worker in (*self._system.all_workers, *processes):
            life = self._life(worker)
            if life.is_gone and worker.number > wanted:
                continue
            known = lives.get(worker.number)
            if known is None or _ORDER.index(life.life) < _ORDER.index(known.life):
                lives[worker.number] = life
        return lives

    def _life(self, worker: Worker) -> Life:
        is_spent = self._is_spent(worker)
        if worker.died >= 0:
            return Life(WorkerLife.CRASHED if self._crashed(worker) else WorkerLife.STOPPED, is_spent=is_spent)
        if worker.is_leaving:
            return Life(WorkerLife.LEAVING, is_spent=is_spent)
        return Life(WorkerLife.RUNNING) if worker.accepts else Life(WorkerLife.STARTING, ready_s=self._ready_s(worker))

    def _is_spent(self, worker: Worker) -> bool:
        state = worker.state
        return state is not None and 0 < state.limit_max_requests <= state.total

    def _crashed(self, worker: Worker) -> bool:
        return any(
            fault.kind is FaultKind.CRASH
            and fault.target == f"worker:{worker.number}"
            and to_ns(fault.at) == worker.died
            for fault in self._system.scenario.faults
        )

    def _ready_s(self, worker: Worker) -> float | None:
        start_up = self._system.scenario.server.start_up
        is_known = start_up.kind is DistributionKind.CONSTANT
        return worker.born / NS_PER_S + start_up.mean_s if is_known else None
