"""A consumer process: what it has reserved, what its slots work on."""

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, cast

from simulator.model.events import NORMAL, Alarm, turn_priority
from simulator.model.execution import SHORTEST_EXECUTION, ran_in_one
from simulator.model.request import called_off
from simulator.record.requests import NEVER
from simulator.record.stages import MessageStage

if TYPE_CHECKING:
    from simulator.model.broker import Broker
    from simulator.model.connections import Pool
    from simulator.model.enqueue import Enqueue
    from simulator.model.message import Message
    from simulator.model.request import Request
    from simulator.model.services import Gate
    from simulator.model.worker import Worker


class Consumer:
    """`concurrency` slots; what they have no time for waits in the order in which it came.

    Services and pools see it as a worker.
    """

    def __init__(self, broker: "Broker", number: int, now: int) -> None:
        self.broker = broker
        self.number = number
        self.name = f"consumer:{number}"
        self.env = broker.env
        self.post = broker.env.post
        self.priority = turn_priority(number)
        self.trace = broker.trace
        self.place = broker.trace.place(self.name) if broker.trace else 0
        self.pools: dict[str, Pool] = {}
        """Of connections to services, by the service's name; made on first use."""
        self.born = now
        self.died = NEVER
        self.is_leaving = self.is_taker = False
        """Whether it has been told to go; whether it stands in the line of those with room."""
        self.reserved: deque[Message] = deque()
        self.running: dict[Message, None] = {}
        self._acks_as_it_begins = broker.is_early

    @property
    def concurrency(self) -> int:
        """How many slots it has."""
        return self.broker.concurrency

    def reserve(self, message: "Message", now: int) -> None:
        """It was given a message for which no slot is free."""
        message.worker = self
        self.reserved.append(message)
        if self.trace is not None:
            self.trace.enter(now, message.id, MessageStage.RESERVED, self.place)

    def tell_of(self, message: "Message", now: int) -> None:
        """Nothing: unlike a request, a message needs no stage of its own here before it waits elsewhere."""

    def begin(self, message: "Message", now: int) -> None:
        """A free slot executes a message."""
        message.worker = self
        self.running[message] = None
        message.started = now
        if self._acks_as_it_begins:
            message.unacked_since = NEVER
        plan = message.task.plan
        if message.executions or message.first is not None or message.plan is not plan:
            self.broker.draw_again(message)
        else:
            message.executions = 1
        step = plan.only
        if step is None or self.trace is not None:
            plan.handler.enter(cast("Worker", self), cast("Request", message), now)
            return
        # As the handler does it, in one go.
        duration = step.amount if step.draw < 0 else int(message.row[message.base + step.draw] * step.scale)
        message.due = due = now + duration
        message.stage = ran_in_one
        self.post(message, NORMAL, due)

    def executed(self, message: "Message", now: int, *, is_failed: bool) -> None:
        """An execution ends."""
        left = message.started + SHORTEST_EXECUTION - now
        if left <= 0:
            self._executed(message, is_failed, now)
        else:
            Alarm(self.env, partial(self._executed, message, is_failed)).set(now + left)

    def _executed(self, message: "Message", is_failed: bool, now: int) -> None:
        if message not in self.running:
            return  # its process died in its last microsecond
        del self.running[message]
        for pool in self.pools.values():
            pool.give_back(cast("Request", message), now)
        self.broker.executed(message, now, is_failed=is_failed)
        self.go_on(now)

    def go_on(self, now: int) -> None:
        """Slots that are free begin with what is reserved; then there may be room for more."""
        concurrency = self.broker.concurrency
        while self.reserved and len(self.running) < concurrency:
            self.begin(self.reserved.popleft(), now)
        self.broker.refill(self, now)

    @property
    def has_nothing(self) -> bool:
        """Whether no message keeps it."""
        return not (self.running or self.reserved)

    def die(self, now: int) -> "list[Message]":
        """The process is gone, whatever it was doing; what it was executing."""
        self.died = now
        self.is_leaving = True
        running = list(self.running)
        self.running.clear()
        gates: dict[Gate | Enqueue, None] = {}
        for message in running:
            steps = message.plan.steps
            if message.plan.uses_services and message.cursor < len(steps):
                step = steps[message.cursor]
                if step.gate is not None:
                    step.gate.forget(cast("Request", message), now)
                    gates[step.gate] = None
                elif step.service is not None and message.stage is message.plan.handler.woken:
                    step.service.leave(now)
            message.stage = called_off
        for gate in gates:
            gate.admit(now)
        for pool in self.pools.values():
            pool.die(now)
        return running
