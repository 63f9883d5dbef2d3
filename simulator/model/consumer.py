"""A consumer process: what it has reserved, what its slots work on."""

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, cast

from simulator.model.events import Alarm, turn_priority
from simulator.record.requests import NEVER
from simulator.record.stages import MessageStage

if TYPE_CHECKING:
    from simulator.model.broker import Broker
    from simulator.model.connections import Pool
    from simulator.model.enqueue import Enqueue
    from simulator.model.message import Message
    from simulator.model.services import Gate
    from simulator.model.worker import Worker

SHORTEST_EXECUTION = 1_000
"""An execution that takes no time at all takes 1 us, so that a message that fails for ever does not stop the clock."""


class Consumer:
    """`concurrency` slots; what they have no time for waits in the order in which it came.

    Services and pools see it as a worker.
    """

    def __init__(self, broker: "Broker", number: int, now: int) -> None:
        self.broker = broker
        self.number = number
        self.name = f"consumer:{number}"
        self.env = broker.env
        self.schedule = broker.env.schedule
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
        self.busy_area = 0
        """The time integral of `running` is `busy_area + len(running) * now`."""

    @property
    def concurrency(self) -> int:
        """How many slots it has."""
        return self.broker.concurrency

    def receive(self, message: "Message", now: int) -> None:
        """It was given a message: a free slot begins with it, else it is reserved."""
        message.worker = self
        if len(self.running) < self.broker.concurrency:
            self._begin(message, now)
            return
        self.reserved.append(message)
        if self.trace is not None:
            self.trace.enter(now, message.id, MessageStage.RESERVED, self.place)

    def _begin(self, message: "Message", now: int) -> None:
        self.running[message] = None
        self.busy_area -= now
        message.started = now
        message.cursor = 0
        origin = message.origin
        origin.running = message
        self.broker.begun(message, now)
        if origin.executions > 1:
            message.task.draw_again(message, origin.executions)
        elif message is not origin or message.plan is not message.task.plan:
            message.task.draw_again(message, 1)
        message.plan.handler.enter(cast("Worker", self), message, now)

    def executed(self, message: "Message", now: int, *, is_failed: bool) -> None:
        """An execution ends."""
        left = message.started + SHORTEST_EXECUTION - now
        if left > 0:
            Alarm(self.env, partial(self._executed, message, is_failed)).set(now + left)
        else:
            self._executed(message, is_failed, now)

    def _executed(self, message: "Message", is_failed: bool, now: int) -> None:
        if message not in self.running:
            return  # its process died in its last microsecond
        del self.running[message]
        self.busy_area += now
        for pool in self.pools.values():
            pool.give_back(message, now)
        self.broker.executed(message, now, is_failed=is_failed)
        if message.origin.running is message:
            message.origin.running = None
        self.go_on(now)

    def go_on(self, now: int) -> None:
        """Slots that are free begin with what is reserved; then there may be room for more."""
        concurrency = self.broker.concurrency
        while self.reserved and len(self.running) < concurrency:
            self._begin(self.reserved.popleft(), now)
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
        self.busy_area += len(running) * now
        gates: dict[Gate | Enqueue, None] = {}
        for message in running:
            steps = message.plan.steps
            if message.cursor < len(steps):
                step = steps[message.cursor]
                if step.gate is not None:
                    step.gate.forget(message, now)
                    gates[step.gate] = None
                elif step.service is not None and message.callbacks is message.plan.handler.woken:
                    step.service.leave(now)
            message.callbacks = ()  # what was scheduled for it does not happen
            if message.origin.running is message:
                message.origin.running = None
        for gate in gates:
            gate.admit(now)
        for pool in self.pools.values():
            pool.die(now)
        return running

    def busy(self, now: int) -> int:
        """Slot-nanoseconds in which it executed something."""
        return self.busy_area + len(self.running) * now
