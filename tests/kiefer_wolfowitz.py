"""An oracle for blocking FIFO queues: exact departures without a simulation engine."""

from collections.abc import Iterable
from heapq import heapify, heapreplace


def departures(arrivals_ns: Iterable[int], services_ns: Iterable[int], servers: int) -> list[int]:
    """When each arrival of a first-come-first-served queue with `servers` servers leaves, in whole nanoseconds.

    Kiefer and Wolfowitz 1955: the next in line takes the server that is free first. `arrivals_ns` is sorted.
    """
    free = [0] * servers
    heapify(free)
    left = []
    for arrival, service in zip(arrivals_ns, services_ns, strict=True):
        departure = max(arrival, free[0]) + service
        heapreplace(free, departure)
        left.append(departure)
    return left
