"""Which format a log has, by its first lines."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from simulator.errors import SimulatorError
from simulator.reality.calibrate.formats import (
    DELIMITERS,
    CombinedLog,
    CsvLog,
    Format,
    JsonLines,
    K6Csv,
    LocustCsv,
    Named,
    UvicornLog,
)
from simulator.reality.calibrate.reading import lines
from simulator.reality.calibrate.spans import OtlpSpans
from simulator.words import shown

_LOOKED_AT = 50
_LARGEST_DOCUMENT = 200_000_000
_READABLE = (
    "a uvicorn access log, nginx's or Apache's combined format, CSV or JSON lines with named fields, k6 CSV, "
    "Locust statistics, OpenTelemetry spans in OTLP/JSON"
)


def detected(file: IO[bytes], path: Path, given: Mapping[str, str]) -> Format:
    """The format; the file is at its beginning again.

    Raises SimulatorError where nobody knows it.
    """
    first: list[str] = []
    for line in lines(file, path):
        if line.strip():
            first.append(line)
        if len(first) == _LOOKED_AT:
            break
    file.seek(0)
    found = _by_first(first, given) or _by_most(first)
    if found is None:
        raise SimulatorError(f"{path}: is no log that can be read ({_READABLE}); it begins with {shown(first[0])}")
    return found


def _by_first(first: Sequence[str], given: Mapping[str, str]) -> Format | None:
    if first[0].lstrip().startswith("{"):
        return OtlpSpans() if '"resourceSpans"' in "".join(first) else JsonLines(given)
    heading = next(csv.reader([first[0]]))
    if heading[:3] == ["metric_name", "timestamp", "metric_value"]:
        return K6Csv(heading)
    if heading[:3] == ["Type", "Name", "Request Count"]:
        return LocustCsv(heading)
    for delimiter in DELIMITERS:
        heading = next(csv.reader([first[0]], delimiter=delimiter))
        # `--field` of a log with a heading is looked at, and refused where the heading lacks it.
        is_meant = delimiter == "," or {*given.values()} <= {*heading}
        if len(heading) > 1 and (named := Named(heading, given if is_meant else {})).is_enough:
            return CsvLog(heading, named, delimiter)
    return None


def _by_most(first: Sequence[str]) -> Format | None:
    kinds: tuple[Callable[[], Format], ...] = (CombinedLog, UvicornLog)
    read = {kind: sum(_reads(kind(), line) for line in first) for kind in kinds}
    best = max(kinds, key=lambda kind: read[kind])
    return best() if read[best] else None


def _reads(format_: Format, line: str) -> bool:
    try:
        return any(True for _ in format_.entries(line))
    except ValueError:
        return False


def whole_document(file: IO[bytes], path: Path) -> str | None:
    """A JSON object over several lines as one line; None where each line is one."""
    first = file.readline().decode("utf-8", "replace")
    file.seek(0)
    try:
        json.loads(first)
    except ValueError:
        data = file.read(_LARGEST_DOCUMENT + 1)
        if len(data) > _LARGEST_DOCUMENT:
            raise SimulatorError(f"{path}: is one JSON object of more than {_LARGEST_DOCUMENT:,} bytes") from None
        return data.decode("utf-8", "replace").replace("\n", " ")
    return None
