"""Figures of finished runs: pure functions of the record."""

from simulator.statistics.quantiles import EXACT_UP_TO, Quantiles
from simulator.statistics.replication import LARGEST_EDGE, summarised
from simulator.statistics.replications import Replications
from simulator.statistics.summary import GroupFigures, Rate, ResponseTime, Summary
from simulator.statistics.tally import StreamedTally, Tally, tallied
from simulator.statistics.timeseries import timeseries
from simulator.statistics.window import Window

__all__ = [
    "EXACT_UP_TO",
    "LARGEST_EDGE",
    "GroupFigures",
    "Quantiles",
    "Rate",
    "Replications",
    "ResponseTime",
    "StreamedTally",
    "Summary",
    "Tally",
    "Window",
    "summarised",
    "tallied",
    "timeseries",
]
