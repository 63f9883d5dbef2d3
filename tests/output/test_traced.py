"""A run that was written with its trace tells the same lives, and blames the same requests, when it is read again."""

from pathlib import Path

import pytest

from simulator.errors import ResultsError
from simulator.model import System
from simulator.output.results import Results
from simulator.output.traced import read_traced
from simulator.record import Record, Stage
from simulator.record.cause import Cause, Reason, causes_of
from simulator.record.life import Life, life_of
from simulator.scenario import Scenario, load
from simulator.scenario.file import replaced
from simulator.statistics import Replications
from tests.model.stories import burst, route, server, told

US, MS = 1_000, 1_000_000


def short(name: str) -> Scenario:
    return replaced(replaced(replaced(load(name), "run.duration", "6s"), "run.warm_up", "0s"), "run.seed", 5)


def written(scenario: Scenario, folder: Path) -> Record:
    system, replications = System(scenario, seed=5, trace=True), Replications()
    with Results(folder, scenario, has_trace=True) as results:
        system.finish()
        replications.add(system.record)
        results.add(system.record)
        results.commit(replications)
    return system.record


@pytest.mark.parametrize(
    "name", ["01_blocking", "02_async", "03_threadpool", "06_keep_alive_burst", "12_orphans", "15_background"]
)
def test_what_is_read_is_what_was_run(name: str, tmp_path: Path) -> None:
    live = written(short(name), tmp_path / "out")
    read = read_traced(tmp_path / "out")
    assert read.requests.count == live.requests.count
    blamed = 0
    for number in range(1, live.requests.count + 1):
        life, again = (life_of(record, number, record.end_ns) for record in (live, read))
        assert stages(again) == stages(life)
        assert (again.client, again.route, again.ending) == (life.client, life.route, life.ending)
        assert again.parts == pytest.approx(life.parts, abs=US)
        causes = [reasons(record, of) for record, of in ((live, life), (read, again))]
        assert causes[0] == causes[1]
        blamed += len(causes[0])
    assert blamed or name == "02_async"


def stages(life: Life) -> list[tuple[Stage, bool, str]]:
    """What lasted longer than files tell."""
    return [(span.stage, span.holds_loop, span.place) for span in life.spans if span.length_ns >= 2 * US]


def reasons(record: Record, life: Life) -> list[tuple[object, ...]]:
    causes = causes_of(record, life, MS)
    return [(cause.reason, cause.worker, cause.blamed, cause.is_blocking, cause.others) for cause in causes]


def test_a_folder_without_a_trace_is_named(tmp_path: Path) -> None:
    written(short("01_blocking"), tmp_path / "out")
    (tmp_path / "out" / "trace.csv").unlink()
    with pytest.raises(ResultsError, match=r"trace\.csv"):
        read_traced(tmp_path / "out")


@pytest.mark.parametrize(
    "damage", ["1,notanumber,1,ON_CPU,worker:1", "1,1.0,1,DANCING,worker:1", "1,1.0,999999,IN_IO,x"]
)
def test_a_damaged_line_is_named(damage: str, tmp_path: Path) -> None:
    written(short("01_blocking"), tmp_path / "out")
    path = tmp_path / "out" / "trace.csv"
    lines = path.read_text().splitlines()
    lines[10] = damage
    path.write_text("\n".join(lines))
    with pytest.raises(ResultsError, match="line 11"):
        read_traced(tmp_path / "out")


MIXED = route("async", "cpu 300ms", "io 20ms", "cpu 300ms", path="/mixed")
QUICK = route("async", "cpu 1ms", path="/quick")


def causes_of_both(scenario: Scenario, folder: Path, number: int) -> tuple[list[Cause], list[Cause]]:
    """Of its longest waits, in the run and in its files."""
    live = written(scenario, folder)
    lives = [(record, life_of(record, number, record.end_ns)) for record in (live, read_traced(folder))]
    one, other = (causes_of(record, life, 50 * MS) for record, life in lives)
    return one, other


def test_who_may_have_held_a_loop_behind_its_client_is_not_called_the_gil(tmp_path: Path) -> None:
    leaves = burst("0s", "/mixed", more='timeout = "100ms"')
    scenario = told(leaves, burst("350ms", "/quick"), MIXED, QUICK, duration="1s", drain="2s")
    (live,), (read,) = causes_of_both(scenario, tmp_path / "out", 2)
    assert (live.reason, live.blamed) == (Reason.HELD, 1)
    assert (read.reason, read.worker, read.others) == (Reason.UNTOLD, 1, 1)


def test_so_with_what_is_done_behind_an_answer(tmp_path: Path) -> None:
    behind = 'background = [{ io = "1ms" }, { cpu = "400ms" }]\nbackground_handler = "async"'
    later = route("async", "cpu 1ms", path="/mixed", more=behind)
    scenario = told(burst("0s", "/mixed"), burst("50ms", "/quick"), later, QUICK, duration="1s", drain="2s")
    (live,), (read,) = causes_of_both(scenario, tmp_path / "out", 2)
    assert (live.reason, live.blamed) == (Reason.HELD, 1)
    assert (read.reason, read.others) == (Reason.UNTOLD, 1)


def test_threads_that_compute_without_their_clients_are_still_the_gil(tmp_path: Path) -> None:
    leave = burst("0s", "/mixed", users=30, more='timeout = "20ms"')
    threads = route("threadpool", "cpu 300ms", path="/mixed")
    scenario = told(leave, burst("350ms", "/quick"), threads, QUICK, duration="1s", drain="20s")
    for causes in causes_of_both(scenario, tmp_path / "out", 31):
        assert [(cause.span.stage, cause.reason) for cause in causes] == [
            (Stage.ACCEPT_QUEUE, Reason.GIL),
            (Stage.CPU_QUEUE, Reason.PROCESSOR),
        ]


def test_whoever_waits_for_a_process_to_start_is_told_so(tmp_path: Path) -> None:
    crash = '[[faults]]\nat = "500ms"\nkind = "crash"\ntarget = "worker:1"\n'
    crash += crash.replace("worker:1", "worker:2")
    starting = server('workers = 2\nstart_up = "300ms"')
    scenario = told(burst("600ms", "/quick"), starting, crash, QUICK, duration="1s", drain="2s")
    for causes in causes_of_both(scenario, tmp_path / "out", 1):
        assert [(cause.span.stage, cause.reason) for cause in causes] == [(Stage.ACCEPT_QUEUE, Reason.ABSENT)]
