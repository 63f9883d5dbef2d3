"""Why measured and simulated figures may differ, from what was seen while they were measured."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.reality.check import Checked

_LATE_S = 0.002
_BUSY_CLIENT = 0.7
_BUSY_SERVER = 0.5
_BUSY_OTHERS = 0.1
_SATURATED = 0.9
_FEW = 500


def reasons(checked: "Checked") -> Iterator[str]:
    """The likeliest first; nothing where all agrees and nothing was in the way."""
    runs = checked.measured
    if not all(run.is_whole for run in runs):
        yield "the run was cut short"
    others = max(run.others for run in runs)
    if others > _BUSY_OTHERS:
        yield f"other programs took {others:.0%} of the processors meanwhile: measure again on a quiet machine"
    lag, client = max(run.lag_p99_s for run in runs), max(run.client_cpu for run in runs)
    if client > _BUSY_CLIENT:
        yield f"the clients were a bottleneck: they took {client:.0%} of a processor"
    if lag > _LATE_S:
        yield f"one request in a hundred was sent {lag * 1e3:.1f} ms late, or more"
    server = max(run.server_cpu for run in runs)
    if server > _BUSY_SERVER:
        yield f"the server took {server:.0%} of its processors, and the clients compete for them"
    if checked.is_ok:
        return
    yield from _of_the_scenario(checked)


def _of_the_scenario(checked: "Checked") -> Iterator[str]:
    if checked.busiest > _SATURATED:
        yield (
            f"a worker is busy {checked.busiest:.0%} of the time: near saturation a tenth of a millisecond in each "
            "request moves a run by tens of per cent; more repetitions tell more"
        )
    count = checked.figures[0].get("sent", 0.0) * checked.figures[0].get("completed", 0.0) * len(checked.measured)
    if count < _FEW:
        yield f"only {count:.0f} answers were measured: percentiles of so few are uncertain"
    if any(each.figure.startswith("worker") and not each.is_ok for each in checked.beside):
        yield "which worker gets a connection is chance, and a connection that is kept keeps its worker"
    if len(checked.measured) == 1:
        yield "one run is no verdict: give --repetitions 3"
