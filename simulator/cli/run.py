"""`simulate --config FILE`: replication after replication, to figures on the screen and files in a folder."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from simulator.cli.asked import Asked, scenario_of
from simulator.cli.exits import Exit
from simulator.cli.interrupts import Interrupts
from simulator.cli.progress import progress
from simulator.model import System
from simulator.scenario import Scenario
from simulator.statistics import EXACT_UP_TO, Replications, StreamedTally, Tally

if TYPE_CHECKING:
    from simulator.output import Results
    from simulator.record import Record

_SLICE_S = 0.1
"""Wall time between two looks at signals and the progress bar."""

Advance = Callable[[float], None]
"""Called with the share of all replications that is done, 0..1."""


def run(asked: Asked) -> int:
    """Do what is asked; the exit code.

    Raises ScenarioError, before anything is written, or ResultsError.
    """
    scenario, is_drawn = scenario_of(asked)
    with ExitStack() as stack:
        results = None
        if asked.out is not None:
            from simulator.output import Results  # noqa: PLC0415  # not asked for

            results = stack.enter_context(
                Results(asked.out, scenario, has_requests=asked.has_requests, has_trace=asked.has_trace)
            )
        interrupts = stack.enter_context(Interrupts(is_patient=True))
        with progress(is_quiet=asked.is_quiet) as advance:
            finished = _Runs(asked, scenario, interrupts, advance).run(results)
        count = len(finished.summaries)
        if results is not None and count:
            results.commit(finished)
    if count and not asked.is_quiet:
        from simulator.cli.table import show, show_files  # noqa: PLC0415  # not asked for

        show(finished.overall(), scenario, is_seed_drawn=is_drawn)
        if results is not None:
            show_files(results.path, results.names)
    return _ending(interrupts.received, count, scenario.run.replications, is_kept=results is not None)


def _ending(signal: int | None, finished: int, wanted: int, *, is_kept: bool) -> int:
    if signal is None or finished == wanted:
        return Exit.DONE
    kept = "nothing was finished, nothing is kept"
    if finished:
        kept = f"{finished} of {wanted} replications were finished, and are {'kept' if is_kept else 'shown'}"
    print(f"interrupted: {kept}", file=sys.stderr)
    return 128 + signal


class _Runs:
    """The replications of one call."""

    def __init__(self, asked: Asked, scenario: Scenario, interrupts: Interrupts, advance: Advance) -> None:
        self._asked = asked
        self._scenario = scenario
        self._interrupts = interrupts
        self._advance = advance
        # Rows that nobody writes need not be kept: what is added up as they come is the same to the last digit.
        self._keeps_rows = asked.out is not None and asked.has_requests
        self._exact_up_to = EXACT_UP_TO if asked.has_requests else 0

    def run(self, results: "Results | None") -> Replications:
        """All of them, or those that were finished before a signal came."""
        finished = Replications()
        for number in range(1, self._scenario.run.replications + 1):
            done = self._replication(number)
            if done is None:
                break
            record, tally = done
            finished.add(record, tally)
            if results is not None:
                results.add(record)
            if self._interrupts.received is not None:
                break
        return finished

    def _replication(self, number: int) -> "tuple[Record, Tally | None] | None":
        """None where a signal came in its middle."""
        scenario = self._scenario
        assert scenario.run.seed is not None, "a seed was drawn"
        streamed = None if self._keeps_rows else StreamedTally(scenario, exact_up_to=self._exact_up_to)
        system = System(
            scenario, seed=scenario.run.seed, replication=number, trace=self._asked.has_trace, stream=streamed
        )
        if streamed is not None:
            streamed.newest_first = lambda: (request.sent for request in reversed(system.in_flight.values()))
        length = scenario.run.duration + scenario.run.drain
        while not system.finish(_SLICE_S):
            if self._interrupts.received is not None:
                return None
            self._advance((number - 1 + system.now_s / length) / scenario.run.replications)
        self._advance(number / scenario.run.replications)
        return system.record, streamed.closed(system.record) if streamed is not None else None
