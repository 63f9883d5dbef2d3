"""A broker that keeps a log in partitions: Kafka."""

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.model.broker import Broker
from simulator.model.consumer import Consumer
from simulator.model.events import Alarm
from simulator.model.message import Message
from simulator.model.overdue import Overdue
from simulator.record.messages import MessageOutcome
from simulator.record.requests import NEVER
from simulator.record.stages import MessageStage
from simulator.scenario import BrokerScenario
from simulator.units import to_ns

if TYPE_CHECKING:
    from simulator.model.system import System
    from simulator.model.task import Task

SESSION_TIMEOUT = 45_000_000_000
"""A consumer that died is missed after so long (kafka.apache.org/documentation, session.timeout.ms, since 3.0)."""


class Partition:
    """Messages in order: those that were delivered since the last commit, and those that were not delivered."""

    __slots__ = ("heir", "number", "owner", "uncommitted", "waiting")

    def __init__(self, number: int) -> None:
        self.number = number
        self.uncommitted: deque[Message] = deque()
        self.waiting: deque[Message] = deque()
        self.owner: Consumer | None = None
        self.heir: Consumer | None = None
        """Who shall have it, when its owner polls next."""


class Member:
    """A consumer as the group sees it."""

    __slots__ = ("commits_at", "first", "is_out", "partitions", "polled")

    def __init__(self, commits_at: int) -> None:
        self.partitions: list[Partition] = []
        self.first = 0
        """Which of its partitions is looked at first in the next poll."""
        self.polled = NEVER
        """When it was given the batch that it works on."""
        self.commits_at = commits_at
        """A poll at this instant or later commits what the polls before it gave."""
        self.is_out = False
        """Whether it did not poll in time, and does not belong to the group until it does."""


class LogBroker(Broker):
    """A consumer polls a batch (`prefetch`) from its partitions, executes it one by one, and polls again.

    What was polled is committed by a later poll, `commit_every` after the commit before (auto.commit.interval.ms).
    Whoever has a partition next begins behind the last commit. A batch that takes longer than `visibility_timeout`
    (max.poll.interval.ms) costs a consumer its place in the group until it polls again.
    """

    def __init__(self, system: "System", scenario: BrokerScenario) -> None:
        super().__init__(system, scenario)
        self.partitions = [Partition(number) for number in range(scenario.partitions or 1)]
        self._streams = system.streams
        self._members: dict[Consumer, Member] = {}
        """Those that live, those that are leaving too; a dead one until it is missed."""
        self._missing = 0
        """Consumers that died and have not been missed yet: the group waits for them."""
        self._waiting = 0
        self._has_heirs = False
        """Whether an owner is to hand a partition over when it polls next."""
        self._commit_every = to_ns(scenario.commit_every or 0.0)
        limit = to_ns(scenario.visibility_timeout or 0.0)
        self._overdue = Overdue(self.env, limit, self._works_still, self._expel) if limit else None
        self._chosen: dict[Task, list[int]] = {}

    @property
    def waiting(self) -> int:
        """How many messages no consumer has."""
        return self._waiting

    @property
    def lag(self) -> int:
        """What has been published and not committed."""
        now = int(self.env.now)
        return self._waiting + sum(
            len(partition.uncommitted) for partition in self.partitions if not self._has_committed(partition, now)
        )

    def _has_committed(self, partition: Partition, now: int) -> bool:
        """Whether its owner waits in a poll, and committed there when it was time."""
        owner = partition.owner
        return (
            owner is not None and owner.has_nothing and owner.died == NEVER and now >= self._members[owner].commits_at
        )

    # Publishing

    def put(self, messages: list[Message], now: int) -> None:
        """Each at the end of a partition, chosen at random, as keys are spread."""
        for message in messages:
            self._put(message, now)

    def kept(self) -> Iterable[Message]:
        """In the partitions, whoever has it."""
        return (message for partition in self.partitions for message in (*partition.uncommitted, *partition.waiting))

    def _put(self, message: Message, now: int) -> None:
        partition = self._choose(message)
        partition.waiting.append(message)
        self._waiting += 1
        self.area -= now
        owner = partition.owner
        if owner is not None and not owner.running and not owner.is_leaving and partition.heir is owner:
            self.refill(owner, now)
        if self._waiting > self.peak:  # noqa: PLR1730  # quicker than max, and every message comes by here
            self.peak = self._waiting

    def _choose(self, message: Message) -> Partition:
        if len(self.partitions) == 1:
            return self.partitions[0]
        task = message.task
        chosen = self._chosen.setdefault(task, [])
        if not chosen:
            doubles = self._streams[f"tasks[{task.name}].partition"].doubles(message.n, _BLOCK)
            chosen.extend((doubles * len(self.partitions)).astype(int).tolist()[::-1])
        return self.partitions[chosen.pop()]

    # Polling

    def refill(self, consumer: Consumer, now: int) -> None:
        """A consumer that has executed its batch polls."""
        if consumer.running or consumer.reserved:
            return
        member = self._members.get(consumer)
        if member is None or consumer.died != NEVER:
            return
        if member.is_out:
            member.is_out = False
            member.polled = NEVER
            self._rebalance(now)
        if now >= member.commits_at:
            self._commit_if_due(member, now)
        if self._has_heirs:
            self._hand_over(consumer, member, now)
        if not consumer.is_leaving:
            self._poll(consumer, member, now)
        elif not member.partitions:
            del self._members[consumer]

    def _poll(self, consumer: Consumer, member: Member, now: int) -> None:
        member.polled = NEVER
        if not self._waiting:
            return
        most = self.scenario.prefetch or self._waiting
        batch: list[Message] = []
        count = len(member.partitions)
        for turn in range(count):
            partition = member.partitions[(member.first + turn) % count]
            waiting = partition.waiting
            if waiting:
                taken = [waiting.popleft() for _ in range(min(len(waiting), most - len(batch)))]
                partition.uncommitted.extend(taken)
                batch += taken
        if not batch:
            return
        member.first = (member.first + 1) % count
        member.polled = now
        self._waiting -= len(batch)
        self.area += now * len(batch)
        for message in batch:
            self.give(consumer, message, now)
        if self._overdue is not None:
            self._overdue.watch(consumer, now)

    def _commit_if_due(self, member: Member, now: int) -> None:
        if now >= member.commits_at:
            self._commit(member)
            member.commits_at = now + self._commit_every

    def _commit(self, member: Member) -> None:
        """All that the polls before this one gave has been executed."""
        for partition in member.partitions:
            partition.uncommitted.clear()

    # Executing

    def executed(self, message: Message, now: int, *, is_failed: bool) -> None:
        """The offset moves on whatever the execution did; who wants it again does so in place."""
        if not is_failed:
            self.end(message, now, MessageOutcome.COMPLETED)
        elif message.is_stale:
            self.end_copy(message, now)
        elif not self.may_fail_again:
            self.end(message, now, MessageOutcome.FAILED)
        elif self.max_deliveries and message.origin.deliveries >= self.max_deliveries:
            self.end(message, now, MessageOutcome.DEAD_LETTERED)
        else:
            self._seek_back(message, now)

    def _seek_back(self, message: Message, now: int) -> None:
        self.count_again(message.origin, message.worker, now)
        message.worker.reserved.appendleft(message)
        if self.trace is not None:
            self.trace.waits_for(message.id, message.origin.deliveries, now)
            self.trace.enter(now, message.id, MessageStage.RESERVED, message.worker.place)

    # The group

    def join(self, consumer: Consumer, now: int) -> None:
        """It is given its share of the partitions, or none where the others have them all."""
        self._members[consumer] = Member(now + self._commit_every)
        self._rebalance(now)

    def leave(self, consumer: Consumer, now: int) -> None:
        """It executes the batch that it has, commits, and hands its partitions over."""
        self._rebalance(now)
        self.refill(consumer, now)

    def _rebalance(self, now: int) -> None:
        """Range assignment: neighbouring partitions to each, one more to the first where they do not come out even."""
        if self._missing:
            return
        group = [each for each in self.consumers if each in self._members and not self._members[each].is_out]
        for partition in self.partitions:
            partition.heir = group[_share_of(partition.number, len(self.partitions), len(group))] if group else None
        for partition in self.partitions:
            owner = partition.owner
            if owner is None or owner.has_nothing or owner.died != NEVER or self._members[owner].is_out:
                self._pass_on(partition, now)
        self._has_heirs = any(partition.owner is not partition.heir for partition in self.partitions)
        for consumer, member in list(self._members.items()):
            if consumer.is_leaving and consumer.has_nothing and not member.partitions:
                del self._members[consumer]

    def _hand_over(self, consumer: Consumer, member: Member, now: int) -> None:
        for partition in [each for each in member.partitions if each.heir is not consumer]:
            partition.uncommitted.clear()  # who gives a partition away commits first
            self._pass_on(partition, now)
        self._has_heirs = any(partition.owner is not partition.heir for partition in self.partitions)

    def _pass_on(self, partition: Partition, now: int) -> None:
        """The heir has it from here on, and begins behind the last commit."""
        before, heir = partition.owner, partition.heir
        if before is heir:
            return
        if before is not None:
            member = self._members[before]
            member.partitions.remove(partition)
            member.first = 0
            if before.has_nothing and before.died == NEVER and not member.is_out:
                partition.uncommitted.clear()
        self._redeliver(partition, now)
        partition.owner = heir
        if heir is not None:
            self._members[heir].partitions.append(partition)
            if heir.has_nothing and partition.waiting:
                Alarm(self.env, lambda at: self.refill(heir, at)).set(now)

    def _redeliver(self, partition: Partition, now: int) -> None:
        """What was delivered and not committed waits again, as copies: the one who had it may still go on with it."""
        if not partition.uncommitted:
            return
        before = partition.uncommitted[0].worker
        in_hand = {*before.running, *before.reserved}
        back = [self._copied(message, now, is_in_hand=message in in_hand) for message in partition.uncommitted]
        partition.uncommitted.clear()
        partition.waiting.extendleft(reversed(back))
        self._waiting += len(back)
        self.area -= now * len(back)
        self.peak = max(self.peak, self._waiting)

    def _copied(self, message: Message, now: int, *, is_in_hand: bool) -> Message:
        message.is_stale = True
        copy = message.again()
        if self.trace is not None:
            delivery = copy.origin.deliveries + 1
            if is_in_hand:
                copy.id = self.trace.new_copy(copy.number, copy.task.index, delivery, now)
            else:
                self.trace.waits_for(copy.id, delivery, now)
            self.trace.enter(now, copy.id, MessageStage.BROKER_QUEUE, self.place)
        return copy

    def _works_still(self, consumer: Consumer, since: int) -> bool:
        member = self._members.get(consumer)
        return member is not None and member.polled == since and consumer.died == NEVER and not consumer.has_nothing

    def _expel(self, consumer: Consumer, now: int) -> None:
        self._members[consumer].is_out = True
        self._rebalance(now)

    def lose(self, consumer: Consumer, running: list[Message], now: int) -> None:
        """Its partitions lie still until the group misses it."""
        member = self._members[consumer]
        for message in (*running, *consumer.reserved):
            if self.trace is not None and not message.is_stale:
                self.trace.enter(now, message.id, MessageStage.HIDDEN, self.place)
        if not running and not consumer.reserved:
            self._commit_if_due(member, now)  # in its poll, where it waited
        consumer.reserved.clear()
        self._missing += 1

        def missed(at: int) -> None:
            self._missing -= 1
            self._rebalance(at)

        Alarm(self.env, missed).set(now + SESSION_TIMEOUT)


_BLOCK = 1024


def _share_of(number: int, partitions: int, members: int) -> int:
    least, more = divmod(partitions, members)
    bound = more * (least + 1)
    return number // (least + 1) if number < bound else more + (number - bound) // max(least, 1)
