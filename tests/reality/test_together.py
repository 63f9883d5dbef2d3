"""While connections of one instant are opened, workers wait; then all is as before."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from simulator.reality.together import held

if not hasattr(os, "sched_setaffinity"):
    pytest.skip("Linux has it", allow_module_level=True)


@pytest.fixture
def worker() -> Iterator[int]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        yield child.pid


def how_it_is(process: int) -> tuple[object, ...]:
    return os.sched_getscheduler(0), os.sched_getaffinity(0), os.sched_getaffinity(process)


def test_a_worker_is_where_the_client_is_and_goes_home(worker: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(os, "sched_setscheduler", lambda _, policy, __: asked.append(policy))  # as if it were allowed
    before = how_it_is(worker)
    with held([worker, 2**22 - 1]):  # one of them is no more
        assert os.sched_getaffinity(worker) == os.sched_getaffinity(0) == {min(os.sched_getaffinity(0))}
    assert how_it_is(worker) == before
    assert asked == [os.SCHED_FIFO, before[0]]


def test_nothing_is_held_where_the_system_says_no(worker: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setscheduler", refused)
    before = how_it_is(worker)
    with held([worker]):
        assert how_it_is(worker) == before
