"""What of two runs can be laid over each other: the lines of one frame, how they read, what they are called. Pure."""

from abc import ABC, abstractmethod
from typing import ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from ui.charts import numbers
from ui.charts.run import Frame, Run

Floats = NDArray[np.float64]
_P50, _P95 = 0, 1
_SECONDS_FROM = 10.0


class Lines(NamedTuple):
    """Of one run: a solid line, and a dashed one where there are two."""

    times_s: Floats
    solid: Floats
    dashed: Floats | None = None


class Overlay(ABC):
    """One chart of A and B."""

    least_top: ClassVar[float]
    """The axis reaches at least so far."""
    is_bounded: ClassVar[bool] = False
    """Whether that is as far as it can ever be."""

    @abstractmethod
    def lines(self, frame: Frame, run: Run) -> Lines:
        """What is drawn of one side."""

    def scale(self, top: float) -> float:  # noqa: ARG002  # most have one unit only
        """Numbers at the axis are so many times the values."""
        return 1.0

    def write(self, value: float, top: float) -> str:  # noqa: ARG002  # most have one unit only
        """A value of the legend."""
        return numbers.amount(value)

    @abstractmethod
    def title(self) -> str:
        """What it is called."""

    @abstractmethod
    def unit(self, top: float) -> str:
        """Unit, and which line is which."""

    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """Of the solid line and of the dashed one."""


class ResponseTimes(Overlay):
    """p95 and p50; in seconds where they are long."""

    least_top = 0.01

    def lines(self, frame: Frame, run: Run) -> Lines:  # noqa: ARG002  # the frame holds them
        curves = frame.curves
        return Lines(curves.times_s, curves.percentiles_s[_P95], curves.percentiles_s[_P50])

    def scale(self, top: float) -> float:
        return 1.0 if top > _SECONDS_FROM else 1e3

    def write(self, value: float, top: float) -> str:
        return numbers.seconds_text(value) if top > _SECONDS_FROM else numbers.milliseconds(value)

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Response time")

    def unit(self, top: float) -> str:
        unit = QCoreApplication.translate("Compare", "{unit}, p95 solid, p50 dashed")
        return unit.format(unit="s" if top > _SECONDS_FROM else "ms")

    def names(self) -> tuple[str, ...]:
        return "p95", "p50"


class Completions(Overlay):
    """Completed and sent."""

    least_top = 10.0

    def lines(self, frame: Frame, run: Run) -> Lines:  # noqa: ARG002  # the frame holds them
        curves = frame.curves
        return Lines(curves.times_s, curves.rates["completed"], curves.rates["sent"])

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Throughput")

    def unit(self, top: float) -> str:  # noqa: ARG002  # one unit only
        return QCoreApplication.translate("Compare", "requests/s, completed solid, sent dashed")

    def names(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("Compare", "completed"),
            QCoreApplication.translate("Compare", "sent"),
        )


class Waiting(Overlay):
    """All queues together, and the accept queue alone."""

    least_top = 10.0

    def lines(self, frame: Frame, run: Run) -> Lines:  # noqa: ARG002  # the frame holds them
        queues = frame.curves.queues
        return Lines(frame.curves.times_s, np.sum(list(queues.values()), axis=0), queues["accept_queue"])

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Queues")

    def unit(self, top: float) -> str:  # noqa: ARG002  # one unit only
        return QCoreApplication.translate("Compare", "requests, all queues solid, accept queue dashed")

    def names(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("Compare", "all"),
            QCoreApplication.translate("Compare", "accept"),
        )


class Held(Overlay):
    """The share of time in which the workers' loops were held."""

    least_top = 1.0
    is_bounded = True

    def lines(self, frame: Frame, run: Run) -> Lines:
        busy = run.busyness(frame)
        ends_s = busy.first_s + busy.cell_s * np.arange(1, len(busy.means) + 1, dtype=np.float64)
        return Lines(ends_s, busy.means)

    def scale(self, top: float) -> float:  # noqa: ARG002  # one unit only
        return 100.0

    def write(self, value: float, top: float) -> str:  # noqa: ARG002  # one unit only
        return numbers.percent(value)

    def title(self) -> str:
        return QCoreApplication.translate("Compare", "Workers")

    def unit(self, top: float) -> str:  # noqa: ARG002  # one unit only
        return QCoreApplication.translate("Compare", "% of the time in which loops are held")

    def names(self) -> tuple[str, ...]:
        return (QCoreApplication.translate("Compare", "held"),)


OVERLAYS: dict[str, Overlay] = {
    "response_time": ResponseTimes(),
    "throughput": Completions(),
    "queues": Waiting(),
    "workers": Held(),
}
