"""Ctrl+C and SIGTERM: a run is asked to stop where its results are whole, everything else stops at once."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class _StoppedError(BaseException):
    """No `except Exception` on the way is to take it for its own."""


class Interrupts:
    """While entered, a signal ends the program with 128 + its number.

    With `is_patient` the first one only sets `received`, which whoever works is to look at; the second does not wait.
    """

    def __init__(self, *, is_patient: bool = False) -> None:
        self.received: int | None = None
        self._is_patient = is_patient
        self._is_dispensable = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)

    @contextmanager
    def dispensable(self) -> Iterator[None]:
        """A patient one's signal ends what is done in here at once, however long a single step of it takes: nobody
        wants half of it. `received` says so afterwards."""
        self._is_dispensable = True
        try:
            yield
        except SystemExit:
            raise
        except BaseException:  # compiled code on the way, pydantic's, makes another error of it
            if self.received is None:
                raise
        finally:
            self._is_dispensable = False

    def watched(self, advance: Callable[[float], None]) -> Callable[[float], None]:
        """The same function, which ends the program where a signal was received and the exit was lost: an import of a
        compiled module swallows exceptions that are raised in the midst of it."""

        def advanced(share: float) -> None:
            if self.received is not None:
                sys.exit(128 + self.received)
            advance(share)

        return advanced

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        is_first = self.received is None
        self.received = number
        if not (self._is_patient and is_first):
            sys.exit(128 + number)
        if self._is_dispensable:
            raise _StoppedError
