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
    THREAD_LIMIT = auto()
    CORES = auto()
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


class Section(Enum):
    """A part of the panel; all but the lesson's unfold."""

    LESSON = auto()
    THREADS = auto()
    PROCESSOR = auto()
    CLIENTS = auto()


@dataclass(frozen=True)
class Spec:
    """One parameter: its key in the scenario, its place in the panel, and its slider."""

    parameter: Parameter
    section: Section
    table: str
    """`server`, `clients` or `routes`."""
    key: str
    """A live key of that table; of routes also `io` and `cpu`: the largest step of that kind."""
    unit: Unit = Unit.NONE
    scale: Scale | None = None
    """None: a choice of words."""


_LATENCY = LogScale(1e-3, 10.0)
_COST = LogScale(10e-6, 0.1, has_zero=True)
_DELAY = LogScale(1e-3, 1.0, has_zero=True)
_PAUSE = LogScale(0.01, 60.0, has_zero=True)
_MS, _S = Unit.MILLISECONDS, Unit.SECONDS

# fmt: off
SPECS: tuple[Spec, ...] = (
    Spec(Parameter.IO_LATENCY, Section.LESSON, "routes", "io", _MS, _LATENCY),
    Spec(Parameter.WORKERS, Section.LESSON, "server", "workers", Unit.NONE, LinearScale(1, 16)),
    Spec(Parameter.HANDLER, Section.LESSON, "routes", "handler"),
    Spec(Parameter.ARRIVAL_RATE, Section.LESSON, "clients", "rate", Unit.PER_SECOND, LogScale(0.1, 2000.0)),
    Spec(Parameter.USERS, Section.LESSON, "clients", "users", Unit.NONE, LogScale(1.0, 5000.0, is_whole=True)),
    Spec(Parameter.THREAD_LIMIT, Section.THREADS, "server", "thread_limit", Unit.NONE, LogScale(1.0, 500.0, is_whole=True)),  # noqa: E501  # a table
    Spec(Parameter.CORES, Section.THREADS, "server", "cores", Unit.NONE, LinearScale(0, 32)),
    Spec(Parameter.ROUTE_CPU, Section.PROCESSOR, "routes", "cpu", _MS, LogScale(100e-6, 1.0)),
    Spec(Parameter.REQUEST_CPU, Section.PROCESSOR, "server", "request_cpu", _MS, _COST),
    Spec(Parameter.CONNECTION_CPU, Section.PROCESSOR, "server", "connection_cpu", _MS, _COST),
    Spec(Parameter.HOT_CPU_FACTOR, Section.PROCESSOR, "server", "hot_cpu_factor", Unit.TIMES, LogScale(0.1, 10.0)),
    Spec(Parameter.NETWORK, Section.CLIENTS, "clients", "network", _MS, _DELAY),
    Spec(Parameter.KEEP_ALIVE, Section.CLIENTS, "clients", "keep_alive"),
    Spec(Parameter.THINK_TIME, Section.CLIENTS, "clients", "think_time", _S, _PAUSE),
    Spec(Parameter.DEADLINE, Section.CLIENTS, "clients", "deadline", _MS, LogScale(0.01, 60.0)),
    Spec(Parameter.KEEP_ALIVE_TIMEOUT, Section.CLIENTS, "server", "timeout_keep_alive", _S, _PAUSE),
    Spec(Parameter.NAGLE_DELAY, Section.CLIENTS, "server", "nagle_delay", _MS, _DELAY),
)
# fmt: on
assert [spec.parameter for spec in SPECS] == list(Parameter)

STEP_KEYS = ("io", "cpu")
"""Kinds of a route's steps, of which the largest is offered."""
NOT_OFFERED = {("clients", "routes")}
"""Live keys that no single number or choice sets."""
