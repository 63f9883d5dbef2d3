"""The replications of one call: in this process while they are short, else beside each other."""

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from simulator.cli import memory
from simulator.cli.asked import Asked
from simulator.cli.digits import percent
from simulator.cli.interrupts import Interrupts
from simulator.cli.where import executor_of
from simulator.errors import SimulatorError
from simulator.model import System
from simulator.record.requests import ROW_BYTES
from simulator.scenario import Scenario
from simulator.statistics import EXACT_UP_TO, Replications, StreamedTally, Summary, Tally

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from simulator.experiment.executors import RunExecutor
    from simulator.experiment.precision import Precision
    from simulator.experiment.runs import Run, RunResult
    from simulator.output import Results
    from simulator.record import Record

_SLICE_S = 0.1
"""Wall time between two looks at signals and the progress bar."""
_WORTH_PROCESSES_S = 3.0
"""Wall time of all that is still to be run; for less, other processes take longer to start than they save."""

Advance = Callable[[float], None]
"""Called with the share of all replications that is done, 0..1."""


class Enough:
    """So many replications, and no more."""

    def __init__(self, most: int) -> None:
        self.most = most

    def share(self, finished: Sequence[Summary]) -> float:
        """Of the work that is done; 1 when it is enough."""
        return len(finished) / self.most

    def is_reached(self, finished: Sequence[Summary]) -> bool:  # noqa: ARG002  # of the other kind
        """Whether what was asked for has been found out."""
        return True

    def verdict(self, finished: Sequence[Summary]) -> str:  # noqa: ARG002  # of the other kind
        """A line to print; empty where there is nothing to say."""
        return ""


class EnoughForPrecision(Enough):
    """As many as it takes, up to `most`."""

    def __init__(self, goal: float, most: int) -> None:
        super().__init__(most)
        self._goal = goal

    def _precision(self, finished: Sequence[Summary]) -> "Precision":
        from simulator.experiment.precision import precision  # noqa: PLC0415  # rarely asked

        return precision(finished, self._goal)

    def share(self, finished: Sequence[Summary]) -> float:
        """Against the number that the spread so far asks for."""
        found = self._precision(finished)
        if found.is_reached or len(finished) >= self.most:
            return 1.0
        expected = min(found.needed or self.most, self.most)
        return min(len(finished) / expected, 0.99)

    def is_reached(self, finished: Sequence[Summary]) -> bool:
        """Whether the intervals are that narrow."""
        return self._precision(finished).is_reached

    def verdict(self, finished: Sequence[Summary]) -> str:
        """How far it came."""
        found = self._precision(finished)
        widths = ", ".join(
            f"{figure} {'unknown' if width is None else f'±{percent(width)}'}" for figure, width in found.widths.items()
        )
        goal = percent(self._goal)
        if found.is_reached:
            return f"Precise: {widths}, after {found.replications} replications ({goal} was asked for)"
        needed = "" if found.needed is None else f"; about {found.needed:,} replications would do"
        return f"NOT REACHED: {widths}, after {found.replications} replications ({goal} was asked for){needed}"


def enough_of(asked: Asked, scenario: Scenario) -> Enough:
    """Raises SimulatorError where the options do not go together."""
    if asked.until_precise is None:
        if asked.at_most is not None:
            raise SimulatorError("--at-most: goes with --until-precise")
        return Enough(scenario.run.replications)
    from simulator.experiment.precision import FEWEST, MOST, parse_precision  # noqa: PLC0415

    goal = parse_precision(asked.until_precise)
    most = MOST if asked.at_most is None else asked.at_most
    if not FEWEST <= most <= 10 * MOST:
        raise SimulatorError(f"--at-most: must be {FEWEST} to {10 * MOST:,}, got {most}")
    return EnoughForPrecision(goal, most)


class Replicating:
    """One call. Which process runs a replication makes no difference to a byte of it."""

    def __init__(
        self, asked: Asked, scenario: Scenario, enough: Enough, interrupts: Interrupts, advance: Advance
    ) -> None:
        self._asked = asked
        self._scenario = scenario
        self._enough = enough
        self._interrupts = interrupts
        self._advance = advance
        self._finished = Replications()
        # Rows that nobody writes need not be kept: what is added up as they come is the same to the last digit.
        self._keeps_rows = asked.out is not None and asked.has_requests
        self._exact_up_to = EXACT_UP_TO if asked.has_requests else 0

    def run(self, results: "Results | None") -> Replications:
        """As many as are enough, or those that were finished before a signal came."""
        is_here = self._asked.cluster is None and self._asked.jobs in (None, 1)
        begin = perf_counter()
        while is_here and not self._is_over:
            done = self._replication(len(self._finished.summaries) + 1)
            if done is None:
                break
            record, tally = done
            self._finished.add(record, tally)
            if results is not None:
                results.add(record)
            self._advance(self._enough.share(self._finished.summaries))
            is_here = self._asked.jobs == 1 or not self._is_long(perf_counter() - begin)
        if not self._is_over:
            with self._executor() as executor:
                self._elsewhere(results, executor)
        return self._finished

    def _executor(self) -> "AbstractContextManager[RunExecutor]":
        return executor_of(self._asked.jobs, self._asked.cluster)

    @property
    def _is_over(self) -> bool:
        return self._interrupts.received is not None or self._enough.share(self._finished.summaries) >= 1

    def _is_long(self, so_far_s: float) -> bool:
        from simulator.experiment.executors import cores  # noqa: PLC0415  # there may be no more than one run

        share = self._enough.share(self._finished.summaries)
        return share < 1 and cores() > 1 and so_far_s * (1 - share) / share > _WORTH_PROCESSES_S

    def _elsewhere(self, results: "Results | None", executor: "RunExecutor") -> None:
        from simulator.experiment.executors import run_all  # noqa: PLC0415

        first = len(self._finished.summaries) + 1
        early: dict[int, RunResult] = {}
        for index, result in run_all(self._runs(first), executor, is_over=lambda: self._is_over):
            early[first + index] = result
            while not self._is_over and (number := len(self._finished.summaries) + 1) in early:
                self._take(number, early.pop(number), results)

    def _runs(self, first: int) -> "Iterator[Run]":
        from simulator.experiment.runs import Run  # noqa: PLC0415

        assert self._scenario.run.seed is not None, "a seed was drawn"
        asked = self._asked
        for number in range(first, self._enough.most + 1):
            yield Run(
                self._scenario,
                self._scenario.run.seed,
                number,
                has_times=True,
                has_files=asked.out is not None,
                has_requests=asked.has_requests,
                has_trace=asked.has_trace,
            )

    def _take(self, number: int, result: "RunResult", results: "Results | None") -> None:
        if result.summary is None:
            raise SimulatorError(f"replication {number}: {result.error}")
        self._finished.add_summary(result.summary, result.times)
        if results is not None:
            assert result.files is not None, "they were asked for"
            results.add_rendered(result.files)
        self._advance(self._enough.share(self._finished.summaries))

    def _replication(self, number: int) -> "tuple[Record, Tally | None] | None":
        """In this process; None where a signal came in its middle."""
        with self._interrupts.dispensable():
            return self._simulated(number)
        return None

    def _simulated(self, number: int) -> "tuple[Record, Tally | None] | None":
        scenario = self._scenario
        assert scenario.run.seed is not None, "a seed was drawn"
        streamed = None if self._keeps_rows else StreamedTally(scenario, exact_up_to=self._exact_up_to)
        system = System(
            scenario, seed=scenario.run.seed, replication=number, trace=self._asked.has_trace, stream=streamed
        )
        if streamed is not None:
            streamed.newly_sent = system.ledger.newly_sent
        length = scenario.run.duration + scenario.run.drain
        share = self._enough.share(self._finished.summaries)
        step = share / (number - 1) if number > 1 else 1 / self._enough.most
        while not system.finish(_SLICE_S):
            if self._interrupts.received is not None:
                return None
            self._must_fit(system, length)
            self._advance(share + step * system.now_s / length)
        return system.record, streamed.closed(system.record) if streamed is not None else None

    def _must_fit(self, system: System, length: float) -> None:
        kept = system.record.requests.count if self._keeps_rows else 0
        if not memory.is_short(kept * ROW_BYTES):
            return
        how = (
            "--no-requests keeps none of them, a shorter --duration fewer" if kept else "a shorter --duration has fewer"
        )
        raise SimulatorError(
            f"out of memory at {system.now_s:,.3f} s of {length:,.15g} s simulated, "
            f"with {kept:,} requests kept and {system.ledger.count:,} in flight: {how}"
        )
