"""A Dask cluster of real processes on this machine."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from simulator.errors import SimulatorError
from simulator.experiment import cluster as module
from simulator.experiment.executors import InProcess, cluster
from simulator.experiment.runs import Run, run_one
from simulator.experiment.sweep import Sweep, sweep_rows
from simulator.experiment.sweep_table import SweepTable
from simulator.scenario import Scenario, keys
from tests.experiment.test_sweep import IO, sweep_of

distributed = pytest.importorskip("distributed")

Process = subprocess.Popen[str]


@contextmanager
def started(*command: str, **environment: str) -> Iterator[Process]:
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"DASK_DISTRIBUTED__WORKER__DAEMON": "False"} | environment,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_with(process: Process, words: str) -> str:
    """Wait until it says so."""
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return line
    raise AssertionError(f"it ended without {words!r}")


@contextmanager
def scheduler() -> Iterator[tuple[str, Process]]:
    with started("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as process:
        yield "tcp://" + line_with(process, "Scheduler at:").rpartition("tcp://")[2].strip(), process


@contextmanager
def worker(address: str, **environment: str) -> Iterator[Process]:
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
    with started("distributed.cli.dask_worker", address, *options, **environment) as process:
        line_with(process, "Registered to:")
        yield process


@pytest.fixture
def sweep(small: Scenario) -> Sweep:
    return sweep_of(small, "server.workers=1..4", f"{IO}=10ms..30ms:5", replications=2)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE_S", 3)


def test_a_sweep_survives_the_loss_of_a_worker_and_is_the_same_to_the_byte(sweep: Sweep) -> None:
    local = SweepTable.of(sweep.keys, list(sweep_rows(sweep, InProcess()))).as_csv()
    rows = []
    with ExitStack() as stack:
        address, _ = stack.enter_context(scheduler())
        victim, _ = [stack.enter_context(worker(address)) for _ in range(2)]
        with cluster(address) as executor:
            for row in sweep_rows(sweep, executor):
                rows.append(row)
                if len(rows) == 10:
                    victim.kill()
                    victim.wait()
    assert SweepTable.of(sweep.keys, rows).as_csv() == local


def test_a_run_takes_its_files_along(small: Scenario, tmp_path: Path) -> None:
    """Workers on other machines cannot read them: here they are gone when the run begins."""
    times, arrivals = tmp_path / "times.csv", tmp_path / "arrivals.csv"
    times.write_text("0.01\n0.03\n", encoding="utf-8")
    arrivals.write_text("time_s\n" + "".join(f"{number / 10}\n" for number in range(40)), encoding="utf-8")
    client = {"name": "c", "arrivals": "replay", "file": "arrivals.csv"}
    named = keys.replace(small.in_directory(tmp_path), "clients", [client])
    named = keys.replace(named, IO, "empirical(times.csv)")
    run = Run(named, 3)
    local = run_one(run)
    with ExitStack() as stack:
        address, _ = stack.enter_context(scheduler())
        begun = stack.enter_context(worker(address))
        executor = stack.enter_context(cluster(address))
        begun.send_signal(signal.SIGSTOP)
        future = executor.submit(run_one, run)
        times.unlink()
        arrivals.unlink()
        begun.send_signal(signal.SIGCONT)
        there = future.result(timeout=60)
    assert local.summary is not None
    assert (there.error, there.summary) == ("", local.summary)


def test_nobody_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE_S", 0.5)
    with (
        pytest.raises(SimulatorError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"),
        cluster("tcp://127.0.0.1:1"),
    ):
        pass


@pytest.mark.parametrize("address", ["nonsense", "http://127.0.0.1", "127.0.0.1:1:2"])
def test_no_address(address: str) -> None:
    with pytest.raises(SimulatorError, match=f"no Dask scheduler answers at {address}"), cluster(address):
        pass


def test_a_client_that_cannot_start_is_closed() -> None:
    """Else it is the collector that closes it, in a thread that another client may be waiting for."""
    before = set(open_clients())
    with pytest.raises(SimulatorError), cluster("nonsense"):
        pass
    assert set(open_clients()) == before


def open_clients() -> Iterator[int]:
    for thing in gc.get_objects():
        if isinstance(thing, distributed.Client) and thing.status != "closed":
            yield id(thing)


def test_a_cluster_without_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE_S", 0.5)
    with (
        scheduler() as (address, _),
        pytest.raises(
            SimulatorError, match=f"the scheduler at {address} has no workers; start one with: dask worker {address}"
        ),
        cluster(address),
    ):
        pass


def test_workers_with_another_version(sweep: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    with ExitStack() as stack:
        address, _ = stack.enter_context(scheduler())
        stack.enter_context(worker(address))
        with cluster(address) as executor:
            # A worker that joins later is only asked with the runs that it gets.
            monkeypatch.setattr(module, "edition", lambda: "9.9+other")
            with pytest.raises(SimulatorError, match=r"has vazao .*, this machine 9\.9\+other"):
                list(sweep_rows(sweep, executor))
            with pytest.raises(SimulatorError, match=r"has vazao .*, this machine 9\.9\+other"), cluster(address):
                pass


def test_a_scheduler_that_goes(sweep: Sweep) -> None:
    with ExitStack() as stack:
        address, process = stack.enter_context(scheduler())
        stack.enter_context(worker(address))
        executor = stack.enter_context(cluster(address))
        rows = sweep_rows(sweep, executor)
        next(rows)
        process.kill()
        with pytest.raises(SimulatorError, match=r"the scheduler at .* is gone"):
            list(rows)
