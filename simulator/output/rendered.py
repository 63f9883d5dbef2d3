"""The rows of one replication as text, made where it was run."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.output import messages, requests, timeseries, trace
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
    texts = tuple(blocks(record, has_requests=has_requests, has_trace=has_trace))
    return Rendered(texts, *timeseries.table(record))


def blocks(record: Record, *, has_requests: bool, has_trace: bool) -> Iterator[tuple[str, bytes]]:
    """Names of files with rows for them, in order."""
    if has_requests:
        yield from (("requests.csv", block) for block in requests.lines(record))
    if record.scenario.broker is not None:
        yield from (("tasks.csv", block) for block in messages.lines(record))
    if has_trace:
        yield from (("trace.csv", block) for block in trace.lines(record))
