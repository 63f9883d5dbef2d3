"""Messages: publishing, slots, reserving, acknowledging, failing, dying, and what tasks do."""

import numpy as np
import pytest

from simulator.model import System
from simulator.record import MessageOutcome, Outcome
from tests.model.broker_stories import broker, crash, outcomes, publishing, rows, task, worked
from tests.model.stories import MS, burst, change, finished, poisson, route, told

S = 1000 * MS


def answers(*parts: str, handler: str = "async", more: str = "") -> np.void:
    """The only request of a run."""
    steps = f'[[routes]]\npath = "/a"\nhandler = "{handler}"\nsteps = [{{ enqueue = "work", count = 4 }}]\n{more}\n'
    system = finished(told(burst("0s"), steps, *parts))
    row: np.void = system.record.requests.array()[0]
    return row


@pytest.mark.parametrize("handler", ["async", "threadpool", "blocking"])
def test_who_enqueues_answers_202_at_the_cost_of_publishing(handler: str) -> None:
    row = answers(broker("rq", 'publish = "3ms"'), task("io 1s"), handler=handler)
    assert (row["outcome"], row["status"], row["io"]) == (Outcome.COMPLETED, 202, 3 * MS)
    assert row["finished"] - row["sent"] == 3 * MS


def test_a_full_queue_answers_503_and_keeps_what_came_before() -> None:
    system = worked(broker("rabbitmq", "prefetch = 1\ncapacity = 2"), task("io 1s"), count=5)
    row = system.record.requests.array()[0]
    assert (row["outcome"], row["status"]) == (Outcome.REJECTED, 503)
    assert outcomes(system) == {"completed": 3}


def test_what_is_enqueued_behind_the_answer_leaves_it_a_200() -> None:
    steps = '[[routes]]\npath = "/a"\nhandler = "async"\nbackground = [{ enqueue = "work" }]\n'
    system = finished(told(burst("0s"), steps, broker("rq"), task("io 1s")))
    assert system.record.requests.array()[0]["status"] == 200
    assert outcomes(system) == {"completed": 1}


def test_messages_know_who_published_them_and_when() -> None:
    system = finished(told(burst("1s", users=2), publishing(3), broker("rq", 'publish = "5ms"'), task("io 10ms")))
    assert rows(system)["request"].tolist() == [1, 1, 1, 2, 2, 2]
    assert set(rows(system)["published"].tolist()) == {1005 * MS}


def test_a_crowd_of_messages_gives_way_to_who_looks_at_a_clock_and_to_nobody_else() -> None:
    system = System(told(burst("1s", users=2), publishing(2500), broker("rq"), task("io 1h")), seed=1)
    assert not system.run_until(2.0, budget_s=0.0)
    assert 0 < system.record.messages.count < 2500
    assert system.run_until(2.0)
    system.close()
    assert set(rows(system)["published"].tolist()) == {S}
    assert rows(system)["request"].tolist() == [1] * 2500 + [2] * 2500


def test_slots_work_side_by_side() -> None:
    system = worked(broker("rabbitmq", "concurrency = 3\nprefetch = 1"), task("io 1s"), count=7)
    assert rows(system)["finished"].tolist() == [S] * 3 + [2 * S] * 3 + [3 * S]
    assert rows(system)["wait"].tolist() == [0] * 3 + [S] * 3 + [2 * S]


@pytest.mark.parametrize(("prefetch", "given"), [(1, 2), (2, 4), (3, 6), (0, 9)])
def test_a_consumer_reserves_so_many_a_slot(prefetch: int, given: int) -> None:
    system = worked(broker("rabbitmq", f"concurrency = 2\nprefetch = {prefetch}"), task("io 20s"), count=9)
    assert (rows(system)["deliveries"] > 0).sum() == given
    assert system.broker is not None
    assert system.broker.waiting == 9 - given


def test_with_late_acknowledgement_none_is_lost() -> None:
    system = worked(broker("rabbitmq", "concurrency = 2"), task("io 1s"), crash("1500ms"), count=6)
    assert outcomes(system) == {"completed": 6}
    assert rows(system)["deliveries"].tolist() == [1, 1, 2, 2, 2, 2]
    assert rows(system)["executions"].tolist() == [1, 1, 2, 2, 1, 1]


def test_with_early_acknowledgement_what_was_being_executed_is_lost() -> None:
    more = "concurrency = 2\nprefetch = 1\nvisibility_timeout = 0"
    system = worked(broker("celery", more), task("io 1s"), crash("1500ms"), count=8)
    table = rows(system)
    assert table["outcome"].tolist() == [1, 1, 2, 2, 1, 1, 1, 1]
    assert table["finished"][2:4].tolist() == [1500 * MS] * 2
    assert table["run"][2:4].tolist() == [500 * MS] * 2


def test_another_consumer_takes_the_place_of_a_dead_one() -> None:
    system = worked(broker("rabbitmq"), task("io 1s"), crash("500ms"))
    assert rows(system)["finished"].tolist() == [1600 * MS]


def test_a_poison_message_is_put_aside() -> None:
    poison = task("io 1s", more="failure_rate = 1.0")
    system = worked(broker("rabbitmq", "max_deliveries = 3"), poison)
    assert outcomes(system) == {"dead_lettered": 1}
    assert [rows(system)[0][name] for name in ("deliveries", "executions", "finished")] == [3, 3, 3 * S]


def test_where_failures_are_not_repeated_they_are_ends() -> None:
    failing = task("io 10ms", more="failure_rate = 0.25")
    system = worked(broker("rabbitmq", 'on_failure = "fail"'), failing, count=400)
    assert set(rows(system)["executions"].tolist()) == {1}
    assert outcomes(system)["failed"] == pytest.approx(100, rel=0.2)


def test_a_task_that_takes_no_time_and_always_fails_does_not_stop_the_clock() -> None:
    system = worked(broker("rabbitmq"), task(more="failure_rate = 1.0"), duration="10ms")
    assert rows(system)[0]["executions"] == 10_000


def test_pools_are_each_consumer_s_own() -> None:
    pool = '[[services]]\nname = "smtp"\npool_size = 1\nmax_overflow = 0\n'
    sending = '[[tasks]]\nname = "work"\nsteps = [{ io = "1s", service = "smtp" }]\n'
    more = "consumers = 2\nconcurrency = 2\nprefetch = 1"
    system = worked(broker("rabbitmq", more), sending, pool, count=4)
    assert sorted(rows(system)["finished"].tolist()) == [S, S, 2 * S, 2 * S]
    assert system.services["smtp"].requests == 0


def test_a_service_that_is_down_fails_its_tasks() -> None:
    down = '[[services]]\nname = "smtp"\n[[faults]]\nat = "0s"\nfor = "5s"\nkind = "down"\ntarget = "smtp"\n'
    sending = '[[tasks]]\nname = "work"\nsteps = [{ cpu = "1s" }, { io = "1s", service = "smtp" }]\n'
    system = worked(broker("rabbitmq"), sending, down)
    assert rows(system)[0]["executions"] == 5
    assert outcomes(system) == {"completed": 1}


def test_a_dead_consumer_leaves_its_place_in_a_service() -> None:
    one = '[[services]]\nname = "smtp"\nconcurrency = 1\n'
    sending = '[[tasks]]\nname = "work"\nsteps = [{ io = "2s", service = "smtp" }]\n'
    system = worked(broker("rabbitmq", "consumers = 2\nprefetch = 1"), sending, one, crash("1s"), count=2)
    assert rows(system)["finished"].tolist() == [5 * S, 3 * S]


def test_more_consumers_help_at_once_and_those_that_go_finish() -> None:
    more = change("1500ms", "broker.consumers", "3")
    system = worked(broker("rabbitmq", "prefetch = 1"), task("io 1s"), more, count=4)
    assert rows(system)["finished"].tolist() == [S, 2 * S, 2500 * MS, 2500 * MS]
    fewer = change("500ms", "broker.consumers", "1")
    system = worked(broker("rabbitmq", "prefetch = 2\nconsumers = 3"), task("io 1s"), fewer, count=6)
    assert sorted(rows(system)["finished"].tolist()) == [S, S, S, 2 * S, 3 * S, 4 * S]
    assert rows(system)["consumer"].tolist() == [1, 2, 3, 1, 1, 1]


@pytest.mark.parametrize(
    ("key", "to", "finish"),
    [
        ("broker.concurrency", "4", [S, 2 * S, 2 * S, 2 * S]),
        ("tasks[work].steps", '[{ io = "2s" }]', [S, 3 * S, 5 * S, 7 * S]),
        ("tasks[work].steps", '[{ cpu = "100ms" }, { io = "100ms" }]', [S, 1200 * MS, 1400 * MS, 1600 * MS]),
    ],
)
def test_what_changes_acts_on_the_next_execution(key: str, to: str, finish: list[int]) -> None:
    system = worked(broker("rabbitmq"), task("io 1s"), change("1s", key, to), count=4)
    assert rows(system)["finished"].tolist() == finish


def test_a_queue_that_may_grow_takes_what_it_refused() -> None:
    parts = (broker("rq", "capacity = 1"), task("io 1s"), change("2s", "broker.capacity", "0"))
    system = finished(told(burst("0s", users=4), burst("3s", users=4), publishing(), *parts))
    assert len(rows(system)) == 2 + 4


def run_times(*more: str) -> list[int]:
    """By message, whoever executes it and when."""
    parts = (poisson(20), publishing(), task("cpu exponential(5ms)", "io exponential(40ms)"))
    system = finished(told(*parts, *more, duration="20s"))
    table = rows(system)
    return [int(each["run"]) if each["outcome"] == MessageOutcome.COMPLETED else 0 for each in table]


def test_draws_belong_to_the_n_th_message_of_a_task() -> None:
    alone = run_times(broker("rabbitmq", "concurrency = 4\nprefetch = 1"))
    others = task("io exponential(1s)", name="other") + route("async", "io exponential(1s)", path="/b")
    for times in (
        run_times(broker("celery", "consumers = 3")),
        run_times(broker("kafka", "consumers = 3\npartitions = 3")),
        run_times(broker("rabbitmq", "concurrency = 4\nprefetch = 1"), others),
    ):
        both = [(one, other) for one, other in zip(alone, times, strict=True) if one and other]
        assert len(both) > 0.9 * len(alone)
        assert all(one == other for one, other in both)
