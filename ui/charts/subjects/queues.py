"""How many requests stand in each queue of the server."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from ui.charts import numbers
from ui.charts.chart import Chart
from ui.charts.header import LegendEntry
from ui.charts.history import QUEUES
from ui.charts.plot import CurveLook, Scales, ghost
from ui.charts.ranges import axis_top
from ui.charts.run import Frame, Run, highest
from ui.charts.subjects.base import Floats, Subject, Table, at_index, by_weight, ghost_at, nothing

_LEAST = 10.0
_TOKENS = (
    "activity.waiting",
    "activity.refused",
    "activity.on_cpu",
    "activity.timed_out",
    "activity.in_io",
    "activity.answered",
)
UNFINISHED, COMPLETED = "unfinished", "completed"
"""What a prediction can be about that is in no queue: messages."""
_MESSAGES = CurveLook(_TOKENS[-1])


class QueueLengths(Subject):
    """Lines, so that each can be read by itself; those of the run that was left beside them."""

    # The first queue is the one that the lesson is about, so it is drawn last, above all others.
    curves = (*(ghost(token) for token in _TOKENS), _MESSAGES, *(CurveLook(token) for token in _TOKENS[-2::-1]))

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self._top = _LEAST
        self._queues = list(QUEUES[:3])
        self._messages: Floats = np.empty(0)

    def forget(self) -> None:
        self._top = _LEAST

    def _draw(self, frame: Frame, run: Run, at_s: float) -> None:  # noqa: ARG002  # it shows all instants of a frame
        points, lengths = frame.curves.times_s, frame.curves.queues
        if self._is_of_messages:
            self._draw_messages(frame, run)
            return
        self._queues = by_weight({name: lengths[name] for name in run.queues})
        left = frame.ghost.queues if frame.ghost else {}
        reach = self._with_gap(highest(*lengths.values(), *left.values()))
        self._top = axis_top(reach, self._top, _LEAST)
        self.chart.plot.show_scales(Scales.of_time(frame.axis, self._top))
        own = [lengths[name] if highest(lengths[name]) > 0 else nothing(points) for name in QUEUES]
        since = frame.ghost.times_s if frame.ghost else np.empty(0)
        ghosts = [(since, left[name] if highest(left[name]) > 0 else nothing(since)) for name in left]
        self.chart.plot.show_curves(
            [*(ghosts or [(since, since)] * len(QUEUES)), *((points, values) for values in own[::-1])]
        )

    @property
    def _is_of_messages(self) -> bool:
        return self._about in (UNFINISHED, COMPLETED)

    def _draw_messages(self, frame: Frame, run: Run) -> None:
        """All of them, wherever they are, or all that were done: no queue has that."""
        points = frame.curves.times_s
        self._messages = run.messages(frame)[self._about == COMPLETED]
        self._top = axis_top(self._with_gap(highest(self._messages)), self._top, _LEAST)
        self.chart.plot.show_scales(Scales.of_time(frame.axis, self._top))
        none = (points, nothing(points))
        self.chart.plot.show_curves([(points, self._messages) if look is _MESSAGES else none for look in self.curves])

    def _values(self, frame: Frame, run: Run, at_s: float) -> Sequence[str]:  # noqa: ARG002  # one subject looks at it
        index = frame.index_at(at_s)
        if self._is_of_messages:
            return [numbers.amount(at_index(self._messages, index))]
        values = [at_index(frame.curves.queues[name], index) for name in self._queues]
        if frame.ghost is not None:
            values.append(ghost_at(frame, np.sum(list(frame.ghost.queues.values()), axis=0), at_s))
        return [numbers.amount(value) for value in values]

    def table(self, frame: Frame, run: Run, at_s: float) -> Table:  # noqa: ARG002  # it shows all instants of a frame
        """Requests, means."""
        return {"time_s": frame.curves.times_s, **{name: frame.curves.queues[name] for name in QUEUES}}

    def _title(self) -> tuple[str, str]:
        if self._is_of_messages:
            return self.tr("Messages"), self._message_entry().names[0]
        return self.tr("Queue lengths"), self.tr("requests, mean of {span}").format(span=self._span())

    def _message_entry(self) -> LegendEntry:
        is_done = self._about == COMPLETED
        return LegendEntry((self.tr("completed") if is_done else self.tr("unfinished"),), _TOKENS[-1])

    def _entries(self) -> Sequence[LegendEntry]:
        if self._is_of_messages:
            return [self._message_entry()]
        names = queue_names()
        longer = {"accept_queue": self.tr("Backlog (accept queue)"), "broker_queue": self.tr("Backlog (message queue)")}
        shorter = {"accept_queue": self.tr("accept")}
        entries = {
            queue: LegendEntry(tuple(filter(None, (longer.get(queue), names[queue], shorter.get(queue)))), token)
            for queue, token in zip(QUEUES, _TOKENS, strict=True)
        }
        told = [entries[queue] for queue in self._queues]
        return [*told, self._ghost_entry("activity.waiting")] if self._has_ghost else told


def queue_names() -> dict[str, str]:
    """What the queues are called, in the language of the window."""
    return {
        "accept_queue": QCoreApplication.translate("QueueLengths", "accept queue"),
        "loop_queue": QCoreApplication.translate("QueueLengths", "loop"),
        "thread_queue": QCoreApplication.translate("QueueLengths", "threads"),
        "pool_queue": QCoreApplication.translate("QueueLengths", "pool"),
        "service_queue": QCoreApplication.translate("QueueLengths", "service"),
        "broker_queue": QCoreApplication.translate("QueueLengths", "messages"),
    }
