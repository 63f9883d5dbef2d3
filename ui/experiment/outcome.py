"""The points of a sweep as cells: one row over one key, a grid over two. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from simulator.experiment.sweep import Row, Sweep
from simulator.experiment.sweep_table import Estimate, PointFigures, SweepTable
from simulator.experiment.varying import Point, Value


class Shown(StrEnum):
    """What a cell says: the columns of `sweep.csv`."""

    P95 = "response_p95_s"
    MEAN = "response_mean_s"
    P50 = "response_p50_s"
    P99 = "response_p99_s"
    THROUGHPUT = "throughput_per_s"
    ERRORS = "errors"
    UTILISATION = "utilisation"


TIMES = (Shown.P95, Shown.MEAN, Shown.P50, Shown.P99)
SHARES = (Shown.ERRORS, Shown.UTILISATION)


@dataclass(slots=True)
class Outcome:
    """What has come of a sweep by now."""

    sweep: Sweep
    _rows: dict[int, list[Row]] = field(default_factory=dict)
    """By point."""
    _points: dict[int, PointFigures] = field(default_factory=dict)
    count: int = 0
    """Runs that are over."""

    def add(self, row: Row) -> None:
        """A run is over, or was refused."""
        mine = self._rows.setdefault(row.point, [])
        mine.append(row)
        self.count += 1
        (self._points[row.point],) = SweepTable.of(self.sweep.keys, mine).points()

    @property
    def table(self) -> SweepTable:
        """As `sweep.csv` has it."""
        return SweepTable.of(self.sweep.keys, [row for rows in self._rows.values() for row in rows])

    @property
    def across(self) -> Sequence[Value]:
        """From left to right."""
        return self.sweep.varied[0].values

    @property
    def down(self) -> Sequence[Value]:
        """From top to bottom; a single nothing where one key varies."""
        return self.sweep.varied[1].values if len(self.sweep.varied) > 1 else (None,)

    def number(self, column: int, line: int) -> int:
        """Of the point in a cell, from 1."""
        return column * len(self.down) + line + 1

    def at(self, column: int, line: int) -> PointFigures | None:
        """What is in a cell; None: nothing yet."""
        return self._points.get(self.number(column, line))

    def point(self, column: int, line: int) -> Point:
        """The values of a cell."""
        values = {self.sweep.keys[0]: self.across[column]}
        if len(self.sweep.varied) > 1:
            values[self.sweep.keys[1]] = self.down[line]
        return values

    def estimate(self, column: int, line: int, shown: Shown) -> Estimate | None:
        """A figure of a cell."""
        found = self.at(column, line)
        return None if found is None or found.error else found.figures[shown]

    def reach(self, shown: Shown) -> tuple[float, float] | None:
        """The smallest and the largest of all cells; None where there is none."""
        cells = [
            self.estimate(column, line, shown) for column in range(len(self.across)) for line in range(len(self.down))
        ]
        means = [cell.mean for cell in cells if cell is not None and isfinite(cell.mean)]
        return (min(means), max(means)) if means else None


def sentence_values(values: Mapping[str, Value]) -> str:
    """`server.workers = 4, clients[0].rate = 20`."""
    return ", ".join(f"{key} = {value}" for key, value in values.items())
