"""The table of parameters: which keys of a scenario the panel offers, and how each is set."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from ui.parameters.scales import LinearScale, LogScale, Scale
from ui.parameters.typed import Unit


class Parameter(StrEnum):
    """A parameter of the panel."""

    IO_LATENCY = auto()
    WORKERS = auto()
    HANDLER = auto()
    ARRIVAL_RATE = auto()
    USERS = auto()
    TIMEOUT = auto()
    THREAD_LIMIT = auto()
    CORES = auto()
    POOL_SIZE = auto()
    MAX_OVERFLOW = auto()
    POOL_TIMEOUT = auto()
    POOL_HOLD = auto()
    SERVICE_CONCURRENCY = auto()
    LIMIT_CONCURRENCY = auto()
    LIMIT_MAX_REQUESTS = auto()
    LIMIT_MAX_REQUESTS_JITTER = auto()
    CONSUMERS = auto()
    CONSUMER_CONCURRENCY = auto()
    PREFETCH = auto()
    BROKER_CAPACITY = auto()
    TASK_IO = auto()
    TASK_FAILURE_RATE = auto()
    ROUTE_CPU = auto()
    REQUEST_CPU = auto()
    CONNECTION_CPU = auto()
    HOT_CPU_FACTOR = auto()
    NETWORK = auto()
    KEEP_ALIVE = auto()
    THINK_TIME = auto()
    DEADLINE = auto()
    KEEP_ALIVE_TIMEOUT = auto()
    NAGLE_DELAY = auto()
    BURST_RATE = auto()
    RETRIES = auto()
    RETRY_BACKOFF = auto()
    RETRY_FACTOR = auto()
    RETRY_JITTER = auto()
    FAILURE_RATE = auto()
    BACKGROUND = auto()
    BACKGROUND_HANDLER = auto()


class Section(Enum):
    """A part of the panel; all but the lesson's unfold."""

    LESSON = auto()
    THREADS = auto()
    SERVICES = auto()
    LIMITS = auto()
    BROKER = auto()
    PROCESSOR = auto()
    CLIENTS = auto()
    RETRIES = auto()
    BACKGROUND = auto()


@dataclass(frozen=True)
class Spec:
    """One parameter: its key in the scenario, its place in the panel, and its slider."""

    parameter: Parameter
    section: Section
    table: str
    """`server`, `clients`, `routes`, `services`, `broker` or `tasks`."""
    key: str
    """A live key of that table. Of routes and tasks `io` and `cpu` are the largest step of that kind, `background` is
    that of the work behind the answer."""
    unit: Unit = Unit.NONE
    scale: Scale | None = None
    """None: a choice of words."""


_LATENCY = LogScale(1e-3, 10.0)
_COST = LogScale(10e-6, 0.1, has_zero=True)
_DELAY = LogScale(1e-3, 1.0, has_zero=True)
_PAUSE = LogScale(0.01, 60.0, has_zero=True)
_BACKOFF = LogScale(1e-3, 60.0, has_zero=True)
_WHOLE = LogScale(1.0, 1000.0, has_zero=True, is_whole=True)
_MANY = LogScale(1.0, 100_000.0, has_zero=True, is_whole=True)
_MS, _S = Unit.MILLISECONDS, Unit.SECONDS

# fmt: off
SPECS: tuple[Spec, ...] = (
    Spec(Parameter.IO_LATENCY, Section.LESSON, "routes", "io", _MS, _LATENCY),
    Spec(Parameter.WORKERS, Section.LESSON, "server", "workers", Unit.NONE, LinearScale(1, 16)),
    Spec(Parameter.HANDLER, Section.LESSON, "routes", "handler"),
    Spec(Parameter.ARRIVAL_RATE, Section.LESSON, "clients", "rate", Unit.PER_SECOND, LogScale(0.1, 2000.0)),
    Spec(Parameter.USERS, Section.LESSON, "clients", "users", Unit.NONE, LogScale(1.0, 5000.0, is_whole=True)),
    Spec(Parameter.TIMEOUT, Section.LESSON, "clients", "timeout", _S, LogScale(0.01, 60.0, has_zero=True)),
    Spec(Parameter.THREAD_LIMIT, Section.THREADS, "server", "thread_limit", Unit.NONE, LogScale(1.0, 500.0, is_whole=True)),  # noqa: E501  # a table
    Spec(Parameter.CORES, Section.THREADS, "server", "cores", Unit.NONE, LinearScale(0, 32)),
    Spec(Parameter.POOL_SIZE, Section.SERVICES, "services", "pool_size", Unit.NONE, LogScale(1.0, 200.0, has_zero=True, is_whole=True)),  # noqa: E501  # a table
    Spec(Parameter.MAX_OVERFLOW, Section.SERVICES, "services", "max_overflow", Unit.NONE, LinearScale(0, 50)),
    Spec(Parameter.POOL_TIMEOUT, Section.SERVICES, "services", "pool_timeout", _S, _PAUSE),
    Spec(Parameter.POOL_HOLD, Section.SERVICES, "services", "hold"),
    Spec(Parameter.SERVICE_CONCURRENCY, Section.SERVICES, "services", "concurrency", Unit.NONE, _WHOLE),
    Spec(Parameter.LIMIT_CONCURRENCY, Section.LIMITS, "server", "limit_concurrency", Unit.NONE, _WHOLE),
    Spec(Parameter.LIMIT_MAX_REQUESTS, Section.LIMITS, "server", "limit_max_requests", Unit.NONE, _MANY),
    Spec(Parameter.LIMIT_MAX_REQUESTS_JITTER, Section.LIMITS, "server", "limit_max_requests_jitter", Unit.NONE, _MANY),
    Spec(Parameter.CONSUMERS, Section.BROKER, "broker", "consumers", Unit.NONE, LogScale(1.0, 200.0, is_whole=True)),
    Spec(Parameter.CONSUMER_CONCURRENCY, Section.BROKER, "broker", "concurrency", Unit.NONE, LogScale(1.0, 200.0, is_whole=True)),  # noqa: E501  # a table
    Spec(Parameter.PREFETCH, Section.BROKER, "broker", "prefetch", Unit.NONE, _WHOLE),
    Spec(Parameter.BROKER_CAPACITY, Section.BROKER, "broker", "capacity", Unit.NONE, _MANY),
    Spec(Parameter.TASK_IO, Section.BROKER, "tasks", "io", _MS, _LATENCY),
    Spec(Parameter.TASK_FAILURE_RATE, Section.BROKER, "tasks", "failure_rate", Unit.PERCENT, LogScale(1e-3, 1.0, has_zero=True)),  # noqa: E501  # a table
    Spec(Parameter.ROUTE_CPU, Section.PROCESSOR, "routes", "cpu", _MS, LogScale(100e-6, 1.0)),
    Spec(Parameter.REQUEST_CPU, Section.PROCESSOR, "server", "request_cpu", _MS, _COST),
    Spec(Parameter.CONNECTION_CPU, Section.PROCESSOR, "server", "connection_cpu", _MS, _COST),
    Spec(Parameter.HOT_CPU_FACTOR, Section.PROCESSOR, "server", "hot_cpu_factor", Unit.TIMES, LogScale(0.1, 10.0)),
    Spec(Parameter.NETWORK, Section.CLIENTS, "clients", "network", _MS, _DELAY),
    Spec(Parameter.KEEP_ALIVE, Section.CLIENTS, "clients", "keep_alive"),
    Spec(Parameter.THINK_TIME, Section.CLIENTS, "clients", "think_time", _S, _PAUSE),
    Spec(Parameter.DEADLINE, Section.CLIENTS, "clients", "deadline", _MS, LogScale(0.01, 60.0, has_zero=True)),
    Spec(Parameter.KEEP_ALIVE_TIMEOUT, Section.CLIENTS, "server", "timeout_keep_alive", _S, _PAUSE),
    Spec(Parameter.NAGLE_DELAY, Section.CLIENTS, "server", "nagle_delay", _MS, _DELAY),
    Spec(Parameter.BURST_RATE, Section.CLIENTS, "clients", "burst_rate", Unit.PER_SECOND, LogScale(0.1, 2000.0)),
    Spec(Parameter.RETRIES, Section.RETRIES, "clients", "retries", Unit.NONE, LinearScale(0, 10)),
    Spec(Parameter.RETRY_BACKOFF, Section.RETRIES, "clients", "retry_backoff", _MS, _BACKOFF),
    Spec(Parameter.RETRY_FACTOR, Section.RETRIES, "clients", "retry_factor", Unit.TIMES, LogScale(1.0, 10.0)),
    Spec(Parameter.RETRY_JITTER, Section.RETRIES, "clients", "retry_jitter"),
    Spec(Parameter.FAILURE_RATE, Section.BACKGROUND, "routes", "failure_rate", Unit.PERCENT, LogScale(1e-3, 1.0, has_zero=True)),  # noqa: E501  # a table
    Spec(Parameter.BACKGROUND, Section.BACKGROUND, "routes", "background", _MS, _LATENCY),
    Spec(Parameter.BACKGROUND_HANDLER, Section.BACKGROUND, "routes", "background_handler"),
)
# fmt: on
assert [spec.parameter for spec in SPECS] == list(Parameter)

STEP_KEYS = ("io", "cpu")
"""Kinds of a route's steps, of which the largest is offered."""
NOT_OFFERED = {("clients", "routes")}
"""Live keys that no single number or choice sets."""
