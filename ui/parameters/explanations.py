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
        "are several workers on asyncio loops and the client sends again within 40 ms.",
    ),
    Parameter.TIMEOUT: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long a client waits for its answer before it gives up. The server is not told: it goes on with what "
        "nobody waits for.",
    ),
    Parameter.POOL_SIZE: QT_TRANSLATE_NOOP(
        "Parameters",
        "Connections that each worker's pool keeps to the service (SQLAlchemy: pool_size).",
    ),
    Parameter.MAX_OVERFLOW: QT_TRANSLATE_NOOP(
        "Parameters",
        "Connections beyond the pool's size that it opens when all are taken (SQLAlchemy: max_overflow).",
    ),
    Parameter.POOL_TIMEOUT: QT_TRANSLATE_NOOP(
        "Parameters",
        "A request that has waited this long for a connection of the pool ends in a 500 (SQLAlchemy: pool_timeout).",
    ),
    Parameter.POOL_HOLD: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long a request keeps its connection: for one step, or from the first use to the answer.",
    ),
    Parameter.SERVICE_CONCURRENCY: QT_TRANSLATE_NOOP(
        "Parameters",
        "How many requests the service works on at once, of all workers together. 0: any number.",
    ),
    Parameter.LIMIT_CONCURRENCY: QT_TRANSLATE_NOOP(
        "Parameters",
        "A worker with so many connections or tasks answers a 503 at once (--limit-concurrency). The caller's own "
        "connection counts, and so do idle ones. 0: no limit.",
    ),
    Parameter.LIMIT_MAX_REQUESTS: QT_TRANSLATE_NOOP(
        "Parameters",
        "A worker that has served so many requests ends, and another takes its place (--limit-max-requests). "
        "0: no limit.",
    ),
    Parameter.LIMIT_MAX_REQUESTS_JITTER: QT_TRANSLATE_NOOP(
        "Parameters",
        "Up to so many requests are added to the limit of each process, so that they do not all end together.",
    ),
    Parameter.BURST_RATE: QT_TRANSLATE_NOOP(
        "Parameters",
        "Requests that a group of changing rate sends each second while it is in a burst.",
    ),
    Parameter.RETRIES: QT_TRANSLATE_NOOP(
        "Parameters",
        "How often a client tries again after a time-out, a refusal or a 5xx, on a new connection.",
    ),
    Parameter.RETRY_BACKOFF: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long a client waits before it tries again for the first time.",
    ),
    Parameter.RETRY_FACTOR: QT_TRANSLATE_NOOP(
        "Parameters",
        "By how much the back-off grows from one attempt to the next.",
    ),
    Parameter.RETRY_JITTER: QT_TRANSLATE_NOOP(
        "Parameters",
        "Whether clients wait a random share of the back-off, or all of it.",
    ),
    Parameter.CONSUMERS: QT_TRANSLATE_NOOP(
        "Parameters",
        "Worker processes of the message queue. One that is too many finishes what it works on and goes.",
    ),
    Parameter.CONSUMER_CONCURRENCY: QT_TRANSLATE_NOOP(
        "Parameters",
        "Messages that a consumer works on at once.",
    ),
    Parameter.PREFETCH: QT_TRANSLATE_NOOP(
        "Parameters",
        "Messages that a consumer may hold unacknowledged. What it reserves no other consumer can have meanwhile.",
    ),
    Parameter.BROKER_CAPACITY: QT_TRANSLATE_NOOP(
        "Parameters",
        "Messages that may wait in the queue; with more, a route that enqueues answers 503.",
    ),
    Parameter.TASK_IO: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long the longest I/O step of the task takes on average.",
    ),
    Parameter.TASK_FAILURE_RATE: QT_TRANSLATE_NOOP(
        "Parameters",
        "Share of the executions that fail at their end. The message is then delivered again, or counts as failed.",
    ),
    Parameter.FAILURE_RATE: QT_TRANSLATE_NOOP(
        "Parameters",
        "Share of the route's requests that end in a 500 after their steps.",
    ),
    Parameter.BACKGROUND: QT_TRANSLATE_NOOP(
        "Parameters",
        "How long the longest I/O step of the route's background work takes on average. It runs after the answer.",
    ),
    Parameter.BACKGROUND_HANDLER: QT_TRANSLATE_NOOP(
        "Parameters",
        "How the background work is written: a def takes a thread, a blocking one holds the loop after the answer.",
    ),
}
assert set(EXPLANATIONS) == set(Parameter)
