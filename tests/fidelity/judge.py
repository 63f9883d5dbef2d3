"""Hold simulated runs to what was measured on a real uvicorn; `expected.json` has figures and tolerances."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from simulator.model import System
from simulator.record import Outcome
from simulator.scenario import ArrivalKind, Scenario, load

FOLDER = Path(__file__).parent
WARM_UP_S = 2.0
"""Closed loops count what finished between this and the end; open loops count all."""
SEEDS = 5

Figures = dict[str, float]


@dataclass(frozen=True)
class Check:
    """One figure of one group of one case: the mean over the simulated runs beside the mean over the measured."""

    case: str
    group: str
    figure: str
    simulated: float
    measured: float
    lowest: float
    highest: float

    @property
    def holds(self) -> bool:
        """Whether the simulated figure is within the tolerance."""
        return self.lowest <= self.simulated <= self.highest

    def __str__(self) -> str:
        verdict = "ok" if self.holds else "MISS"
        name = f"{self.case:5} {self.group:6} {self.figure:11}"
        figures = f"simulated {self.simulated:10.4f}  measured {self.measured:10.4f}"
        return f"{name} {figures}  [{self.lowest:.4f}, {self.highest:.4f}]  {verdict}"


@cache
def expected() -> dict[str, Any]:
    """The measured cases by name."""
    return json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def checks(case: str) -> Iterator[Check]:
    """Simulate a case and compare every figure that has a tolerance."""
    runs, tolerance = expected()[case]["runs"], expected()[case]["tolerance"]
    is_replayed = len({run["scenario"] for run in runs}) > 1
    first = runs[0]
    tries = [(run["scenario"], run["seed"]) for run in runs] if is_replayed else [
        (first["scenario"], first["seed"] + k) for k in range(SEEDS)
    ]  # fmt: skip
    simulated = [_simulate(load(FOLDER / name), seed) for name, seed in tries]
    for group in first["measured"]:
        if group == "blk" or ("/" in group and case != "c12"):
            continue
        mine = _mean([_figures(scenario, rows, group) for scenario, rows in simulated])
        theirs = _mean([_measured(run["measured"][group]) for run in runs])
        yield from _compare(case, group, tolerance, mine, theirs)


def _simulate(scenario: Scenario, seed: int) -> tuple[Scenario, np.ndarray]:
    system = System(scenario, seed=seed)
    system.finish()
    return scenario, _logical(system.record.requests.array())


def _logical(rows: np.ndarray) -> np.ndarray:
    """A row for every request with its retries: the last attempt's, sent when the first was."""
    order = np.lexsort((rows["attempt"], rows["first_request_id"]))
    rows = rows[order]
    is_last = np.ones(len(rows), dtype=bool)
    is_last[:-1] = rows["first_request_id"][1:] != rows["first_request_id"][:-1]
    logical = rows[is_last].copy()
    logical["sent"] = rows["sent"][rows["attempt"] == 1]
    return logical


def _figures(scenario: Scenario, rows: np.ndarray, group: str) -> Figures:
    name, _, path = group.partition("/")
    index = [client.name for client in scenario.clients].index(name)
    rows = rows[rows["client"] == index]
    if path:
        rows = rows[rows["route"] == [route.path for route in scenario.routes].index(f"/{path}")]
    duration = scenario.run.duration
    is_closed = scenario.clients[index].arrivals is ArrivalKind.CLOSED
    if is_closed:
        end = rows["finished"] / 1e9
        rows = rows[(rows["finished"] >= 0) & (end >= WARM_UP_S) & (end <= duration)]
    completed = rows[rows["outcome"] == Outcome.COMPLETED]
    inside = completed if is_closed else completed[completed["finished"] <= duration * 1e9]
    figures = {
        "sent": float(len(rows)),
        "completed": float(len(completed)),
        "completed_points": len(completed) / max(1, len(rows)),
        "rejected": np.count_nonzero(rows["outcome"] == Outcome.REJECTED) / max(1, len(rows)),
        "failed": np.count_nonzero(rows["outcome"] == Outcome.FAILED) / max(1, len(rows)),
        "attempts": float(rows["attempt"].sum()),
        "throughput": len(inside) / (duration - WARM_UP_S if is_closed else duration),
    }
    response = (completed["finished"] - completed["sent"]) / 1e9
    if len(response):
        p50, p95 = np.percentile(response, [50, 95])
        figures |= {"mean": float(response.mean()), "p50": float(p50), "p95": float(p95)}
    return figures


def _measured(group: dict[str, Any]) -> Figures:
    statuses = group["statuses"]
    total = sum(statuses.values()) or 1
    throughput = group.get("throughput_per_s")
    return {
        **({} if throughput is None else {"throughput": throughput}),
        "completed": statuses.get("200", 0),
        "completed_points": statuses.get("200", 0) / total,
        "rejected": statuses.get("503", 0) / total,
        "failed": statuses.get("500", 0) / total,
        **{figure: group[figure] for figure in ("mean", "p50", "p95", "attempts") if group.get(figure) is not None},
    }


def _mean(runs: list[Figures]) -> Figures:
    names = {name for run in runs for name in run}
    return {name: float(np.mean([run[name] for run in runs if name in run])) for name in names}


def _compare(case: str, group: str, tolerance: dict[str, Any], mine: Figures, theirs: Figures) -> Iterator[Check]:
    if group == "probe" and "probe_mean" in tolerance:
        low, high = tolerance["probe_mean"]
        yield Check(
            case, group, "mean", mine.get("mean", 0), theirs["mean"], low * theirs["mean"], high * theirs["mean"]
        )
        return
    for figure, limit in tolerance.items():
        if figure == "probe_mean" or figure not in theirs:
            continue
        by = allowed(figure, limit, theirs[figure])
        value = mine.get(figure, float("nan"))
        yield Check(case, group, figure, value, theirs[figure], theirs[figure] - by, theirs[figure] + by)


def allowed(figure: str, limit: Any, measured: float) -> float:
    """How far a figure may be off, in its own unit."""
    if figure in ("rejected", "failed", "completed_points"):
        return float(limit)
    if not isinstance(limit, list):
        return float(limit * abs(measured))
    return float(limit[1]) if limit[0] == "abs" else max(limit[0] * abs(measured), limit[1])
