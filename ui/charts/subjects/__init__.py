"""What each chart is about: what it draws of a frame, what its legend reads, and what it is called."""

from ui.charts.kinds import ChartKind
from ui.charts.subjects.base import Subject
from ui.charts.subjects.queues import QueueLengths
from ui.charts.subjects.response import ResponseTime
from ui.charts.subjects.spread import ResponseSpread
from ui.charts.subjects.throughput import Throughput
from ui.charts.subjects.waits import Waits
from ui.charts.subjects.workers import WorkerStrip

SUBJECTS: dict[ChartKind, type[Subject]] = {
    ChartKind.THROUGHPUT: Throughput,
    ChartKind.RESPONSE_TIME: ResponseTime,
    ChartKind.WAITS: Waits,
    ChartKind.WORKERS: WorkerStrip,
    ChartKind.QUEUES: QueueLengths,
    ChartKind.SPREAD: ResponseSpread,
}
assert set(SUBJECTS) == set(ChartKind)
