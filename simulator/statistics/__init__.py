"""Figures of finished runs: pure functions of the record."""

from simulator.statistics.quantiles import Quantiles
from simulator.statistics.replication import summarised
from simulator.statistics.replications import Replications
from simulator.statistics.summary import Summary
from simulator.statistics.tally import StreamedTally, Tally, tallied
from simulator.statistics.timeseries import timeseries
from simulator.statistics.window import Window

__all__ = [
    "Quantiles",
    "Replications",
    "StreamedTally",
    "Summary",
    "Tally",
    "Window",
    "summarised",
    "tallied",
    "timeseries",
]
