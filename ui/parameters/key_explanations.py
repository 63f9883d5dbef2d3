"""What the keys mean that no row of the panel sets, in plain words, and why they are fixed while a run goes on."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KEYS: dict[tuple[str, str], object] = {
    ("", "format"): QT_TRANSLATE_NOOP("Keys", "The version of the file's format: 1."),
    ("", "name"): QT_TRANSLATE_NOOP("Keys", "What the scenario is called; one text, or one for each language."),
    ("", "description"): QT_TRANSLATE_NOOP("Keys", "What the scenario shows, in a sentence or two."),
    ("run", "duration"): QT_TRANSLATE_NOOP(
        "Keys", "How long clients send, in simulated time. The window goes on after it."
    ),
    ("run", "drain"): QT_TRANSLATE_NOOP(
        "Keys", "How long answers may still come after the clients have stopped sending."
    ),
    ("run", "warm_up"): QT_TRANSLATE_NOOP(
        "Keys", "The beginning that is left out of all figures, because queues are still empty then."
    ),
    ("run", "seed"): QT_TRANSLATE_NOOP(
        "Keys", "The number that all randomness comes from: the same seed, the same run."
    ),
    ("run", "replications"): QT_TRANSLATE_NOOP(
        "Keys", "How many runs with different seeds the command line makes of it."
    ),
    ("run", "sample_every"): QT_TRANSLATE_NOOP("Keys", "How far apart the rows of timeseries.csv are."),
    ("clients", "name"): QT_TRANSLATE_NOOP("Keys", "What the group of clients is called."),
    ("clients", "icon"): QT_TRANSLATE_NOOP("Keys", "How the group is drawn: browser, phone or service."),
    ("clients", "arrivals"): QT_TRANSLATE_NOOP(
        "Keys", "When the group sends: poisson, constant, mmpp, schedule, closed, burst or replay."
    ),
    ("clients", "burst_for"): QT_TRANSLATE_NOOP("Keys", "How long bursts last (mmpp arrivals)."),
    ("clients", "calm_for"): QT_TRANSLATE_NOOP("Keys", "How long it is calm between bursts (mmpp arrivals)."),
    ("clients", "profile"): QT_TRANSLATE_NOOP("Keys", "Times and rates between which the arrivals follow (schedule)."),
    ("clients", "shape"): QT_TRANSLATE_NOOP(
        "Keys", "Whether the rate goes from one time to the next in a line or in a step (schedule)."
    ),
    ("clients", "ramp"): QT_TRANSLATE_NOOP(
        "Keys", "The time over which the users of a closed group begin, one after another."
    ),
    ("clients", "at"): QT_TRANSLATE_NOOP("Keys", "When all the users of a burst send at once."),
    ("clients", "file"): QT_TRANSLATE_NOOP("Keys", "The CSV file with the times at which requests are sent (replay)."),
    ("clients", "start"): QT_TRANSLATE_NOOP("Keys", "When the group begins to send."),
    ("clients", "stop"): QT_TRANSLATE_NOOP("Keys", "When the group stops sending; otherwise at the end of the run."),
    ("clients", "routes"): QT_TRANSLATE_NOOP("Keys", "Which paths the group asks for, and how often in comparison."),
    ("clients", "max_connections"): QT_TRANSLATE_NOOP(
        "Keys", "The most connections the group has at once, as an HTTP client's pool. 0: as many as it needs."
    ),
    ("server", "backlog"): QT_TRANSLATE_NOOP(
        "Keys", "uvicorn's --backlog: how many connections may wait that no worker has accepted."
    ),
    ("server", "somaxconn"): QT_TRANSLATE_NOOP(
        "Keys", "The operating system's own limit on that queue; the smaller of the two counts."
    ),
    ("server", "timeout_graceful_shutdown"): QT_TRANSLATE_NOOP(
        "Keys", "How long a worker that goes may finish what it holds. 0: as long as it takes."
    ),
    ("server", "loop"): QT_TRANSLATE_NOOP(
        "Keys", "The event loop: asyncio takes all waiting connections at once, uvloop one at a time."
    ),
    ("server", "http"): QT_TRANSLATE_NOOP(
        "Keys", "The HTTP parser. It changes nothing in the model; a real run passes it on."
    ),
    ("server", "gil"): QT_TRANSLATE_NOOP(
        "Keys", "Whether threads of one worker compute one at a time. false: a free-threaded Python."
    ),
    ("server", "burst_window"): QT_TRANSLATE_NOOP(
        "Keys", "How long the worker that accepted last goes on winning new connections (asyncio)."
    ),
    ("server", "syn_retry"): QT_TRANSLATE_NOOP(
        "Keys", "When a connection that found the queue full is tried again: as newer or older Linux does."
    ),
    ("server", "start_up"): QT_TRANSLATE_NOOP("Keys", "How long a new worker takes until it accepts."),
    ("routes", "path"): QT_TRANSLATE_NOOP("Keys", "The path that clients ask for."),
    ("routes", "steps"): QT_TRANSLATE_NOOP(
        "Keys", "What the handler does, in order: compute (cpu), wait (io), put a message aside (enqueue)."
    ),
    ("routes", "thread_calls"): QT_TRANSLATE_NOOP(
        "Keys", "Further calls to the thread pool before the steps, such as def dependencies."
    ),
    ("services", "name"): QT_TRANSLATE_NOOP("Keys", "What the service is called."),
    ("broker", "kind"): QT_TRANSLATE_NOOP(
        "Keys", "Whose habits the message queue has: rabbitmq, celery, redis, rq or kafka."
    ),
    ("broker", "consumers"): QT_TRANSLATE_NOOP("Keys", "Processes that work on messages."),
    ("broker", "concurrency"): QT_TRANSLATE_NOOP("Keys", "Messages that one consumer works on at once."),
    ("broker", "prefetch"): QT_TRANSLATE_NOOP(
        "Keys", "Messages that a consumer may take ahead, for each it works on. 0: any number."
    ),
    ("broker", "ack"): QT_TRANSLATE_NOOP(
        "Keys", "When a message counts as done: as its execution begins (early), or as it ends (late)."
    ),
    ("broker", "visibility_timeout"): QT_TRANSLATE_NOOP(
        "Keys", "After how long a message that was not confirmed is given out again."
    ),
    ("broker", "max_deliveries"): QT_TRANSLATE_NOOP(
        "Keys", "How often a message is given out before it is put with the dead letters. 0: without end."
    ),
    ("broker", "on_failure"): QT_TRANSLATE_NOOP(
        "Keys", "What a failed execution does: give the message out again, or count it as failed."
    ),
    ("broker", "partitions"): QT_TRANSLATE_NOOP("Keys", "Partitions of the log; one consumer reads each (kafka)."),
    ("broker", "commit_every"): QT_TRANSLATE_NOOP(
        "Keys", "How often a consumer writes down how far it has come (kafka)."
    ),
    ("broker", "capacity"): QT_TRANSLATE_NOOP(
        "Keys", "How many messages the queue holds; when it is full, requests get a 503. 0: any number."
    ),
    ("broker", "publish"): QT_TRANSLATE_NOOP(
        "Keys", "What it costs a request to put a message into the queue, as I/O."
    ),
    ("tasks", "name"): QT_TRANSLATE_NOOP("Keys", "What the task is called."),
    ("tasks", "steps"): QT_TRANSLATE_NOOP("Keys", "What the execution of a message does, in order."),
    ("tasks", "failure_rate"): QT_TRANSLATE_NOOP("Keys", "The share of executions that fail."),
    ("changes", "at"): QT_TRANSLATE_NOOP("Keys", "When the change happens, in simulated time."),
    ("changes", "set"): QT_TRANSLATE_NOOP("Keys", "The key that is changed."),
    ("changes", "to"): QT_TRANSLATE_NOOP("Keys", "The value that it takes."),
    ("faults", "at"): QT_TRANSLATE_NOOP("Keys", "When it goes wrong, in simulated time."),
    ("faults", "for"): QT_TRANSLATE_NOOP("Keys", "How long it lasts."),
    ("faults", "kind"): QT_TRANSLATE_NOOP("Keys", "What goes wrong: slow, down, hang, crash or restart."),
    ("faults", "target"): QT_TRANSLATE_NOOP("Keys", "What it happens to: a service, a worker, a consumer, the server."),
    ("faults", "factor"): QT_TRANSLATE_NOOP("Keys", "By how much a slow service takes longer."),
}
"""By table and key."""
_FIXED: dict[str, object] = {
    "": QT_TRANSLATE_NOOP("Keys", "Fixed: it says what is run, not how."),
    "run": QT_TRANSLATE_NOOP("Keys", "Fixed: it belongs to the run as a whole."),
    "clients": QT_TRANSLATE_NOOP("Keys", "Fixed: it decides which random numbers the group draws."),
    "server": QT_TRANSLATE_NOOP("Keys", "Fixed: a real server takes it when it starts."),
    "routes": QT_TRANSLATE_NOOP("Keys", "Fixed: requests that are on their way know it."),
    "services": QT_TRANSLATE_NOOP("Keys", "Fixed: it is what routes call it."),
    "broker": QT_TRANSLATE_NOOP("Keys", "Fixed: messages that were taken follow it."),
    "tasks": QT_TRANSLATE_NOOP("Keys", "Fixed: it is what routes call it."),
    "changes": QT_TRANSLATE_NOOP("Keys", "Fixed: it was planned before the run."),
    "faults": QT_TRANSLATE_NOOP("Keys", "Fixed: it was planned before the run."),
}
"""Why a key of a table cannot change while a run goes on."""
assert {table for table, _ in KEYS} <= set(_FIXED)


def meaning_of(table: str, name: str) -> str:
    """What a key means; nothing where it is one that we do not know."""
    text = KEYS.get((table, name))
    return "" if text is None else QCoreApplication.translate("Keys", str(text))


def why_fixed(table: str) -> str:
    """Why it cannot change now."""
    return QCoreApplication.translate("Keys", str(_FIXED[table]))
