"""One run as a value, what is left of it when it is over, and the function that lies between."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.scenario import Scenario

if TYPE_CHECKING:
    from simulator.output.rendered import Rendered
    from simulator.statistics import Summary
    from simulator.statistics.replications import Times


@dataclass(frozen=True, slots=True)
class Run:
    """A replication of a scenario; it can be sent to another process or machine."""

    scenario: Scenario
    seed: int
    replication: int = 1
    has_times: bool = field(default=False, kw_only=True)
    """Bring the response times back, for percentiles pooled over replications."""
    has_files: bool = field(default=False, kw_only=True)
    """Bring the rows of the result files back."""
    has_requests: bool = field(default=True, kw_only=True)
    """Percentiles are exact, and the result files have `requests.csv`."""
    has_trace: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """The summary of a run, or the error that took its place."""

    summary: "Summary | None" = None
    error: str = ""
    is_lost: bool = False
    """The process or the worker died with it: run again, it may well end."""
    times: "Times" = field(default_factory=dict)
    """Empty where nobody asked."""
    files: "Rendered | None" = None


def run_one(run: Run) -> RunResult:
    """Run it here, from beginning to end; whatever goes wrong is in the result."""
    try:
        return _finished(run)
    except SimulatorError as error:
        return RunResult(error=" ".join(str(error).split()))
    except Exception as error:  # noqa: BLE001  # one run of many: the others are to go on
        return RunResult(error=" ".join(f"{type(error).__name__}: {error}".split()))


def _finished(run: Run) -> RunResult:
    # A process that only hands runs out needs none of this.
    from simulator.model import System  # noqa: PLC0415
    from simulator.statistics import EXACT_UP_TO, StreamedTally, summarised, tallied  # noqa: PLC0415
    from simulator.statistics.replications import times_of  # noqa: PLC0415

    scenario = run.scenario
    keeps_rows = run.has_files and run.has_requests
    streamed = None if keeps_rows else StreamedTally(scenario, exact_up_to=EXACT_UP_TO if run.has_requests else 0)
    system = System(scenario, seed=run.seed, replication=run.replication, trace=run.has_trace, stream=streamed)
    if streamed is not None:
        streamed.newly_sent = system.ledger.newly_sent
    system.finish()
    record = system.record
    tally = tallied(record) if streamed is None else streamed.closed(record)
    files = None
    if run.has_files:
        from simulator.output.rendered import rendered  # noqa: PLC0415

        files = rendered(record, has_requests=run.has_requests, has_trace=run.has_trace)
    times = times_of(scenario, tally) if run.has_times else {}
    return RunResult(summary=summarised(record, tally), times=times, files=files)
