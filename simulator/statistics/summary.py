"""The figures of a run, as `summary.json` has them."""

from dataclasses import asdict, dataclass, field
from typing import Any

from simulator.statistics.intervals import Interval

SUMMARY_FORMAT = 1

FIRST: dict[str, str] = {"over": "first"}
LARGEST: dict[str, str] = {"over": "largest"}
POOLED: dict[str, str] = {"over": "pooled"}
"""How a figure of several replications comes from those of each; where nothing is said, counts are summed and other
numbers averaged. What is pooled is computed anew from all values."""

Seconds = float | None
"""None where nothing was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Events per second."""

    mean: float
    ci95: Interval | None = field(default=None, metadata=POOLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseTime:
    """Of completed attempts, seconds."""

    mean: Seconds
    ci95: Interval | None = field(default=None, metadata=POOLED)
    p50: Seconds = field(metadata=POOLED)
    p90: Seconds = field(metadata=POOLED)
    p95: Seconds = field(metadata=POOLED)
    p99: Seconds = field(metadata=POOLED)
    max: Seconds = field(metadata=LARGEST)
    censored: int
    """Attempts that never got an answer, and so are in no percentile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicalTime:
    """From the first attempt's sending to the answer, seconds."""

    mean: Seconds
    p50: Seconds = field(metadata=POOLED)
    p90: Seconds = field(metadata=POOLED)
    p95: Seconds = field(metadata=POOLED)
    p99: Seconds = field(metadata=POOLED)
    max: Seconds = field(metadata=LARGEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTime:
    """Of completed attempts of a route or a client, seconds."""

    mean: Seconds
    p50: Seconds = field(metadata=POOLED)
    p95: Seconds = field(metadata=POOLED)
    p99: Seconds = field(metadata=POOLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """Attempts; sent is the sum of the others."""

    sent: int
    completed: int
    refused: int
    rejected: int
    failed: int
    timed_out: int
    unfinished: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Logical:
    """Requests with their retries; sent = succeeded + gave_up + unfinished."""

    sent: int
    succeeded: int
    gave_up: int
    unfinished: int
    attempts_per_request: float | None
    response_time_s: LogicalTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Of a queue, or of what is in flight."""

    mean: float
    max: int = field(metadata=LARGEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """What the server did, also for clients that had left."""

    executed: int
    orphaned: int
    orphaned_cpu_s: float
    orphaned_hold_s: float
    restarts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Utilisation:
    """0..1, while the worker lives; None where it did not."""

    loop: float | None
    threads: float | None
    cpu: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerFigures:
    """Of one worker number."""

    worker: int = field(metadata=FIRST)
    utilisation: Utilisation
    pools: dict[str, float]
    completed: int
    executed: int
    orphaned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFigures:
    """Of one service; its utilisation is None where it works on any number of requests at once."""

    busy_mean: float
    utilisation: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """Of one route or one client."""

    sent: int
    completed: int
    throughput_per_s: float
    response_time_s: GroupTime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """Messages to the broker; published is the sum of the next four. All 0 where there is none."""

    published: int = 0
    completed: int = 0
    failed: int = 0
    dead_lettered: int = 0
    unfinished: int = 0
    redelivered: int = 0
    queue: Length = Length(mean=0.0, max=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LittlesLaw:
    """L = lambda W + edge; ok is None where the edge is more than 5 % of L: too early, or not steady."""

    L: float
    lambda_W: float  # noqa: N815  # the contract's name
    edge: float
    ok: bool | None = field(metadata=POOLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conservation:
    """Nothing is lost: sent is the sum of outcomes in every way of counting, parts fill every response time."""

    ok: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What holds for every run, whatever its scenario."""

    littles_law: LittlesLaw
    conservation: Conservation


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Statistics of a finished run, or of several replications."""

    format: int = field(default=SUMMARY_FORMAT, metadata=FIRST)
    scenario: str = field(metadata=FIRST)
    seed: int = field(metadata=FIRST)
    replications: int = 1
    simulated_s: float = field(metadata=LARGEST)
    """The drain included."""
    warm_up_s: float = field(metadata=FIRST)
    requests: Requests
    logical: Logical
    throughput_per_s: Rate
    goodput_per_s: Rate
    response_time_s: ResponseTime
    parts_s: dict[str, float | None]
    """Means over completed attempts; they add up to the mean response time."""
    in_flight: Length
    accept_queue: Length
    server: Server
    workers: tuple[WorkerFigures, ...]
    services: dict[str, ServiceFigures]
    by_route: dict[str, GroupFigures]
    by_client: dict[str, GroupFigures]
    tasks: Tasks = Tasks()
    checks: Checks

    def plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)
