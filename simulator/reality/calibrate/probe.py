"""What uvicorn runs in place of the user's app (`VAZAO_APP`): that app, with a report in a header of every answer."""

import asyncio
import importlib
import inspect
import logging
import os
import time
from collections.abc import Awaitable, Callable, MutableMapping
from enum import IntEnum
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

APP_VARIABLE = "VAZAO_APP"
WATCH = b"x-watch"
_LOOK_EVERY_S = 0.001


class Kind(IntEnum):
    """How the endpoint was written."""

    UNKNOWN = 0
    ASYNC = 1
    DEF = 2


class Probe:
    """An ASGI middleware: process, begin and end of the request (ns), processor time of the process meanwhile, the
    longest time that the event loop stood still, the endpoint's kind, and the processor time of the process so far.

    The loop is watched only for requests that ask for it (`x-watch`), because watching computes.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Report once, in the head of the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        watch = _Watch() if any(name == WATCH for name, _ in scope["headers"]) else None
        started, processor = time.monotonic_ns(), time.process_time_ns()

        async def reported(message: Message) -> None:
            if message["type"] == "http.response.start":
                now = time.process_time_ns()
                told = (
                    os.getpid(), started, time.monotonic_ns(), now - processor, watch.longest_ns() if watch else 0,
                    _kind(scope), now,
                )  # fmt: skip
                message["headers"] = [*message.get("headers", ()), (b"x-server", " ".join(map(str, told)).encode())]
            await send(message)

        try:
            await self._app(scope, receive, reported)
        finally:
            if watch is not None:
                watch.stop()


def _kind(scope: Scope) -> int:
    endpoint = scope.get("endpoint")
    if endpoint is None:
        return int(Kind.UNKNOWN)
    return int(Kind.ASYNC if inspect.iscoroutinefunction(endpoint) else Kind.DEF)


class _Watch:
    """Looks at the clock every millisecond: between two looks that are further apart, the loop stood still."""

    def __init__(self) -> None:
        self._before = time.monotonic_ns()
        self._longest = 0
        self._task = asyncio.ensure_future(self._look())

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY_S)
            self._seen()

    def _seen(self) -> None:
        now = time.monotonic_ns()
        self._longest = max(self._longest, now - self._before - int(_LOOK_EVERY_S * 1e9))
        self._before = now

    def longest_ns(self) -> int:
        """Up to now."""
        self._seen()
        return self._longest

    def stop(self) -> None:
        """No more."""
        self._task.cancel()


def _loaded() -> App:
    module, _, name = os.environ[APP_VARIABLE].partition(":")
    found: Any = importlib.import_module(module)
    for part in (name or "app").split("."):
        found = getattr(found, part)
    for logger in ("uvicorn", "uvicorn.error"):
        # An app that configures logging silences those that were there: then nobody hears what goes wrong.
        logging.getLogger(logger).disabled = False
    return Probe(found)


app = _loaded() if APP_VARIABLE in os.environ else None
