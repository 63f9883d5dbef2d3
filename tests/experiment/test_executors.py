"""Runs on executors: the same results everywhere, in spite of processes that die."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from simulator.errors import SimulatorError
from simulator.experiment.executors import InProcess, Processes, RunExecutor, local, run_all
from simulator.experiment.runs import Run, RunResult, run_one
from simulator.scenario import Scenario
from simulator.scenario.validation import from_plain


def runs(scenario: Scenario, count: int) -> list[Run]:
    return [Run(scenario, 3, number, has_times=True) for number in range(1, count + 1)]


def results(runs: list[Run], executor: RunExecutor) -> list[bytes]:
    """Of each run, in order."""
    by_index = dict(run_all(runs, executor))
    assert sorted(by_index) == list(range(len(runs)))
    return [plain(by_index[index]) for index in range(len(runs))]


def plain(result: RunResult) -> bytes:
    percentiles = {key: times.percentiles_s((5, 50, 95)) for key, times in result.times.items()}
    return pickle.dumps((result.summary, result.error, percentiles))


def test_results_do_not_depend_on_where_they_are_made(small: Scenario, processes: RunExecutor) -> None:
    assert results(runs(small, 6), processes) == results(runs(small, 6), InProcess())


def test_a_run_that_cannot_begin_has_its_error_for_a_result(
    small: Scenario, processes: RunExecutor, tmp_path: Path
) -> None:
    (tmp_path / "sent.csv").write_text("time_s\n0.1\n", encoding="utf-8")
    recorded = {**small.plain(), "clients": [{"name": "again", "arrivals": "replay", "file": "sent.csv"}]}
    scenario = from_plain(recorded, tmp_path)
    (tmp_path / "sent.csv").unlink()
    good, bad = [dict(run_all([*runs(small, 1), Run(scenario, 3)], processes))[index] for index in (0, 1)]
    assert good.summary is not None
    assert bad.summary is None
    assert "sent.csv" in bad.error


def test_what_breaks_inside_a_run_is_a_result_too(small: Scenario) -> None:
    broken = small.model_copy(update={"routes": ()})
    assert run_one(Run(broken, 3)).error.startswith("IndexError:")


def test_runs_are_read_no_further_ahead_than_needed(small: Scenario) -> None:
    taken = []

    def endless() -> Iterator[Run]:
        for number in range(1, 10_000):
            taken.append(number)
            yield Run(small, 3, number)

    finished = run_all(endless(), InProcess())
    assert next(finished)[0] == 0
    assert taken == [1]


def test_asked_to_end_it_ends_early(small: Scenario) -> None:
    finished: list[int] = []
    for index, _ in run_all(runs(small, 10), InProcess(), is_over=lambda: len(finished) == 2):
        finished.append(index)
    assert finished == [0, 1]


class Deadly(Processes):
    """Kills the process that begins run `victim`, `times` times."""

    def __init__(self, jobs: int, victim: int, times: int) -> None:
        super().__init__(jobs)
        self.victim, self.times = victim, times

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if args[0].replication == self.victim and self.times:
            self.times -= 1
            return super().submit(os._exit, 1)
        return super().submit(fn, *args, **kwargs)


def test_runs_lost_with_their_process_are_run_again(small: Scenario) -> None:
    with Deadly(2, victim=3, times=1) as executor:
        assert results(runs(small, 8), executor) == results(runs(small, 8), InProcess())


def test_a_run_that_kills_its_process_is_the_only_one_that_fails(small: Scenario) -> None:
    with Deadly(2, victim=3, times=99) as executor:
        finished = dict(run_all(runs(small, 8), executor))
    assert [index for index, result in finished.items() if result.error] == [2]
    assert finished[2].error == "the process that ran it died"


LONELY = """
import sys, time
from simulator.experiment.executors import Processes
if __name__ == "__main__":
    executor = Processes(2)
    executor.submit(time.time).result()
    executor.submit(time.sleep, 600)
    executor.submit(time.sleep, 600)
    print("there", flush=True)
    {end}
"""


@pytest.mark.parametrize("end", ["sys.stdin.readline()", "executor.shutdown()"])
def test_processes_end_with_the_one_that_started_them(end: str) -> None:
    """Also where that is killed, and in the middle of a run."""
    with subprocess.Popen(
        [sys.executable, "-c", LONELY.format(end=end)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "there\n"
        if "stdin" in end:
            parent.kill()
        # All of them have this pipe for their standard output: its end is theirs.
        parent.communicate(timeout=60)


def test_no_jobs_is_refused() -> None:
    with pytest.raises(SimulatorError, match="--jobs"), local(0):
        pass


_ENDED_WHILE_SENDING = """
from concurrent.futures import FIRST_COMPLETED, wait
from simulator.experiment.executors import Processes
if __name__ == "__main__":
    with Processes(2) as executor:
        # Results that take a while to send: the others are in the middle of that when the first has come.
        running = [executor.submit(bytes, 200_000_000) for _ in range(6)]
        wait(running, return_when=FIRST_COMPLETED)
    print("ended")
"""


def test_processes_end_although_results_are_on_their_way(tmp_path: Path) -> None:
    script = tmp_path / "ending.py"
    script.write_text(_ENDED_WHILE_SENDING, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "ended\n", done.stderr
