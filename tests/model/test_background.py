"""Background steps run behind the answer, in the same task, by their own kind of handler (G1)."""

import numpy as np
import pytest

from simulator.record import NEVER, Outcome, Stage
from tests.model.stories import MS, burst, closed, finished, parts_add_up, poisson, route, served, server, told


def behind(handler: str, *steps: str) -> str:
    written = ", ".join(f"{{ {kind} = '{time}' }}" for kind, _, time in (step.partition(" ") for step in steps))
    return f'background_handler = "{handler}"\nbackground = [{written}]'


@pytest.mark.parametrize("kind", ["async", "threadpool", "blocking"])
def test_g1_the_client_has_its_answer_before_the_background_work(kind: str) -> None:
    rows = served(burst("0s"), route("async", "io 10ms", more=behind(kind, "io 100ms")))
    assert rows["finished"].tolist() == [10 * MS]
    assert rows["server_finished"].tolist() == [10 * MS]


@pytest.mark.parametrize(("kind", "second"), [("async", 20), ("threadpool", 20), ("blocking", 110)])
def test_g1_blocking_background_work_delays_the_others(kind: str, second: int) -> None:
    rows = served(burst("0s"), burst("15ms", name="next"), route("async", "io 5ms", more=behind(kind, "io 100ms")))
    assert rows["finished"].tolist() == [5 * MS, second * MS]


def test_g1_background_work_takes_a_token_of_the_thread_pool() -> None:
    rows = served(
        burst("0s"),
        burst("20ms", "/b", name="next"),
        server("thread_limit = 1"),
        route("async", more=behind("threadpool", "io 100ms")),
        route("threadpool", "io 10ms", path="/b"),
    )
    assert rows["finished"][1] == 110 * MS
    assert rows["thread_wait"][1] == 80 * MS


def test_g1_background_steps_run_one_after_another_and_belong_to_no_part() -> None:
    scenario = told(
        burst("0s"),
        burst("1s", name="end"),
        route("async", "cpu 1ms", more=behind("async", "io 100ms", "cpu 7ms", "io 50ms")),
    )
    system = finished(scenario, trace=True)
    rows = system.record.requests.array()
    assert parts_add_up(rows, system.record.end_ns)
    assert rows["cpu"].tolist() == [MS, MS]
    assert system.trace is not None
    stages = [(int(row["time"]) // MS, Stage(int(row["stage"]) & 0x7F)) for row in system.trace.history(1)]
    assert stages[-1] == (158, Stage.DONE)
    assert {stage for at, stage in stages if 1 < at < 158} == {Stage.BACKGROUND}


def test_the_next_request_of_a_connection_may_start_before_the_background_work_ends() -> None:
    rows = served(closed(1), route("async", "io 10ms", more=behind("async", "io 1s")), duration="100ms")
    assert np.count_nonzero(rows["outcome"] == Outcome.COMPLETED) == 9
    assert rows["accepted"].tolist() == [0] + [NEVER] * 9


def test_background_work_is_shown_once_its_client_has_the_answer() -> None:
    scenario = told(burst("0s", more='network = "20ms"'), route("async", "io 10ms", more=behind("async", "io 100ms")))
    system = finished(scenario, trace=True)
    assert system.trace is not None
    stages = [(int(row["time"]) // MS, Stage(int(row["stage"]) & 0x7F)) for row in system.trace.history(1)]
    assert stages[-4:] == [
        (70, Stage.RETURNING), (90, Stage.ANSWERED), (90, Stage.BACKGROUND), (170, Stage.DONE),
    ]  # fmt: skip
    assert system.trace.at(80 * MS).stage.tolist() == [Stage.RETURNING]
    assert system.trace.at(100 * MS).stage.tolist() == [Stage.BACKGROUND]


def test_a_request_that_fails_leaves_no_background_work() -> None:
    rows = served(
        burst("0s"),
        burst("15ms", name="next"),
        route("async", "io 5ms", more=behind("blocking", "io 100ms") + "\nfailure_rate = 1.0"),
    )
    assert rows["finished"].tolist() == [5 * MS, 20 * MS]
    assert rows["status"].tolist() == [500, 500]


def test_background_work_of_an_orphan_runs_too() -> None:
    rows = served(
        burst("0s", more='timeout = "5ms"'),
        burst("15ms", name="next"),
        route("async", "io 10ms", more=behind("blocking", "io 100ms")),
    )
    assert rows["finished"].tolist() == [5 * MS, 120 * MS]


def test_the_rate_of_failures_is_the_share_that_was_asked_for() -> None:
    rows = served(poisson(200, more="keep_alive = true"), route("async", "io 1ms", more="failure_rate = 0.3"))
    assert np.mean(rows["outcome"] == Outcome.FAILED) == pytest.approx(0.3, abs=0.03)
    assert set(rows["status"][rows["outcome"] == Outcome.FAILED].tolist()) == {500}


def test_e4_a_500_closes_the_connection() -> None:
    rows = served(closed(1), route("async", "io 10ms", more="failure_rate = 1.0"), duration="45ms")
    assert (rows["accepted"] >= 0).all()
