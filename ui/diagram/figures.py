"""What the diagram shows beside where requests are: measured over the last second, and the lives of workers."""

from dataclasses import dataclass
from enum import Enum


class WorkerLife(Enum):
    """Where a worker process is in its life."""

    STARTING = "starting"
    RUNNING = "running"
    LEAVING = "leaving"
    """It accepts nothing more and finishes what it holds."""
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class WorkerFigures:
    """One worker process."""

    number: int
    """From 1, as in `worker:1`."""
    loop_share: float = 0.0
    """Share of the last second of simulated time in which its loop was held, 0..1."""
    thread_limit: int = 40
    life: WorkerLife = WorkerLife.RUNNING


@dataclass(frozen=True, slots=True)
class DiagramFigures:
    """Figures of one instant; None: not known, and then not shown."""

    workers: tuple[WorkerFigures, ...]
    """Workers to be drawn, in order of number."""
    accepted_per_s: float | None = None
    answered_per_s: float | None = None
    connections: int | None = None
    """Open at the server: in the accept queue or owned by a worker."""
    clients_per_s: tuple[float | None, ...] = ()
    """Requests sent per second by each client group, in the scenario's order."""

    @property
    def utilisation(self) -> float:
        """Mean share in which the loops of the running workers were held, 0..1."""
        shares = [worker.loop_share for worker in self.workers if worker.life is WorkerLife.RUNNING]
        return sum(shares) / len(shares) if shares else 0.0


def running(count: int) -> DiagramFigures:
    """Figures of `count` workers of which nothing has been measured yet."""
    return DiagramFigures(tuple(WorkerFigures(number) for number in range(1, count + 1)))
