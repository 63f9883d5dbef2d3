"""The rows of one replication as text, made where it was run."""

from dataclasses import dataclass

from simulator.output import requests, timeseries, trace
from simulator.record import Record


@dataclass(frozen=True, slots=True)
class Rendered:
    """What `Results.add_rendered` takes in place of the record."""

    blocks: tuple[tuple[str, bytes], ...]
    """Names of files with rows for them, in order."""
    series_columns: tuple[str, ...]
    series: bytes


def rendered(record: Record, *, has_requests: bool, has_trace: bool) -> Rendered:
    """The rows of a closed record."""
    blocks: list[tuple[str, bytes]] = []
    if has_requests:
        blocks += [("requests.csv", block) for block in requests.lines(record)]
    if has_trace:
        blocks += [("trace.csv", block) for block in trace.lines(record)]
    return Rendered(tuple(blocks), *timeseries.table(record))
