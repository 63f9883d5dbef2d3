"""The contract's figures once more, attempt by attempt in plain Python, to hold the summary to."""

from statistics import fmean
from typing import Any

import numpy as np

from simulator.record import PARTS, Outcome, Record
from simulator.units import NS_PER_S, to_ns

Attempt = dict[str, int]
ANSWERED = (Outcome.COMPLETED, Outcome.REJECTED, Outcome.FAILED)


def attempts(record: Record) -> list[Attempt]:
    table = record.requests.array()
    return [{name: int(row[name]) for name in table.dtype.names or ()} for row in table]


def figures(record: Record) -> dict[str, Any]:
    run = record.scenario.run
    start, end = to_ns(run.warm_up), to_ns(run.duration)
    length = (end - start) / NS_PER_S
    every = attempts(record)
    inside = [each for each in every if start <= each["sent"] < end]
    completed = [each for each in inside if each["outcome"] == Outcome.COMPLETED]
    answered = [each for each in every if each["outcome"] == Outcome.COMPLETED and start <= each["finished"] < end]
    return {
        "requests": {"sent": len(inside)} | outcomes(inside),
        "throughput": len(answered) / length,
        "goodput": sum(_is_good(each, record) for each in answered) / length,
        "response": times(completed),
        "censored": sum(each["outcome"] not in ANSWERED for each in inside),
        "parts": {part: fmean(each[part] for each in completed) / NS_PER_S for part in PARTS},
        "in_flight": in_flight_mean(every, start, end, record.end_ns),
        "peak": peak(every, start, end),
        "route": grouped(record, "route", inside, answered, length),
        "client": grouped(record, "client", inside, answered, length),
        "worker": {k: sum(each["worker"] == k for each in completed) for k in range(1, record.workers + 1)},
    }


def outcomes(inside: list[Attempt]) -> dict[str, int]:
    return {outcome.name.lower(): sum(each["outcome"] == outcome for each in inside) for outcome in Outcome}


def _is_good(attempt: Attempt, record: Record) -> bool:
    deadline = record.scenario.clients[attempt["client"]].deadline
    return deadline is None or attempt["finished"] - attempt["sent"] <= to_ns(deadline)


def times(completed: list[Attempt]) -> dict[str, float]:
    response = [(each["finished"] - each["sent"]) / NS_PER_S for each in completed]
    percentiles = {f"p{percent}": float(np.percentile(response, percent)) for percent in (50, 90, 95, 99)}
    return {"mean": fmean(response), "max": max(response)} | percentiles


def grouped(
    record: Record, key: str, inside: list[Attempt], answered: list[Attempt], length: float
) -> dict[str, dict[str, Any]]:
    names = {
        "route": [route.path for route in record.scenario.routes],
        "client": [c.name for c in record.scenario.clients],
    }
    found = {}
    for index, name in enumerate(names[key]):
        mine = [each for each in inside if each[key] == index]
        done = [each for each in mine if each["outcome"] == Outcome.COMPLETED]
        found[name] = {
            "sent": len(mine),
            "completed": len(done),
            "throughput": sum(each[key] == index for each in answered) / length,
            "response": times(done),
        }
    return found


def ended(attempt: Attempt, end: int) -> int:
    return attempt["finished"] if attempt["outcome"] != Outcome.UNFINISHED else end


def in_flight_mean(every: list[Attempt], start: int, end: int, run_end: int) -> float:
    overlaps = (max(0, min(ended(each, run_end), end) - max(each["sent"], start)) for each in every)
    return sum(overlaps) / (end - start)


def peak(every: list[Attempt], start: int, end: int) -> int:
    """Answers before sends at one instant; the window's start is looked at before what happens then."""
    events = sorted(
        [(each["sent"], 1) for each in every]
        + [(each["finished"], -1) for each in every if each["outcome"] != Outcome.UNFINISHED]
    )
    highest = count = 0
    for time, step in events:
        if time >= start and highest == 0:
            highest = count
        count += step
        if start <= time < end:
            highest = max(highest, count)
    return highest
