"""What the bundled scenarios with a message queue say of themselves is what the model shows."""

from functools import cache

import numpy as np
import pytest

from simulator.model import System
from simulator.scenario import keys, load
from tests.model.broker_stories import outcomes, rows
from tests.scenario.test_bundled_claims import Rows, sent

S = 1_000_000_000


@cache
def after(name: str, *values: tuple[str, object]) -> System:
    """The system at the end of a bundled scenario, with some values changed."""
    scenario = load(name)
    for key, value in values:
        scenario = keys.replace(scenario, key, value)
    assert scenario.run.seed is not None
    system = System(scenario, seed=scenario.run.seed)
    system.finish()
    return system


def took_s(table: Rows) -> Rows:
    return (table["finished"] - table["sent"]) / 1e9


def test_a_thousand_e_mails_in_the_request_take_20_s_and_everybody_waits() -> None:
    table = sent("18_email")
    assert took_s(table[table["client"] == 0]).tolist() == pytest.approx([20.0], abs=0.01)
    meanwhile = table[(table["client"] == 1) & (table["sent"] > 10 * S) & (table["sent"] < 29.9 * S)]
    assert took_s(meanwhile).mean() == pytest.approx(10, rel=0.1)


def test_a_thousand_e_mails_through_a_queue_hold_nobody_up() -> None:
    table = sent("19_email_queue")
    (notice,) = table[table["client"] == 0]
    assert (notice["status"], (notice["finished"] - notice["sent"]) / 1e9) == (202, pytest.approx(0.006, abs=0.0011))
    assert took_s(table[table["client"] == 1]).max() < 0.1
    messages = rows(after("19_email_queue"))
    assert len(messages) == 1000
    assert (messages["finished"].max() - notice["sent"]) / S == pytest.approx(5, abs=0.05)


def test_the_two_e_mail_scenarios_are_the_same_but_for_the_queue() -> None:
    with_queue, without = (load(name) for name in ("19_email_queue", "18_email"))
    assert (with_queue.clients, with_queue.run, with_queue.server) == (without.clients, without.run, without.server)


def test_four_e_mails_wait_behind_a_report_beside_an_idle_worker() -> None:
    messages = rows(after("20_prefetch"))
    mails = messages[messages["task"] == 1]
    (report,) = messages[messages["task"] == 0]
    assert np.count_nonzero(mails["wait"] > 50 * S) == 4
    assert set(mails["consumer"][mails["wait"] > 50 * S].tolist()) == {int(report["consumer"])}
    other = mails[(mails["consumer"] != report["consumer"]) & (mails["published"] > 10 * S)]
    during = other[(other["published"] < 70 * S)]
    assert during["run"].sum() / (60 * S) == pytest.approx(0.2, abs=0.05)


def test_with_a_prefetch_of_one_and_late_acknowledgement_no_e_mail_waits_behind_the_report() -> None:
    messages = rows(after("20_prefetch", ("broker.prefetch", 1), ("broker.ack", "late")))
    assert messages[messages["task"] == 1]["wait"].max() < S


def test_early_acknowledgement_loses_what_the_dead_worker_was_executing() -> None:
    messages = rows(after("21_early_ack"))
    lost = messages[messages["outcome"] == 2]
    assert 1 <= len(lost) <= 4
    assert set(lost["consumer"].tolist()) == {1}
    assert set(lost["finished"].tolist()) == {30 * S}


def test_late_acknowledgement_loses_nothing() -> None:
    late = after("21_early_ack", ("broker.ack", "late"))
    assert set(outcomes(late)) == {"completed", "unfinished"}
    messages = rows(late)
    again = messages[messages["deliveries"] > 1]
    assert len(again) > 0
    assert ((again["finished"] - again["first_delivered"]) >= 20 * S).all()


def test_what_takes_longer_than_the_visibility_time_out_is_executed_again() -> None:
    messages = rows(after("22_visibility_timeout"))
    done = messages[messages["outcome"] == 1]
    is_again = done["executions"] >= 2
    assert is_again.mean() == pytest.approx(np.exp(-1.5), abs=0.07)
    assert np.array_equal(is_again, done["finished"] - done["first_delivered"] > 30 * S)


def test_a_poison_message_is_put_aside_after_five_deliveries() -> None:
    messages = rows(after("23_dead_letter"))
    (broken,) = messages[messages["task"] == 1]
    assert (broken["outcome"], broken["deliveries"], broken["executions"]) == (3, 5, 5)
    assert (broken["finished"] - broken["published"]) / S < 0.4


def test_without_an_end_a_poison_message_is_all_that_the_consumer_does() -> None:
    messages = rows(after("23_dead_letter", ("broker.max_deliveries", 0)))
    (broken,) = messages[messages["task"] == 1]
    later = messages[(messages["published"] > broken["published"])]
    assert set(later["outcome"].tolist()) == {0}
    assert broken["executions"] == pytest.approx(50 / 0.05, rel=0.01)


def test_two_partitions_keep_two_of_four_consumers_busy_and_the_lag_grows() -> None:
    system = after("24_kafka_lag")
    messages = rows(system)
    assert set(messages["consumer"].tolist()) - {0} == {1, 2}
    assert system.broker is not None
    assert np.count_nonzero(messages["outcome"] == 0) / 120 == pytest.approx(10, abs=1.5)


def test_four_partitions_keep_up() -> None:
    messages = rows(after("24_kafka_lag", ("broker.partitions", 4)))
    assert np.count_nonzero(messages["outcome"] == 0) < 50
    assert messages["wait"].mean() < 0.2 * S
