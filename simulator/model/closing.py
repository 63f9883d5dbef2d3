"""Where the attempts stand when a run ends in their middle."""

from typing import TYPE_CHECKING

from simulator.record.requests import NEVER

if TYPE_CHECKING:
    from simulator.model.request import Request


def close_parts(request: "Request", end: int) -> None:
    """Make the parts of an attempt in flight divide sent .. end: add the wait it is in, cut the stage it is in."""
    missing = end - request.sent - _sum(request)
    if missing > 0:
        _add_wait(request, missing)
    elif missing < 0:
        _cut_stage(request, missing, end)


def _sum(request: "Request") -> int:
    waits = request.accept_wait + request.loop_wait + request.thread_wait + request.cpu_wait
    return waits + request.network + request.cpu + request.io


def _add_wait(request: "Request", wait: int) -> None:
    worker = request.worker
    if worker is None:
        request.accept_wait += wait
    elif request in worker.threads.waiting:
        request.thread_wait += wait
    elif worker.is_computing(request):
        request.cpu += wait
    else:
        request.loop_wait += wait


def _cut_stage(request: "Request", excess: int, end: int) -> None:
    worker = request.worker
    if worker is None or request.server_finished != NEVER:
        request.network += excess
    elif worker.merged is request:
        before = request.cpu
        request.cpu += request.plan.cpu_by(request, end) - _cpu_of_turn(request)
        request.io += excess - (request.cpu - before)
    elif _is_in_io(request):
        request.io += excess
    else:
        request.cpu += excess


def _cpu_of_turn(request: "Request") -> int:
    first = request.worker.costs.first_half(request, is_hot=False) if request.worker.costs.has_request else 0
    return request.cpu - min(first, request.cpu)


def _is_in_io(request: "Request") -> bool:
    steps, cursor = request.plan.steps, request.cursor
    return 0 <= cursor < len(steps) and steps[cursor].is_io and request.callbacks is not request.worker.computed
