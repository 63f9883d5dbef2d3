"""What the diagram shows beside where requests are: measured over the last second, and the lives of workers."""

from enum import Enum
from typing import NamedTuple, Protocol

from ui.diagram.outcomes import NO_OUTCOMES, Outcomes
from ui.diagram.standing import Connections


class WorkerLife(Enum):
    """Where a worker process is in its life."""

    STARTING = "starting"
    RUNNING = "running"
    LEAVING = "leaving"
    """It accepts nothing more and finishes what it holds."""
    STOPPED = "stopped"
    """It is gone, and another one will take its place."""
    CRASHED = "crashed"
    """So it is, without having finished."""


class Life(NamedTuple):
    """Where a process is in its life, and why."""

    life: WorkerLife = WorkerLife.RUNNING
    ready_s: float | None = None
    """When one that starts will accept, simulated time; None: not known."""
    is_spent: bool = False
    """Whether it goes because it has served as many requests as it may."""

    @property
    def is_gone(self) -> bool:
        """Whether there is no process."""
        return self.life in (WorkerLife.STOPPED, WorkerLife.CRASHED)


class WorkerFigures(NamedTuple):
    """One worker process."""

    number: int
    """From 1, as in `worker:1`."""
    loop_share: float = 0.0
    """Share of the last second of simulated time in which its loop was held, 0..1."""
    thread_limit: int = 40
    life: WorkerLife = WorkerLife.RUNNING
    starts_in_s: float | None = None
    """How long one that starts still takes."""
    is_spent: bool = False
    """Whether it goes because it has served as many requests as it may."""


class Attempts(Protocol):
    """Knows which attempt of its client's a request is."""

    def of(self, request_id: int) -> tuple[int, int]:
        """The number of the attempt, from 1, and the id of the first one."""


class DiagramFigures(NamedTuple):
    """Figures of one instant; None: not known, and then not shown."""

    workers: tuple[WorkerFigures, ...]
    """Workers to be drawn, in order of number."""
    accepted_per_s: float | None = None
    answered_per_s: float | None = None
    connections: Connections | None = None
    clients_per_s: tuple[float | None, ...] = ()
    """Requests sent per second by each client group, in the scenario's order."""
    outcomes: Outcomes = NO_OUTCOMES
    restarts: int = 0
    """Processes that took another's place so far."""
    attempts: Attempts | None = None

    @property
    def utilisation(self) -> float:
        """Mean share in which the loops of the running workers were held, 0..1."""
        shares = [worker.loop_share for worker in self.workers if worker.life is WorkerLife.RUNNING]
        return sum(shares) / len(shares) if shares else 0.0


def running(count: int) -> DiagramFigures:
    """Figures of `count` workers of which nothing has been measured yet."""
    return DiagramFigures(tuple(WorkerFigures(number) for number in range(1, count + 1)))
