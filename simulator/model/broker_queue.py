"""A broker that keeps one queue: RabbitMQ, Celery, Redis Streams, RQ."""

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.model.broker import Broker
from simulator.model.consumer import Consumer
from simulator.model.message import Message
from simulator.model.overdue import Overdue
from simulator.record.messages import MessageOutcome
from simulator.record.requests import NEVER
from simulator.record.stages import MessageStage
from simulator.scenario import BrokerScenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.system import System


class QueueBroker(Broker):
    """Messages wait in one line; consumers with room take turns, and so each gets as many as the others."""

    def __init__(self, system: "System", scenario: BrokerScenario) -> None:
        super().__init__(system, scenario)
        self.queue: deque[Message] = deque()
        self._takers: deque[Consumer] = deque()
        """Consumers with room while nothing waits, in the order in which they will be given something."""
        self._hidden: dict[int, Message] = {}
        """By number, what is unacknowledged and at no living consumer."""
        self._acks_on_delivery = self.is_early and self.habits.acks_on_delivery
        limit = to_ns(scenario.visibility_timeout or 0.0)
        self._returns_at_once = self.habits.returns_at_once or (self.habits.returns_without_timeout and not limit)
        self._overdue = Overdue(self.env, limit, _owes_still, self._expire) if limit else None

    def _take(self, scenario: BrokerScenario) -> None:
        super()._take(scenario)
        self._counts_all = self.most_held > 0 and (not self.is_early or self.habits.limits_what_is_acked)
        """Whether there is a limit, and what a consumer executes counts too."""

    @property
    def waiting(self) -> int:
        """How many messages no consumer has."""
        return len(self.queue)

    # Giving out

    def put(self, messages: list[Message], now: int) -> None:
        """To the consumers whose turn it is; the others to the end of the queue."""
        takers, given = self._takers, 0
        while takers and given < len(messages):
            consumer = takers.popleft()
            self._give_out(consumer, messages[given], now)
            given += 1
            if self._has_room(consumer):
                takers.append(consumer)
            else:
                consumer.is_taker = False
        if given == len(messages):
            return
        queue = self.queue
        queue.extend(messages[given:] if given else messages)
        self.area -= now * (len(messages) - given)
        self.peak = max(self.peak, len(queue))

    @property
    def lag(self) -> int:
        """How many messages wait, are hidden, or are with a consumer; a copy counts as one."""
        return super().lag + len(self._hidden)

    def kept(self) -> Iterable[Message]:
        """In the queue, and hidden."""
        return (*self.queue, *self._hidden.values())

    def _give_out(self, consumer: Consumer, message: Message, now: int) -> None:
        if not self._acks_on_delivery:
            message.unacked_since = now
            if self._overdue is not None:
                self._overdue.watch(message, now)
        self.give(consumer, message, now)

    def _has_room(self, consumer: Consumer) -> bool:
        if consumer.is_leaving:
            return False
        if not self.most_held:
            return True
        if self.is_early and not self.habits.limits_what_is_acked:
            return self._acks_on_delivery or len(consumer.reserved) < self.most_held
        return len(consumer.reserved) + len(consumer.running) < self.most_held

    def refill(self, consumer: Consumer, now: int) -> None:
        """Take from the head while there is room; with room and nothing there, its turn will come."""
        queue = self.queue
        if queue and self._counts_all and not consumer.is_leaving:
            # What `_refill` does, written out: so go all but the first messages of a crowd.
            overdue, is_owed = self._overdue, not self._acks_on_delivery
            left = self.most_held - len(consumer.reserved) - len(consumer.running)
            while left > 0 and queue:
                message = queue.popleft()
                self.area += now
                if is_owed:
                    message.unacked_since = now
                    if overdue is not None:
                        overdue.watch(message, now)
                self.give(consumer, message, now)
                left -= 1
            if queue:
                return
        self._refill(consumer, now)

    def _refill(self, consumer: Consumer, now: int) -> None:
        queue = self.queue
        while queue and self._has_room(consumer):
            message = queue.popleft()
            self.area += now
            self._give_out(consumer, message, now)
        if not (queue or consumer.is_taker) and self._has_room(consumer):
            consumer.is_taker = True
            self._takers.append(consumer)

    def _takes_no_more(self, consumer: Consumer) -> None:
        if consumer.is_taker:
            consumer.is_taker = False
            self._takers.remove(consumer)

    # Coming back

    def give_back(self, messages: Iterable[Message], now: int) -> None:
        """They are at the broker again, in front of what came later; or put aside after too many deliveries."""
        back = [message for message in sorted(messages, key=_by_number) if self._comes_back(message, now)]
        self.queue.extendleft(reversed(back))
        self.area -= now * len(back)
        takers = self._takers
        while self.queue and takers:
            consumer = takers.popleft()
            consumer.is_taker = False
            self.refill(consumer, now)
        self.peak = max(self.peak, len(self.queue))

    def _comes_back(self, message: Message, now: int) -> bool:
        message.unacked_since = message.started = NEVER
        self._hidden.pop(message.number, None)
        origin = message.origin
        if origin.is_over and self.habits.acks_any_copy:
            self.end_copy(message, now)
            return False
        if self.max_deliveries and origin.deliveries >= self.max_deliveries:
            self.end(message, now, MessageOutcome.DEAD_LETTERED)
            return False
        if self.trace is not None:
            self.trace.waits_for(message.id, origin.deliveries + 1, now)
            self.trace.enter(now, message.id, MessageStage.BROKER_QUEUE, self.place)
        return True

    def _hide(self, message: Message, now: int) -> None:
        """Nobody acknowledges it any more, and nobody gets it before its time is over."""
        self._hidden[message.number] = message
        if self.trace is not None:
            self.trace.waits_for(message.id, message.origin.deliveries + 1, now)
            self.trace.enter(now, message.id, MessageStage.HIDDEN, self.place)

    def _expire(self, message: Message, now: int) -> None:
        """It was not acknowledged in time."""
        consumer = message.worker
        owed = [message]
        if self.habits.times_out_whole:
            owed = [each for each in (*consumer.reserved, *consumer.running) if each.unacked_since != NEVER]
        self.give_back([self._taken_from(consumer, each) for each in owed], now)
        if not consumer.is_leaving:
            consumer.go_on(now)

    def _taken_from(self, consumer: Consumer, message: Message) -> Message:
        """What comes back in its place: the consumer may go on with what it has, without knowing."""
        if self.habits.times_out_whole and message in consumer.reserved:
            consumer.reserved.remove(message)  # its connection was closed, and what it had not begun with went
            return message
        message.unacked_since = NEVER
        copy = message.again()
        if message in consumer.running or message in consumer.reserved:
            message.is_stale = True
            if self.trace is not None:
                copy.id = self.trace.new_copy(
                    copy.number, copy.task.index, copy.origin.deliveries + 1, int(self.env.now)
                )
        return copy

    # Ends

    def executed(self, message: Message, now: int, *, is_failed: bool) -> None:
        """Done, or to be done again, or given up."""
        if not is_failed:
            message.unacked_since = NEVER
            self.end(message, now, MessageOutcome.COMPLETED)
            if self.habits.acks_any_copy:
                self._forget_copies(message, now)
        elif message.is_stale:
            self.end_copy(message, now)
        elif not self.may_fail_again:
            message.unacked_since = NEVER
            self.end(message, now, MessageOutcome.FAILED)
        elif self.habits.acks_any_copy and message.unacked_since != NEVER:
            self._hide(message, now)
        else:
            self.give_back([message], now)

    def _forget_copies(self, message: Message, now: int) -> None:
        """What waits to be given out again was acknowledged by who had it before."""
        newest = getattr(message.origin, "newest", None)
        if newest is not None and newest in self.queue:
            self.queue.remove(newest)
            self.area += now
            self.end_copy(newest, now)

    # Consumers come and go

    def join(self, consumer: Consumer, now: int) -> None:
        """It asks for messages."""
        self.refill(consumer, now)

    def leave(self, consumer: Consumer, now: int) -> None:
        """It finishes what it has; what it has not begun with goes back where the broker can take it."""
        self._takes_no_more(consumer)
        if not self.habits.gives_back:
            return
        back = [message for message in consumer.reserved if message.unacked_since != NEVER]
        kept = [message for message in consumer.reserved if message.unacked_since == NEVER]
        consumer.reserved.clear()
        consumer.reserved.extend(kept)
        self.give_back(back, now)

    def lose(self, consumer: Consumer, running: list[Message], now: int) -> None:
        """What it had acknowledged is lost; the rest comes back, at once or when its time is over."""
        self._takes_no_more(consumer)
        back = []
        for message in (*running, *consumer.reserved):
            if message.is_stale:
                self.end_copy(message, now)
            elif message.unacked_since == NEVER or (self.habits.fails_what_is_lost and not self.may_fail_again):
                message.unacked_since = NEVER
                self.end(message, now, MessageOutcome.FAILED)
            elif self._returns_at_once or self.habits.fails_what_is_lost:
                message.unacked_since = NEVER
                back.append(message.again())
            else:
                self._hide(message, now)
        consumer.reserved.clear()
        self.give_back(back, now)


def _owes_still(message: Message, since: int) -> bool:
    return message.unacked_since == since


def _by_number(message: Message) -> int:
    return message.number
