"""What a request waits for that is not the loop: its `turn` says so until somebody serves it."""

from typing import NoReturn

from simulator.record.requests import PARTS


class Waiting:
    """Stands where a turn would: who waits has none before it is served."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __call__(self, *_: object) -> NoReturn:
        raise AssertionError(f"{self._what} has no turn")


for_way_out = Waiting("who waits for a connection of its client's own pool")
for_token = Waiting("who waits for a token of the thread limiter")
for_pool = Waiting("who waits for a connection to a service")
for_service = Waiting("who waits for a place in a service")
on_its_way = Waiting("what travels back to its client with an error")

WAITING_FOR: dict[object, int] = {
    for_way_out: PARTS.index("network"),
    for_token: PARTS.index("thread_wait"),
    for_pool: PARTS.index("pool_wait"),
    for_service: PARTS.index("service_wait"),
}
"""Index of the part that grows meanwhile."""
