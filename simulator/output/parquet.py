"""Result files as Parquet, from their CSV: the same rows and names, with types."""

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError

if TYPE_CHECKING:
    import polars

_TEXTS = frozenset(("client", "route", "outcome", "stage", "place", "task"))
_COUNTS = frozenset(
    (
        *("replication", "request_id", "attempt", "first_request_id", "worker", "status", "workers"),
        *("message_id", "consumer", "deliveries", "executions", "delivery"),
    )
)
"""All else are seconds, rates, lengths and shares."""


def require() -> None:
    """Raises SimulatorError where the extra is not installed."""
    try:
        import polars  # noqa: F401, PLC0415  # an extra
    except ImportError as error:
        raise SimulatorError("--parquet: needs polars: pip install polars") from error


def convert(source: Path, target: Path) -> None:
    """In pieces, however long the file is. What is empty in the CSV is null."""
    import polars  # noqa: PLC0415  # an extra

    with source.open(encoding="utf-8") as file:
        names = file.readline().rstrip("\n").split(",")
    schema = {name: _type(name) for name in names}
    polars.scan_csv(source, schema=schema).sink_parquet(target)


def _type(name: str) -> "type[polars.DataType]":
    import polars  # noqa: PLC0415

    if name in _TEXTS:
        return polars.String
    return polars.Int64 if name in _COUNTS else polars.Float64
