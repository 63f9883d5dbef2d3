"""The Trace Event Format, as far as we write it: what every event must have, and how events go together.

After "Trace Event Format" (Google, 2016): metadata, complete, nestable asynchronous and counter events.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

Event = dict[str, Any]

_ALWAYS = {"name": str, "ph": str, "pid": int}
_BY_PHASE: dict[str, dict[str, type | tuple[type, ...]]] = {
    "M": {"tid": int, "args": dict},
    "X": {"tid": int, "ts": (int, float), "dur": (int, float), "cat": str},
    "b": {"tid": int, "ts": (int, float), "id": str, "cat": str},
    "e": {"tid": int, "ts": (int, float), "id": str, "cat": str},
    "C": {"ts": (int, float), "args": dict},
}
_METADATA = {"process_name": "name", "thread_name": "name", "process_sort_index": "sort_index"}


def problems(trace: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a trace in the JSON object format."""
    if trace.get("displayTimeUnit") not in ("ms", "ns"):
        yield "displayTimeUnit must be ms or ns"
    events = trace["traceEvents"]
    for number, event in enumerate(events):
        yield from (f"event {number}: {what}" for what in _wrong(event))
    yield from _tracks(events)
    yield from _pairs(events)


def _wrong(event: Event) -> Iterator[str]:
    wanted = _BY_PHASE.get(event.get("ph", ""))
    if wanted is None:
        yield f"unknown phase {event.get('ph')}"
        return
    for key, kind in (_ALWAYS | wanted).items():
        if not isinstance(event.get(key), kind) or isinstance(event.get(key), bool):
            yield f"{key} must be {kind}, got {event.get(key)!r}"
    if event["ph"] != "M" and not event["ts"] >= 0:
        yield "ts must be 0 or more"
    if event["ph"] == "X" and not event["dur"] >= 0:
        yield "dur must be 0 or more"
    if event["ph"] == "M" and _METADATA.get(event["name"]) not in event["args"]:
        yield f"unknown metadata {event['name']}"
    if event["ph"] == "C" and not all(isinstance(value, int | float) for value in event["args"].values()):
        yield "a counter counts numbers"


def _tracks(events: list[Event]) -> Iterator[str]:
    """Slices of one track lie in each other or apart; every track and process has a name."""
    names = {(event["pid"], event["tid"]) for event in events if event["name"] == "thread_name"}
    processes = {event["pid"] for event in events if event["name"] == "process_name"}
    slices = defaultdict(list)
    for event in events:
        if event["pid"] not in processes:
            yield f"process {event['pid']} has no name"
        if event["ph"] == "X":
            slices[event["pid"], event["tid"]].append((event["ts"], -event["dur"]))
    for track, spans in slices.items():
        if track not in names:
            yield f"track {track} has no name"
        yield from (f"track {track}: a slice at {begin} ends after the one it lies in" for begin in _crossing(spans))


def _crossing(spans: list[tuple[float, float]]) -> Iterator[float]:
    open_ends: list[float] = []
    for begin, minus in sorted(spans):
        while open_ends and open_ends[-1] <= begin + _SLACK_US:
            open_ends.pop()
        if open_ends and begin - minus > open_ends[-1] + _SLACK_US:
            yield begin
        open_ends.append(begin - minus)


_SLACK_US = 1e-3
"""Doubles of microseconds hold the nanosecond up to a year, their sums nearly so."""


def _pairs(events: list[Event]) -> Iterator[str]:
    """Asynchronous events of one id open and close like brackets."""
    open_names = defaultdict(list)
    last: dict[tuple[str, str], float] = {}
    for event in events:
        if event["ph"] not in ("b", "e"):
            continue
        key = (event["cat"], event["id"])
        if event["ts"] < last.get(key, 0.0):
            yield f"{key}: goes back in time"
        last[key] = event["ts"]
        if event["ph"] == "b":
            open_names[key].append(event["name"])
        elif not open_names[key] or open_names[key].pop() != event["name"]:
            yield f"{key}: {event['name']} ends without having begun"
    yield from (f"{key}: {names} never ends" for key, names in open_names.items() if names)
