"""uvicorn as a child: it comes up or says why not, and nothing of it stays."""

import errno
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

from simulator.errors import SimulatorError
from simulator.reality import check
from simulator.reality.check import measure_run
from simulator.reality.server import HOST, RealServer, ServerError, check_free, flags, free_port
from simulator.scenario import HttpKind, LoopKind
from tests.reality.conftest import CLIENT, is_open, left_behind, port_of_killed, scenario_of

EMPTY = """\
async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        while True:
            kind = (await receive())["type"]
            await send({"type": f"{kind}.complete"})
            if kind.endswith("shutdown"):
                return
"""
PLAIN = ["--lifespan", "on", "--log-level", "info"]


def is_gone(port: int) -> bool:
    """Within a few seconds, where others end it."""
    until = monotonic() + 10
    while monotonic() < until and (left_behind(port) or is_open(port)):
        sleep(0.05)
    return not left_behind(port) and not is_open(port)


def test_every_flag_of_the_scenario_is_passed_on() -> None:
    server = scenario_of(
        "workers = 3\nbacklog = 64\nlimit_concurrency = 7\nlimit_max_requests = 100\nlimit_max_requests_jitter = 9\n"
        'timeout_keep_alive = "8s"\ntimeout_graceful_shutdown = "2s"\nloop = "uvloop"\nhttp = "httptools"'
    ).server
    line = " ".join(flags(server))
    for part in (
        "--workers 3", "--backlog 64", "--limit-concurrency 7", "--limit-max-requests 100",
        "--limit-max-requests-jitter 9", "--timeout-keep-alive 8", "--timeout-graceful-shutdown 2", "--loop uvloop",
        "--http httptools",
    ):  # fmt: skip
        assert part in line


def test_a_limit_of_nothing_is_left_out_and_loop_and_http_never_are() -> None:
    line = " ".join(flags(scenario_of().server))
    assert "limit" not in line
    assert "graceful" not in line
    assert f"--loop {LoopKind.ASYNCIO.value} --http {HttpKind.H11.value}" in line


def test_it_comes_up_and_leaves_nothing(app_folder: Callable[[str], Path]) -> None:
    with RealServer("app:app", app_folder(EMPTY), [*PLAIN, "--workers", "2"], workers=2) as server:
        assert is_open(server.port)
        assert len(server.processes) == 2
    assert not left_behind(server.port)
    assert not is_open(server.port)


def test_it_leaves_nothing_where_something_fails_meanwhile(app_folder: Callable[[str], Path]) -> None:
    with pytest.raises(KeyboardInterrupt), RealServer("app:app", app_folder(EMPTY), PLAIN) as server:
        raise KeyboardInterrupt
    assert not left_behind(server.port)
    assert not is_open(server.port)


def test_a_child_that_ends_on_its_own_is_noticed(app_folder: Callable[[str], Path]) -> None:
    with RealServer("app:app", app_folder(EMPTY), PLAIN) as server:
        server.signal(signal.SIGKILL)
        while server.is_running:
            sleep(0.01)
        with pytest.raises(ServerError, match="uvicorn ended while it was asked"):
            server.check()
    assert not left_behind(server.port)


def test_a_child_that_does_not_listen_to_reason_is_ended_all_the_same(app_folder: Callable[[str], Path]) -> None:
    stubborn = EMPTY + "\nimport threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()\n"
    with RealServer("app:app", app_folder(stubborn), PLAIN) as server:
        assert is_open(server.port)
    assert not left_behind(server.port)


def test_a_port_that_is_taken(app_folder: Callable[[str], Path]) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with (
            pytest.raises(ServerError, match=f"port {port} of 127.0.0.1 is taken: Address already in use"),
            RealServer("app:app", app_folder(EMPTY), PLAIN, port=port),
        ):
            pass
    assert not left_behind(port)


def test_a_port_of_the_administrator_is_not_called_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(
        ServerError, match=r"port 80 of 127\.0\.0\.1 needs rights that you do not have: those below 1024"
    ):
        check_free(80)


def test_a_port_that_is_taken_is_told_before_the_machine_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "measure", lambda *_, **__: pytest.fail("it takes twenty seconds"))
    with socket.create_server((HOST, 0)) as other, pytest.raises(ServerError, match="is taken"):
        check.check(scenario_of(), seed=1, port=other.getsockname()[1])


@pytest.mark.parametrize("workers", [1, 2])
def test_an_app_that_raises_on_import_says_what(app_folder: Callable[[str], Path], workers: int) -> None:
    port = free_port()
    folder = app_folder("raise RuntimeError('no database url')")
    options = [*PLAIN, "--workers", str(workers)]
    with (
        pytest.raises(ServerError, match="does not come up: RuntimeError: no database url"),
        RealServer("app:app", folder, options, workers=workers, port=port),
    ):
        pass
    assert not left_behind(port)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_app_that_does_not_start_up_says_why(app_folder: Callable[[str], Path], workers: int) -> None:
    text = EMPTY.replace("        while True", "        raise RuntimeError('no database')\n        while True")
    options = [*PLAIN, "--workers", str(workers)]
    with (
        pytest.raises(ServerError, match="does not come up: RuntimeError: no database"),
        RealServer("app:app", app_folder(text), options, workers=workers, port=(port := free_port())),
    ):
        pass
    assert not left_behind(port)


def test_one_that_ends_without_a_word(app_folder: Callable[[str], Path]) -> None:
    with (
        pytest.raises(ServerError, match=r"uvicorn does not come up: it said nothing \(exit status 3\)"),
        RealServer("app:app", app_folder("import sys\nsys.exit(3)"), PLAIN),
    ):
        pass


def test_an_app_that_is_not_there(app_folder: Callable[[str], Path]) -> None:
    with (
        pytest.raises(SimulatorError, match=r"does not come up: .*nowhere"),
        RealServer("nowhere:app", app_folder(EMPTY), PLAIN),
    ):
        pass


def test_a_server_that_dies_while_it_is_asked_ends_the_run_with_a_word() -> None:
    seen: list[str] = []

    def killing(_: float, __: float) -> None:
        if not seen:
            seen.extend(line for entry in Path("/proc").glob("[0-9]*/cmdline") for line in _ours(entry))
            os.kill(int(seen[0]), signal.SIGKILL)

    client = CLIENT.replace("rate = 20", "rate = 20\ntimeout = '5s'")
    with pytest.raises(ServerError, match="uvicorn ended while it was asked"):
        measure_run(scenario_of(clients=client), seed=1, port=(port := free_port()), advance=killing)
    assert seen
    assert not left_behind(port)
    assert not is_open(port)


def _ours(entry: Path) -> list[str]:
    """Its process number, where it is a uvicorn that this process started."""
    with suppress(OSError):
        parent = (entry.parent / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
        if b"uvicorn" in entry.read_bytes().split(b"\0") and int(parent) == os.getpid():
            return [entry.parent.name]
    return []


KILLED = """
import sys
from pathlib import Path
from simulator.reality.server import RealServer
with RealServer("app:app", Path({folder!r}), {options!r}, workers=2) as server:
    print(server.port, flush=True)
    sys.stdin.readline()
"""


def test_it_ends_with_a_program_that_was_killed(
    app_folder: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    program = KILLED.format(folder=str(app_folder(EMPTY)), options=[*PLAIN, "--workers", "2"])
    assert is_gone(port_of_killed(program))
    until = monotonic() + 5
    while monotonic() < until and list(tmp_path.glob("vazao-*")):
        sleep(0.05)
    assert not list(tmp_path.glob("vazao-*"))
