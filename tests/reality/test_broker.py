"""The queue that stands in for a broker: who gets which message, and what becomes of it."""

import threading
from collections.abc import Callable, Sequence
from time import monotonic, sleep

import pytest

from simulator.reality.project.broker import COMPLETED, DEAD_LETTERED, FAILED, UNFINISHED, Queue, Task

_TASK, _OUTCOME, _CONSUMER, _DELIVERIES, _EXECUTIONS, _PUBLISHED, _DELIVERED, _BEGUN, _ENDED = range(9)


def told(queue: Queue, column: int) -> list[int]:
    """Of every message, in order of publishing."""
    return [int(line.split()[column]) for line in queue.report().splitlines()]


def until(is_so: Callable[[], bool]) -> None:
    """Others work meanwhile."""
    latest = monotonic() + 10
    while not is_so():
        assert monotonic() < latest, "it never came"
        sleep(0.001)


def all_ended(queue: Queue, count: int) -> Callable[[], bool]:
    return lambda: len(ended := told(queue, _OUTCOME)) == count and UNFINISHED not in ended


class Gate:
    """A step that waits until it is let go."""

    def __init__(self) -> None:
        self._places = threading.Semaphore(0)
        self.within = 0

    def __call__(self, _: float) -> None:
        self.within += 1
        assert self._places.acquire(timeout=10)

    def let_go(self, count: int = 1) -> None:
        self._places.release(count)


def failing(times: int) -> Sequence[Sequence[float]]:
    """Of the first executions of messages: these fail, since there is one number more than steps."""
    return [[1.0]] * times


@pytest.mark.parametrize(
    ("values", "consumers"),
    [
        ({"consumers": 2}, [1, 2, 1, 2, 1]),
        ({"consumers": 2, "most": 1}, [1, 2, 0, 0, 0]),
        ({"consumers": 2, "most": 2}, [1, 2, 1, 2, 0]),
        # What is executed does not count, and two slots are about to execute.
        ({"consumers": 1, "concurrency": 2, "most": 2, "counts_running": False}, [1, 1, 1, 1, 0]),
    ],
)
def test_consumers_with_room_take_turns(values: dict[str, int], consumers: list[int]) -> None:
    queue = Queue((Task("mail"),), **values)  # type: ignore[arg-type]  # as the queue has them
    queue.publish(0, 5)
    assert told(queue, _CONSUMER) == consumers


def test_who_is_done_takes_the_next() -> None:
    gate = Gate()
    queue = Queue((Task("mail", ((gate, lambda: 0.0),)),), consumers=2, most=1)
    queue.start()
    queue.publish(0, 3)
    until(lambda: gate.within == 2)
    assert told(queue, _EXECUTIONS) == [1, 1, 0]
    gate.let_go(3)
    until(all_ended(queue, 3))
    assert told(queue, _OUTCOME) == [COMPLETED] * 3
    assert told(queue, _EXECUTIONS) == told(queue, _DELIVERIES) == [1, 1, 1]


def test_what_is_reserved_behind_a_long_task_waits_although_another_is_idle() -> None:
    gate = Gate()
    queue = Queue((Task("report", ((gate, lambda: 0.0),)), Task("mail")), consumers=2, most=2)
    queue.publish(0, 1)
    queue.publish(1, 3)
    queue.start()
    until(lambda: told(queue, _OUTCOME).count(COMPLETED) == 2)
    assert told(queue, _CONSUMER) == [1, 2, 1, 2]
    assert told(queue, _OUTCOME) == [UNFINISHED, COMPLETED, UNFINISHED, COMPLETED]
    gate.let_go()
    until(all_ended(queue, 4))


@pytest.mark.parametrize(
    ("values", "outcome", "executions"),
    [
        ({}, FAILED, 1),
        ({"fails_again": True, "max_deliveries": 1}, DEAD_LETTERED, 1),
        ({"fails_again": True, "max_deliveries": 3}, COMPLETED, 2),
        ({"fails_again": True}, COMPLETED, 2),
    ],
)
def test_what_failed(values: dict[str, int], outcome: int, executions: int) -> None:
    queue = Queue((Task("import"),), **values)  # type: ignore[arg-type]  # as the queue has them
    queue.times = [iter(failing(1))]
    queue.start()
    queue.publish(0, 1)
    until(all_ended(queue, 1))
    assert told(queue, _OUTCOME) == [outcome]
    assert told(queue, _EXECUTIONS) == told(queue, _DELIVERIES) == [executions]


def test_a_message_that_always_fails_is_put_aside_and_does_not_stand_in_the_way() -> None:
    queue = Queue((Task("broken", failure_rate=1.0), Task("import")), fails_again=True, max_deliveries=4, most=1)
    queue.start()
    queue.publish(0, 1)
    queue.publish(1, 1)
    until(all_ended(queue, 2))
    assert told(queue, _OUTCOME) == [DEAD_LETTERED, COMPLETED]
    assert told(queue, _DELIVERIES) == [4, 1]


def test_instants_come_in_their_order() -> None:
    queue = Queue((Task("mail", ((sleep, lambda: 0.002),)),))
    queue.start()
    queue.publish(0, 2)
    until(all_ended(queue, 2))
    for line in queue.report().splitlines():
        published, delivered, begun, ended = map(int, line.split()[_PUBLISHED:])
        assert published <= delivered <= begun
        assert ended - begun >= 2_000_000
