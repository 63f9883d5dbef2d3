"""What a request at a worker waits for, other than the loop: its `turn` says so until somebody serves it."""

from typing import TYPE_CHECKING

from simulator.record.requests import PARTS

if TYPE_CHECKING:
    from simulator.model.request import Request, Turn
    from simulator.model.worker import Worker


def for_token(worker: "Worker", request: "Request", now: int) -> bool:
    """A token of the thread limiter."""
    raise AssertionError("who waits for a token has no turn before it is served")


def for_pool(worker: "Worker", request: "Request", now: int) -> bool:
    """A connection of a pool."""
    raise AssertionError("who waits for a connection has no turn before it is served")


def for_service(worker: "Worker", request: "Request", now: int) -> bool:
    """A place in a service."""
    raise AssertionError("who waits for a place in a service has no turn before it is served")


def for_way_out(worker: "Worker", request: "Request", now: int) -> bool:
    """A connection of its client's own pool."""
    raise AssertionError("who has not set out has no turn")


def on_its_way(worker: "Worker", request: "Request", now: int) -> bool:
    """Nothing at the server any more: an error travels back to the client."""
    raise AssertionError("what was answered has no turn")


WAITING_FOR: "dict[Turn, int]" = {
    for_way_out: PARTS.index("network"),
    for_token: PARTS.index("thread_wait"),
    for_pool: PARTS.index("pool_wait"),
    for_service: PARTS.index("service_wait"),
}
"""Index of the part that grows meanwhile."""
