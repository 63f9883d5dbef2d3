"""Runs work in processes beside the window: a thread waits for them, and the window never does."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.experiment.executors import Processes, RunExecutor, cores


class CancelledError(SimulatorError):
    """Nobody wants the answer any more."""


class Beside(Processes):
    """Processes that stop being fed, and end, as soon as they are told to."""

    def __init__(self, jobs: int) -> None:
        self._is_cancelled = threading.Event()
        super().__init__(jobs)

    def cancel(self) -> None:
        """From any thread."""
        self._is_cancelled.set()

    def check(self) -> None:
        """Raises CancelledError; called while waiting."""
        if self._is_cancelled.is_set():
            raise CancelledError("cancelled")

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  # as its base
        """In the next process that is idle. Raises CancelledError."""
        self.check()
        return super().submit(fn, *args, **kwargs)


Tell = Callable[[float, object], None]
"""Called with the share that is done, 0..1, and what is new; from the thread."""
Work = Callable[[RunExecutor, Tell], object]


class Runner(QObject):
    """One work at a time."""

    progressed = Signal(float, object)
    """The share that is done, and what is new (None: nothing)."""
    finished = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The SimulatorError."""
    over = Signal()
    """It ended, one way or another; its processes are gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._executor: Beside | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is work."""
        return self._thread is not None

    def begin(self, work: Work) -> None:
        """One core is left to the window."""
        assert self._thread is None, "one work at a time"
        self._executor = Beside(max(1, cores() - 1))
        self._thread = threading.Thread(target=self._run, args=(work, self._executor), daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Soon `over` says that it is."""
        if self._executor is not None:
            self._executor.cancel()

    def stop(self) -> None:
        """Cancel, and wait until the processes are gone: the window closes."""
        thread = self._thread
        self.cancel()
        if thread is not None:
            thread.join()
            self._thread = self._executor = None

    def _run(self, work: Work, executor: Beside) -> None:
        try:
            with executor:
                self.finished.emit(work(executor, self._tell))
        except CancelledError:
            pass
        except SimulatorError as error:
            self.failed.emit(error)
        finally:
            self._thread = self._executor = None
            self.over.emit()

    def _tell(self, share: float, new: object) -> None:
        self.progressed.emit(share, new)
