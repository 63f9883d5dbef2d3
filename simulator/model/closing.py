"""Where the attempts stand when a run ends in their middle."""

from typing import TYPE_CHECKING

from simulator.record.requests import NEVER

if TYPE_CHECKING:
    from simulator.model.request import Request


def close_parts(request: "Request", end: int) -> None:
    """Make the parts of an attempt in flight divide sent .. end: add the wait it is in, cut the stage it is in."""
    missing = end - request.sent - _sum(request)
    if missing > 0:
        _add_wait(request, missing, end)
    elif missing < 0:
        _cut_stage(request, -missing, end)


def _sum(request: "Request") -> int:
    waits = request.accept_wait + request.loop_wait + request.thread_wait + request.cpu_wait
    return waits + request.network + request.cpu + request.io


def _add_wait(request: "Request", wait: int, end: int) -> None:
    worker = request.worker
    if worker is None:
        request.accept_wait += wait
        return
    computed = worker.computed_so_far(request, end)
    if computed is not None:
        request.cpu += computed
        request.cpu_wait += wait - computed
    elif request in worker.threads.waiting:
        request.thread_wait += wait
    else:
        request.loop_wait += wait


def _cut_stage(request: "Request", excess: int, end: int) -> None:
    worker = request.worker
    if worker is None or request.server_finished != NEVER:
        request.network -= excess
    elif worker.merged is request:
        computed = request.plan.cpu_by(request, end)
        request.cpu += computed - (request.due - request.started - request.io)
        request.io = end - request.started - computed
    elif request.callbacks in request.plan.computing_stages:
        request.cpu -= excess
    else:
        request.io -= excess
