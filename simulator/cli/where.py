"""Where the runs of a command are run: `--jobs` and `--cluster`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError

if TYPE_CHECKING:
    from simulator.experiment.executors import RunExecutor


@contextmanager
def executor_of(jobs: int | None, cluster: str | None) -> Iterator["RunExecutor"]:
    """Open while entered. Raises SimulatorError where both are given, or one is wrong."""
    from simulator.experiment import executors  # noqa: PLC0415

    if jobs is not None and cluster is not None:
        raise SimulatorError("--jobs: goes without --cluster")
    with executors.local(jobs) if cluster is None else executors.cluster(cluster) as executor:
        yield executor
