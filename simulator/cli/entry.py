"""From the command line to an exit code: whatever goes wrong is one message, and a closed pipe is nothing wrong."""

import os
import sys
import traceback
from typing import Protocol, TextIO, runtime_checkable

from simulator.cli.exits import Exit
from simulator.cli.interrupts import Interrupts
from simulator.errors import ResultsError, SimulatorError


@runtime_checkable
class CallError(Protocol):
    """A wrong call, as click has it: typer carries click inside, and where it lies there differs by version."""

    exit_code: int

    def show(self) -> None:
        """Print usage and message."""


def main() -> None:
    """The console script; never returns."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Scenarios have names in any language, terminals show what they can.
            stream.reconfigure(errors="replace")
    with Interrupts():
        code = _flushed(_called())
    sys.exit(code)


def _called() -> int:
    try:
        from simulator.cli.app import app  # noqa: PLC0415  # from here on Ctrl+C is no traceback

        return int(app(prog_name="simulate", standalone_mode=False) or Exit.DONE)
    except SystemExit as stop:
        return _stopped(stop)
    except BrokenPipeError:
        return Exit.DONE
    except Exception as error:  # noqa: BLE001  # the program's edge: no traceback for those who did not ask for it
        return failed(error)


def _stopped(stop: SystemExit) -> int:
    if isinstance(stop.__context__, BrokenPipeError):  # of which click makes exit code 1
        return Exit.DONE
    code = stop.code if isinstance(stop.code, int) else Exit.DONE
    if code in (Exit.INTERRUPTED, Exit.TERMINATED):
        _say("interrupted: nothing was kept")
    return code


def failed(error: Exception) -> int:
    """Say what went wrong; the exit code for it."""
    if isinstance(error, CallError):
        error.show()
        return int(error.exit_code)
    if "--debug" in sys.argv:
        traceback.print_exception(error)
    if isinstance(error, SimulatorError):
        _say(str(error))
        return Exit.NOT_WRITTEN if isinstance(error, ResultsError) else Exit.WRONG
    if isinstance(error, OSError) and error.filename is None:
        # Files are explained where they are opened and written; what has no name is where the output goes.
        return _unwritable(error)
    if isinstance(error, MemoryError):
        _say("out of memory: a shorter run, or one of fewer requests, may fit")
        return Exit.WRONG
    what = " ".join(f"{type(error).__name__}: {error}".split())
    _say(f"internal error: {what} (--debug shows where; please report it)")
    return Exit.INTERNAL


def _flushed(code: int) -> int:
    """The code, once all output is out: else Python would try at its very end, and fail with a code of its own."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        return code or _unwritable(error)
    return code


def _unwritable(error: OSError) -> int:
    _silence(sys.stdout)
    _say(f"cannot write to standard output: {error.strerror}")
    return Exit.NOT_WRITTEN


def _say(message: str) -> None:
    try:
        print(message, file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """What is still in the stream goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
