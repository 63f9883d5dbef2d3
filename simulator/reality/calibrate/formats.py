"""The formats of logs: which one it is, and a line of it as an entry."""

import csv
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from simulator.errors import SimulatorError
from simulator.reality.calibrate.entries import Entry, route_of


class Format(ABC):
    """Reads line after line; a line that it cannot read raises ValueError, KeyError or TypeError."""

    name: str

    @abstractmethod
    def entries(self, line: str) -> Iterable[Entry]:
        """Those of one line: none of a heading, several of a line that holds a batch."""

    def rest(self) -> Iterable[Entry]:
        """What is complete only when all lines were read."""
        return ()


# Access logs

_UVICORN = re.compile(
    r"^(?P<time>\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?.*?"
    r'(?P<client>[\w.:\[\]]+:\d+) - "(?P<method>[A-Z]+) (?P<target>\S+) HTTP/[\d.]+" (?P<status>\d{3})\b'
)
_COMBINED = re.compile(
    r'^\S+ \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<target>\S+)(?: HTTP/[\d.]+)?" (?P<status>\d{3}) \S+'
    r"(?P<rest>.*)$"
)
_LAST_NUMBER = re.compile(r'(?:^|[\s="])(\d+\.\d+)"?\s*$')


class UvicornLog(Format):
    """`INFO: 127.0.0.1:4242 - "GET /x HTTP/1.1" 200 OK`; a time only where the log's format has one."""

    name = "uvicorn access log"

    def entries(self, line: str) -> Iterator[Entry]:
        """One a line."""
        match = _UVICORN.match(line)
        if match is None:
            raise ValueError("is no line of an access log")
        at = instant(match["time"]) if match["time"] else None
        yield Entry(route_of(match["target"]), at, status=int(match["status"]))


class CombinedLog(Format):
    """nginx's and Apache's combined format; a last number with a point is `$request_time`, in seconds."""

    name = "combined access log"

    def entries(self, line: str) -> Iterator[Entry]:
        """One a line."""
        match = _COMBINED.match(line)
        if match is None:
            raise ValueError("is no line of an access log")
        at = _combined_instant(match["time"])
        last = _LAST_NUMBER.search(match["rest"])
        yield Entry(route_of(match["target"]), at, float(last[1]) if last else None, int(match["status"]))


@lru_cache(maxsize=64)
def _combined_instant(text: str) -> float:
    """Many lines have the same second."""
    return datetime.strptime(text, "%d/%b/%Y:%H:%M:%S %z").timestamp()


# Named fields

_FIELDS: dict[str, tuple[str, ...]] = {
    "time": ("time", "timestamp", "ts", "@timestamp", "datetime", "date", "time_s", "sent_s", "start", "started_at"),
    "path": ("path", "route", "url", "uri", "endpoint", "request_uri", "target", "name", "http.route", "http.target"),
    "response": (
        "response_time", "duration", "latency", "elapsed", "request_time", "response", "took", "upstream_response_time",
    ),
    "status": ("status", "status_code", "code", "response_code", "http_status", "http.status_code"),
    "cpu": ("cpu", "cpu_time"),
}  # fmt: skip
_UNITS = {"": 1.0, "_s": 1.0, "_seconds": 1.0, "_sec": 1.0, "_ms": 1e-3, "_us": 1e-6, "_ns": 1e-9, "_msec": 1e-3}
_OPTIONAL = ("time", "response", "status", "cpu")


class Named:
    """Where a record has what: field names and units."""

    def __init__(self, names: Iterable[str], given: Mapping[str, str]) -> None:
        lowered = {name.strip().lower(): name for name in names}
        self.found: dict[str, tuple[str, float]] = {}
        """By what it is: the field's name and its unit in seconds."""
        for what, candidates in _FIELDS.items():
            if what in given:
                self.found[what] = (_known(given[what], lowered), _unit(given[what]))
                continue
            for candidate in candidates:
                for suffix, unit in _UNITS.items():
                    if what not in self.found and f"{candidate}{suffix}" in lowered:
                        self.found[what] = (lowered[f"{candidate}{suffix}"], unit)

    @property
    def is_enough(self) -> bool:
        """A path and anything else."""
        return "path" in self.found and len(self.found) > 1

    def entry(self, record: Mapping[str, Any]) -> Entry:
        """Raises KeyError or ValueError where a field is missing or no number."""
        path, _ = self.found["path"]
        values: dict[str, float | None] = dict.fromkeys(_OPTIONAL)
        for what in _OPTIONAL:
            if what in self.found:
                name, unit = self.found[what]
                values[what] = instant(record[name]) if what == "time" else _number(record[name]) * unit
        status = values["status"]
        return Entry(
            route_of(str(record[path])), values["time"], values["response"],
            int(status) if status is not None else None, values["cpu"],
        )  # fmt: skip


def _number(value: object) -> float:
    """Also as those who part their columns by semicolons write it: 0,25."""
    return float(value.replace(",", ".") if isinstance(value, str) else value)  # type: ignore[arg-type]  # or ValueError


def _known(name: str, lowered: Mapping[str, str]) -> str:
    if name.lower() not in lowered:
        raise SimulatorError(f"--field: the log has no {name}, but {', '.join(list(lowered)[:20])}")
    return lowered[name.lower()]


def _unit(name: str) -> float:
    return next((unit for suffix, unit in reversed(_UNITS.items()) if suffix and name.lower().endswith(suffix)), 1.0)


DELIMITERS = (",", ";", "\t")
"""Of columns; a semicolon where a comma is in the numbers."""


class _HeadedCsv(Format):
    """A CSV whose first line names the columns."""

    def __init__(self, heading: Sequence[str], delimiter: str = ",") -> None:
        self._heading = list(heading)
        self._delimiter = delimiter
        self._is_first = True

    def _record(self, line: str) -> dict[str, str] | None:
        """A row by its columns; None of the heading."""
        row = next(csv.reader([line], delimiter=self._delimiter))
        if self._is_first:
            self._is_first = False
            return None
        if len(row) != len(self._heading):
            raise ValueError(f"has {len(row)} fields of {len(self._heading)}")
        return dict(zip(self._heading, row, strict=True))


class CsvLog(_HeadedCsv):
    """A heading with field names, then a row a request."""

    name = "CSV"

    def __init__(self, heading: Sequence[str], named: Named, delimiter: str = ",") -> None:
        super().__init__(heading, delimiter)
        self._named = named

    def entries(self, line: str) -> Iterator[Entry]:
        """One a line but the first."""
        record = self._record(line)
        if record is not None:
            yield self._named.entry(record)


class JsonLines(Format):
    """An object a line."""

    name = "JSON lines"

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given
        self._named: dict[frozenset[str], Named] = {}

    def entries(self, line: str) -> Iterator[Entry]:
        """One a line; records may differ in their fields."""
        record = json.loads(line)
        keys = frozenset(record)
        if keys not in self._named:
            self._named[keys] = Named(record, self._given if set(self._given.values()) <= keys else {})
        yield self._named[keys].entry(record)


class K6Csv(_HeadedCsv):
    """`k6 run --out csv`: rows of many metrics, of which http_req_duration (ms) is one."""

    name = "k6 CSV"

    def entries(self, line: str) -> Iterator[Entry]:
        """One of a row of http_req_duration."""
        record = self._record(line)
        if record is not None and record["metric_name"] == "http_req_duration":
            target = record.get("name") or record.get("url") or "/"
            status = record.get("status")
            yield Entry(
                route_of(target), float(record["timestamp"]), float(record["metric_value"]) / 1e3,
                int(status) if status else None,
            )  # fmt: skip


class LocustCsv(_HeadedCsv):
    """Locust's `_stats.csv`: a row for each name, with percentiles in ms; a sample is made of them."""

    name = "Locust statistics"
    _SAMPLE = 200

    def entries(self, line: str) -> Iterator[Entry]:
        """As many as there were requests, up to some hundreds, with times between the percentiles."""
        record = self._record(line)
        if record is None or record["Name"] == "Aggregated" or not int(record["Request Count"]):
            return
        shares, times = zip(*sorted(_percentiles(record)), strict=True)
        count = int(record["Request Count"])
        failed = int(record["Failure Count"])
        for number in range(count):
            sampled = number < self._SAMPLE
            time = _between((number * 0.6180339887498949) % 1.0, shares, times) if sampled else None
            yield Entry(route_of(record["Name"]), None, time, 500 if number < failed else 200)


def _percentiles(record: Mapping[str, str]) -> Iterator[tuple[float, float]]:
    yield 0.0, float(record["Min Response Time"]) / 1e3
    yield 1.0, float(record["Max Response Time"]) / 1e3
    for name, value in record.items():
        if re.fullmatch(r"\d+(\.\d+)?%", name) and name != "100%" and value not in ("", "N/A"):
            yield float(name[:-1]) / 100, float(value) / 1e3


def _between(share: float, shares: Sequence[float], times: Sequence[float]) -> float:
    import numpy as np  # noqa: PLC0415  # only here

    return float(np.interp(share, shares, times))


# Times


def instant(value: object) -> float:
    """Seconds since 1970 of a number (s, ms, us or ns, by its size) or of a date and time; without a zone: UTC."""
    try:
        number = float(value)  # type: ignore[arg-type]  # whatever it is, or ValueError
    except ValueError:
        text = str(value).strip().replace(",", ".").replace("Z", "+00:00")
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    for _ in range(3):
        if number > _LATEST_S:
            number /= 1000
    return number


_LATEST_S = 1e11
"""The year 5138: larger numbers are in smaller units."""
