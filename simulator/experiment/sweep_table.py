"""The rows of a sweep as a tidy table, and its points as means with intervals."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from simulator.errors import SimulatorError
from simulator.experiment.sweep import Row, in_order
from simulator.experiment.sweep_figures import FIGURES
from simulator.experiment.varying import Point, Value
from simulator.statistics.intervals import Interval, t_interval
from simulator.units import parse_time


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over replications; its 95 % interval where there are two or more."""

    mean: float
    ci95: Interval | None


@dataclass(frozen=True, slots=True)
class PointFigures:
    """One point of a sweep."""

    point: int
    values: Point
    replications: int
    """Those that ended well."""
    figures: Mapping[str, Estimate | None]
    error: str
    """Of the first that did not."""


@dataclass(frozen=True, slots=True)
class SweepTable:
    """The rows in order, whoever was first."""

    keys: tuple[str, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, keys: Sequence[str], rows: Sequence[Row]) -> "SweepTable":
        """From rows in any order."""
        return cls(tuple(keys), tuple(in_order(rows)))

    @property
    def columns(self) -> tuple[str, ...]:
        """Names, in the order of `sweep.csv`."""
        return ("point", *self.keys, "seed", "replication", *FIGURES, "error")

    def records(self) -> Iterator[dict[str, Any]]:
        """A dict a row, as pandas and polars take them; times that vary are seconds."""
        for row in self.rows:
            yield {
                "point": row.point,
                **{key: number(row.values[key]) for key in self.keys},
                "seed": row.seed,
                "replication": row.replication,
                **{name: row.finished.figures.get(name) for name in FIGURES},
                "error": row.finished.error,
            }

    def as_csv(self) -> str:
        """The text of `sweep.csv`."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        for record in self.records():
            writer.writerow([_cell(value) for value in record.values()])
        return text.getvalue()

    def points(self) -> Iterator[PointFigures]:
        """Means over the replications of each point."""
        for point, group in groupby(self.rows, key=lambda row: row.point):
            rows = list(group)
            good = [row.finished.figures for row in rows if not row.finished.error]
            errors = [row.finished.error for row in rows if row.finished.error]
            figures = {name: estimate([each[name] for each in good]) for name in FIGURES}
            yield PointFigures(point, rows[0].values, len(good), figures, errors[0] if errors else "")

    @property
    def failed(self) -> int:
        """Points with an error."""
        return sum(bool(point.error) for point in self.points())


def estimate(values: Sequence[float | None]) -> Estimate | None:
    """None where there is no value."""
    present = [value for value in values if value is not None]
    if not present:
        return None
    return Estimate(sum(present) / len(present), t_interval(present))


def number(value: Value) -> Value:
    """A time as seconds, all else as it is: a bare number of seconds is a time to a scenario too."""
    if isinstance(value, str):
        try:
            return parse_time(value)
        except SimulatorError:
            return value
    return value


def _cell(value: Any) -> Any:  # noqa: ANN401  # any plain value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value) if isinstance(value, Mapping | list) else value
