"""A machine whose costs are known, an app in a folder, and who is still there."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

from simulator.reality.machine import Machine, cores, somaxconn
from simulator.reality.server import HOST
from simulator.reality.stand_in import TASKS
from simulator.scenario import HttpKind, LoopKind, Scenario, SynRetry, parse

MACHINE = Machine(
    loop=LoopKind.ASYNCIO,
    http=HttpKind.H11,
    request_cpu_s=0.0005,
    connection_cpu_s=0.0002,
    hot_cpu_factor=0.5,
    network_s=0.0001,
    nagle_delay_s=0.043,
    sleep_surplus_s=0.0001,
    async_surplus_s=0.0002,
    async_varied_surplus_s=0.0006,
    start_up_s=1.0,
    cores=cores(),
    somaxconn=somaxconn(),
    syn_retry=SynRetry.LINEAR,
    others=0.0,
)
START = """\
format = 1
name = "Two routes"
[run]
duration = "600ms"
drain = "2s"
seed = 5
"""
CLIENT = """
[[clients]]
name = "c"
arrivals = "constant"
rate = 20
routes = { "/slow" = 1, "/quick" = 1 }
"""
ROUTES = """
[[routes]]
path = "/slow"
handler = "threadpool"
steps = [{ label = "think", cpu = "1ms" }, { io = "5ms", service = "database" }]
thread_calls = 1
background = [{ io = "1ms" }]
[[routes]]
path = "/quick"
handler = "async"
steps = [{ io = "exponential(2ms)" }]
[[services]]
name = "database"
pool_size = 2
"""

POSTING = """
[[clients]]
name = "c"
arrivals = "constant"
rate = 20
routes = { "/mail" = 1, "/blocking" = 1 }
"""
BROKER_ROUTES = """
[[routes]]
path = "/mail"
handler = "async"
steps = [{ cpu = "1ms" }, { label = "ask for mail", enqueue = "mail", count = 2 }]
[[routes]]
path = "/blocking"
handler = "threadpool"
steps = [{ enqueue = "mail" }]
[broker]
kind = "celery"
concurrency = 2
publish = "1ms"
[[tasks]]
name = "mail"
steps = [{ label = "SMTP", io = "exponential(5ms)" }]
failure_rate = 0.2
"""


def scenario_of(server: str = "", clients: str = CLIENT, routes: str = ROUTES, *, duration: str = "600ms") -> Scenario:
    """A small scenario for a real server."""
    start = START.replace("600ms", duration)
    return parse(f"{start}{clients}\n[server]\n{server}\n{routes}")


def is_open(port: int) -> bool:
    """Whether anybody listens."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def port_of_killed(program: str) -> int:
    """Run a program that prints a port and waits; kill it while somebody listens there."""
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        port = int(child.stdout.readline())
        assert is_open(port)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    return port


def left_behind(port: int) -> list[str]:
    """Command lines of uvicorn processes that were started for a port, children included."""
    lines = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if "uvicorn" in words and str(port) in words:
            lines.append(" ".join(words))
    return lines


StandIns = Callable[[], set[int]]
MARK = "VAZAO_TESTED"
"""In the environment of what a test starts."""


def stand_ins_of(mark: str) -> set[int]:
    """Processes that stand in for a broker and were started by the test with this mark."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words, environment = ((entry / name).read_bytes().split(b"\0") for name in ("cmdline", "environ"))
            if TASKS.encode() in words and f"{MARK}={mark}".encode() in environment:
                found.add(int(entry.name))
    return found


@pytest.fixture
def stand_ins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[StandIns]:
    """Those of this test; in the end there must be none."""
    monkeypatch.setenv(MARK, str(tmp_path))

    def running() -> set[int]:
        return stand_ins_of(str(tmp_path))

    yield running
    latest = monotonic() + 5
    while monotonic() < latest and running():
        sleep(0.05)
    assert not running()


@pytest.fixture
def app_folder(tmp_path: Path) -> Callable[[str], Path]:
    """A folder with this text as `app.py`."""

    def write(text: str) -> Path:
        (tmp_path / "app.py").write_text(text, encoding="utf-8")
        return tmp_path

    return write
