"""A message queue in a process of its own, and its consumers: what brokers have in common while nothing crashes.

Whoever publishes connects and writes a line `task count` for so many messages. Who writes `report` is told a line a
message: task, outcome, consumer, deliveries, executions, then the instants (ns of the monotonic clock, -1 where they
did not come) at which it was published, first delivered, and the last execution of it began and ended.
"""

import argparse
import json
import random
import socket
import socketserver
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from statistics import fmean

HOST = "127.0.0.1"
PORT = 8001
OUTCOMES = ("unfinished", "completed", "failed", "put aside")
UNFINISHED, COMPLETED, FAILED, DEAD_LETTERED = range(4)
Draw = Callable[[], float]
Times = Sequence[float]
"""Of one execution: a time for each step; one number more where it fails."""


@dataclass(frozen=True)
class Task:
    """What the execution of a message does: it waits and computes, so long as is drawn here."""

    name: str
    steps: Sequence[tuple[Callable[[float], None], Draw]] = ()
    failure_rate: float = 0.0

    def drawn(self) -> Times:
        """For one execution."""
        times = [draw() for _, draw in self.steps]
        return [*times, 1.0] if self.failure_rate and random.random() < self.failure_rate else times

    def execute(self, times: Times) -> bool:
        """Whether it went well."""
        for (do, _), seconds in zip(self.steps, times, strict=False):
            do(seconds)
        return len(times) == len(self.steps)


wait = time.sleep


class Message:
    """One of them."""

    __slots__ = ("consumer", "deliveries", "executions", "instants", "outcome", "task", "times")

    def __init__(self, task: int, times: Times | None) -> None:
        self.task = task
        self.times = times
        """Of its first execution."""
        self.outcome = UNFINISHED
        self.consumer = self.deliveries = self.executions = 0
        self.instants = [time.monotonic_ns(), -1, -1, -1]

    def __str__(self) -> str:
        numbers = (self.task, self.outcome, self.consumer, self.deliveries, self.executions, *self.instants)
        return " ".join(map(str, numbers))


_PUBLISHED, _DELIVERED, _BEGUN, _ENDED = range(4)


class Consumer:
    """What it has reserved, and how many of its slots are busy."""

    def __init__(self, number: int, lock: threading.Lock) -> None:
        self.number = number
        self.reserved: deque[Message] = deque()
        self.running = 0
        self.ready = threading.Condition(lock)


class Queue:
    """One line; consumers with room take turns.

    `most` is how many messages a consumer may have, 0 for any number; `counts_running` says whether what it executes
    is among them. What failed is delivered again where `fails_again`, until it had `max_deliveries` (0: no end).
    """

    def __init__(
        self,
        tasks: Sequence[Task],
        *,
        consumers: int = 1,
        concurrency: int = 1,
        most: int = 0,
        counts_running: bool = True,
        fails_again: bool = False,
        max_deliveries: int = 0,
    ) -> None:
        self.messages: list[Message] = []
        """In order of publishing."""
        self.tasks = tasks
        self.times: list[Iterator[Times | None]] = [repeat(None) for _ in tasks]
        """Drawn beforehand for the first executions of messages to come; None where there are none."""
        self._concurrency = concurrency
        self._most = most
        self._counts_running = counts_running
        self._fails_again = fails_again
        self._max_deliveries = max_deliveries
        self._lock = threading.Lock()
        self._waiting: deque[Message] = deque()
        self._consumers = deque(Consumer(number, self._lock) for number in range(1, consumers + 1))
        """Whose turn it is comes first."""

    def start(self) -> None:
        """A thread for every slot of every consumer."""
        for consumer in list(self._consumers):
            for _ in range(self._concurrency):
                threading.Thread(target=self._work, args=(consumer,), daemon=True).start()

    def publish(self, task: int, count: int) -> None:
        """So many messages are there."""
        with self._lock:
            for _ in range(count):
                message = Message(task, next(self.times[task], None))
                self.messages.append(message)
                self._waiting.append(message)
            self._hand_out()

    def report(self) -> str:
        """A line a message."""
        with self._lock:
            return "".join(f"{message}\n" for message in self.messages)

    def _has_room(self, consumer: Consumer) -> bool:
        # As much of what is reserved as there are free slots is about to begin.
        running = consumer.running if self._counts_running else consumer.running - self._concurrency
        return not self._most or len(consumer.reserved) + running < self._most

    def _hand_out(self) -> None:
        turns = self._consumers
        while self._waiting:
            taker = next((consumer for consumer in turns if self._has_room(consumer)), None)
            if taker is None:
                return
            turns.remove(taker)
            turns.append(taker)
            message = self._waiting.popleft()
            message.consumer = taker.number
            message.deliveries += 1
            if message.deliveries == 1:
                message.instants[_DELIVERED] = time.monotonic_ns()
            taker.reserved.append(message)
            taker.ready.notify()

    def _work(self, consumer: Consumer) -> None:
        while True:
            with consumer.ready:
                while not consumer.reserved:
                    consumer.ready.wait()
                message = consumer.reserved.popleft()
                consumer.running += 1
                message.executions += 1
                message.instants[_BEGUN] = time.monotonic_ns()
                self._hand_out()
            task = self.tasks[message.task]
            times = message.times if message.executions == 1 else None
            is_done = task.execute(task.drawn() if times is None else times)
            with self._lock:
                consumer.running -= 1
                self._end(message, is_done=is_done)
                self._hand_out()

    def _end(self, message: Message, *, is_done: bool) -> None:
        message.instants[_ENDED] = time.monotonic_ns()
        if is_done:
            message.outcome = COMPLETED
        elif not self._fails_again:
            message.outcome = FAILED
        elif self._max_deliveries and message.deliveries >= self._max_deliveries:
            message.outcome = DEAD_LETTERED
        else:
            self._waiting.appendleft(message)


def main(queue: Queue) -> None:
    """Serve it, until Ctrl+C, or with `--guarded` until standard input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--times", type=Path, help="a JSON file of times by task, in the place of those drawn here")
    parser.add_argument("--guarded", action="store_true", help="end where standard input does")
    parser.add_argument("--report", action="store_true", help="say what became of the messages at one that runs")
    asked = parser.parse_args()
    if asked.report:
        print_report(queue, asked.port)
        return
    if asked.times:
        drawn: Mapping[str, list[Times]] = json.loads(asked.times.read_text(encoding="utf-8"))
        queue.times = [chain(drawn.get(task.name, []), repeat(None)) for task in queue.tasks]
    queue.start()
    with _Server((HOST, asked.port), queue) as server:
        if asked.guarded:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            sys.stdin.read()
        else:
            server.serve_forever()


def ask_report(port: int, timeout_s: float | None = None) -> list[list[int]]:
    """What became of every message so far, of the process that has the port. Raises OSError."""
    with socket.create_connection((HOST, port), timeout=timeout_s) as asking:
        asking.sendall(b"report\n")
        with asking.makefile("rb") as told:
            return [[int(word) for word in line.split()] for line in told]


def print_report(queue: Queue, port: int) -> None:
    """Of the process that has the port: a line a task, with the mean time that its messages waited and ran."""
    rows = ask_report(port)
    for number, task in enumerate(queue.tasks):
        mine = [row for row in rows if row[0] == number]
        ends = Counter(OUTCOMES[row[1]] for row in mine)
        done = [row for row in mine if row[1] == COMPLETED]
        waits, runs = ([(row[end] - row[begin]) / 1e6 for row in done] for begin, end in ((5, 7), (7, 8)))
        means = f"waited {fmean(waits):.1f} ms, ran {fmean(runs):.1f} ms" if done else "none was completed"
        print(f"{task.name}: {', '.join(f'{count} {name}' for name, count in ends.items()) or 'no message'}; {means}")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, address: tuple[str, int], queue: Queue) -> None:
        super().__init__(address, _Publisher)
        self.queue = queue


class _Publisher(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        numbers = {task.name: number for number, task in enumerate(self.server.queue.tasks)}
        for line in self.rfile:
            word, _, count = line.decode().strip().rpartition(" ")
            if not word:
                self.wfile.write(self.server.queue.report().encode())
                return
            self.server.queue.publish(numbers[word], int(count))
