"""Where an attempt stands when its client, or the run, ends it in the middle."""

from typing import TYPE_CHECKING

from simulator.model.waits import WAITING_FOR, on_its_way
from simulator.record.requests import NEVER, PARTS

if TYPE_CHECKING:
    from simulator.model.request import Request

_NETWORK, _ACCEPT, _LOOP, _, _, _, _CPU_WAIT, _CPU, _IO = range(len(PARTS))
assert PARTS[_CPU_WAIT] == "cpu_wait"
assert PARTS[_IO] == "io"


def parts_at(request: "Request", at: int) -> list[int]:
    """PARTS of an attempt in its middle: they divide sent .. at, with the wait it is in, and its stage cut short.

    The request itself goes on as it was.
    """
    parts = [
        request.network,
        request.accept_wait,
        request.loop_wait,
        request.thread_wait,
        request.pool_wait,
        request.service_wait,
        request.cpu_wait,
        request.cpu,
        request.io,
    ]
    missing = at - request.sent - sum(parts)
    if missing > 0:
        _add_wait(parts, request, missing, at)
    elif missing < 0:
        _cut_stage(parts, request, -missing, at)
    return parts


def settle_parts(request: "Request", at: int) -> None:
    """The attempt goes no further at the server: its parts are those up to now."""
    (
        request.network,
        request.accept_wait,
        request.loop_wait,
        request.thread_wait,
        request.pool_wait,
        request.service_wait,
        request.cpu_wait,
        request.cpu,
        request.io,
    ) = parts_at(request, at)


def _add_wait(parts: list[int], request: "Request", wait: int, at: int) -> None:
    worker = request.worker
    if worker is None:
        parts[WAITING_FOR.get(request.turn, _ACCEPT)] += wait
        return
    computed = worker.computed_so_far(request, at)
    if computed is not None:
        parts[_CPU] += computed
        parts[_CPU_WAIT] += wait - computed
    else:
        parts[WAITING_FOR.get(request.turn, _LOOP)] += wait


def _cut_stage(parts: list[int], request: "Request", excess: int, at: int) -> None:
    worker = request.worker
    if worker is None or request.server_finished != NEVER or request.turn is on_its_way:
        parts[_NETWORK] -= excess
    elif worker.merged is request:
        computed = request.plan.cpu_by(request, at)
        parts[_CPU] += computed - (request.due - request.started - request.io)
        parts[_IO] = at - request.started - computed
    elif request.stage in request.plan.computing_stages:
        parts[_CPU] -= excess
    else:
        parts[_IO] -= excess
