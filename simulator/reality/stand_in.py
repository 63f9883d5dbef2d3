"""The process that stands in for a broker: one queue and its consumers, and nothing of it left behind."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import Self

from simulator.reality.drawing import message_times
from simulator.reality.project.broker import Times, ask_report
from simulator.reality.server import HOST, ServerError, free_port
from simulator.scenario import Scenario

TASKS = "tasks.py"
_TIMES = "times.json"
_LONGEST_START_S = 15.0
_LONGEST_STOP_S = 1.0
_LOOK_EVERY_S = 0.01


class NoBroker:
    """The scenario has none."""

    environment: Mapping[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Nothing to end."""

    def check(self) -> None:
        """Nothing can have ended."""

    def report(self) -> list[list[int]]:
        """There are no messages."""
        return []


def stand_in_of(scenario: Scenario, folder: Path, *, seed: int, replication: int) -> "StandIn | NoBroker":
    """For the broker of a scenario whose app is in a folder, with the draws of one replication."""
    if scenario.broker is None:
        return NoBroker()
    return StandIn(folder, message_times(scenario, seed=seed, replication=replication))


class StandIn:
    """`tasks.py` of a folder, while entered; `environment` tells the app where it is.

    `times` are those of the first executions, by task. Raises ServerError where it does not come up.
    """

    def __init__(self, folder: Path, times: Mapping[str, Sequence[Times]]) -> None:
        self._folder = folder
        self._port = free_port()
        self.environment = {"BROKER_PORT": str(self._port)}
        self._child: subprocess.Popen[bytes] | None = None
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `stop`
        (folder / _TIMES).write_text(json.dumps(times), encoding="utf-8")

    def __enter__(self) -> Self:
        # It ends with its standard input, and so with this program, however that ends.
        self._child = subprocess.Popen(
            [sys.executable, TASKS, "--port", str(self._port), "--times", _TIMES, "--guarded"],
            cwd=self._folder,
            stdin=subprocess.PIPE,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )
        try:
            self._wait(self._child)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def _wait(self, child: "subprocess.Popen[bytes]") -> None:
        until = monotonic() + _LONGEST_START_S
        while monotonic() < until and child.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex((HOST, self._port)) == 0:
                    return
            sleep(_LOOK_EVERY_S)
        raise ServerError(f"the stand-in for the broker does not come up: {self._last_words()}")

    def check(self) -> None:
        """Raises ServerError where it has ended on its own."""
        if self._child is not None and self._child.poll() is not None:
            raise ServerError(f"the stand-in for the broker ended while it was needed: {self._last_words()}")

    def report(self) -> list[list[int]]:
        """What became of every message so far, as project/broker.py tells it."""
        try:
            return ask_report(self._port, _LONGEST_START_S)
        except OSError as error:
            raise ServerError(f"the stand-in for the broker does not answer: {error.strerror or error}") from error

    def stop(self) -> None:
        """End it: asked first, then not asked."""
        child, self._child = self._child, None
        if child is None:
            return
        try:
            with suppress(OSError, subprocess.TimeoutExpired):
                child.communicate(timeout=_LONGEST_STOP_S)
            child.kill()
            child.wait()
        finally:
            self._log.close()

    def _last_words(self) -> str:
        said = os.pread(self._log.fileno(), 1 << 20, 0).decode(errors="replace")
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        return (lines or ["it said nothing"])[-1][:300]
