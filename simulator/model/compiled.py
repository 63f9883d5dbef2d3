"""Routes written out: where nothing can change or be seen in between, a plan's stages are closures over its numbers.

The handlers in `handlers` say what happens; this says the same to the nanosecond, in fewer calls, for plans of constant
computing on workers that nobody slows down. Tests hold the two together, run by run. Nobody asks there whether a
request has begun: `hops` is left alone. (`trunc` is `int` for floats, in less than half the time.)
"""

from heapq import heappush
from math import trunc

from simulator.model.clock import Clock, Entry
from simulator.model.ends import answer
from simulator.model.events import NORMAL
from simulator.model.handlers import ran_in_one
from simulator.model.plan import Plan, PlannedStep
from simulator.model.request import Request, Stage, Turn
from simulator.model.worker import Worker
from simulator.scenario import HandlerKind

Waits = dict[int, tuple[Stage, Turn]]
"""Of io steps by their position: what waits in them, behind computing and at once."""


def compile_plan(plan: Plan, clock: Clock, *, merges_turns: bool) -> None:
    """Replace the plan's `begin` where it can be written out. The server's own work must take no time."""
    if plan.end is not answer or plan.uses_services or any(step.draw >= 0 for step in plan.steps if not step.is_io):
        return
    if plan.route.handler is HandlerKind.ASYNC:
        plan.begin = _begin(plan, clock)
        plan.is_written_out = True
    elif plan.route.handler is HandlerKind.BLOCKING and merges_turns:
        waits = [step for step in plan.steps if step.is_io]
        if len(waits) == 1:
            _compile_blocking(plan, clock, *waits)


def _begin(plan: Plan, clock: Clock) -> Turn:
    waits: Waits = {}
    for cursor in reversed(range(len(plan.steps))):  # each knows what comes after it, however many there are
        if plan.steps[cursor].is_io:
            waits[cursor] = _wait(plan, clock, cursor, waits)
    amount, stage, then = _stretch(plan, 0, waits)
    queue, numbers = clock.queue, clock.numbers

    def begin(worker: Worker, request: Request, now: int) -> bool:
        request.started = now
        if not amount:
            return then(worker, request, now)
        request.cpu += amount
        request.due = due = now + amount
        request.stage = stage
        heappush(queue, (due, worker.priority, next(numbers), request))
        return True

    return begin


def _turn(plan: Plan, clock: Clock, cursor: int, waits: Waits) -> Turn:
    """Compute from the step at `cursor` on, if there is anything to compute; then wait or answer."""
    amount, stage, then = _stretch(plan, cursor, waits)
    if not amount:
        return then
    queue, numbers = clock.queue, clock.numbers

    def turn(worker: Worker, request: Request, now: int) -> bool:
        request.cpu += amount
        request.due = due = now + amount
        request.stage = stage
        heappush(queue, (due, worker.priority, next(numbers), request))
        return True

    return turn


def _stretch(plan: Plan, cursor: int, waits: Waits) -> tuple[int, Stage, Turn]:
    """Nanoseconds to compute from the step at `cursor` on, what follows when they are over, and what without them."""
    amount, _, end, step = plan.stretches[cursor]
    stage, then = (_answered, _answer) if step is None else waits[end]
    if amount:
        plan.computing_stages.append(stage)
    return amount, stage, then


def _answer(worker: Worker, request: Request, now: int) -> bool:
    """As in `Worker.write`, written out, as below: every request comes by here."""
    worker.is_hot = True
    request.server_finished = now
    answered = request.group.answered
    answered(request, now)
    return False


def _answered(request: Request) -> None:
    worker, now = request.worker, request.due
    worker.is_hot = True
    request.server_finished = now
    answered = request.group.answered
    answered(request, now)
    worker.go_on(now)


def _wait(plan: Plan, clock: Clock, cursor: int, waits: Waits) -> tuple[Stage, Turn]:
    """The io step at `cursor`, and what comes after it: behind computing, and at once."""
    step = plan.steps[cursor]
    draw, scale, constant = step.draw, step.scale, step.amount
    following = _turn(plan, clock, cursor + 1, waits)
    queue, numbers = clock.queue, clock.numbers

    def woke(request: Request) -> None:
        worker, now = request.worker, request.due
        request.turn = following
        if worker.is_asleep:
            worker.call_soon(request, now)
        else:  # as in `Worker.queue`
            request.since = now
            worker.loop_area -= now
            worker.ready.append(request)

    def wait(_: Worker, request: Request, now: int) -> bool:
        duration = constant if draw < 0 else trunc(request.row[request.base + draw] * scale)
        request.io += duration
        request.due = due = now + duration
        request.stage = woke
        heappush(queue, (due, NORMAL, next(numbers), request))
        return False

    def computed(request: Request) -> Entry:
        now = request.due
        duration = constant if draw < 0 else trunc(request.row[request.base + draw] * scale)
        request.io += duration
        request.due = due = now + duration
        request.stage = woke
        entry = due, NORMAL, next(numbers), request
        request.worker.go_on(now)
        return entry

    return computed, wait


def _compile_blocking(plan: Plan, clock: Clock, wait: PlannedStep) -> None:
    draw, scale, constant = wait.draw, wait.scale, wait.amount
    queue, numbers = clock.queue, clock.numbers
    cpu = sum(step.amount for step in plan.steps if not step.is_io)

    def begin(worker: Worker, request: Request, now: int) -> bool:
        io = constant if draw < 0 else trunc(request.row[request.base + draw] * scale)
        request.started = now
        request.cpu += cpu
        request.io = io
        request.due = due = now + cpu + io
        request.stage = ran_in_one
        worker.merged = request
        heappush(queue, (due, worker.priority, next(numbers), request))
        return True

    plan.begin = begin
    plan.is_written_out = True
