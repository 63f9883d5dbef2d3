"""The process that stands in for a broker: it comes up or says why not, and nothing of it stays."""

import os
import signal
import socket
from pathlib import Path
from time import monotonic, sleep

import pytest

from simulator.reality.check import measure_run
from simulator.reality.project_files import write_app
from simulator.reality.server import HOST, ServerError, free_port
from simulator.reality.stand_in import TASKS, StandIn
from simulator.record import MessageOutcome
from tests.reality.conftest import BROKER_ROUTES, POSTING, StandIns, is_open, left_behind, port_of_killed, scenario_of


def port_of(broker: StandIn) -> int:
    return int(broker.environment["BROKER_PORT"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_app(scenario_of(clients=POSTING, routes=BROKER_ROUTES), tmp_path)
    return tmp_path


def published(broker: StandIn, lines: bytes) -> list[list[int]]:
    """What is told of so many messages when all have an end."""
    with socket.create_connection((HOST, port_of(broker))) as connection:
        connection.sendall(lines)
    latest = monotonic() + 10
    while monotonic() < latest:
        told = broker.report()
        if told and all(row[1] for row in told):
            return told
        sleep(0.01)
    raise AssertionError("they have no end")


@pytest.mark.usefixtures("stand_ins")
def test_it_takes_messages_and_tells_what_became_of_them(folder: Path) -> None:
    with StandIn(folder, {"mail": [[0.0]] * 3}) as broker:
        told = published(broker, b"mail 3\n")
        assert [row[1] for row in told] == [MessageOutcome.COMPLETED] * 3
    assert not is_open(port_of(broker))


@pytest.mark.usefixtures("stand_ins")
def test_the_first_executions_take_the_times_that_it_was_given(folder: Path) -> None:
    with StandIn(folder, {"mail": [[0.0], [0.06], [0.0, 1.0]]}) as broker:
        told = published(broker, b"mail 3\n")
    runs = [(row[8] - row[7]) / 1e9 for row in told]
    assert runs[0] < 0.05
    assert runs[1] >= 0.06
    assert [row[1] for row in told] == [MessageOutcome.COMPLETED, MessageOutcome.COMPLETED, MessageOutcome.FAILED]


@pytest.mark.usefixtures("stand_ins")
def test_it_leaves_nothing_where_something_fails_meanwhile(folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt), StandIn(folder, {}) as broker:
        raise KeyboardInterrupt
    assert not is_open(port_of(broker))


@pytest.mark.usefixtures("stand_ins")
def test_tasks_that_raise_on_import_say_what(folder: Path) -> None:
    (folder / TASKS).write_text("raise RuntimeError('no such queue')", encoding="utf-8")
    with pytest.raises(ServerError, match="broker does not come up: RuntimeError: no such queue"):
        StandIn(folder, {}).__enter__()


def test_one_that_ends_on_its_own_is_noticed(folder: Path, stand_ins: StandIns) -> None:
    with StandIn(folder, {}) as broker:
        broker.check()
        (process,) = stand_ins()
        os.kill(process, signal.SIGKILL)
        latest = monotonic() + 10
        while monotonic() < latest and is_open(port_of(broker)):
            sleep(0.01)
        with pytest.raises(ServerError, match="the stand-in for the broker ended while it was needed"):
            broker.check()


def test_one_that_dies_ends_the_run_with_a_word(stand_ins: StandIns) -> None:
    def killing(_: float, __: float) -> None:
        for process in stand_ins():
            os.kill(process, signal.SIGKILL)

    scenario = scenario_of(clients=POSTING, routes=BROKER_ROUTES)
    with pytest.raises(ServerError, match="the stand-in for the broker ended"):
        measure_run(scenario, seed=1, port=(port := free_port()), advance=killing)
    assert not left_behind(port)
    assert not is_open(port)


KILLED = """
import sys
from pathlib import Path
from simulator.reality.stand_in import StandIn
with StandIn(Path({folder!r}), {{}}) as broker:
    print(broker.environment["BROKER_PORT"], flush=True)
    sys.stdin.readline()
"""


def test_it_ends_with_a_program_that_was_killed(folder: Path, stand_ins: StandIns) -> None:
    program = KILLED.format(folder=str(folder))
    port = port_of_killed(program)
    latest = monotonic() + 10
    while monotonic() < latest and (is_open(port) or stand_ins()):
        sleep(0.05)
    assert not is_open(port)
