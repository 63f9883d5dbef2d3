"""What each parameter means, in plain words: the tooltips."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.parameters.specs import Parameter

EXPLANATIONS = {
    Parameter.IO_LATENCY: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long the route's longest I/O step takes on average: the time it waits for something else, "
        "such as a database. How it varies around that average stays the same.",
    ),
    Parameter.WORKERS: QT_TRANSLATE_NOOP(
        "Parameters",
        "Worker processes of uvicorn, each with an event loop of its own (--workers). Those that go take "
        "nothing new and finish what they hold.",
    ),
    Parameter.HANDLER: QT_TRANSLATE_NOOP(
        "Parameters",
        "How the route is written. async def: the loop serves others while it awaits. def: it runs in a "
        "thread of the pool. blocking: an async def that never awaits holds the loop until it ends.",
    ),
    Parameter.ARRIVAL_RATE: QT_TRANSLATE_NOOP(
        "Parameters",
        "Requests that are sent each second, whether earlier ones have been answered or not.",
    ),
    Parameter.USERS: QT_TRANSLATE_NOOP(
        "Parameters",
        "Users of a closed group: each sends, waits for the answer, thinks, and sends again.",
    ),
    Parameter.THREAD_LIMIT: QT_TRANSLATE_NOOP(
        "Parameters",
        "How many def routes run at once in each worker: the tokens of anyio's thread limiter.",
    ),
    Parameter.CORES: QT_TRANSLATE_NOOP(
        "Parameters",
        "Processor cores that all workers share. 0: as many as they need.",
    ),
    Parameter.ROUTE_CPU: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long the route's longest CPU step computes on average. No kind of handler makes this shorter.",
    ),
    Parameter.REQUEST_CPU: QT_TRANSLATE_NOOP(
        "Parameters",
        "What each request costs the event loop beside the route itself: half before the first step, half "
        "after the last.",
    ),
    Parameter.CONNECTION_CPU: QT_TRANSLATE_NOOP(
        "Parameters",
        "What it costs the event loop to accept a connection.",
    ),
    Parameter.HOT_CPU_FACTOR: QT_TRANSLATE_NOOP(
        "Parameters",
        "How much of the server's own costs is left while a worker is hot, that is, while it goes from "
        "one request to the next without a pause.",
    ),
    Parameter.THINK_TIME: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long each user of a closed group waits on average between an answer and the next request.",
    ),
    Parameter.DEADLINE: QT_TRANSLATE_NOOP(
        "Parameters",
        "An answer that comes later than this is no goodput.",
    ),
    Parameter.NETWORK: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long the way between client and server takes on average, one way.",
    ),
    Parameter.KEEP_ALIVE: QT_TRANSLATE_NOOP(
        "Parameters",
        "Kept: connections stay open and stay with the worker that accepted them. New: a connection for each request.",
    ),
    Parameter.KEEP_ALIVE_TIMEOUT: QT_TRANSLATE_NOOP(
        "Parameters",
        "A kept connection that was idle for so long is closed by the server (--timeout-keep-alive).",
    ),
    Parameter.NAGLE_DELAY: QT_TRANSLATE_NOOP(
        "Parameters",
        "From its second answer on, a kept connection waits this long for an acknowledgement, where there "
        "are several workers on asyncio loops.",
    ),
}
assert set(EXPLANATIONS) == set(Parameter)
