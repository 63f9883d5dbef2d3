"""What is particular to each kind of broker, as its documentation has it."""

import pytest

from tests.model.broker_stories import broker, crash, outcomes, publishing, rows, task, worked
from tests.model.stories import MS, burst, change, finished, poisson, told

S = 1000 * MS


# RabbitMQ


def test_rabbitmq_gives_a_consumer_all_there_is_by_default() -> None:
    """rabbitmq.com/docs/consumer-prefetch: 0 is infinite. Who comes later finds nothing to do."""
    later = change("1s", "broker.consumers", "2")
    system = worked(broker("rabbitmq"), task("io 1s"), later, count=5)
    assert set(rows(system)["consumer"].tolist()) == {1}
    limited = worked(broker("rabbitmq", "prefetch = 1"), task("io 1s"), later, count=5)
    assert set(rows(limited)["consumer"].tolist()) == {1, 2}


def test_rabbitmq_gives_in_turns() -> None:
    system = worked(broker("rabbitmq", "consumers = 3"), task("io 1s"), count=6)
    assert rows(system)["consumer"].tolist() == [1, 2, 3, 1, 2, 3]


def test_rabbitmq_requeues_what_a_dead_consumer_owed_in_its_old_place() -> None:
    """rabbitmq.com/docs/confirms, automatic requeueing; "to its original position in its queue, if possible"."""
    system = worked(broker("rabbitmq", "prefetch = 3"), task("io 1s"), crash("500ms"), count=5)
    table = rows(system)
    assert table["deliveries"].tolist() == [2, 2, 2, 1, 1]
    assert table["finished"].tolist() == [1600 * MS, 2600 * MS, 3600 * MS, 4600 * MS, 5600 * MS]


def test_rabbitmq_loses_what_it_acknowledged_as_it_sent_it() -> None:
    """rabbitmq.com/docs/confirms, automatic acknowledgement: "fire and forget"."""
    system = worked(broker("rabbitmq", 'ack = "early"'), task("io 1s"), crash("1500ms"), count=4)
    assert rows(system)["outcome"].tolist() == [1, 2, 2, 2]


def test_rabbitmq_closes_the_channel_of_who_does_not_acknowledge_in_time() -> None:
    """rabbitmq.com/docs/consumers, delivery acknowledgement timeout: all that was on the channel is requeued."""
    more = 'visibility_timeout = "2s"\nprefetch = 2\nconsumers = 2'
    system = worked(broker("rabbitmq", more), task("io 3s"), count=3)
    table = rows(system)
    assert outcomes(system) == {"completed": 3}
    assert table["deliveries"].tolist()[2] >= 2
    assert table["executions"].sum() > 3


# Celery


@pytest.mark.parametrize(("ack", "given"), [("early", 4 + 16), ("late", 16)])
def test_celery_reserves_four_times_its_concurrency(ack: str, given: int) -> None:
    """docs.celeryq.dev, prefetch limits: what executes is acknowledged already, unless it is late."""
    system = worked(broker("celery", f'ack = "{ack}"'), task("io 20s"), count=50)
    assert (rows(system)["deliveries"] > 0).sum() == given
    assert (rows(system)["executions"] > 0).sum() == 4


def test_celery_s_long_tasks_keep_short_ones_waiting_beside_an_idle_worker() -> None:
    """docs.celeryq.dev, prefetch limits: with long tasks a multiplier of 1."""
    parts = (
        burst("0s", "/long", users=1),
        burst("1ms", "/a", users=1),
        publishing(name="long", path="/long"),
        publishing(9),
        task("io 9s", name="long"),
        task("io 10ms"),
    )

    def last(prefetch: int) -> int:
        more = f"consumers = 2\nconcurrency = 1\nprefetch = {prefetch}"
        return int(rows(finished(told(*parts, broker("celery", more))))["finished"].max())

    assert last(4) > 9 * S
    late = finished(told(*parts, broker("celery", 'consumers = 2\nconcurrency = 1\nprefetch = 1\nack = "late"')))
    assert sorted(rows(late)["finished"].tolist())[-2] < 100 * MS


def test_celery_on_redis_executes_twice_what_takes_longer_than_the_visibility_time_out() -> None:
    """docs.celeryq.dev, Redis: "the task will be executed again, and again in a loop"."""
    more = 'ack = "late"\nvisibility_timeout = "2s"\nconcurrency = 1\nconsumers = 2\nprefetch = 1'
    system = worked(broker("celery", more), task("io 3s"), duration="20s")
    assert outcomes(system) == {"completed": 1}
    assert rows(system)[0]["finished"] == 3 * S
    assert rows(system)[0]["executions"] > 3


def test_celery_on_redis_gives_out_again_what_waits_in_a_worker_too_long() -> None:
    """kombu restores what is not acknowledged, also what is merely reserved: early acknowledgement does not help."""
    more = 'visibility_timeout = "2s"\nconcurrency = 1\nprefetch = 1'
    system = worked(broker("celery", more), task("io 3s"), count=2)
    assert rows(system)["executions"].tolist() == [1, 3]


@pytest.mark.parametrize(("visibility", "again"), [("5s", 6 * S), ("0s", 2600 * MS)])
def test_celery_s_late_tasks_come_back_when_the_transport_lets_them(visibility: str, again: int) -> None:
    """docs.celeryq.dev, glossary: in AMQP as the connection is lost, in Redis after the visibility time-out."""
    more = f'ack = "late"\nvisibility_timeout = "{visibility}"\nconcurrency = 1'
    system = worked(broker("celery", more), task("io 1s"), crash("500ms"))
    assert rows(system)[0]["finished"] == (again if visibility == "5s" else 1600 * MS)


# Redis Streams


def test_redis_entries_of_a_dead_consumer_stay_pending_until_they_are_claimed() -> None:
    """redis.io, XAUTOCLAIM: idle for at least min-idle-time; nothing comes back by itself."""
    system = worked(broker("redis", 'visibility_timeout = "3s"'), task("io 1s"), crash("500ms"), count=2)
    table = rows(system)
    assert table["finished"].tolist() == [4 * S, 1600 * MS]
    assert table["deliveries"].tolist() == [2, 1]
    never = worked(broker("redis", "visibility_timeout = 0"), task("io 1s"), crash("500ms"), count=2)
    assert rows(never)["outcome"].tolist() == [0, 1]


def test_redis_acknowledges_an_entry_whoever_has_it() -> None:
    """redis.io, XACK removes it from the group's pending entries: what waits to be claimed is gone."""
    more = 'visibility_timeout = "2s"\nprefetch = 2'
    system = worked(broker("redis", more), task("io 3s"), count=1)
    assert outcomes(system) == {"completed": 1}
    slow = worked(broker("redis", 'visibility_timeout = "2s"'), task("io 3s"), count=1)
    assert rows(slow)[0]["executions"] == 1


def test_redis_entries_that_failed_are_claimed_when_they_are_old_enough() -> None:
    poison = task("io 1s", more="failure_rate = 1.0")
    system = worked(broker("redis", 'visibility_timeout = "2s"\nmax_deliveries = 2'), poison)
    assert outcomes(system) == {"dead_lettered": 1}
    assert rows(system)[0]["finished"] == 4 * S


def test_redis_without_acknowledgement_loses_what_its_consumer_had_read() -> None:
    """redis.io, XREADGROUP NOACK: "equivalent to acknowledging the message when it is read"."""
    more = 'ack = "early"\nprefetch = 2'
    system = worked(broker("redis", more), task("io 1s"), crash("500ms"), count=4)
    assert rows(system)["outcome"].tolist() == [2, 2, 1, 1]


# RQ


def test_rq_takes_one_job_at_a_time_and_no_other() -> None:
    """python-rq.org/docs/workers: "each worker will process a single job at a time"."""
    system = worked(broker("rq", "consumers = 2"), task("io 20s"), count=5)
    assert (rows(system)["deliveries"] > 0).sum() == 2


@pytest.mark.parametrize(("more", "outcome"), [("", 2), ('on_failure = "redeliver"', 1)])
def test_rq_s_job_of_a_dead_worker_fails_unless_it_is_retried(more: str, outcome: int) -> None:
    """python-rq.org/docs/exceptions: FailedJobRegistry, Retry."""
    system = worked(broker("rq", more), task("io 1s"), crash("500ms"), count=2)
    assert rows(system)["outcome"].tolist() == [outcome, 1]


# Kafka


def test_kafka_executes_a_partition_in_order_whoever_else_is_idle() -> None:
    system = worked(broker("kafka", "consumers = 3\npartitions = 1"), task("io 1s"), count=4)
    assert rows(system)["finished"].tolist() == [S, 2 * S, 3 * S, 4 * S]
    assert set(rows(system)["consumer"].tolist()) == {1}


def test_kafka_shares_partitions_out() -> None:
    parts = (poisson(50), publishing(), task("io 1ms"), broker("kafka", "consumers = 2\npartitions = 3"))
    table = rows(finished(told(*parts, duration="60s")))
    shares = [(table["consumer"] == number).mean() for number in (1, 2)]
    assert shares == pytest.approx([2 / 3, 1 / 3], abs=0.03)


def test_kafka_begins_behind_the_last_commit_when_a_consumer_dies() -> None:
    """A poll commits what was polled before, 5 s after the commit before."""
    more = 'prefetch = 2\ncommit_every = "5s"'
    system = worked(broker("kafka", more), task("io 1s"), crash("9500ms"), count=12, duration="70s")
    table = rows(system)
    assert outcomes(system) == {"completed": 12}
    # The first is polled alone, the others by two: at 1 and 3 s, at 5 s (which commits five), at 7 and 9 s.
    assert table["executions"].tolist() == [1] * 5 + [2] * 5 + [1, 1]
    # The group misses it 45 s later.
    assert table["finished"][9] == 54_500 * MS + 5 * S


def test_kafka_commits_while_it_waits_for_more() -> None:
    more = 'commit_every = "1s"'
    system = worked(broker("kafka", more), task("io 100ms"), crash("5s"), count=3, duration="60s")
    assert rows(system)["executions"].tolist() == [1, 1, 1]


def test_a_kafka_consumer_that_does_not_poll_in_time_loses_its_partitions() -> None:
    """max.poll.interval.ms: the batch is executed again by who has the partition next, and by the slow one still."""
    more = 'consumers = 2\npartitions = 1\nprefetch = 3\nvisibility_timeout = "2s"\ncommit_every = 0'
    table = rows(worked(broker("kafka", more), task("io 1500ms"), count=4, duration="6s"))
    # Polled alone and committed; the batch of three behind it would take 4.5 s, and is given out again after 2.
    assert table["executions"].tolist() == [1, 2, 2, 1]
    assert table["deliveries"].tolist() == [1, 2, 2, 2]
    assert table["finished"][:3].tolist() == [1500 * MS, 3 * S, 4500 * MS]


def test_kafka_consumers_that_come_and_go_hand_partitions_over() -> None:
    parts = (
        poisson(20), publishing(), task("io 10ms"), broker("kafka", "partitions = 4\nconsumers = 1"),
        change("10s", "broker.consumers", "4"), change("20s", "broker.consumers", "2"),
    )  # fmt: skip
    table = rows(finished(told(*parts, duration="30s")))
    by_time = [set(table["consumer"][(table["published"] // (10 * S)) == each].tolist()) - {0} for each in range(3)]
    assert by_time[0] == {1}
    assert by_time[1] == {1, 2, 3, 4}
    assert set(table["consumer"][table["published"] > 21 * S].tolist()) - {0} == {1, 2}
    assert set(table["executions"][table["outcome"] == 1].tolist()) == {1}
