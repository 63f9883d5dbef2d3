"""Closed forms of queueing theory: what a simulation must agree with where theory has an answer."""

import math
from dataclasses import dataclass

from simulator.errors import SimulatorError, UnstableQueueError


@dataclass(frozen=True, slots=True)
class QueueFigures:
    """Steady state of a queue; lengths and times are means, those who are served included where not said."""

    utilisation: float
    """Of each server, 0..1."""
    waiting_probability: float
    """Of an accepted arrival."""
    waiting_time_s: float
    """In the queue only (Wq), of an accepted arrival."""
    response_time_s: float
    """Arrival to completion (W)."""
    throughput_per_s: float
    loss_probability: float = 0.0

    @property
    def queue_length(self) -> float:
        """Mean number who wait: Little 1961, Lq = X Wq."""
        return self.throughput_per_s * self.waiting_time_s

    @property
    def in_system(self) -> float:
        """Mean number who wait or are served: Little 1961, L = X W."""
        return self.throughput_per_s * self.response_time_s


@dataclass(frozen=True, slots=True)
class ClosedFigures:
    """Steady state of a closed loop: users think, send, wait for their answer."""

    throughput_per_s: float
    response_time_s: float
    utilisation: float
    """Of each server, 0..1."""


@dataclass(frozen=True, slots=True)
class ClosedBounds:
    """What no closed loop of these demands can exceed, whatever its distributions."""

    throughput_per_s: float
    """The highest possible."""
    response_time_s: float
    """The lowest possible."""
    saturation_users: float
    """Where the two asymptotes of throughput meet (N*)."""


def erlang_b(offered_load: float, servers: int) -> float:
    """Probability that an arrival is lost in M/G/c/c (Erlang 1917; Kleinrock 1975, eq. 3.43).

    By the recursion 1/B(c) = 1 + (c/a) / B(c - 1) (Jagerman 1974), which neither overflows nor cancels. `offered_load`
    in erlangs.
    """
    _require(offered_load >= 0, f"offered_load must be 0 or more, got {offered_load}")
    _require(servers >= 0, f"servers must be 0 or more, got {servers}")
    if offered_load == 0:
        return 1.0 if servers == 0 else 0.0
    inverse = 1.0
    for count in range(1, servers + 1):
        inverse = 1.0 + inverse * count / offered_load
    return 1.0 / inverse


def erlang_c(offered_load: float, servers: int) -> float:
    """Probability that an arrival waits in M/M/c (Erlang 1917; Kleinrock 1975, eq. 3.40), from Erlang B.

    C = B / (1 - rho (1 - B)) (Cooper 1981, ch. 3.3). Raises UnstableQueueError where offered_load >= servers.
    """
    _require_stable(offered_load, servers)
    blocked = erlang_b(offered_load, servers)
    return blocked / (1.0 - offered_load / servers * (1.0 - blocked))


def m_m_1(rate: float, service_s: float) -> QueueFigures:
    """M/M/1: W = s / (1 - rho) (Kleinrock 1975, eq. 3.26). Raises UnstableQueueError where rho >= 1."""
    load = _load(rate, service_s)
    _require_stable(load, 1)
    response = service_s / (1.0 - load)
    return QueueFigures(load, load, load * response, response, rate)


def m_m_c(rate: float, service_s: float, servers: int) -> QueueFigures:
    """M/M/c: Wq = C s / (c - a) (Kleinrock 1975, sec. 3.5). Raises UnstableQueueError where a >= c."""
    load = _load(rate, service_s)
    waits = erlang_c(load, servers)
    waiting = waits * service_s / (servers - load)
    return QueueFigures(load / servers, waits, waiting, waiting + service_s, rate)


def m_d_1(rate: float, service_s: float) -> QueueFigures:
    """M/D/1: M/G/1 without variance. Raises UnstableQueueError where rho >= 1."""
    return m_g_1(rate, service_s, scv=0.0)


def m_g_1(rate: float, service_s: float, scv: float) -> QueueFigures:
    """M/G/1: Wq = rho s (1 + scv) / (2 (1 - rho)) (Pollaczek 1930, Khinchine 1932; Kleinrock 1975, eq. 5.72).

    `scv` is the squared coefficient of variation of the service time. Raises UnstableQueueError where rho >= 1.
    """
    _require(scv >= 0, f"scv must be 0 or more, got {scv}")
    load = _load(rate, service_s)
    _require_stable(load, 1)
    waiting = load * service_s * (1.0 + scv) / (2.0 * (1.0 - load))
    return QueueFigures(load, load, waiting, waiting + service_s, rate)


def m_m_c_k(rate: float, service_s: float, servers: int, capacity: int) -> QueueFigures:
    """M/M/c/K: `capacity` places, those of the servers included; who finds none is lost.

    Gross and Harris 1998, sec. 2.5. Has a steady state at any load. Times are of those who are let in.
    """
    _require(servers >= 1, f"servers must be 1 or more, got {servers}")
    _require(capacity >= servers, f"capacity must not be below servers ({servers}), got {capacity}")
    load = _load(rate, service_s)
    weights = _birth_death([load / min(n, servers) for n in range(1, capacity + 1)])
    lost = weights[capacity]
    throughput = rate * (1.0 - lost)
    waiting_length = math.fsum((n - servers) * weights[n] for n in range(servers + 1, capacity + 1))
    waits = math.fsum(weights[servers:capacity]) / (1.0 - lost) if lost < 1 else 0.0
    waiting = waiting_length / throughput if throughput else 0.0
    utilisation = throughput * service_s / servers
    return QueueFigures(utilisation, waits, waiting, waiting + service_s, throughput, lost)


def closed_bounds(users: int, think_s: float, demands_s: tuple[float, ...]) -> ClosedBounds:
    """Asymptotic bounds of a closed loop: X <= min(N / (D + Z), 1 / Dmax), R >= max(D, N Dmax - Z).

    Muntz and Wong 1974; Lazowska, Zahorjan, Graham and Sevcik 1984, table 5.2. `demands_s` has a service demand for
    each station, divided by its servers where it has several (then the bound on R stays valid, and is loose).
    """
    _require(users >= 1, f"users must be 1 or more, got {users}")
    _require(think_s >= 0, f"think_s must be 0 or more, got {think_s}")
    total, largest = math.fsum(demands_s), max(demands_s, default=0.0)
    _require(largest > 0, "some station must have a demand above 0")
    return ClosedBounds(
        throughput_per_s=min(users / (total + think_s), 1.0 / largest),
        response_time_s=max(total, users * largest - think_s),
        saturation_users=(total + think_s) / largest,
    )


def machine_repairman(users: int, think_s: float, service_s: float, servers: int = 1) -> ClosedFigures:
    """M/M/c//N, exact: users think an exponential time, then want one of `servers` (Kleinrock 1975, sec. 3.8)."""
    _require(users >= 1, f"users must be 1 or more, got {users}")
    _require(servers >= 1, f"servers must be 1 or more, got {servers}")
    _require(think_s >= 0 and service_s > 0, f"times must be 0 or more, service above 0, got {think_s} and {service_s}")
    if think_s == 0:
        busy = min(users, servers)
        return ClosedFigures(busy / service_s, users * service_s / busy, busy / servers)
    ratios = [(users - n + 1) * service_s / (think_s * min(n, servers)) for n in range(1, users + 1)]
    weights = _birth_death(ratios)
    busy_mean = math.fsum(min(n, servers) * weight for n, weight in enumerate(weights))
    throughput = busy_mean / service_s
    return ClosedFigures(throughput, users / throughput - think_s, busy_mean / servers)


def mean_value_analysis(users: int, think_s: float, demands_s: tuple[float, ...]) -> ClosedFigures:
    """Exact mean values of a closed product-form network of single-server stations (Reiser and Lavenberg 1980).

    R_k(n) = D_k (1 + Q_k(n - 1)), X(n) = n / (Z + sum R_k). The utilisation is that of the bottleneck.
    """
    _require(users >= 1, f"users must be 1 or more, got {users}")
    _require(max(demands_s, default=0.0) > 0, "some station must have a demand above 0")
    lengths = [0.0] * len(demands_s)
    throughput = response = 0.0
    for population in range(1, users + 1):
        times = [demand * (1.0 + length) for demand, length in zip(demands_s, lengths, strict=True)]
        response = math.fsum(times)
        throughput = population / (think_s + response)
        lengths = [throughput * time for time in times]
    return ClosedFigures(throughput, response, throughput * max(demands_s))


def _birth_death(ratios: list[float]) -> list[float]:
    """State probabilities 0..len(ratios) of a birth-death chain, p(n) / p(n - 1) = ratios[n - 1].

    Logarithms, since the unscaled products overflow with hundreds of places.
    """
    logs = [0.0]
    for ratio in ratios:
        logs.append(logs[-1] + math.log(ratio) if ratio > 0 else -math.inf)
    highest = max(logs)
    weights = [math.exp(value - highest) for value in logs]
    total = math.fsum(weights)
    return [weight / total for weight in weights]


def _load(rate: float, service_s: float) -> float:
    """Offered load in erlangs."""
    _require(rate >= 0, f"rate must be 0 or more, got {rate}")
    _require(service_s > 0, f"service_s must be above 0, got {service_s}")
    return rate * service_s


def _require_stable(offered_load: float, servers: int) -> None:
    _require(servers >= 1, f"servers must be 1 or more, got {servers}")
    if offered_load >= servers:
        asked = f"an offered load of {offered_load:g} erlangs needs more than {servers} servers"
        raise UnstableQueueError(f"the queue grows without end: {asked}")


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise SimulatorError(message)
