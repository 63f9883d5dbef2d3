"""What a request costs on this machine: a no-op route at a low rate and saturated, and by how much sleeps are late."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from simulator.reality.processors import others_share, processor_times
from simulator.reality.project.clients import Attempt, Group, Row
from simulator.reality.project.driving import Driven, drive
from simulator.reality.project_files import APP, write_app
from simulator.reality.server import RealServer, flags
from simulator.scenario import HttpKind, LoopKind, Scenario, SynRetry, parse

_RATE = 40
_SECONDS = 3.0
_USERS = 16
_SLEEP_S = 0.005
"""Far below the distance between two requests, so that none waits for another."""
_DEFAULT_SOMAXCONN = 4096

Advance = Callable[[float], None]


@dataclass(frozen=True, kw_only=True)
class Machine:
    """Costs of uvicorn and FastAPI here, in seconds, for one event loop and one HTTP parser."""

    loop: LoopKind
    http: HttpKind
    request_cpu_s: float
    """Processor time of a request that does nothing, on a connection that stands, while the server is cold."""
    connection_cpu_s: float
    hot_cpu_factor: float
    network_s: float
    """One way over loopback, the wake-ups at both ends included."""
    nagle_delay_s: float
    sleep_surplus_s: float
    """By how much `time.sleep` takes longer than asked."""
    async_surplus_s: float
    """`asyncio.sleep` of whole milliseconds; the event loop rounds its time-out up."""
    async_varied_surplus_s: float
    """`asyncio.sleep` of any length."""
    start_up_s: float
    cores: int
    somaxconn: int
    syn_retry: SynRetry
    others: float
    """Share of the processors that other programs took meanwhile."""


PROBE = """\
format = 1
name = "A probe of this machine"
run.duration = "1s"
clients = [{{ name = "c", arrivals = "burst", users = 1, at = "0s", routes = {{ "/nothing" = 1 }} }}]
server = {{ loop = "{loop}", http = "{http}", workers = {workers} }}

[[routes]]
path = "/nothing"
handler = "async"

[[routes]]
path = "/sleep"
handler = "async"
steps = [{{ io = "5ms" }}]

[[routes]]
path = "/wait"
handler = "blocking"
steps = [{{ io = "5ms" }}]
"""


def measure(loop: LoopKind, http: HttpKind, *, advance: Advance = lambda _: None) -> Machine:
    """Measure; it takes some twenty seconds. Raises ServerError where uvicorn does not come up."""
    before = processor_times()
    with _server(loop, http, workers=1) as server:
        start_up = server.start_up_s
        kept = _probe(server, "/nothing", share=(0.0, 0.2), advance=advance)
        new = _probe(server, "/nothing", keep_alive=False, share=(0.2, 0.4), advance=advance)
        hot = _saturate(server)
        advance(0.5)
        whole = _probe(server, "/sleep", times=_whole, share=(0.5, 0.6), advance=advance)
        varied = _probe(server, "/sleep", times=_varied, share=(0.6, 0.75), advance=advance)
        wait = _probe(server, "/wait", times=_whole, share=(0.75, 0.9), advance=advance)
    nagle = _nagle(loop, http, _median_response(kept)) if loop is LoopKind.ASYNCIO else 0.0
    advance(1.0)
    request_cpu = _cpu(kept)
    nothing = _median_response(kept)
    return Machine(
        loop=loop,
        http=http,
        request_cpu_s=request_cpu,
        connection_cpu_s=max(0.0, _cpu(new) - request_cpu),
        hot_cpu_factor=min(1.0, _hot_cpu(hot) / request_cpu),
        network_s=max(0.0, (nothing - request_cpu) / 2),
        nagle_delay_s=nagle,
        sleep_surplus_s=_surplus(wait, nothing),
        async_surplus_s=_surplus(whole, nothing),
        async_varied_surplus_s=_surplus(varied, nothing),
        start_up_s=start_up,
        cores=cores(),
        somaxconn=somaxconn(),
        syn_retry=_syn_retry(),
        others=others_share(before, processor_times()),
    )


@contextmanager
def _server(loop: LoopKind, http: HttpKind, workers: int) -> Iterator[RealServer]:
    scenario: Scenario = parse(PROBE.format(loop=loop.value, http=http.value, workers=workers))
    with tempfile.TemporaryDirectory(prefix="vazao-") as name:
        folder = Path(name)
        write_app(scenario, folder)
        with RealServer(APP, folder, flags(scenario.server), workers=workers) as server:
            yield server


class _Steady:
    """The same path over and over."""

    def __init__(self, path: str, times: Callable[[int], float], rate: float) -> None:
        self._path = path
        self._times = times
        self._rate = rate

    def first(self, n: int) -> Row:
        """At even distances."""
        return Row(self._path, f"{self._times(n):.9f}", at_s=n / self._rate if self._rate else 0.0)

    def again(self, n: int, row: Row, attempt: int) -> Row:  # noqa: ARG002  # nobody tries again
        """Never asked for."""
        return row


def _whole(_: int) -> float:
    return _SLEEP_S


_GOLDEN = 0.6180339887498949


def _varied(n: int) -> float:
    """Spread evenly over a millisecond."""
    return _SLEEP_S + (n * _GOLDEN) % 1.0 / 1000


def _probe(
    server: RealServer,
    path: str,
    *,
    times: Callable[[int], float] = lambda _: 0.0,
    keep_alive: bool = True,
    share: tuple[float, float],
    advance: Advance,
) -> list[Attempt]:
    group = Group("probe", _Steady(path, times, _RATE), stop_s=_SECONDS, keep_alive=keep_alive)

    def tick(seconds: float) -> bool:
        advance(share[0] + (share[1] - share[0]) * min(1.0, seconds / _SECONDS))
        return True

    return _answered(server, drive(server.address, [group], duration_s=_SECONDS, drain_s=1.0, tick=tick))


def _saturate(server: RealServer) -> list[Attempt]:
    group = Group("users", _Steady("/nothing", lambda _: 0.0, 0.0), users=_USERS, stop_s=_SECONDS / 2)
    return _answered(server, drive(server.address, [group], duration_s=_SECONDS / 2, drain_s=1.0))


def _nagle(loop: LoopKind, http: HttpKind, nothing_s: float) -> float:
    with _server(loop, http, workers=2) as server:
        group = Group("user", _Steady("/nothing", lambda _: 0.0, 0.0), users=1, stop_s=1.0)
        late = _median_response(_answered(server, drive(server.address, [group], duration_s=1.0, drain_s=1.0)))
    # Below that it is the noise of two workers that wake for one connection.
    return late - nothing_s if late - nothing_s > _LEAST_NAGLE_S else 0.0


_LEAST_NAGLE_S = 0.01
_LEAST_ANSWERS = 10


def _answered(server: RealServer, driven: Driven) -> list[Attempt]:
    server.check()
    answered = [each for each in driven.attempts if each.outcome == "completed"]
    # The first answers find everything cold: imports, caches, the connection.
    return answered[len(answered) // 10 :] if len(answered) > _LEAST_ANSWERS else answered


def _median_response(attempts: Sequence[Attempt]) -> float:
    return float(np.median([each.finished - each.sent for each in attempts])) / 1e9


def _surplus(attempts: Sequence[Attempt], nothing_s: float) -> float:
    """Mean of the middle half: the rest has to do with the machine's other business."""
    late = sorted((each.finished - each.sent) / 1e9 - float(each.row.times) for each in attempts)
    middle = late[len(late) // 4 : max(1, len(late) - len(late) // 4)]
    return max(0.0, float(np.mean(middle)) - nothing_s)


def _processor_ns(attempts: Sequence[Attempt]) -> list[int]:
    return [int(each.report.split(b" ")[6]) for each in attempts]


def _cpu(attempts: Sequence[Attempt]) -> float:
    """Processor time from one answer to the next; the median leaves out what uvicorn does ten times a second."""
    return float(np.median(np.diff(_processor_ns(attempts)))) / 1e9


def _hot_cpu(attempts: Sequence[Attempt]) -> float:
    times = sorted(_processor_ns(attempts))
    return (times[-1] - times[0]) / max(1, len(times) - 1) / 1e9


def cores() -> int:
    """Processors that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def somaxconn() -> int:
    """The kernel's bound on accept queues."""
    try:
        return int(Path("/proc/sys/net/core/somaxconn").read_text(encoding="ascii"))
    except OSError:
        return 128 if sys.platform == "darwin" else _DEFAULT_SOMAXCONN


def _syn_retry() -> SynRetry:
    """Linux has sent SYNs in a line since 6.5, where this is above 0."""
    try:
        linear = int(Path("/proc/sys/net/ipv4/tcp_syn_linear_timeouts").read_text(encoding="ascii"))
    except OSError:
        return SynRetry.EXPONENTIAL
    return SynRetry.LINEAR if linear else SynRetry.EXPONENTIAL
