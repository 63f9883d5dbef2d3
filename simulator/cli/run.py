"""`simulate --config FILE`: replication after replication, to figures on the screen and files in a folder."""

import sys
from contextlib import ExitStack

from simulator.cli import exports
from simulator.cli.asked import Asked, scenario_of
from simulator.cli.exits import Exit
from simulator.cli.interrupts import Interrupts
from simulator.cli.languages import code_of
from simulator.cli.progress import progress
from simulator.cli.replicating import Replicating, enough_of
from simulator.scenario import Scenario
from simulator.scenario.oddities import warnings


def run(asked: Asked) -> int:
    """Do what is asked; the exit code.

    Raises ScenarioError, before anything is written, or ResultsError.
    """
    scenario, is_drawn = scenario_of(asked)
    enough = enough_of(asked, scenario)
    exports.check(asked)
    _warn(asked, scenario)
    with ExitStack() as stack:
        results = None
        if asked.out is not None:
            from simulator.output import Results  # noqa: PLC0415  # not asked for

            results = stack.enter_context(
                Results(
                    asked.out,
                    scenario,
                    has_requests=asked.has_requests,
                    has_trace=asked.has_trace,
                    has_parquet=asked.has_parquet,
                )
            )
        interrupts = stack.enter_context(Interrupts(is_patient=True))
        with progress(is_quiet=asked.is_quiet) as advance:
            finished = Replicating(asked, scenario, enough, interrupts, advance).run(results)
        count = len(finished.summaries)
        if results is not None and count:
            results.commit(finished)
    exported = exports.write(asked, scenario, finished) if count else []
    if count and not asked.is_quiet:
        from simulator.cli.table import show, show_files  # noqa: PLC0415  # not asked for

        show(finished.overall(), scenario, is_seed_drawn=is_drawn)
        if results is not None:
            show_files(results.path, results.names)
        if exported:
            print(f"\nWritten: {', '.join(exported)}")
    verdict = enough.verdict(finished.summaries)
    if verdict and count and not asked.is_quiet:
        print(f"\n{verdict}")
    is_enough = enough.share(finished.summaries) >= 1
    if interrupts.received is None or is_enough:
        return Exit.DONE if enough.is_reached(finished.summaries) else Exit.NO
    return _interrupted(interrupts.received, count, enough.most, is_kept=results is not None)


def _warn(asked: Asked, scenario: Scenario) -> None:
    for warning in warnings(scenario, code_of(asked.language)) if not asked.is_quiet else ():
        print(warning, file=sys.stderr)


def _interrupted(signal: int, finished: int, wanted: int, *, is_kept: bool) -> int:
    kept = "nothing was finished, nothing is kept"
    if finished:
        kept = f"{finished} of {wanted} replications were finished, and are {'kept' if is_kept else 'shown'}"
    print(f"interrupted: {kept}", file=sys.stderr)
    return 128 + signal
