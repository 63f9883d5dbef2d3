"""The broker: publishing, what messages come to, its consumers. How messages get to them differs by kind."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from simulator.model.broker_kinds import HABITS
from simulator.model.consumer import Consumer
from simulator.model.events import NORMAL, Alarm
from simulator.model.message import Message
from simulator.model.task import Task
from simulator.record.messages import (
    MESSAGE_BYTES,
    MESSAGE_MASK,
    MESSAGE_SHIFT,
    MessageOutcome,
    pack_message,
)
from simulator.record.requests import NEVER
from simulator.record.stages import MessageStage
from simulator.scenario import AckMode, BrokerScenario, FailureMode, FaultKind, Scenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.system import System

REPLACED_AFTER = 100_000_000
"""systemd starts a service that died again after so long (`RestartSec=100ms`, systemd.service)."""


class Broker(ABC):
    """Messages by number, and who works on them. What it owes nobody is not counted anywhere: the rows say it."""

    def __init__(self, system: "System", scenario: BrokerScenario) -> None:
        self.env = system.env
        self.trace = system.message_trace
        self.place = self.trace.place("broker") if self.trace else 0
        self.table = system.record.messages
        self.habits = HABITS[scenario.kind]
        self.tasks = {
            task.name: Task(task, index, system.services, system.streams)
            for index, task in enumerate(system.scenario.tasks)
        }
        self.consumers: list[Consumer] = []
        """By number, those that live and have not been told to go."""
        self._leaving: list[Consumer] = []
        """Those that have been told to go, and may not have finished."""
        self._wanted = 0
        self._dead: set[int] = set()
        """Numbers whose consumers died and have not been replaced."""
        self.area = 0
        """The time integral of messages that wait is `area + waiting * now`."""
        self.peak = 0
        """The longest queue since the warm-up."""
        self._looks_at_ends = self.trace is not None or self.habits.acks_any_copy
        """Whether the end of an execution is more than a row."""
        self.is_early = scenario.ack is AckMode.EARLY
        self.may_fail_again = scenario.on_failure is FailureMode.REDELIVER
        self.max_deliveries = scenario.max_deliveries or 0
        self._take(scenario)

    def _take(self, scenario: BrokerScenario) -> None:
        """Take the values that are live."""
        assert scenario.concurrency is not None, "every preset has one"
        assert scenario.prefetch is not None, "likewise"
        self.scenario = scenario
        self.capacity = scenario.capacity
        self.concurrency = scenario.concurrency
        self.most_held = scenario.prefetch * scenario.concurrency

    def begin(self, scenario: Scenario) -> None:
        """Start the consumers; let the scenario's crashes come."""
        self._set_count(self.scenario.consumers, 0)
        for fault in scenario.faults:
            if fault.kind is FaultKind.CRASH and fault.target.startswith("consumer:"):
                number = int(fault.target.partition(":")[2])
                Alarm(self.env, partial(self.crash, number)).set(to_ns(fault.at), NORMAL)

    def read(self, scenario: Scenario, now: int) -> None:
        """Take the values as they stand now."""
        for task in scenario.tasks:
            self.tasks[task.name].read(task)
        assert scenario.broker is not None, "it has one for the whole run"
        if scenario.broker == self.scenario:
            return
        self._take(scenario.broker)
        self._set_count(scenario.broker.consumers, now)
        for consumer in list(self.consumers):
            consumer.go_on(now)

    # What is asked

    @property
    @abstractmethod
    def waiting(self) -> int:
        """How many messages no consumer has."""

    @property
    def lag(self) -> int:
        """How many messages wait, or are with a consumer; a copy counts as one."""
        return self.waiting + sum(len(each.running) + len(each.reserved) for each in (*self.consumers, *self._leaving))

    def waiting_area(self, now: int) -> int:
        """Message-nanoseconds since 0."""
        return self.area + self.waiting * now

    # Publishing

    def publish(self, task: Task, count: int, request_id: int, now: int) -> bool:
        """So many messages come in, one after another; False where one of them finds the queue full."""
        if self.capacity and count > 1:
            return all(self.publish(task, 1, request_id, now) for _ in range(count))
        if self.capacity and self.waiting >= self.capacity:
            return False
        table, trace, plan, rows = self.table, self.trace, task.plan, task.rows
        messages = []
        for n in range(task.published, task.published + count):
            if not table.count & MESSAGE_MASK:
                table.grow()
            number = table.count = table.count + 1
            message = Message(task, number, request_id, now)
            try:
                message.row, message.base = next(rows)
            except StopIteration:
                message.row, message.base = task.refill()
                rows = task.rows
            message.plan = plan
            message.n = n
            task.published = n + 1
            messages.append(message)
            if trace is not None:
                trace.published(request_id, now)
                message.id = trace.new_copy(number, task.index, 1, now)
                trace.enter(now, message.id, MessageStage.BROKER_QUEUE, self.place)
        self.put(messages, now)
        return True

    @abstractmethod
    def put(self, messages: list[Message], now: int) -> None:
        """Messages are there: give them to consumers, or keep them."""

    # Consumers ask

    @abstractmethod
    def refill(self, consumer: Consumer, now: int) -> None:
        """A consumer may have room for more; or it has finished what it had, and may go."""

    def give(self, consumer: Consumer, message: Message, now: int) -> None:
        """The consumer has it from here on."""
        if message.deliveries or message.first is not None:
            self.count_again(message.origin, consumer, now)
        else:
            message.deliveries = 1
            message.first_delivered = now
            message.consumer = consumer.number
        if len(consumer.running) < self.concurrency:
            consumer.begin(message, now)
        else:
            consumer.reserve(message, now)

    def count_again(self, origin: Message, consumer: Consumer, now: int) -> None:
        """A message is delivered that had perhaps been delivered before."""
        origin.deliveries += 1
        origin.consumer = consumer.number
        if origin.deliveries == 1:
            origin.first_delivered = now
            return
        if origin.is_over:
            self.table.add_to(origin.number, "deliveries")
        if self.trace is not None:
            self.trace.redelivered(now)

    def draw_again(self, message: Message) -> None:
        """An execution begins that is not the first, or not as it was when the message was published."""
        origin = message.origin
        origin.executions += 1
        message.task.draw_again(message, origin.executions)
        if origin.is_over:
            self.table.add_to(origin.number, "executions")

    @abstractmethod
    def executed(self, message: Message, now: int, *, is_failed: bool) -> None:
        """An execution ends."""

    # Ends

    def completed(self, message: Message, now: int) -> None:
        """An execution has ended well: mostly the first and only one."""
        if message.executions != 1 or message.is_stale or self._looks_at_ends:
            self.executed(message, now, is_failed=False)
            return
        # As in `executed`, `end` and `_write`, written out: every message comes by here.
        message.unacked_since = NEVER
        message.is_over = True
        index = message.number - 1
        pack_message(
            self.table.packed[index >> MESSAGE_SHIFT],
            (index & MESSAGE_MASK) * MESSAGE_BYTES,
            message.task.index,
            message.worker.number,
            _COMPLETED,
            message.deliveries,
            1,
            message.request_id,
            message.published,
            message.first_delivered,
            now,
            message.started - message.published,
            now - message.started,
        )

    def end(self, message: Message, now: int, outcome: MessageOutcome) -> None:
        """This copy goes no further; the message ends with it, unless it has ended before."""
        if self.trace is not None:
            place = self.place if outcome is MessageOutcome.DEAD_LETTERED else message.worker.place
            self.trace.enter(now, message.id, _STAGES[outcome], place)
        origin = message.origin
        if origin.is_over:
            return
        origin.is_over = True
        self._write(origin, message, now, now, outcome)
        if self.trace is not None:
            self.trace.message_ended(outcome, now)

    def end_copy(self, message: Message, now: int) -> None:
        """This copy goes no further; what becomes of the message is for another to say."""
        if self.trace is not None:
            place = message.worker.place if message.started != NEVER else self.place
            self.trace.enter(now, message.id, MessageStage.DONE, place)

    def _write(
        self, origin: Message, running: Message | None, end: int, finished: int, outcome: MessageOutcome
    ) -> None:
        run = end - running.started if running is not None and running.started != NEVER else 0
        self.table.write(
            origin.number,
            origin.task.index,
            _consumer(origin, running, outcome),
            outcome,
            origin.deliveries,
            origin.executions,
            origin.request_id,
            origin.published,
            origin.first_delivered if origin.deliveries else NEVER,
            finished,
            end - origin.published - run,
            run,
        )

    def close(self, end: int) -> None:
        """The run ends: messages without an end become unfinished rows."""
        running: dict[int, Message] = {}
        for consumer in (*self.consumers, *self._leaving):
            for message in consumer.running:
                if message.number not in running or running[message.number].started <= message.started:
                    running[message.number] = message
        for number, origin in self.unfinished().items():
            self._write(origin, running.get(number), end, NEVER, MessageOutcome.UNFINISHED)

    def unfinished(self) -> dict[int, Message]:
        """Messages without an end, by number; somebody has each of them."""
        held = (
            message
            for consumer in (*self.consumers, *self._leaving)
            for message in (*consumer.running, *consumer.reserved)
        )
        origins = (message.origin for message in chain(held, self.kept()))
        return {origin.number: origin for origin in origins if not origin.is_over}

    @abstractmethod
    def kept(self) -> Iterable[Message]:
        """Copies that no living consumer has, some of messages with an end perhaps."""

    # Consumers come and go

    def _set_count(self, count: int, now: int) -> None:
        self._wanted = count
        while self.consumers and self.consumers[-1].number > count:
            consumer = self.consumers.pop()
            consumer.is_leaving = True
            self._leaving = [each for each in self._leaving if not each.has_nothing] + [consumer]
            self.leave(consumer, now)
        have = {consumer.number for consumer in self.consumers}
        for number in range(1, count + 1):
            if number not in have and number not in self._dead:
                self._start(number, now)

    @abstractmethod
    def leave(self, consumer: Consumer, now: int) -> None:
        """A consumer is told to go: it takes nothing new."""

    def _start(self, number: int, now: int) -> None:
        consumer = Consumer(self, number, now)
        at = next((i for i, other in enumerate(self.consumers) if other.number > number), len(self.consumers))
        self.consumers.insert(at, consumer)
        self.join(consumer, now)

    @abstractmethod
    def join(self, consumer: Consumer, now: int) -> None:
        """A consumer has started."""

    def crash(self, number: int, now: int) -> None:
        """SIGKILL: nothing is acknowledged or given back by the consumer itself."""
        consumer = next((each for each in self.consumers if each.number == number), None)
        if consumer is None:
            return
        self.consumers.remove(consumer)
        self._dead.add(number)
        running = consumer.die(now)
        self.lose(consumer, running, now)
        Alarm(self.env, partial(self._replace, number)).set(now + REPLACED_AFTER)

    @abstractmethod
    def lose(self, consumer: Consumer, running: list[Message], now: int) -> None:
        """A consumer is dead that was executing these, and had others reserved."""

    def _replace(self, number: int, now: int) -> None:
        self._dead.discard(number)
        if number <= self._wanted:
            self._start(number, now)


def _consumer(origin: Message, running: Message | None, outcome: MessageOutcome) -> int:
    """Who ended it, or had it last."""
    if running is not None and outcome is not MessageOutcome.DEAD_LETTERED:
        return running.worker.number
    return origin.consumer if origin.deliveries else 0


_COMPLETED = MessageOutcome.COMPLETED
_STAGES = {
    MessageOutcome.COMPLETED: MessageStage.DONE,
    MessageOutcome.FAILED: MessageStage.FAILED,
    MessageOutcome.DEAD_LETTERED: MessageStage.DEAD_LETTERED,
}
