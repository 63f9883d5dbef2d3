"""The charts that there are, and which of them are shown where nobody chose. Pure."""

from collections.abc import Iterable
from enum import StrEnum


class ChartKind(StrEnum):
    """What a chart is about; in the order in which they stand."""

    THROUGHPUT = "throughput"
    RESPONSE_TIME = "response_time"
    WAITS = "waits"
    WORKERS = "workers"
    QUEUES = "queues"
    SPREAD = "spread"


_LEAST_WIDTH, _LEAST_HEIGHT = 250, 120
_FIRST = 3
_FOUR_FROM, _FIVE_FROM = 1700, 2050
"""Widths from which on four and five charts have the room that three have in a smaller window."""


def unchosen(width: int) -> tuple[ChartKind, ...]:
    """What is shown in so much room where nobody chose: as many as are read well side by side."""
    count = _FIRST + (width >= _FOUR_FROM) + (width >= _FIVE_FROM)
    return tuple(ChartKind)[:count]


def known(names: Iterable[str]) -> tuple[ChartKind, ...]:
    """Those of the names that are charts, in order, each once."""
    wanted = set(names)
    return tuple(kind for kind in ChartKind if kind.value in wanted)


def columns(count: int, width: int) -> int:
    """How many charts stand side by side, so that rows are as even as can be."""
    most = max(1, min(count, width // _LEAST_WIDTH))
    rows = -(-count // most)
    return -(-count // rows) if count else 1


def rows(count: int, width: int) -> int:
    """In how many rows they stand."""
    return -(-count // columns(count, width)) if count else 1


def least_height(count: int, width: int) -> int:
    """Pixels below which the rows of charts cannot be read."""
    return _LEAST_HEIGHT * rows(count, width)
