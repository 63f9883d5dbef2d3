"""The same small story at a real broker and in the model: what is delivered again, and how often what is executed.

A consumer with a prefetch of three is killed in the middle of the second of six messages; another goes on.
"""

import importlib
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.brokers import servers
from tests.brokers.consumer import GROUP, QUEUE
from tests.model.broker_stories import broker, crash, rows, task, worked

pytestmark = pytest.mark.slow

MESSAGES, PREFETCH = 6, 3
MIN_IDLE_MS = 1500
Line = tuple[str, ...]


@contextmanager
def consuming(*arguments: object) -> Iterator[Iterator[Line]]:
    """The lines that a consumer says; it is killed at the end."""
    command = [sys.executable, "-m", "tests.brokers.consumer", *map(str, arguments)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        try:
            yield (tuple(line.split()) for line in process.stdout)
        finally:
            process.kill()


def up_to(lines: Iterator[Line], last: Line) -> list[Line]:
    """All lines up to this one."""
    found = []
    for line in lines:
        found.append(line)
        if line == last:
            return found
    raise AssertionError(f"{last} was never said: {found}")


def killed_in_the_second(first: tuple[object, ...], second: tuple[object, ...], last: int) -> list[Line]:
    """What two consumers say, the first of them killed as it executes message 2."""
    with consuming(*first) as lines:
        said = up_to(lines, ("begun", "2"))
    with consuming(*second) as lines:
        return said + up_to(lines, ("done", str(last)))


def executions(said: list[Line]) -> list[int]:
    count = Counter(int(line[1]) for line in said if line[0] == "begun")
    return [count[number] for number in range(1, MESSAGES + 1)]


def again(said: list[Line]) -> list[bool]:
    """By message, whether it was given out again."""
    found = {int(line[1]) for line in said if line[0] == "received" and line[2] == "1"}
    return [number in found for number in range(1, MESSAGES + 1)]


def order(said: list[Line]) -> list[int]:
    return [int(line[1]) for line in said if line[0] == "done"]


def modelled(kind: str, more: str) -> tuple[list[int], list[bool], list[int]]:
    """Executions, what was given out again, and the order of ends."""
    parts = (broker(kind, f"prefetch = {PREFETCH}\n{more}"), task("io 300ms"), crash("450ms"))
    table = rows(worked(*parts, count=MESSAGES))
    ends = sorted(range(MESSAGES), key=lambda index: int(table["finished"][index]))
    return table["executions"].tolist(), (table["deliveries"] > 1).tolist(), [index + 1 for index in ends]


@pytest.mark.skipif(not servers.RABBITMQ.exists(), reason="needs Debian's rabbitmq-server")
def test_rabbitmq_gives_out_again_what_the_model_says(tmp_path: Path) -> None:
    pika: Any = pytest.importorskip("pika")
    with servers.rabbitmq(tmp_path) as port:
        with pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", port)) as connection:
            channel = connection.channel()
            channel.queue_declare(QUEUE)
            for number in range(1, MESSAGES + 1):
                channel.basic_publish("", QUEUE, str(number).encode())
        consumer = ("rabbitmq", port, PREFETCH)
        said = killed_in_the_second(consumer, consumer, MESSAGES)
    assert (executions(said), again(said), order(said)) == modelled("rabbitmq", "")


@pytest.mark.skipif(shutil.which("redis-server") is None, reason="needs Debian's redis-server")
def test_redis_gives_out_again_what_the_model_says(tmp_path: Path) -> None:
    pytest.importorskip("redis")
    with servers.redis(tmp_path) as port:
        client: Any = importlib.import_module("redis").Redis("127.0.0.1", port)
        client.xgroup_create(QUEUE, GROUP, mkstream=True)
        for number in range(1, MESSAGES + 1):
            client.xadd(QUEUE, {"n": number})
        first, second = (("redis", port, PREFETCH, MIN_IDLE_MS, name) for name in ("first", "second"))
        expected = modelled("redis", f'visibility_timeout = "{MIN_IDLE_MS}ms"')
        said = killed_in_the_second(first, second, expected[2][-1])
        client.close()
    assert (executions(said), again(said), order(said)) == expected
