"""OpenTelemetry spans in OTLP/JSON: requests are SERVER spans, what they wait for are the CLIENT spans inside."""

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

from simulator.reality.calibrate.entries import Entry, route_of
from simulator.reality.calibrate.formats import Format

_SERVER, _CLIENT, _PRODUCER = 2, 3, 4
_KINDS = {"SPAN_KIND_SERVER": _SERVER, "SPAN_KIND_CLIENT": _CLIENT, "SPAN_KIND_PRODUCER": _PRODUCER}
_MOST_WAITING = 100_000
"""Spans whose parents have not come yet; the oldest go."""


class OtlpSpans(Format):
    """A batch of spans a line, as the collector's file exporter writes them, or one object for the whole file."""

    name = "OpenTelemetry spans"

    def __init__(self) -> None:
        self._waited: OrderedDict[str, float] = OrderedDict()
        """Seconds in CLIENT spans, by the span that they are in."""

    def entries(self, line: str) -> Iterator[Entry]:
        """The SERVER spans of a batch."""
        spans = list(_spans(json.loads(line)))
        for span in spans:
            if _kind(span) in (_CLIENT, _PRODUCER) and span.get("parentSpanId"):
                parent = span["parentSpanId"]
                self._waited[parent] = self._waited.pop(parent, 0.0) + _length(span)
        while len(self._waited) > _MOST_WAITING:
            self._waited.popitem(last=False)
        for span in spans:
            if _kind(span) == _SERVER:
                yield self._entry(span)

    def _entry(self, span: Mapping[str, Any]) -> Entry:
        named = {each["key"]: each.get("value", {}) for each in span.get("attributes", [])}
        route = _text(named, "http.route", "url.path", "http.target") or span["name"].rpartition(" ")[2]
        status = _text(named, "http.response.status_code", "http.status_code")
        length = _length(span)
        io = self._waited.pop(span["spanId"], None)
        is_inside = io is not None and io < length
        return Entry(
            route_of(route),
            int(span["startTimeUnixNano"]) / 1e9,
            length,
            int(status) if status else None,
            cpu_s=length - io if is_inside and io is not None else None,
            io_s=io if is_inside else None,
        )


def _spans(batch: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for resource in batch["resourceSpans"]:
        for scope in resource.get("scopeSpans", []):
            yield from scope.get("spans", [])


def _kind(span: Mapping[str, Any]) -> int:
    kind = span.get("kind", 0)
    return _KINDS.get(kind, 0) if isinstance(kind, str) else int(kind)


def _length(span: Mapping[str, Any]) -> float:
    return (int(span["endTimeUnixNano"]) - int(span["startTimeUnixNano"])) / 1e9


def _text(named: Mapping[str, Mapping[str, Any]], *keys: str) -> str:
    for key in keys:
        for value in named.get(key, {}).values():
            return str(value)
    return ""
