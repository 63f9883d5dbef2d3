"""A consumer process of a real broker: it says what it receives and executes, a line each.

    python -m tests.brokers.consumer rabbitmq PORT PREFETCH
    python -m tests.brokers.consumer redis PORT PREFETCH MIN_IDLE_MS NAME

Lines are `received N again`, `begun N`, `done N`; an execution takes 0.3 s.
"""

import importlib
import sys
import time
from typing import Any

QUEUE, GROUP = "work", "workers"
EXECUTION_S = 0.3
_PATIENCE_MS = 100


def say(*words: object) -> None:
    print(*words, flush=True)


def execute(number: int) -> None:
    say("begun", number)
    time.sleep(EXECUTION_S)
    say("done", number)


def from_rabbitmq(port: int, prefetch: int) -> None:
    """Manual acknowledgement, after the execution."""
    pika = importlib.import_module("pika")
    channel: Any = pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", port)).channel()
    channel.basic_qos(prefetch_count=prefetch)

    def received(of: Any, method: Any, _: object, body: bytes) -> None:  # pika has no types
        number = int(body)
        say("received", number, int(method.redelivered))
        execute(number)
        of.basic_ack(method.delivery_tag)

    channel.basic_consume(QUEUE, received)
    channel.start_consuming()


def from_redis(port: int, prefetch: int, min_idle_ms: int, name: str) -> None:
    """Reads as many as it has room for, acknowledges after the execution, and claims what nobody acknowledges."""
    client: Any = importlib.import_module("redis").Redis("127.0.0.1", port)
    mine: list[tuple[bytes, int]] = []

    def take(entries: Any, again: int) -> None:  # as the client has it
        for entry, fields in entries:
            number = int(fields[b"n"])
            say("received", number, again)
            mine.append((entry, number))

    while True:
        wait = _PATIENCE_MS if not mine else None
        fresh = client.xreadgroup(GROUP, name, {QUEUE: ">"}, count=prefetch - len(mine), block=wait)
        for _, entries in fresh or ():
            take(entries, 0)
        if not mine:
            take(client.xautoclaim(QUEUE, GROUP, name, min_idle_ms, count=prefetch)[1], 1)
        if mine:
            entry, number = mine.pop(0)
            execute(number)
            client.xack(QUEUE, GROUP, entry)


if __name__ == "__main__":
    kind, *options = sys.argv[1:]
    if kind == "rabbitmq":
        from_rabbitmq(int(options[0]), int(options[1]))
    else:
        from_redis(int(options[0]), int(options[1]), int(options[2]), options[3])
