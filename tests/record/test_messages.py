"""Where messages are at any instant, also those of which there are two copies; and their rows."""

import numpy as np

from simulator.record import MessageOutcome, MessageStage, MessageTable, MessageTransitions, Stage, Transitions

QUEUED, RESERVED, WORKING, DONE = (
    MessageStage.BROKER_QUEUE,
    MessageStage.RESERVED,
    MessageStage.IN_IO,
    MessageStage.DONE,
)


def told() -> tuple[Transitions, MessageTransitions, int, int]:
    """A message that waits, is worked on, and given out again while its first consumer goes on."""
    requests = Transitions()
    trace = MessageTransitions(requests)
    broker, first = trace.place("broker"), trace.place("consumer:1")
    requests.born(1, 0, 0, 0)
    requests.enter(0, 1, Stage.LOOP_QUEUE, requests.place("worker:1"))
    trace.published(1, 10)
    copy = trace.new_copy(1, 0, 1, 10)
    trace.enter(10, copy, QUEUED, broker)
    trace.enter(20, copy, WORKING, first, 90)
    again = trace.new_copy(1, 0, 2, 50)
    trace.enter(50, again, QUEUED, broker)
    trace.redelivered(60)
    trace.enter(60, again, RESERVED, trace.place("consumer:2"))
    trace.message_ended(MessageOutcome.COMPLETED, 90)
    trace.enter(90, copy, DONE, first)
    return requests, trace, copy, again


def test_a_message_can_be_in_two_places() -> None:
    _, trace, copy, again = told()
    moment = trace.messages_at(60)
    assert moment.copy_id.tolist() == [copy, again]
    assert moment.message_id.tolist() == [1, 1]
    assert [moment.places[place] for place in moment.place] == ["consumer:1", "consumer:2"]
    assert moment.delivery.tolist() == [1, 2]
    assert (moment.counts.working, moment.counts.reserved, moment.counts.redelivered) == (1, 1, 1)


def test_the_past_is_as_it_was() -> None:
    _, trace, *_ = told()
    assert trace.messages_at(9).counts.published == 0
    assert trace.messages_at(15).counts.waiting == 1
    assert trace.messages_at(55).counts.waiting == 1
    assert trace.messages_at(90).counts.completed == 1
    assert len(trace.messages_at(90)) == 1


def test_a_copy_that_is_given_back_waits_for_its_next_delivery() -> None:
    trace = MessageTransitions(Transitions())
    broker, consumer = trace.place("broker"), trace.place("consumer:1")
    trace.published(1, 0)
    copy = trace.new_copy(1, 0, 1, 0)
    trace.enter(0, copy, WORKING, consumer)
    trace.waits_for(copy, 2, 40)
    trace.enter(40, copy, QUEUED, broker)
    before, after = trace.messages_at(39), trace.messages_at(40)
    assert (before.delivery.tolist(), after.delivery.tolist()) == ([1], [2])
    assert after.places[after.from_place[0]] == "consumer:1"
    assert trace.row_owners(0, 2)[1].tolist() == [1, 2]


def test_places_are_the_requests_places() -> None:
    requests, trace, *_ = told()
    assert trace.places == requests.places


def test_rows_know_what_requests_did_before_them() -> None:
    _, trace, *_ = told()
    messages, deliveries, before = trace.row_owners(0, trace.count)
    assert messages.tolist() == [1] * 5
    assert deliveries.tolist() == [1, 1, 2, 2, 1]
    assert before.tolist() == [1] * 5


def test_rows_of_messages_fill_blocks() -> None:
    table = MessageTable()
    for number in range(1, 20_001):
        assert table.add() == number
        table.write(number, 3, 2, MessageOutcome.COMPLETED, 1, 1, number, 10, 20, 50, 15, 25)
    table.add_to(20_000, "executions")
    rows = table.array()
    assert np.array_equal(rows["request"], np.arange(1, 20_001))
    assert rows["executions"].sum() == 20_001
    assert set(rows["run"].tolist()) == {25}


def test_messages_are_counted_at_many_instants_at_once() -> None:
    _, trace, *_ = told()
    published, ended = trace.counted_by(np.array([9, 10, 89, 90]))
    assert published.tolist() == [0, 1, 1, 1]
    assert ended[MessageOutcome.COMPLETED].tolist() == [0, 0, 0, 1]
