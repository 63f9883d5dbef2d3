"""Why measured and simulated figures may differ, from what was seen while they were measured."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from simulator.reality.events import LOOKS_EVERY_S
from simulator.reality.figures import edge, ranks_apart
from simulator.scenario import ArrivalKind, LoopKind

if TYPE_CHECKING:
    from simulator.reality.check import Checked
    from simulator.reality.figures import Beside

_LATE_S = 0.002
_BUSY_CLIENT = 0.7
_BUSY_SERVER = 0.5
_BUSY_OTHERS = 0.1
_SATURATED = 0.9
_FEW = 500
_OTHERWISE = 0.02
_FEW_RANKS = {"p50": 0.05, "p95": 0.02, "p99": 0.01}
"""So large a share of the answers, or less, is chance."""


class Cause(StrEnum):
    """What may stand behind a difference."""

    CUT = "cut"
    OTHERS = "others"
    """With the share of the processors that other programs took."""
    CLIENTS = "clients"
    """With the share of a processor that the clients took."""
    LATE = "late"
    """With seconds."""
    APART = "apart"
    """With the seconds between two connections of a burst."""
    SHARED = "shared"
    """With the number of workers among whom one burst was shared."""
    SERVER = "server"
    """With the share of its processors that the server took."""
    BETWEEN = "between"
    """With the share of the answers that decide on which side of a gap a percentile lies."""
    EDGES = "edges"
    """With the number of answers a run by which throughputs differ, where as many come together."""
    SATURATED = "saturated"
    """With the share of a quarter of the run in which a worker is busy; closed clients keep it so, and throughput is
    then the same whatever little things cost."""
    FEW = "few"
    """With the number of answers."""
    CHANCE = "chance"
    HEEDED = "heeded"
    """With the seconds by which uvicorn acted later than it was asked to."""
    ONE_RUN = "one_run"


@dataclass(frozen=True)
class Reason:
    """A cause, and how much of it there was."""

    cause: Cause
    amount: float = 0.0

    @property
    def text(self) -> str:
        """In words."""
        return _WORDS[self.cause](self.amount)


_WORDS: dict[Cause, Callable[[float], str]] = {
    Cause.CUT: lambda _: "the run was cut short",
    Cause.OTHERS: lambda share: (
        f"other programs took {share:.0%} of the processors meanwhile: measure again on a quiet machine"
    ),
    Cause.CLIENTS: lambda share: f"the clients were a bottleneck: they took {share:.0%} of a processor",
    Cause.LATE: lambda seconds: f"one request in a hundred was sent {seconds * 1e3:.1f} ms late, or more",
    Cause.APART: lambda seconds: (
        f"connections of one burst were opened {seconds * 1e3:.1f} ms apart: by then another worker may have woken"
    ),
    Cause.SHARED: lambda count: (
        f"a burst of connections was shared by {count:.0f} workers, though it came within server.burst_window: "
        "the model gives it to one"
    ),
    Cause.SERVER: lambda share: f"the server took {share:.0%} of its processors, and the clients compete for them",
    Cause.BETWEEN: lambda share: (
        f"a percentile lies where answers are few: on one side only {share:.1%} of them are between measured and "
        "simulated"
    ),
    Cause.EDGES: lambda count: (
        f"the throughputs are {count:.1f} answers a run apart, and so many come together that they are counted or not "
        "as the measured time begins a moment earlier or later: a longer run tells more"
    ),
    Cause.SATURATED: lambda share: (
        f"a worker is busy {share:.0%} of the time, for a quarter of the run or longer: near saturation a tenth of a "
        "millisecond in each request moves a run by tens of per cent; more repetitions tell more"
    ),
    Cause.FEW: lambda count: f"only {count:.0f} answers were measured: percentiles of so few are uncertain",
    Cause.CHANCE: lambda _: (
        "which of the workers that wait gets a connection is the system's choice, where the model throws fair dice, "
        "and a connection that is kept keeps its worker"
    ),
    Cause.HEEDED: lambda seconds: (
        f"uvicorn acted up to {seconds:.2f} s after it was asked to, since it looks every {LOOKS_EVERY_S:g} s: "
        "simulated at the instants at which it acted"
    ),
    Cause.ONE_RUN: lambda _: "one run is no verdict: give --repetitions 3",
}
assert set(_WORDS) == set(Cause)


def reasons(checked: "Checked", figures: "Sequence[Beside]") -> Iterator[Reason]:
    """Why `figures` differ, the likeliest first; nothing where all agree and nothing was in the way."""
    runs = checked.measured
    if not all(run.is_whole for run in runs):
        yield Reason(Cause.CUT)
    for cause, amount, least in (
        (Cause.OTHERS, max(run.others for run in runs), _BUSY_OTHERS),
        (Cause.CLIENTS, max(run.client_cpu for run in runs), _BUSY_CLIENT),
        (Cause.LATE, max(run.lag_p99_s for run in runs), _LATE_S),
        (Cause.SERVER, max(run.server_cpu for run in runs), _BUSY_SERVER),
    ):
        if amount > least:
            yield Reason(cause, amount)
    missed = [each for each in figures if not each.is_ok]
    if missed:
        yield from _of_the_burst(checked)
        yield from _of_the_gaps(checked, missed)
        yield from _of_the_scenario(checked, missed)
    asked = [each for run in runs for each in run.asked]
    if late := [each.acted_s - each.asked_s for each in asked if each.acted_s is not None]:
        yield Reason(Cause.HEEDED, max(late))


def _of_the_burst(checked: "Checked") -> Iterator[Reason]:
    server, bursts = checked.scenario.server, [run.burst for run in checked.measured if run.burst is not None]
    if not bursts or server.workers == 1 or server.loop is not LoopKind.ASYNCIO:
        return
    gap = max(burst.gap_s for burst in bursts)
    if gap > server.burst_window:
        yield Reason(Cause.APART, gap)
    elif (workers := max(burst.workers for burst in bursts)) > 1:
        yield Reason(Cause.SHARED, workers)


def _of_the_gaps(checked: "Checked", missed: "Sequence[Beside]") -> Iterator[Reason]:
    theirs = np.concatenate([run.rows for run in checked.measured])
    mine = np.concatenate([record.requests.array() for record in checked.simulated])
    few = []
    for each in missed:
        if each.figure in _FEW_RANKS and each.simulated is not None and each.measured is not None:
            sides = ((theirs, each.simulated), (mine, each.measured))
            share = min(ranks_apart(checked.scenario, rows, each.figure, time_s) for rows, time_s in sides)
            few += [share] if share <= _FEW_RANKS[each.figure] else []
    if few:
        yield Reason(Cause.BETWEEN, max(few))


def _of_the_scenario(checked: "Checked", missed: "Sequence[Beside]") -> Iterator[Reason]:
    if (apart := _answers_apart(checked, missed)) is not None:
        yield Reason(Cause.EDGES, apart)
    is_open = all(client.arrivals is not ArrivalKind.CLOSED for client in checked.scenario.clients)
    if is_open and checked.busiest_quarter > _SATURATED:
        yield Reason(Cause.SATURATED, min(1.0, checked.busiest_quarter))
    count = checked.figures[0].get("sent", 0.0) * checked.figures[0].get("completed", 0.0) * len(checked.measured)
    if count < _FEW:
        yield Reason(Cause.FEW, round(count))
    if _is_shared_otherwise(checked.beside, missed):
        yield Reason(Cause.CHANCE)
    if len(checked.measured) == 1:
        yield Reason(Cause.ONE_RUN)


def _answers_apart(checked: "Checked", missed: "Sequence[Beside]") -> float | None:
    """By how many a run the throughputs differ, where the edges of the measured time can be why."""
    run, (theirs, mine) = checked.scenario.run, checked.figures
    if not any(each.figure == "throughput" for each in missed):
        return None
    apart = round(abs(theirs["throughput"] - mine["throughput"]) * (run.duration - run.warm_up), 6)
    sides = ([each.rows for each in checked.measured], [each.requests.array() for each in checked.simulated])
    most = max(float(np.mean([edge(checked.scenario, rows) for rows in side])) for side in sides)
    return apart if apart <= most else None


def _is_shared_otherwise(figures: "Sequence[Beside]", missed: "Sequence[Beside]") -> bool:
    """Whether workers had other shares than simulated ones, or the throughput is off and they had slightly others."""
    names = {each.figure for each in missed}
    shares = [each for each in figures if each.figure.startswith("worker")]
    by = max((abs((each.measured or 0.0) - (each.simulated or 0.0)) for each in shares), default=0.0)
    return any(each.figure in names for each in shares) or ("throughput" in names and by > _OTHERWISE)
