"""The life of worker processes: limits that end them, graceful shutdown, replacement, rolling restart, crashes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from simulator.model.ending import end_tasks
from simulator.model.events import NORMAL, Alarm
from simulator.model.server_state import ServerState
from simulator.model.worker import Worker
from simulator.scenario import Fault, FaultKind, ServerScenario
from simulator.units import NS_PER_S, to_ns

if TYPE_CHECKING:
    from simulator.model.pool import WorkerPool
    from simulator.model.system import System

TICK = NS_PER_S // 10
"""uvicorn's main loop looks at `limit_max_requests` this often, and a shutdown at what it waits for."""
WATCH = NS_PER_S // 2
"""The parent process looks this often whether its workers live."""


class Supervisor:
    """With one worker there is no parent process: nobody replaces it, and the socket goes with it."""

    def __init__(self, system: "System", pool: "WorkerPool") -> None:
        self._system = system
        self._pool = pool
        self._parent_listens = False
        self._jitters: dict[Worker, float] = {}
        """Of each process, a double in [0, 1) for its share of `limit_max_requests_jitter`."""
        self._began: dict[Worker, int] = {}
        """When its main loop began."""
        self._after: dict[Worker, Callable[[int], None]] = {}
        """What waits for a process to be gone."""
        self.has_parent = system.scenario.server.workers > 1
        self.restarts = 0

    def schedule(self, faults: "tuple[Fault, ...]") -> None:
        """The scenario's own crashes and restarts; a change of their instant acts before them."""
        for fault in faults:
            if fault.kind is FaultKind.CRASH and fault.target.startswith("worker:"):
                number = int(fault.target.partition(":")[2])
                Alarm(self._system.env, partial(self.crash, number)).set(to_ns(fault.at), NORMAL)
            elif fault.kind is FaultKind.RESTART:
                Alarm(self._system.env, self.restart).set(to_ns(fault.at), NORMAL)

    # A process begins

    def adopt(self, worker: Worker, n: int) -> None:
        """`worker` is the n-th process, from 0."""
        state = _state(worker)
        state.on_empty = lambda now: self._emptied(worker, now)
        state.on_full = lambda: self._full(worker)
        self._jitters[worker] = float(self._system.streams["server.limit_max_requests"].doubles(n, 1)[0])
        self.read(worker)

    def read(self, worker: Worker) -> None:
        """Take the limits as the scenario has them now."""
        state, server = _state(worker), self._system.scenario.server
        state.limit_concurrency = server.limit_concurrency
        state.limit_max_requests = _most(server, self._jitters[worker])
        if worker in self._began and _is_spent(state):
            self._full(worker)

    def begins(self, worker: Worker, now: int) -> None:
        """It has started, and is about to listen."""
        self._began[worker] = now

    def began(self, worker: Worker) -> None:
        """It listens."""
        if self.has_parent and not self._parent_listens and worker.accepts:
            # The parent has the shared socket too: connections wait in it even while no worker lives.
            self._parent_listens = True
            self._pool.listener.open_sockets += 1

    # A process ends

    def _full(self, worker: Worker) -> None:
        """It is seen at the next tick of the main loop, which a blocked loop delays."""
        if worker.is_leaving:
            return
        now = int(self._system.env.now)
        ticks = -(-(now - self._began[worker]) // TICK)
        Alarm(self._system.env, lambda at: worker.call_at_poll(lambda then: self._tick(worker, then), at)).set(
            self._began[worker] + ticks * TICK
        )

    def _tick(self, worker: Worker, now: int) -> None:
        if not worker.is_leaving and _is_spent(_state(worker)):
            self.retire(worker, self._replace_later(worker), now)

    def retire(self, worker: Worker, after: "Callable[[int], None] | None", now: int) -> None:
        """A graceful shutdown; `after` is called when the process is gone."""
        if after is not None:
            self._after[worker] = after
        worker.leave(now)
        self._began[worker] = now  # from here on its ticks are those of the shutdown
        self._close_socket(now)
        longest = to_ns(self._system.scenario.server.timeout_graceful_shutdown)
        if longest:
            Alarm(self._system.env, lambda at: worker.call_at_poll(lambda then: self._cut(worker, then), at)).set(
                now + longest
            )
        if worker.has_nothing:
            self._emptied(worker, now)

    def _close_socket(self, now: int) -> None:
        if not self._pool.listener.open_sockets:
            self._pool.listener.close(now)

    def _emptied(self, worker: Worker, now: int) -> None:
        if worker.died >= 0:
            return
        ticks = max(1, -(-(now - self._began[worker]) // TICK))
        Alarm(self._system.env, lambda at: self._exit(worker, at)).set(self._began[worker] + ticks * TICK)

    def _exit(self, worker: Worker, now: int) -> None:
        if worker.died >= 0:
            return
        worker.die(now)
        del self._began[worker], self._jitters[worker]
        after = self._after.pop(worker, None)
        if after is not None:
            after(now)

    def _cut(self, worker: Worker, now: int) -> None:
        """`timeout_graceful_shutdown` is over: what still runs is cancelled, and its clients get a 500."""
        # Not in the middle of an iteration, which would go on without its worker.
        Alarm(self._system.env, lambda at: self._cancel(worker, at)).set(now)

    def _cancel(self, worker: Worker, now: int) -> None:
        if worker.died < 0:
            end_tasks(self._system.ledger, worker, now, is_told=True)
            self._exit(worker, now)

    def crash(self, number: int, now: int) -> None:
        """SIGKILL: no shutdown, and no answer to anybody."""
        worker = self._pool.process(number)
        if worker is None or worker.died >= 0:
            return
        if worker not in self._after and not worker.is_leaving:
            self._after[worker] = self._replace_later(worker)
        end_tasks(self._system.ledger, worker, now, is_told=False)
        self._began.setdefault(worker, now)
        self._exit(worker, now)
        self._close_socket(now)
        self._pool.listener.offer(now)

    # A process is replaced

    def _replace_later(self, worker: Worker) -> Callable[[int], None]:
        """Where there is a parent, it starts another one when it sees that this one is gone."""

        def replace(now: int) -> None:
            if self.has_parent and self._pool.process(worker.number) is worker:
                self.restarts += 1
                self._pool.start(worker.number, now)

        def look_later(now: int) -> None:
            Alarm(self._system.env, replace).set((now // WATCH + 1) * WATCH)

        return look_later

    def restart(self, now: int) -> None:
        """SIGHUP: one worker after another, each when its successor is ready."""
        self._roll(1, now)

    def _roll(self, number: int, now: int) -> None:
        before = self._pool.process(number)
        if before is None:
            return
        if before.is_leaving:  # gone, or going, and replaced in its own way
            self._roll(number + 1, now)
            return
        self.restarts += 1

        def ready(at: int) -> None:
            if before.is_leaving:
                self._roll(number + 1, at)
            else:
                self.retire(before, lambda then: self._roll(number + 1, then), at)

        self._pool.start(number, now, ready)


def _state(worker: Worker) -> ServerState:
    assert worker.state is not None, "who is supervised keeps its state"
    return worker.state


def _most(server: ServerScenario, jitter: float) -> int:
    if not server.limit_max_requests:
        return 0
    return server.limit_max_requests + int(jitter * (server.limit_max_requests_jitter + 1))


def _is_spent(state: ServerState) -> bool:
    return 0 < state.limit_max_requests <= state.total
