"""`[server]`: uvicorn, in its own words where it has them."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from simulator.scenario.clients import NOTHING
from simulator.scenario.frozen import Count, D, Flag, Frozen, Time

MOST_WORKERS = 1024


class LoopKind(StrEnum):
    """The event loop's implementation."""

    ASYNCIO = "asyncio"
    UVLOOP = "uvloop"


class HttpKind(StrEnum):
    """The HTTP parser; it changes nothing in the model, a real run passes it on."""

    H11 = "h11"
    HTTPTOOLS = "httptools"


class SynRetry(StrEnum):
    """When a dropped SYN is sent again: Linux since 6.5, and before."""

    LINEAR = "linear"
    EXPONENTIAL = "exponential"


class ServerScenario(Frozen):
    """Times in seconds; 0 of a limit is none."""

    workers: Annotated[int, Field(strict=True, ge=1, le=MOST_WORKERS)] = 1
    backlog: Annotated[int, Field(strict=True, ge=1, le=1_000_000)] = 2048
    somaxconn: Annotated[int, Field(strict=True, ge=1, le=1_000_000)] = 4096
    limit_concurrency: Count = 0
    limit_max_requests: Count = 0
    limit_max_requests_jitter: Count = 0
    timeout_keep_alive: Time = 5.0
    timeout_graceful_shutdown: Time = 0.0
    loop: LoopKind = LoopKind.ASYNCIO
    http: HttpKind = HttpKind.H11
    thread_limit: Annotated[int, Field(strict=True, ge=1, le=100_000)] = 40
    """anyio's default limiter, per worker process."""
    cores: Annotated[int, Field(strict=True, ge=0, le=4096)] = 0
    gil: Flag = True
    request_cpu: D = NOTHING
    connection_cpu: D = NOTHING
    hot_cpu_factor: Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)] = 1.0
    nagle_delay: Time = 0.0
    burst_window: Time = 0.0015
    syn_retry: SynRetry = SynRetry.LINEAR
    start_up: D = NOTHING

    @property
    def accept_capacity(self) -> int:
        """Connections that fit into the accept queue: the kernel's test is `length > maximum`."""
        return min(self.backlog, self.somaxconn) + 1
