"""`python -m tests.benchmarks.experiment [--jobs N]`: what many runs cost beside the runs themselves.

Three figures: the speed-up of processes that are started already, the overhead of a run, a sweep from its command to
its table. Say beside them how many cores the machine has, and whether others use them.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import wait
from pathlib import Path
from time import perf_counter, process_time

from simulator.experiment.executors import InProcess, Processes, RunExecutor, local, run_all
from simulator.experiment.runs import Run, run_one
from simulator.scenario import Scenario, parse

_RUNS = 16
_REQUESTS = 40_000
_RATE = 100
_TINY_RUNS = 200
_TINY_REQUESTS = 20
_PROGRAM = "import sys; sys.argv[0] = 'simulate'; from simulator.cli import main; main()"

SERVER = """\
format = 1
name = "A server of two workers"

[run]
duration = {duration}
seed = 1

[[clients]]
name = "c"
arrivals = "poisson"
rate = 100
network = "1ms"

[server]
workers = 2

[[routes]]
path = "/"
handler = "async"
steps = [{{ cpu = "exponential(2ms)" }}, {{ io = "exponential(20ms)" }}, {{ cpu = "1ms" }}]
"""


def scenario_of(requests: int) -> Scenario:
    """With about so many requests."""
    return parse(SERVER.format(duration=requests / _RATE))


def runs_of(requests: int, count: int) -> list[Run]:
    """So many replications."""
    scenario = scenario_of(requests)
    return [Run(scenario, 1, number) for number in range(1, count + 1)]


def seconds(runs: Sequence[Run], executor: RunExecutor) -> float:
    """Wall time of all of them."""
    begin = perf_counter()
    results = dict(run_all(runs, executor))
    took = perf_counter() - begin
    assert all(not result.error for result in results.values())
    return took


def warm(executor: RunExecutor, jobs: int) -> None:
    """Every process is started, and has the model."""
    for _ in range(3):
        wait([executor.submit(run_one, run) for run in runs_of(2_000, 4 * jobs)])


def speed_up(executor: RunExecutor, jobs: int) -> None:
    """The processes are started already."""
    runs = runs_of(_REQUESTS, _RUNS)
    alone, beside = seconds(runs, InProcess()), seconds(runs, executor)
    print(
        f"{_RUNS} runs of {_REQUESTS:,} requests: {alone:.2f} s in one process, {beside:.2f} s in {jobs}: "
        f"{alone / beside:.2f} times as fast"
    )


def processor_seconds(runs: Sequence[Run], executor: Processes) -> tuple[float, float]:
    """Processor time of all of them, here and in the only process: what others do to the machine is not in it."""
    theirs, ours = executor.submit(process_time).result(), process_time()
    seconds(runs, executor)
    return process_time() - ours, executor.submit(process_time).result() - theirs


def overhead(executor: Processes) -> None:
    """One process, tiny runs: what is left when the run itself is taken away."""
    runs = runs_of(_TINY_REQUESTS, _TINY_RUNS)
    seconds(runs, InProcess())
    begin = process_time()
    here = seconds(runs, InProcess()) / _TINY_RUNS
    itself = (process_time() - begin) / _TINY_RUNS
    beside = seconds(runs, executor) / _TINY_RUNS
    ours, theirs = (time / _TINY_RUNS for time in processor_seconds(runs, executor))
    print(
        f"{_TINY_RUNS} runs of {_TINY_REQUESTS} requests: {here * 1000:.2f} ms a run here, "
        f"{beside * 1000:.2f} ms in a process beside: {(beside - here) * 1000:.2f} ms of overhead; "
        f"in processor time {itself * 1000:.2f} ms here, {theirs * 1000:.2f} + {ours * 1000:.2f} ms: "
        f"{(ours + theirs - itself) * 1000:.2f} ms of overhead"
    )


def speed_up_of_free_cores(executor: Processes) -> None:
    """By processor time: what two cores would do that nobody else uses."""
    runs = runs_of(_REQUESTS, 4)
    begin = process_time()
    seconds(runs, InProcess())
    alone = process_time() - begin
    ours, theirs = processor_seconds(runs, executor)
    print(
        f"4 runs of {_REQUESTS:,} requests: {alone:.2f} s of processor time in one process; handed out, {theirs:.2f} s "
        f"there and {ours:.2f} s here: on two free cores {2 * alone / (ours + theirs):.2f} times as fast"
    )


def sweep(jobs: int, points: int, replications: int, requests: int) -> None:
    """The command, with its table."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "server.toml"
        file.write_text(SERVER.format(duration=requests / _RATE), encoding="utf-8")
        vary = ["--vary", "server.workers=1..10", "--vary", f"clients[c].network=1ms..20ms:{points // 10}"]
        options = ["--replications", str(replications), "--jobs", str(jobs), "--out", f"{folder}/out"]
        begin = perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, "sweep", "--config", str(file), *vary, *options],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        took = perf_counter() - begin
    print(
        f"a sweep of {points} points x {replications} replications x {requests:,} requests: {took:.1f} s, "
        f"{points * replications * requests / took:,.0f} requests a second, "
        f"a table of {len(done.stdout.splitlines())} lines"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--points", type=int, default=200, help="of the sweep; 0 leaves it out")
    asked = parser.parse_args()
    with local(asked.jobs) as executor:
        warm(executor, asked.jobs)
        speed_up(executor, asked.jobs)
    with Processes(1) as executor:
        warm(executor, 1)
        overhead(executor)
        speed_up_of_free_cores(executor)
    if asked.points:
        sweep(asked.jobs, asked.points, 5, 20_000)


if __name__ == "__main__":
    main()
