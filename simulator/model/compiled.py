"""Routes written out: where nothing can change or be seen in between, a plan's stages are closures over its numbers.

The handlers in `handlers` say what happens; this says the same to the nanosecond, in fewer calls, for plans of constant
computing on workers that nobody slows down. Tests hold the two together, run by run. Nobody asks there whether a
request has begun: `hops` is left alone.
"""

from simpy import Environment

from simulator.model.ends import answer
from simulator.model.events import NORMAL
from simulator.model.handlers import RAN_IN_ONE
from simulator.model.plan import Plan, PlannedStep
from simulator.model.request import Request, Stage, Turn
from simulator.model.worker import Worker
from simulator.scenario import HandlerKind


def compile_plan(plan: Plan, env: Environment, *, merges_turns: bool) -> None:
    """Replace the plan's `begin` where it can be written out. The server's own work must take no time."""
    if plan.end is not answer or plan.uses_services or any(step.draw >= 0 for step in plan.steps if not step.is_io):
        return
    if plan.route.handler is HandlerKind.ASYNC:
        plan.begin = _begin(plan, env)
    elif plan.route.handler is HandlerKind.BLOCKING and merges_turns:
        waits = [step for step in plan.steps if step.is_io]
        if len(waits) == 1:
            _compile_blocking(plan, env, *waits)


def _begin(plan: Plan, env: Environment) -> Turn:
    turn = _turn(plan, env, 0)

    def begin(worker: Worker, request: Request, now: int) -> bool:
        request.started = now
        return turn(worker, request, now)

    return begin


def _turn(plan: Plan, env: Environment, cursor: int) -> Turn:
    """Compute from the step at `cursor` on, if there is anything to compute; then wait or answer."""
    amount, _, end, step = plan.stretches[cursor]
    then = answer if step is None else _wait(plan, env, end)
    if not amount:
        return then
    schedule = env.schedule
    stage = _answered() if step is None else _computed(then)
    plan.computing_stages.append(stage)

    def turn(worker: Worker, request: Request, now: int) -> bool:
        request.cpu += amount
        request.due = now + amount
        request.callbacks = stage
        schedule(request, worker.priority, amount)
        return True

    return turn


def _computed(then: Turn) -> Stage:
    def computed(request: Request) -> None:
        worker, now = request.worker, request.due
        then(worker, request, now)
        worker.go_on(now)

    return (computed,)


def _answered() -> Stage:
    def answered(request: Request) -> None:
        worker, now = request.worker, request.due
        # As in `Worker.write`, written out: every request comes by here.
        worker.is_hot = True
        request.server_finished = now
        request.group.answer(request, now)
        worker.go_on(now)

    return (answered,)


def _wait(plan: Plan, env: Environment, cursor: int) -> Turn:
    """The io step at `cursor`, and what comes after it."""
    schedule = env.schedule
    step = plan.steps[cursor]
    draw, scale, constant = step.draw, step.scale, step.amount
    following = _turn(plan, env, cursor + 1)

    def woke(request: Request) -> None:
        request.turn = following
        request.worker.call_soon(request, request.due)

    woken = (woke,)

    def wait(_: Worker, request: Request, now: int) -> bool:
        duration = constant if draw < 0 else int(request.row[request.base + draw] * scale)
        request.io += duration
        request.due = now + duration
        request.callbacks = woken
        schedule(request, NORMAL, duration)
        return False

    return wait


def _compile_blocking(plan: Plan, env: Environment, wait: PlannedStep) -> None:
    schedule = env.schedule
    draw, scale, constant = wait.draw, wait.scale, wait.amount
    cpu = sum(step.amount for step in plan.steps if not step.is_io)

    def begin(worker: Worker, request: Request, now: int) -> bool:
        io = constant if draw < 0 else int(request.row[request.base + draw] * scale)
        request.started = now
        request.cpu += cpu
        request.io = io
        request.due = now + cpu + io
        request.callbacks = RAN_IN_ONE
        worker.merged = request
        schedule(request, worker.priority, cpu + io)
        return True

    plan.begin = begin
