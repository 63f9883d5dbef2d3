"""Where runs are run: this process, other processes of this machine, a Dask cluster; the results are the same bytes."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from simulator.errors import SimulatorError
from simulator.experiment.runs import Run, RunResult, run_one

MOST_JOBS = 512
_LOOK_S = 0.1
"""Wall time between two looks at whether to stop."""
_LAST_WORD_S = 5.0
_CHANCES = 2
"""How often a run may be among those that are lost with a process before it is run with no other beside it."""


class RunExecutor(Executor):
    """An executor of `concurrent.futures` that says how far ahead it wants to be fed."""

    ahead = 1

    def renew(self) -> None:
        """Be usable again after a process was lost."""

    def check(self) -> None:
        """Raise SimulatorError where nothing more can be expected; called while waiting."""

    def failed(self, error: BaseException) -> RunResult:
        """What an error that is not the run's own makes of it; raises where the others would fail as well."""
        raise error


class InProcess(RunExecutor):
    """Runs at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
        """Done when it returns."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # it belongs to whoever asks for the result
            future.set_exception(error)
        return future


class Processes(RunExecutor):
    """Spawned processes of this machine, that end with this one, however it ends."""

    def __init__(self, jobs: int) -> None:
        self.ahead = 4 * jobs
        self._jobs = jobs
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        reader, self._lifeline = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self._jobs, context, initializer=_start, initargs=(reader,))

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
        """In the next process that is idle."""
        return self._pool.submit(_call, fn, *args, **kwargs)

    def renew(self) -> None:
        """With new processes."""
        self.shutdown()
        self._begin()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Also what is being run ends here: nobody would look at its result."""
        self._lifeline.close()
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


def _start(lifeline: Connection) -> None:
    """In a process that is to run runs."""
    import signal  # noqa: PLC0415

    # Ctrl+C goes to every process of a terminal; it is for the one that hands the runs out.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _call(fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
    """In such a process: run, unless nobody would look at the result any more."""
    with _life.gate:
        if _life.is_over:
            os._exit(0)
        _life.is_running = True
    try:
        return fn(*args, **kwargs)
    finally:
        with _life.gate:
            _life.is_running = False


class _Life:
    """What the two threads of such a process know of each other."""

    def __init__(self) -> None:
        self.gate = threading.Lock()
        self.is_running = False
        self.is_over = False


_life = _Life()


def _end_with(lifeline: Connection) -> None:
    """The other end is closed by whoever has it, or by the system where that was killed.

    Never in the middle of sending a result: who reads the first half of one would wait for the second for ever.
    """
    lifeline.poll(None)
    with _life.gate:
        _life.is_over = True
        if _life.is_running:
            os._exit(0)
    # It sends a result, or waits for a call: the pool's last word ends it, or, where the pool was killed, this.
    time.sleep(_LAST_WORD_S)
    os._exit(0)


def cores() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def local(jobs: int | None = None) -> Iterator[RunExecutor]:
    """As many processes as jobs, or as there are cores; this process itself where that is one.

    Raises SimulatorError where that is no sensible number.
    """
    count = cores() if jobs is None else jobs
    if not 1 <= count <= MOST_JOBS:
        raise SimulatorError(f"--jobs: must be 1 to {MOST_JOBS}, got {count}")
    with InProcess() if count == 1 else Processes(count) as executor:
        yield executor


@contextmanager
def cluster(address: str) -> Iterator[RunExecutor]:
    """The workers of a Dask scheduler, `tcp://host:8786`.

    Raises SimulatorError where it cannot be reached, has no workers, or workers with another version of this package.
    """
    from simulator.experiment.cluster import connected  # noqa: PLC0415  # an extra

    with connected(address) as executor:
        yield executor


def _never() -> bool:
    return False


def run_all(
    runs: Iterable[Run], executor: RunExecutor, *, is_over: Callable[[], bool] = _never
) -> Iterator[tuple[int, RunResult]]:
    """Index and result of every run as they finish, in any order; `is_over` is asked often, and ends it early.

    `runs` is read no further ahead than the executor has use for.
    """
    tasks = _Tasks(iter(enumerate(runs)), executor)
    try:
        while tasks.feed() and not is_over():
            done, _ = wait(tasks.running, _LOOK_S, FIRST_COMPLETED)
            if not done:
                executor.check()
            yield from tasks.taken(done)
    finally:
        for future in tasks.running:
            future.cancel()


class _Tasks:
    """What waits, what runs, and what was lost with a process that died."""

    def __init__(self, runs: Iterator[tuple[int, Run]], executor: RunExecutor) -> None:
        self.running: dict[Future[RunResult], tuple[int, Run]] = {}
        self._runs = runs
        self._executor = executor
        self._again: deque[tuple[int, Run]] = deque()
        self._suspects: deque[tuple[int, Run]] = deque()
        self._losses: dict[int, int] = {}

    def feed(self) -> bool:
        """Hand out what the executor has use for; False where all is done."""
        while len(self.running) < self._executor.ahead and (task := self._next()):
            try:
                self.running[self._executor.submit(run_one, task[1])] = task
            except BrokenExecutor:
                self._again.appendleft(task)
                if self.running:
                    break  # they are lost too, and are to be taken first
                self._executor.renew()
        return bool(self.running)

    def _next(self) -> tuple[int, Run] | None:
        if self._again:
            return self._again.popleft()
        task = next(self._runs, None)
        if task is None and self._suspects and not self.running:
            return self._suspects.popleft()
        return task

    def taken(self, done: Iterable[Future[RunResult]]) -> Iterator[tuple[int, RunResult]]:
        """Results of those that are done; what was lost is run again."""
        for future in done:
            index, run = self.running.pop(future)
            result = self._result(future, index, run)
            if result is not None:
                yield index, result

    def _result(self, future: Future[RunResult], index: int, run: Run) -> RunResult | None:
        if future.cancelled():
            return self._executor.failed(CancelledError())
        error = future.exception()
        if error is None:
            return future.result()
        return self._lost(index, run) if isinstance(error, BrokenExecutor) else self._executor.failed(error)

    def _lost(self, index: int, run: Run) -> RunResult | None:
        """None where it is run again."""
        losses = self._losses[index] = self._losses.get(index, 0) + 1
        if losses > _CHANCES:
            return RunResult(error="the process that ran it died", is_lost=True)
        (self._again if losses < _CHANCES else self._suspects).append((index, run))
        return None
