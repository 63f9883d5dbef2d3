"""The workers of a Dask cluster as an executor; the only module that imports `distributed`."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, Any

from simulator.errors import SimulatorError
from simulator.experiment.edition import edition
from simulator.experiment.executors import RunExecutor
from simulator.experiment.runs import Run, RunResult, run_one
from simulator.output.inputs import Inputs
from simulator.scenario import Scenario, parse

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE_S = 10
"""Until a scheduler has answered, and until it has a worker."""
_LONGEST_WITHOUT_S = 60
"""Wall time without a single worker, after which none is expected to come."""
_SMALLEST_AHEAD = 64


class EditionError(SimulatorError):
    """A worker has other code than this machine."""


@contextmanager
def connected(address: str) -> Iterator["ClusterExecutor"]:
    """The workers of the scheduler at this address; every one of them must have this edition of the package.

    Raises SimulatorError.
    """
    with _client(address) as client:
        _wait_for_workers(client, address)
        _compare(client)
        with ClusterExecutor(client, address) as executor:
            yield executor


def _client(address: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise SimulatorError("--cluster: needs the extra: pip install 'vazao[cluster]'") from error
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado.application"):
        # What goes wrong is said once, by us.
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)

    class WholeClient(Client):
        """Closes itself where it cannot start.

        What is left half started is closed by the garbage collector, in whatever thread that runs. If that is the
        thread that the next client is starting, it waits for a lock that this client holds: neither goes on.
        """

        def start(self, **options: Any) -> None:  # noqa: ANN401  # as it is there
            try:
                super().start(**options)  # type: ignore[no-untyped-call]  # half of its calls have no types
            except BaseException:
                self.close()  # type: ignore[no-untyped-call]
                raise

    try:
        return WholeClient(address, timeout=_PATIENCE_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise SimulatorError(
            f"--cluster: no Dask scheduler answers at {address}; start one with: dask scheduler"
        ) from error


def _wait_for_workers(client: "Client", address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE_S)
    except TimeoutError as error:
        raise SimulatorError(
            f"--cluster: the scheduler at {address} has no workers; start one with: dask worker {address}"
        ) from error


def _compare(client: "Client") -> None:
    """With the workers that are there; those that come later are asked with every run."""
    for worker, theirs in client.run(_theirs, on_error="return").items():
        if isinstance(theirs, ImportError):
            raise EditionError(f"--cluster: the worker {worker} has no vazao: install {edition()} there")
        if isinstance(theirs, Exception):
            raise SimulatorError(f"--cluster: the worker {worker} fails: {theirs}") from theirs
        if theirs != edition():
            raise _other_edition(worker, theirs, edition())


def _theirs() -> str:
    """Runs there."""
    return edition()


def _other_edition(worker: str, theirs: str, ours: str) -> EditionError:
    return EditionError(
        f"--cluster: the worker {worker} has vazao {theirs}, this machine {ours}: "
        "results would differ, install the same on both"
    )


def _on_worker(wanted: str, fn: Callable[..., Any], args: tuple[Any, ...]) -> Any:  # noqa: ANN401
    """Runs there."""
    if edition() != wanted:
        from distributed import get_worker  # noqa: PLC0415

        raise _other_edition(get_worker().address, edition(), wanted)
    return fn(*args)


def _run_with_files(run: Run, text: str, files: dict[str, bytes]) -> RunResult:
    """Runs there: `text` is the scenario with the names of these files."""
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        return run_one(replace(run, scenario=parse(text, directory=Path(folder))))


class ClusterExecutor(RunExecutor):
    """Dask runs again what was lost with a worker; only a run that loses several of them fails."""

    def __init__(self, client: "Client", address: str) -> None:
        self._client = client
        self._address = address
        self._executor: Executor = client.get_executor()  # type: ignore[no-untyped-call]
        self._seen_s = monotonic()
        self._scenario: Scenario | None = None
        self._text = ""
        self._files: dict[str, bytes] = {}
        threads = sum(worker["nthreads"] for worker in client.scheduler_info()["workers"].values())
        self.ahead = max(_SMALLEST_AHEAD, 4 * threads)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
        """On any worker; a run takes the files that its scenario names along."""
        if fn is run_one and self._named(args[0].scenario):
            fn, args = _run_with_files, (args[0], self._text, self._files)
        return self._executor.submit(_on_worker, edition(), fn, args, **kwargs)

    def _named(self, scenario: Scenario) -> bool:
        """Read what the scenario names, once for all of its replications."""
        if scenario is not self._scenario:
            inputs = Inputs(scenario)
            self._scenario, self._files = scenario, inputs.files
            self._text = inputs.text(scenario.run.replications) if inputs.files else ""
        return bool(self._files)

    def check(self) -> None:
        """Raises SimulatorError where the scheduler is gone, or there has been no worker for long."""
        if self._client.status not in ("running", "connecting"):
            raise SimulatorError(f"--cluster: the scheduler at {self._address} is gone")
        if self._client.scheduler_info()["workers"]:
            self._seen_s = monotonic()
        elif monotonic() - self._seen_s > _LONGEST_WITHOUT_S:
            raise SimulatorError(
                f"--cluster: all workers of {self._address} are gone; start one with: dask worker {self._address}"
            )

    def failed(self, error: BaseException) -> RunResult:
        """Raises SimulatorError where it is the cluster that fails."""
        from distributed import KilledWorker  # noqa: PLC0415

        match error:
            case KilledWorker():
                return RunResult(error="every worker that ran it died", is_lost=True)
            case SimulatorError():
                raise error
            case CancelledError():
                raise SimulatorError(f"--cluster: the scheduler at {self._address} is gone") from error
            case ImportError():
                raise EditionError(f"--cluster: a worker has no vazao: install {edition()} there") from error
            case _:
                raise SimulatorError(f"--cluster: a worker fails: {error}") from error

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """What is being run is given up."""
        self._executor.shutdown(wait=wait and not cancel_futures)
