"""What a request does step by step: it computes, waits, takes a connection, and says in its answer how that went."""

import asyncio
import os
import random
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from typing import Any, Self

import anyio.to_thread
from fastapi import FastAPI, Request, Response
from sqlalchemy import exc
from sqlalchemy.pool import QueuePool

from simulator.reality.project.broker import HOST, PORT
from simulator.reality.project.computing import compute

Draw = Callable[[], float]
"""A time in seconds that may vary from request to request."""
OK, ACCEPTED = 200, 202


class StepFailedError(Exception):
    """The request ends in a 500."""


class Service:
    """Whatever the app waits for, and this process's pool of connections to it.

    A `def` or a blocking route takes its connection from SQLAlchemy's QueuePool, an `async` one from a semaphore that
    holds as many. `slow` has (from, until, factor), in seconds since the clients began.
    """

    def __init__(
        self,
        *,
        pool_size: int | None = None,
        max_overflow: int = 10,
        pool_timeout: float = 30.0,
        holds_request: bool = False,
        concurrency: int = 0,
        slow: Sequence[tuple[float, float, float]] = (),
    ) -> None:
        self.holds_request = holds_request
        self._timeout = pool_timeout
        self._slow = slow
        self._pool = self._connections = None
        if pool_size is not None:
            self._pool = QueuePool(
                _connected, pool_size=pool_size, max_overflow=max_overflow, timeout=pool_timeout, reset_on_return=None
            )
            self._connections = asyncio.Semaphore(pool_size + max_overflow)
        self._places = asyncio.Semaphore(concurrency) if concurrency else None
        self._thread_places = threading.Semaphore(concurrency) if concurrency else None

    def factor(self, since_s: float) -> float:
        """By how much it is slower now."""
        return next((factor for begin, end, factor in self._slow if begin <= since_s < end), 1.0)

    @contextmanager
    def connection(self) -> Iterator[None]:
        """A connection of the pool, where there is one. Raises StepFailedError after `pool_timeout`."""
        if self._pool is None:
            yield
            return
        try:
            taken = self._pool.connect()
        except exc.TimeoutError as error:
            raise StepFailedError("no connection in time") from error
        try:
            yield
        finally:
            taken.close()

    @asynccontextmanager
    async def async_connection(self) -> AsyncIterator[None]:
        """The same for routes that await."""
        if self._connections is None:
            yield
            return
        try:
            await asyncio.wait_for(self._connections.acquire(), self._timeout)
        except TimeoutError as error:
            raise StepFailedError("no connection in time") from error
        try:
            yield
        finally:
            self._connections.release()

    def work(self, seconds: float) -> None:
        """One of `concurrency` places of the service, for so long."""
        if self._thread_places is None:
            time.sleep(seconds)
            return
        with self._thread_places:
            time.sleep(seconds)

    async def async_work(self, seconds: float) -> None:
        """The same for routes that await."""
        if self._places is None:
            await asyncio.sleep(seconds)
            return
        async with self._places:
            await asyncio.sleep(seconds)


class Broker:
    """Where messages go: the process that `tasks.py` is, on a port of this machine."""

    def __init__(self) -> None:
        self._connection: socket.socket | None = None
        self._lock = threading.Lock()

    def publish(self, task: str, count: int) -> None:
        """So many messages for a task. Raises StepFailedError where nobody listens."""
        try:
            with self._lock:
                if self._connection is None:
                    port = int(os.environ.get("BROKER_PORT", PORT))
                    self._connection = socket.create_connection((HOST, port), timeout=1)
                    self._connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._connection.sendall(f"{task} {count}\n".encode())
        except OSError as error:
            raise StepFailedError("no message queue: start tasks.py") from error


class Connection:
    """A driver's connection that does nothing."""

    def close(self) -> None:
        """Nothing to close."""

    def rollback(self) -> None:
        """Nothing to roll back."""


def _connected() -> Any:  # noqa: ANN401  # what a driver would give
    return Connection()


class Work:
    """One request's steps, in order: their times came with the request (`x-times`), or are drawn here.

    Leave it (`with`) before the answer: then it gives back the connections that it holds until then.
    """

    def __init__(self, request: Request, draws: Sequence[Draw], failure_rate: float = 0.0) -> None:
        self._started = time.monotonic_ns()
        sent = request.headers.get("x-times")
        self._times = iter([float(each) for each in sent.split(",")] if sent else [draw() for draw in draws])
        failing = request.headers.get("x-fails")
        self._fails = failing == "1" if sent else random.random() < failure_rate
        self._origin = int(request.headers.get("x-origin") or self._started)
        self._held: set[Service] = set()
        self._is_answered = self._is_accepted = False
        self._until_answer = ExitStack()
        self._until_async_answer = AsyncExitStack()
        self._cpu = self._io = self._waited = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._leave()
        self._until_answer.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        self._leave()
        # A route that blocks in an `async def` holds what threads hold.
        self._until_answer.close()
        await self._until_async_answer.aclose()

    def _leave(self) -> None:
        self._is_answered = True
        self._held.clear()

    def _keeps(self, service: Service) -> bool:
        """Whether a connection is held from now on until the answer; what runs behind that holds it for a step."""
        if service.holds_request and not self._is_answered:
            self._held.add(service)
            return True
        return False

    def compute(self) -> None:
        """The next step computes."""
        before = time.thread_time_ns()
        compute(next(self._times))
        self._cpu += time.thread_time_ns() - before

    def wait(self, service: Service | None = None) -> None:
        """The next step waits, and keeps its thread, or the event loop, while it does."""
        seconds = next(self._times)
        if service is None:
            self._io += _timed(lambda: time.sleep(seconds))
            return
        seconds *= service.factor((time.monotonic_ns() - self._origin) / 1e9)
        before = time.monotonic_ns()
        with ExitStack() as connection:
            if service not in self._held:
                stack = self._until_answer if self._keeps(service) else connection
                stack.enter_context(service.connection())
            self._waited += time.monotonic_ns() - before
            self._io += _timed(lambda: service.work(seconds))

    async def sleep(self, service: Service | None = None) -> None:
        """The next step waits, and the event loop serves others meanwhile."""
        seconds = next(self._times)
        before = time.monotonic_ns()
        if service is None:
            await asyncio.sleep(seconds)
            self._io += time.monotonic_ns() - before
            return
        seconds *= service.factor((before - self._origin) / 1e9)
        async with AsyncExitStack() as connection:
            if service not in self._held:
                stack = self._until_async_answer if self._keeps(service) else connection
                await stack.enter_async_context(service.async_connection())
            began = time.monotonic_ns()
            self._waited += began - before
            await service.async_work(seconds)
            self._io += time.monotonic_ns() - began

    def publish(self, broker: Broker, task: str, count: int = 1) -> None:
        """The next step gives messages to the broker, and keeps its thread, or the event loop, for what that takes."""
        seconds = next(self._times)
        self._io += _timed(lambda: time.sleep(seconds))
        broker.publish(task, count)
        self._is_accepted = True

    async def enqueue(self, broker: Broker, task: str, count: int = 1) -> None:
        """The same, and the event loop serves others meanwhile."""
        await self.sleep()
        broker.publish(task, count)
        self._is_accepted = True

    def answer(self) -> Response:
        """How it went: process, begin and end (ns of the monotonic clock), then ns computing, in I/O, waiting for a
        connection, and the processor time of the process so far. Raises StepFailedError where the request fails."""
        if self._fails:
            raise StepFailedError("it was to fail")
        now = time.monotonic_ns()
        told = (os.getpid(), self._started, now, self._cpu, self._io, self._waited, time.process_time_ns())
        status = ACCEPTED if self._is_accepted else OK
        return Response(b"ok", status, media_type="text/plain", headers={"x-server": " ".join(map(str, told))})


def _timed(do: Callable[[], None]) -> int:
    before = time.monotonic_ns()
    do()
    return time.monotonic_ns() - before


def thread_call() -> None:
    """A `def` dependency: it does nothing, but takes a token of the thread limiter."""


def made(name: str, thread_limit: int) -> FastAPI:
    """An app whose `def` routes share so many threads, and in which what fails is a 500 that ends its connection."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = thread_limit
        yield

    app = FastAPI(title=name, lifespan=lifespan, openapi_url=None)

    @app.exception_handler(StepFailedError)
    async def failed(_: Request, error: Exception) -> Response:
        return Response(str(error), 500, headers={"connection": "close"})

    return app
