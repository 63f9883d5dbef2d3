"""Rows of a result file that is read again."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from simulator.errors import ResultsError
from simulator.record import NEVER
from simulator.units import NS_PER_S

Cells = dict[str, str]


def read_rows(path: Path, columns: tuple[str, ...], replication: int, take: Callable[[Cells], None]) -> None:
    """Give every line of a replication to `take`; what is wrong with one is said with its number."""
    lines = 1
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise ResultsError(f"{path}: has no column {missing[0]!r}: a run with --trace writes it")
            for cells in reader:
                lines += 1
                if cells["replication"] == str(replication):
                    take(cells)
    except OSError as error:
        raise ResultsError(f"{path}: {error.strerror or error}") from error
    except (LookupError, ValueError, ArithmeticError, TypeError, csv.Error) as error:
        raise ResultsError(f"{path}: line {lines} is none that a run writes ({error!r})") from error


def ns_of(text: str) -> int:
    """Nanoseconds of a time as files have it; NEVER where there is none."""
    return int(Decimal(text) * NS_PER_S) if text else NEVER
