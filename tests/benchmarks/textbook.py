"""The same two servers as a SimPy textbook would model them: a process per request, Store and Resource.

Written for speed within that manner: draws from `random`, one `timeout` a step, rows as tuples. It knows no accept
queue apart from its resources, no keep-alive, no changes and no trace.
"""

import random
from collections.abc import Generator
from typing import Any

from simpy import Environment, Resource, Store

Row = tuple[int | float, ...]
CPU_S, IO_S = 0.001, 0.020
COMPLETED, OK = 1, 200


class BlockingServer:
    """A worker is held from the first step to the last: a store of idle workers."""

    def __init__(self, env: Environment, workers: int) -> None:
        self.env = env
        self.rows: list[Row] = []
        self.idle = Store(env)
        self.idle.items.extend(range(1, workers + 1))

    def request(self, number: int) -> Generator[Any, Any, None]:
        """One request's life."""
        env = self.env
        sent = env.now
        worker = yield self.idle.get()
        accepted = env.now
        io_s = random.expovariate(1 / IO_S)
        yield env.timeout(CPU_S)
        yield env.timeout(io_s)
        yield env.timeout(CPU_S)
        finished = env.now
        yield self.idle.put(worker)
        self.rows.append(row(number, worker, (sent, accepted, finished), 0.0, io_s))


class AsyncServer:
    """A loop is held for computing only: a resource of one place for each; a new request takes the least busy."""

    def __init__(self, env: Environment, workers: int) -> None:
        self.env = env
        self.rows: list[Row] = []
        self.loops = [Resource(env) for _ in range(workers)]

    def request(self, number: int) -> Generator[Any, Any, None]:
        """One request's life."""
        env = self.env
        sent = env.now
        worker = min(range(len(self.loops)), key=self._length)
        loop = self.loops[worker]
        with loop.request() as turn:
            yield turn
            accepted = env.now
            yield env.timeout(CPU_S)
        io_s = random.expovariate(1 / IO_S)
        yield env.timeout(io_s)
        ready = env.now
        with loop.request() as turn:
            yield turn
            resumed = env.now
            yield env.timeout(CPU_S)
        finished = env.now
        self.rows.append(row(number, worker + 1, (sent, accepted, finished), resumed - ready, io_s))

    def _length(self, worker: int) -> int:
        loop = self.loops[worker]
        return loop.count + len(loop.queue)


def row(number: int, worker: int, times: tuple[float, float, float], waited: float, io_s: float) -> Row:
    """The columns of a request's row in the record, in its order."""
    sent, accepted, finished = times
    instants = (sent, accepted, accepted, finished, finished)
    parts = (0.0, accepted - sent, waited, 0.0, 0.0, 0.0, 0.0, 2 * CPU_S, io_s)
    return (0, 0, worker, OK, 1, COMPLETED, number, *instants, *parts)


def arrivals(
    env: Environment, server: BlockingServer | AsyncServer, rate: float, count: int
) -> Generator[Any, Any, None]:
    """Poisson arrivals, each a process of its own."""
    for number in range(1, count + 1):
        yield env.timeout(random.expovariate(rate))
        env.process(server.request(number))


def run(kind: type[BlockingServer] | type[AsyncServer], workers: int, rate: float, count: int) -> list[Row]:
    """Serve `count` requests to the last; their rows."""
    random.seed(1)
    env = Environment()
    server = kind(env, workers)
    env.process(arrivals(env, server, rate, count))
    env.run()
    return server.rows
