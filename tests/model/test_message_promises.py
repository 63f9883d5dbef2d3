"""What must hold for every scenario with a broker: nothing lost or made up, however a run is looked at."""

from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.errors import ScenarioError
from simulator.model import System
from simulator.record import MessageOutcome, MessageStage
from simulator.record.requests import NEVER
from simulator.scenario.file import from_plain
from tests.model.stories import finished
from tests.model.strategies import changes, scenarios_with_a_broker
from tests.model.test_promises import assert_whole, cut_at, rows

EXAMPLES = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def messages(system: System) -> bytes:
    return system.record.messages.array().tobytes()


def assert_messages_are_whole(system: System) -> None:
    table = system.record.messages.array()
    end = system.record.end_ns
    assert len(table) == sum(np.count_nonzero(table["outcome"] == outcome) for outcome in MessageOutcome)
    is_over = table["outcome"] != MessageOutcome.UNFINISHED
    assert np.array_equal(table["finished"] != NEVER, is_over)
    assert (table["executions"] <= table["deliveries"]).all()
    assert np.array_equal(table["first_delivered"] == NEVER, table["deliveries"] == 0)
    assert (table["executions"][table["outcome"] == MessageOutcome.COMPLETED] > 0).all()
    ends = np.where(is_over, table["finished"], end)
    assert np.array_equal(table["wait"] + table["run"], ends - table["published"])
    assert (table["wait"] >= 0).all()
    assert (table["run"] >= 0).all()
    assert system.broker is not None
    assert sorted(system.broker.unfinished()) == (np.flatnonzero(~is_over) + 1).tolist()
    assert_nobody_has_a_lost_message(system)


def assert_nobody_has_a_lost_message(system: System) -> None:
    """What is executed, reserved or waits is a message of the run; pools and services have nobody else."""
    assert system.broker is not None
    for consumer in system.broker.consumers:
        for pool in consumer.pools.values():
            assert pool.holders <= set(consumer.running)
            assert set(pool.waiting) <= set(consumer.running) - pool.holders


def assert_the_trace_agrees(system: System) -> None:
    trace = system.message_trace
    assert trace is not None
    moves = trace.rows()
    assert (np.diff(moves["time"]) >= 0).all()
    table = system.record.messages.array()
    moment = trace.messages_at(system.record.end_ns)
    counts = moment.counts
    assert counts.published == len(table)
    for outcome, count in (
        (MessageOutcome.COMPLETED, counts.completed),
        (MessageOutcome.FAILED, counts.failed),
        (MessageOutcome.DEAD_LETTERED, counts.dead_lettered),
    ):
        assert np.count_nonzero(table["outcome"] == outcome) == count
    is_unfinished = table["outcome"] == MessageOutcome.UNFINISHED
    assert set((np.flatnonzero(is_unfinished) + 1).tolist()) <= set(moment.message_id.tolist())
    assert int(np.maximum(table["deliveries"].astype(np.int64) - 1, 0).sum()) == counts.redelivered
    assert system.broker is not None
    assert counts.waiting == system.broker.waiting
    reserved = sum(len(each.reserved) for each in system.broker.consumers)
    assert counts.reserved >= reserved
    assert np.count_nonzero(moves["stage"] == MessageStage.BROKER_QUEUE) >= len(table)


@EXAMPLES
@given(scenarios_with_a_broker())
def test_every_message_is_accounted_for(plain: dict[str, Any]) -> None:
    system = finished(from_plain(plain, Path()), trace=True)
    assert_messages_are_whole(system)
    assert_the_trace_agrees(system)
    assert_whole(system)


@EXAMPLES
@given(scenarios_with_a_broker())
def test_a_run_is_the_same_however_it_is_looked_at(plain: dict[str, Any]) -> None:
    plain["run"]["drain"] = "0s"
    scenario = from_plain(plain, Path())
    session = System(scenario, seed=1, endless=True, trace=True, sample_every_s=0.03)
    session.run_until(scenario.run.duration)
    session.close()
    seen, unseen = finished(scenario, trace=True), finished(scenario)
    assert rows(seen) == rows(unseen) == rows(session)
    assert messages(seen) == messages(unseen) == messages(session)


@EXAMPLES
@given(scenarios_with_a_broker(), st.data())
def test_a_session_replays_to_the_same_messages(plain: dict[str, Any], data: st.DataObject) -> None:
    scenario = from_plain(plain, Path())
    session = System(scenario, seed=3, endless=True, trace=True, sample_every_s=0.1)
    session.run_until(0.26)
    for _ in range(data.draw(st.integers(1, 8))):
        session.run_until(session.now_s + data.draw(st.sampled_from([0.001, 0.05, 0.1])))
        try:
            session.apply(*data.draw(changes(session.scenario.plain())))
        except ScenarioError:
            continue
    session.run_until(max(session.settle(), 0.6) + 0.000_001)
    end_s = session.settle()
    session.close()
    replayed = finished(cut_at(scenario, end_s, session), seed=3)
    assert messages(session) == messages(replayed)
    assert rows(session) == rows(replayed)
    assert_messages_are_whole(session)
    assert_the_trace_agrees(session)


CRASH_S = 0.3001234567


def hit(plain: dict[str, Any], broker: dict[str, Any]) -> dict[str, Any]:
    """The scenario with nothing that fails but a consumer, once."""
    plain["broker"] = {"consumers": plain["broker"].get("consumers", 1), **broker}
    plain["tasks"] = [{"name": name, "steps": [{"io": "exponential(15ms)"}]} for name in ("mail", "report")]
    plain["faults"] = [{"at": CRASH_S, "kind": "crash", "target": "consumer:1"}]
    return plain


@EXAMPLES
@given(
    scenarios_with_a_broker(),
    st.fixed_dictionaries(
        {"kind": st.sampled_from(["rabbitmq", "celery", "redis"]), "ack": st.just("late")},
        optional={"prefetch": st.integers(0, 3), "visibility_timeout": st.sampled_from(["0s", "15ms", "120ms"])},
    )
    | st.fixed_dictionaries({"kind": st.just("kafka")}, optional={"prefetch": st.integers(0, 3)}),
)
def test_with_late_acknowledgement_a_crash_loses_no_message(plain: dict[str, Any], broker: dict[str, Any]) -> None:
    system = finished(from_plain(hit(plain, broker), Path()), trace=True)
    outcomes = system.record.messages.array()["outcome"]
    assert set(outcomes.tolist()) <= {MessageOutcome.COMPLETED, MessageOutcome.UNFINISHED}
    assert_messages_are_whole(system)
    assert_the_trace_agrees(system)


@EXAMPLES
@given(
    scenarios_with_a_broker(),
    st.fixed_dictionaries(
        {"kind": st.just("celery"), "ack": st.just("early"), "visibility_timeout": st.sampled_from(["0s", "3600s"])},
        optional={"prefetch": st.integers(0, 3), "concurrency": st.integers(1, 3)},
    )
    | st.just({"kind": "rabbitmq", "ack": "early", "prefetch": 0}),
)
def test_with_early_acknowledgement_a_crash_loses_what_it_had_acknowledged(
    plain: dict[str, Any], broker: dict[str, Any]
) -> None:
    system = finished(from_plain(hit(plain, broker), Path()), trace=True)
    assert system.message_trace is not None
    before = system.message_trace.messages_at(int(CRASH_S * 1e9) - 1)
    is_there = np.array([before.places[place] == "consumer:1" for place in before.place], dtype=bool)
    if broker["kind"] == "celery":  # which acknowledges as it begins
        is_there &= before.stage != MessageStage.RESERVED
    lost = np.flatnonzero(system.record.messages.array()["outcome"] == MessageOutcome.FAILED) + 1
    assert lost.tolist() == sorted(before.message_id[is_there].tolist())
