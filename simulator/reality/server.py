"""The real uvicorn as a child process: its flags, its coming up, and nothing of it left behind."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from simulator.errors import SimulatorError
from simulator.reality.server_log import ServerLog
from simulator.reality.workers import worker_numbers
from simulator.scenario import ServerScenario

HOST = "127.0.0.1"
LONGEST_START_S = 30.0
_LONGEST_STOP_S = 1.5
_LOOK_EVERY_S = 0.02
_READY = b"Application startup complete."
_RAISED = b"\nTraceback (most recent call last)"
# Ends the server's process group, and the file it was told of, when its standard input ends without a word: then this
# program was killed.
_GUARD = 'read word && exit 0; kill -KILL "-$1"; rm -f -- "$2"'


class ServerError(SimulatorError):
    """The server did not come up, or is no more."""


def flags(server: ServerScenario, *, lifespan: str = "on") -> list[str]:
    """uvicorn's options for the scenario's server; each is there, so that no default of another version slips in."""
    given = {
        "workers": server.workers,
        "backlog": server.backlog,
        "loop": server.loop.value,
        "http": server.http.value,
        "timeout-keep-alive": round(server.timeout_keep_alive),
        "limit-concurrency": server.limit_concurrency or None,
        "limit-max-requests": server.limit_max_requests or None,
        "limit-max-requests-jitter": server.limit_max_requests_jitter if server.limit_max_requests else None,
        "timeout-graceful-shutdown": round(server.timeout_graceful_shutdown) or None,
        "lifespan": lifespan,
        "interface": "asgi3",
        "ws": "none",
        "log-level": "info",
    }
    pairs = [(f"--{name}", str(value)) for name, value in given.items() if value is not None]
    return [*(part for pair in pairs for part in pair), "--no-access-log", "--no-proxy-headers", "--no-use-colors"]


_PRIVILEGED = "those below 1024 are the administrator's; choose a higher one, or 0 for any that is free"


def free_port() -> int:
    """A port of this machine that nobody has."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def check_free(port: int) -> None:
    """Raises ServerError where somebody has the port, or it is not for this user; 0 is any."""
    with socket.socket() as probe:
        # As uvicorn binds: connections of an earlier server that linger are no hindrance.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise ServerError(f"port {port} of {HOST} needs rights that you do not have: {_PRIVILEGED}") from error
        except OSError as error:
            raise ServerError(f"port {port} of {HOST} is taken: {error.strerror}") from error


class RealServer:
    """uvicorn with the app `module:name` of a folder, while entered; all its workers are up then.

    Raises ServerError with what it said where it does not come up.
    """

    def __init__(
        self,
        app: str,
        folder: Path,
        options: Sequence[str],
        *,
        workers: int = 1,
        port: int = 0,
        cores: int = 0,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        if os.name != "posix":
            raise SimulatorError("a real server is run on Linux and macOS only")
        self.port = port or free_port()
        self.address = (HOST, self.port)
        self.start_up_s = 0.0
        """How long it took until all workers were ready."""
        self._log = ServerLog()
        where = ("--host", HOST, "--port", str(self.port))
        self._command = [sys.executable, "-m", "uvicorn", app, *where, *options, *self._log.flags]
        self._folder = folder
        self._workers = workers
        self._cores = cores
        self._environment = {**os.environ, **(environment or {})}
        self._child: subprocess.Popen[bytes] | None = None
        self._guard: subprocess.Popen[bytes] | None = None
        self._gone: set[int] = set()

    def __enter__(self) -> Self:
        try:
            self._start()
            self._wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def _start(self) -> None:
        check_free(self.port)
        # A session of its own: Ctrl+C at the terminal reaches this program, which then ends the server.
        self._child = subprocess.Popen(
            self._command,
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=self._log.output,
            stderr=self._log.output,
            start_new_session=True,
        )
        if self._cores and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(self._child.pid, sorted(os.sched_getaffinity(0))[: self._cores])
        self._guard = subprocess.Popen(
            ["/bin/sh", "-c", _GUARD, "guard", str(self._child.pid), self._log.config],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _wait(self) -> None:
        began = monotonic()
        while not self._is_ready():
            if not self.is_running:
                status = self._child.returncode if self._child is not None else None
                raise ServerError(f"uvicorn does not come up: {self._log.last_words()} (exit status {status})")
            if self._workers > 1 and (_RAISED in self.said() or b"Error loading ASGI app" in self.said()):
                sleep(_LOOK_EVERY_S)  # for the rest of what it has to say
                raise ServerError(f"the app does not come up: {self._log.last_words()}")
            if monotonic() - began > LONGEST_START_S:
                words = self._log.last_words()
                raise ServerError(f"uvicorn does not come up within {LONGEST_START_S:.0f} s: {words}")
            sleep(_LOOK_EVERY_S)
        self.start_up_s = monotonic() - began

    def _is_ready(self) -> bool:
        """One worker listens when it is ready, whatever its app lets it say; of several, the first one listens."""
        return (self._workers == 1 or self.said().count(_READY) >= self._workers) and self._listens()

    def _listens(self) -> bool:
        """Asked last, so that no other connection is left to be accepted."""
        with socket.socket() as probe:
            return probe.connect_ex(self.address) == 0

    @property
    def is_running(self) -> bool:
        """Whether it was started and has not ended."""
        return self._child is not None and self._child.poll() is None

    def check(self) -> None:
        """Raises ServerError where it has ended on its own."""
        if not self.is_running:
            raise ServerError(f"uvicorn ended while it was asked: {self._log.last_words()}")

    @property
    def processes(self) -> dict[int, int]:
        """The number of the worker that each process was, in the order in which they started; without `end_one`'s."""
        return worker_numbers(self.said(), self._workers - len(self._gone), self._gone)

    def end_one(self) -> None:
        """Have the supervisor end a worker, and wait until it is gone. Raises ServerError where it stays."""
        before = self.processes
        self.signal(signal.SIGTTOU)
        until = monotonic() + LONGEST_START_S
        while monotonic() < until:
            gone = [number for number in before if not _is_there(number)]
            if gone:
                self._gone.update(gone)
                return
            self.check()
            sleep(_LOOK_EVERY_S)
        raise ServerError(f"a worker of uvicorn does not end within {LONGEST_START_S:.0f} s: {self._log.last_words()}")

    def signal(self, number: int, worker: int = 0) -> None:
        """Send a signal: to uvicorn itself, or to a worker, by its number from 1."""
        assert self._child is not None, "it was started"
        with suppress(ProcessLookupError, IndexError):
            os.kill(self._process(worker) if worker else self._child.pid, number)

    def _process(self, worker: int) -> int:
        return [process for process, number in self.processes.items() if number == worker][-1]

    def said(self) -> bytes:
        """All it wrote so far."""
        return self._log.text()

    def heeded(self, number: int) -> list[float]:
        """When its supervisor did what this signal asks, each time, in seconds of the monotonic clock."""
        return self._log.instants(f"Received {signal.Signals(number).name},".encode())

    def error(self) -> str:
        """What it told of last that went wrong; empty where nothing did."""
        return self._log.error()

    def stop(self) -> None:
        """End it and all its processes: asked first, then not asked."""
        child, guard = self._child, self._guard
        self._child = self._guard = None
        try:
            if child is not None:
                _end(child)
        finally:
            if guard is not None:
                with suppress(OSError, subprocess.TimeoutExpired):
                    guard.communicate(b"done\n", timeout=1)
                guard.kill()
                guard.wait()
            self._log.close()


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _end(child: "subprocess.Popen[bytes]") -> None:
    until = monotonic() + _LONGEST_STOP_S
    _signal_group(child.pid, signal.SIGTERM)
    while monotonic() < until and (child.poll() is None or _signal_group(child.pid, 0)):
        sleep(_LOOK_EVERY_S)
    _signal_group(child.pid, signal.SIGKILL)
    child.wait()


def _signal_group(group: int, number: int) -> bool:
    """Whether anybody is left to hear it."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True
