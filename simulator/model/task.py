"""Tasks: what a message's execution does, and the draws that belong to the n-th message of a task."""

from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from simulator.distributions import Distribution, DistributionKind
from simulator.model.draws import FIRST_BLOCK, LARGEST_BLOCK, RETRY_BLOCK
from simulator.model.execution import TASK_HANDLER, executed
from simulator.model.plan import UNIFORM, PlannedStep, Program, are_like, time_of
from simulator.model.services import Service
from simulator.scenario import TaskScenario

if TYPE_CHECKING:
    from simulator.model.message import Message
    from simulator.model.streams import Streams

Row = tuple[list[float], int]
"""Unit variates, and where those of one message begin."""
_MOST_EXECUTIONS = 1 << 24
"""Draws of the k-th execution of message n lie at n times this plus k in a stream of their own."""


class TaskPlan(Program):
    """How executions that begin now run."""

    def __init__(self, scenario: TaskScenario, index: int, services: Mapping[str, Service]) -> None:
        self.scenario = scenario
        self.draws: list[tuple[str, Distribution]] = []
        steps = [
            PlannedStep(
                time_of(step),
                self._draw(f"tasks[{scenario.name}].steps[{position}]", time_of(step)),
                services[step.service] if step.service else None,
                is_io=step.io is not None,
            )
            for position, step in enumerate(scenario.steps)
        ]
        super().__init__(index, scenario.name, TASK_HANDLER, executed, steps)
        self.only = steps[0] if len(steps) == 1 and not self.uses_services else None
        """The whole of it, where nobody else has a say in how long it takes."""
        if scenario.failure_rate:
            self.failure_draw = self._draw(f"tasks[{scenario.name}].failure", UNIFORM)
            self.failure_below = 2 * scenario.failure_rate

    def _draw(self, name: str, time: Distribution) -> int:
        if time.kind is DistributionKind.CONSTANT:
            return -1
        self.draws.append((name, time))
        return len(self.draws) - 1

    def can_become(self, scenario: TaskScenario) -> bool:
        """Whether `scenario` differs from this plan in means only, so that it can be changed in place."""
        mine = self.scenario
        return scenario.failure_rate == mine.failure_rate and are_like(scenario.steps, mine.steps)

    def rescale(self, scenario: TaskScenario) -> None:
        """Take the means of a task that `can_become` accepted."""
        for step, planned in zip(scenario.steps, self.steps, strict=True):
            planned.set_scale(time_of(step))
        self.scenario = scenario
        self.measure()


class Task:
    """One `[[tasks]]` table at work."""

    def __init__(self, scenario: TaskScenario, index: int, services: Mapping[str, Service], streams: "Streams") -> None:
        self.index = index
        self.name = scenario.name
        self.published = 0
        """How many messages so far; the next one's n."""
        self._services = services
        self._streams = streams
        self._next_block = FIRST_BLOCK
        self._take(TaskPlan(scenario, index, services))

    def _take(self, plan: TaskPlan) -> None:
        self.plan = plan
        self.rows: Iterator[Row] = iter(())
        """What the messages to come draw for their first executions, as far as it has been drawn."""
        self._read_again: tuple[TaskPlan, int, list[list[float]]] | None = None
        """Rows from the second entry on, of messages that waited while the task's steps changed."""

    def read(self, scenario: TaskScenario) -> None:
        """Take the values as they stand now; what executes keeps the steps with which it began."""
        if self.plan.scenario == scenario:
            return
        if self.plan.can_become(scenario):
            self.plan.rescale(scenario)
        else:
            self._take(TaskPlan(scenario, self.index, self._services))

    def refill(self) -> Row:
        """Draw more `rows`, and take the first."""
        self.rows = self._block()
        return next(self.rows)

    def _block(self) -> Iterator[Row]:
        named = self.plan.draws
        if not named:
            return repeat(([], 0))
        count, self._next_block = self._next_block, min(2 * self._next_block, LARGEST_BLOCK)
        table = self._table(self.published, count)
        return zip(repeat(table.ravel().tolist()), range(0, table.size, len(named)), strict=False)

    def draw_again(self, message: "Message", execution: int) -> None:
        """What the k-th execution of a message draws, by the plan as it is now."""
        message.plan = self.plan
        message.base = 0
        if execution == 1:
            first = message.n - message.n % RETRY_BLOCK
            if self._read_again is None or self._read_again[:2] != (self.plan, first):
                self._read_again = (self.plan, first, self._table(first, RETRY_BLOCK).tolist())
            message.row = self._read_again[2][message.n - first]
        else:
            at = message.n * _MOST_EXECUTIONS + execution
            message.row = self._table(at, 1, ".again")[0].tolist()

    def _table(self, first: int, count: int, which: str = "") -> NDArray[np.float64]:
        named = self.plan.draws
        table = np.empty((count, len(named)))
        for column, (name, time) in enumerate(named):
            table[:, column] = time.unit_variates(self._streams[name + which].doubles(first, count))
        return table
