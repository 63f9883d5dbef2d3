"""What becomes of the requests of a process that ends without having finished them."""

from typing import TYPE_CHECKING

from simulator.model.closing import settle_parts
from simulator.model.request import called_off
from simulator.model.waits import on_its_way
from simulator.record.requests import NEVER
from simulator.record.stages import Stage

if TYPE_CHECKING:
    from simulator.model.ledger import Ledger
    from simulator.model.request import Request
    from simulator.model.worker import Worker

SERVER_ERROR = 500


def end_tasks(ledger: "Ledger", worker: "Worker", now: int, *, is_told: bool) -> None:
    """Nothing of `worker` goes on. Whose task had begun gets a 500 where it `is_told`; others lose their connection.

    What has been written to a socket still arrives.
    """
    assert worker.state is not None, "only such processes end"
    held = [request for request in ledger.at_server() if request.worker is worker and not _is_answered(request)]
    for request in held:
        settle_parts(request, now)
        _leave_service(request, now)
        request.stage = called_off
    for gate in {step.gate: None for request in held for step in request.plan.steps if step.gate is not None}:
        gate.admit(now)
    for request in held:
        if request in ledger.behind:
            _drop(ledger, request, now)
        else:
            has_answer = is_told and request in worker.state.tasks
            request.group.lose(request, now, SERVER_ERROR if has_answer else 0)
    worker.state.tasks.clear()
    worker.state.connections = 0


def _is_answered(request: "Request") -> bool:
    return request.server_finished != NEVER or request.turn is on_its_way


def _leave_service(request: "Request", now: int) -> None:
    steps = request.plan.steps
    if not 0 <= request.cursor < len(steps):
        return
    step = steps[request.cursor]
    if step.gate is not None:
        step.gate.forget(request, now)
    elif step.service is not None and request.stage is request.plan.handler.woken:
        step.service.leave(now)


def _drop(ledger: "Ledger", behind: "Request", now: int) -> None:
    del ledger.behind[behind]
    if behind.worker.trace is not None:
        behind.worker.trace.enter(now, behind.id, Stage.DONE, behind.worker.place)
