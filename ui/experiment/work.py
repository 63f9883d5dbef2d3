"""The work itself, as the thread does it: runs are handed to an executor, news are told. Pure."""

from functools import partial

from simulator.experiment.executors import RunExecutor
from simulator.experiment.planning import Plan
from simulator.experiment.planning import plan as planned
from simulator.experiment.sweep import Sweep, sweep_rows
from ui.experiment.asked import Planned
from ui.experiment.runner import Tell, Work


def sweeping(sweep: Sweep) -> Work:
    """Tells each Row; returns nothing."""
    return partial(_sweep, sweep)


def _sweep(sweep: Sweep, executor: RunExecutor, tell: Tell) -> None:
    count = sweep.run_count
    for number, row in enumerate(sweep_rows(sweep, executor), 1):
        tell(number / count, row)


def planning(asked: Planned) -> Work:
    """Returns the Plan."""
    return partial(_plan, asked)


def _plan(asked: Planned, executor: RunExecutor, tell: Tell) -> Plan:
    return planned(
        asked.scenario,
        asked.targets,
        asked.varied,
        executor,
        seed=asked.seed,
        costs=asked.costs,
        advance=lambda share: tell(share, None),
    )
